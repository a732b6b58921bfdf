from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from .sikda_selisih import HISTORIES
from .sql_file import sql_file

# Names that an error tells of many people.
NAMED = 3
RANK = {
    "golongan_id": "integer",
    "mkg_tahun": "integer",
    "mkg_bulan": "integer",
}
# Columns of the rows of a history that the values of a difference fill, by type.
COLUMNS = {
    "sikda.riwayat.pangkat": RANK,
    "sikda.riwayat.perjanjian": RANK,
    "sikda.riwayat.jabatan": {
        "jabatan_id": "integer",
        "nama_jabatan": "varchar",
        "jenis": "varchar",
        "eselon_id": "integer",
        "jenjang_id": "integer",
        "unor_id": "integer",
    },
    "sikda.riwayat.unit": {"unor_id": "integer"},
    "sikda.riwayat.pendidikan": {
        "tingkat_id": "integer",
        "nama": "varchar",
        "siasn_pendidikan": "varchar",
        "sekolah": "varchar",
        "tahun_lulus": "integer",
    },
    "sikda.riwayat.status": {"kedudukan_hukum_id": "integer"},
    "sikda.riwayat.kgb": {**RANK, "gaji": "integer"},
}
FIXED = {
    "sikda.riwayat.perjanjian": {"paruh_waktu": SQL("FALSE")},
    "sikda.riwayat.jabatan": {"penugasan": SQL("'D'")},
    "sikda.riwayat.pendidikan": {"is_first": SQL("FALSE")},
    "sikda.riwayat.kgb": {"dasar": SQL("'kgb'")},
}
# A list does not say since when.
FROM_TODAY = ("sikda.riwayat.unit", "sikda.riwayat.status")


class Selisih(models.Model):
    """Taking over what the file says: as a correction with its source.

    In sets: a few statements however many differences, and one projection.
    """

    _inherit = "sikda.selisih"

    def _accept_right(self, reason):
        self.env.flush_all()
        histories = self.filtered(lambda row: row.field in HISTORIES)
        self._write_people(self - histories)
        for field, rows in histories.grouped("field").items():
            rows._add_history(field, reason)
        self.env.invalidate_all()
        self.employee_id._project()

    def _write_people(self, rows):
        """Columns of people: one statement per field."""
        people = self.env["hr.employee"]
        for field, same in rows.grouped("field").items():
            column = people._fields[field]
            self.env.cr.execute(
                sql_file(
                    "selisih_person",
                    column=SQL.identifier(field),
                    field=field,
                    type=SQL(column.column_type[0]),
                    ids=same.ids,
                    **self._stamp(),
                )
            )
            if field == "name":
                self.env.cr.execute(sql_file("selisih_resource", ids=same.ids))

    def _stamp(self):
        return {"uid": self.env.uid, "now": fields.Datetime.now()}

    def _add_history(self, field, reason):
        """A row per person with the source of its file; it replaces the present row
        of the register when that begins on the same day or later."""
        pppk = self.browse()
        if field in ("riwayat_pangkat", "riwayat_golongan_awal"):
            pppk = self.filtered(lambda row: (row.vals or {}).get("family") == "pppk")
            pppk._insert_rows("sikda.riwayat.perjanjian", field, reason)
        (self - pppk)._insert_rows(HISTORIES[field], field, reason)

    def _insert_rows(self, model, field, reason):
        if not self:
            return
        columns = {
            **{
                name: SQL("(vals ->> %s)::%s", name, SQL(kind))
                for name, kind in COLUMNS[model].items()
            },
            **FIXED.get(model, {}),
        }
        if model == "sikda.riwayat.jabatan":
            columns["nama_jabatan"] = SQL(
                "CASE WHEN post_name IS DISTINCT FROM upper(vals ->> 'nama_jabatan')"
                " THEN vals ->> 'nama_jabatan' END"
            )
        if model == "sikda.riwayat.pendidikan":
            columns["tahun_lulus"] = SQL(
                "coalesce((vals ->> 'tahun_lulus')::integer, 0)"
            )
        tmt = self._tmt_of(model)
        if model != "sikda.riwayat.pendidikan":
            self._check_tmt(tmt)
        loads = self.load_id
        self.env.cr.execute(
            sql_file(
                "selisih_history",
                table=SQL.identifier(self.env[model]._table),
                columns=SQL(", ").join(SQL.identifier(name) for name in columns),
                values=SQL(", ").join(columns.values()),
                tmt=tmt,
                only_that_day=field == "riwayat_golongan_awal",
                ids=self.ids,
                loads=loads.ids,
                sources=[load._selisih_source() for load in loads],
                reason=reason,
                **self._stamp(),
            )
        )

    def _tmt_of(self, model):
        """SQL of the TMT of the rows to be made."""
        if model in FROM_TODAY:
            return SQL("%s::date", self.env.company.sudo()._pemda_today())
        if model == "sikda.riwayat.pendidikan":
            return SQL("make_date((vals ->> 'tahun_lulus')::integer, 12, 31)")
        return SQL("(vals ->> 'tmt')::date")

    def _check_tmt(self, tmt):
        self.env.cr.execute(
            SQL(
                "SELECT id FROM sikda_selisih WHERE id = ANY(%s) AND %s IS NULL"
                " ORDER BY id",
                self.ids,
                tmt,
            )
        )
        lacking = self.browse(id_ for (id_,) in self.env.cr.fetchall())
        if lacking:
            names = lacking.employee_id.sorted("name")[:NAMED].mapped("name")
            raise UserError(
                self.env._(
                    "The file gives no TMT for %(count)s of these (%(people)s), so no "
                    "row of the history can be made. Leave them out and enter them by "
                    "hand with their SK. Nothing was changed.",
                    count=len(lacking),
                    people=", ".join(names),
                )
            )
