from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import SQL

from .sql_file import sql_file

# What the forms print of a record beside its figures: table -> columns.
WATCHED = {
    "sipbd_asset": (
        "asal_daerah",
        "asal_usul",
        "bahan",
        "bangunan",
        "bertingkat",
        "beton",
        "cara_perolehan",
        "hak",
        "jenis_hewan",
        "judul_pencipta",
        "jumlah_lantai",
        "jumlah_roda",
        "keterangan",
        "kode_register",
        "kode_tanah",
        "konstruksi",
        "lebar_m",
        "letak",
        "luas",
        "luas_lantai",
        "luas_tanah",
        "merk_type",
        "name",
        "nibar",
        "nomor_bpkb",
        "nomor_dokumen",
        "nomor_mesin",
        "nomor_pabrik",
        "nomor_polisi",
        "nomor_rangka",
        "nomor_sertifikat",
        "panjang_km",
        "pencipta",
        "penggunaan",
        "register_lama",
        "rt_rw",
        "satuan",
        "spesifikasi",
        "status_tanah",
        "tanggal_dokumen",
        "tanggal_mulai",
        "tanggal_sertifikat",
        "ukuran_cc",
        "ukuran_hewan",
    ),
    "sipbd_kode": ("code", "name"),
    "sipbd_ruang": ("code", "name"),
    "hr_department": (
        "active",
        "code",
        "date_end",
        "date_start",
        "name",
        "opd_id",
        "parent_path",
    ),
    "hr_employee": ("name",),
    "sipbd_masa_manfaat": ("date_from", "date_to", "prefix", "years"),
}
_CLOSING = 7391053  # advisory lock: changes of what is watched, and closings


class Former(models.Model):
    """What a record said before it was changed after a closing: kept deviations.

    The forms of a closed period print the words of then: names, makes, kode register,
    rooms, the place of units in the tree. Nothing is copied when a period is closed;
    triggers note the first change of each column after it (former_guard.sql), under
    the number of the last closing (the latest id of ``sipbd.period.log``). So what a
    column said at a closing is its first note of that number or a later one, and what
    it says now if there is none.
    """

    _name = "sipbd.former"
    _description = "What was printed before a change"
    _inherit = ["pemda.append.only"]
    _log_access = False
    _rec_name = "field"

    source = fields.Char(required=True, help="Table of the record.")
    record_id = fields.Integer(required=True, aggregator=None)
    field = fields.Char(required=True)
    closing = fields.Integer(required=True, aggregator=None)
    value = fields.Json()

    _first_of_closing = models.UniqueIndex("(source, record_id, field, closing)")
    _since_closing = models.Index("(source, closing)")

    def init(self):  # pylint: disable=missing-return
        super().init()
        for table, columns in WATCHED.items():
            self._watch(table, columns)

    @api.model
    def _watch(self, table, columns):
        """Note the changes of some columns of a table; again is harmless."""
        values = SQL(", ").join(
            SQL(
                "(%s, CASE WHEN before.%s IS DISTINCT FROM after.%s"
                " THEN coalesce(to_jsonb(before.%s), 'null') END)",
                column,
                *[SQL.identifier(column)] * 3,
            )
            for column in columns
        )
        self.env.cr.execute(
            sql_file(
                "former_guard",
                function=SQL.identifier(f"sipbd_former_{table}"),
                table=SQL.identifier(table),
                columns=values,
                lock=_CLOSING,
            )
        )

    @api.model_create_multi
    def create(self, vals_list):
        raise AccessError(self.env._("Former words are noted, not entered."))

    @api.model
    def _wait_for_changes(self):
        """Let a closing wait for the changes that are under way, and they for it."""
        self.env.cr.execute(SQL("SELECT pg_advisory_xact_lock(%s)", _CLOSING))

    @api.model
    def _tables_at(self, closing):
        """Tables as they were at a closing, to stand before a statement after WITH.

        :return: SQL for each table that has changed since
        """
        self.env.cr.execute(
            SQL(
                """
                SELECT source FROM unnest(%s) AS source
                 WHERE EXISTS (SELECT FROM sipbd_former AS former
                                WHERE former.source = source.source
                                  AND closing >= %s)
                """,
                list(WATCHED),
                closing,
            )
        )
        return [
            sql_file(
                "former_rows",
                table=SQL.identifier(table),
                source=table,
                columns=self._columns_at(table),
                closing=closing,
            )
            for (table,) in self.env.cr.fetchall()
        ]

    @api.model
    def _columns_at(self, table):
        self.env.cr.execute(
            SQL(
                """
                SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute
                 WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped
                """,
                table,
            )
        )
        return SQL(", ").join(
            SQL(
                "CASE WHEN former.words ? %(name)s"
                " THEN (former.words ->> %(name)s)::%(type)s ELSE now.%(column)s END"
                " AS %(column)s",
                name=name,
                type=SQL(type_),
                column=SQL.identifier(name),
            )
            if name in WATCHED[table]
            else SQL.identifier("now", name)
            for name, type_ in self.env.cr.fetchall()
        )

    @api.model
    def _value_at(self, closing, record, name):
        """What a watched column of a record said at a closing."""
        self.env.cr.execute(
            SQL(
                """
                SELECT value FROM sipbd_former
                 WHERE source = %s AND record_id = %s AND field = %s AND closing >= %s
                 ORDER BY closing LIMIT 1
                """,
                record._table,
                record.id,
                name,
                closing,
            )
        )
        row = self.env.cr.fetchone()
        return row[0] if row else record[name]


class Period(models.Model):
    _inherit = "sipbd.period"

    def _set_state(self, state, act, **log):
        if act == "close":
            self.env["sipbd.former"]._wait_for_changes()
        return super()._set_state(state, act, **log)

    @api.model
    def _closing_at(self, day):
        """Number of the last closing of the closed period that ends on a day; None
        without one."""
        self.env.cr.execute(
            SQL(
                """
                SELECT max(log.id)
                  FROM sipbd_period AS period
                  JOIN sipbd_period_log AS log
                    ON log.period_id = period.id AND log.act = 'close'
                 WHERE period.date_to = %s AND period.state = 'closed'
                """,
                day,
            )
        )
        return self.env.cr.fetchone()[0]
