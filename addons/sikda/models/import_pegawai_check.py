from odoo import models
from odoo.tools import SQL

from ..rules.identity import read_ni_pppk, read_nik, read_nip
from .import_pegawai import COLUMNS, CORRECTIONS, MKG_OF_SK
from .import_pegawai_resolve import pair
from .sql_file import sql_file

# Findings of rules/identity.py on a NIP that are only to be known: ours by theirs.
NIP_NOTES = {
    "birth_differs": "nip-birth-differs",
    "sex_differs": "nip-sex-differs",
    "nip_tmt_differs": "nip-tmt-differs",
    "nip_age": "nip-age",
}
NIK_NOTES = {
    "birth_differs": "nik-birth-differs",
    "sex_differs": "nik-sex-differs",
}
CODES = ("agama", "status_kawin", "jenis_pegawai", "kedudukan_hukum", "tingkat")


class ImportPegawai(models.AbstractModel):
    """Checking the staged rows, in sets."""

    _inherit = "sikda.import.pegawai"

    def _work_table(self, load):
        return SQL.identifier(f"sikda_import_{load.id}")

    def _is_prepared(self, load):
        self.env.cr.execute(
            SQL("SELECT to_regclass(%s)", f"pg_temp.sikda_import_{load.id}")
        )
        return bool(self.env.cr.fetchone()[0])

    def _check(self, load):
        self.env.flush_all()
        rows = self._stage_rows(load)
        with self._set_plans():
            codes = self._resolve_codes(rows)
            posts = self._resolve_jabatan(load, rows, codes["eselon"])
            units = self._resolve_units(load, rows)
            trainings = self._resolve_trainings(rows)
            self._stage_work(load, rows, codes, posts, units, trainings)
            self._judge_numbers(load)
            self._write_faults(load)
        self._ask_units(load, units)
        self._ask_jabatan(load, posts)

    def _stage_rows(self, load):
        """The texts of all rows in typed columns; gone with the transaction.

        :return: name of the table
        """
        rows = SQL.identifier(f"sikda_import_{load.id}_row")
        tables = SQL(" UNION ALL ").join(
            SQL(
                "SELECT row.id AS row_id, row.table_id, row.number, %s, %s"
                " FROM pemda_import_row AS row WHERE row.table_id = %s",
                self._row_marks(table),
                SQL(", ").join(
                    SQL(
                        "(%s)::%s AS %s",
                        self._staged(table, name),
                        SQL(kind),
                        SQL.identifier(name),
                    )
                    for name, kind in self._columns().items()
                ),
                table.id,
            )
            for table in load.table_ids
        )
        self.env.cr.execute(SQL("DROP TABLE IF EXISTS %s", rows))
        self.env.cr.execute(
            SQL("CREATE TEMPORARY TABLE %s ON COMMIT DROP AS %s", rows, tables)
        )
        self.env.cr.execute(SQL("ANALYZE %s (row_id, nip, nip_start)", rows))
        return rows

    def _columns(self):
        """Fields of the rows with their types in SQL."""
        return COLUMNS

    def _row_marks(self, table):
        """SQL of what the table says of all its rows."""
        return SQL("%s AS sheet, %s AS layout", table.sheet or "", table.layout or "")

    def _stage_work(self, load, rows, codes, posts, units, trainings):
        """The rows with the records that they name: the working table of the load."""
        work = self._work_table(load)
        joins, columns = [], []
        for field in CODES:
            joins.append(
                SQL(
                    "LEFT JOIN unnest(%s::text[], %s::integer[]) AS %s (text, id)"
                    " ON %s.text = %s",
                    list(codes[field]),
                    list(codes[field].values()),
                    SQL.identifier(f"r_{field}"),
                    SQL.identifier(f"r_{field}"),
                    pair(f"{field}_code", field),
                )
            )
            columns.append(
                SQL(
                    "%s.id AS %s",
                    SQL.identifier(f"r_{field}"),
                    SQL.identifier(f"{field}_id"),
                )
            )
        self.env.cr.execute(SQL("DROP TABLE IF EXISTS %s", work))
        self.env.cr.execute(
            sql_file(
                "import_pegawai_stage",
                work=work,
                rows=rows,
                code_columns=SQL(", ").join(columns),
                code_joins=SQL(" ").join(joins),
                unit_texts=[unit["text"] for unit in units],
                unit_ids=[unit["unit_id"] for unit in units],
                unit_faults=[unit["fault"] for unit in units],
                post_texts=[post["text"] for post in posts],
                post_ids=[post["jabatan_id"] for post in posts],
                post_kinds=[post["jenis"] for post in posts],
                post_eselons=[post["eselon_id"] for post in posts],
                training_texts=[text for text, _kind, _id in trainings],
                training_kinds=[kind for _text, kind, _id in trainings],
                training_ids=[id_ for _text, _kind, id_ in trainings],
                mkg_layouts=list(MKG_OF_SK),
                today=self.env.company.sudo()._pemda_today(),
            )
        )
        self.env.cr.execute(SQL("ANALYZE %s (row_id, nip, employee_id)", work))

    # Numbers of people: the pure rules judge them one by one -------------------------

    def _judge_numbers(self, load):
        """Check NIP and NIK beside birth date and sex; write what is wrong."""
        work = self._work_table(load)
        self.env.cr.execute(
            SQL(
                "SELECT row_id, table_id, number, nip, nik, birthday, sex, tmt_cpns,"
                " ni_kind FROM %s",
                work,
            )
        )
        faults, bad_nip, bad_nik = [], [], []
        for (
            row_id,
            table,
            number,
            nip,
            nik,
            birth,
            sex,
            start,
            kind,
        ) in self.env.cr.fetchall():
            if nip:
                found = _judge_nip(nip, birth, sex, start, kind)
                if "nip-impossible" in found:
                    bad_nip.append(row_id)
                faults += [(table, number, fault, "nip") for fault in found]
            if nik:
                found = _judge_nik(nik, birth, sex)
                if "nik-impossible" in found:
                    bad_nik.append(row_id)
                faults += [(table, number, fault, "nik") for fault in found]
        if bad_nip:
            self.env.cr.execute(
                SQL(
                    "UPDATE %s SET nip_fault = 'nip-impossible', usable = FALSE"
                    " WHERE row_id = ANY(%s)",
                    work,
                    bad_nip,
                )
            )
        if bad_nik:
            self.env.cr.execute(
                SQL("UPDATE %s SET nik = NULL WHERE row_id = ANY(%s)", work, bad_nik)
            )
        if faults:
            self._write_found(load, faults)

    def _write_found(self, load, faults):
        tables, numbers, kinds, columns = (
            list(part) for part in zip(*faults, strict=True)
        )
        self.env["pemda.import.finding"]._write_findings(
            load,
            "check",
            SQL(
                """
                SELECT table_id, number, kind,
                       CASE WHEN kind = 'nip-impossible' THEN 'error' ELSE 'note' END
                           AS severity,
                       col, NULL::jsonb AS params
                  FROM unnest(%s::int[], %s::int[], %s::text[], %s::text[])
                       AS fault (table_id, number, kind, col)
                """,
                tables,
                numbers,
                kinds,
                columns,
            ),
        )

    def _new_trainings(self, load):
        return sql_file(
            "import_pegawai_training",
            work=self._work_table(load),
            scope=list(self._scope(load)),
        )

    def _write_faults(self, load):
        self.env["pemda.import.finding"]._write_findings(
            load,
            "check",
            sql_file(
                "import_pegawai_check",
                work=self._work_table(load),
                scope=list(self._scope(load)),
                corrections=list(CORRECTIONS),
                trainings=self._new_trainings(load),
            ),
        )


def _judge_nip(nip, birth, sex, start, kind):
    if kind == "nipppk":
        read = read_ni_pppk(nip, birth, sex)
    else:
        read = read_nip(nip, birth, sex, start)
    if read.errors:
        return ["nip-impossible"]
    return [NIP_NOTES[one.code] for one in read.warnings if one.code in NIP_NOTES]


def _judge_nik(nik, birth, sex):
    read = read_nik(nik, birth, sex)
    if read.errors:
        return ["nik-impossible"]
    return [NIK_NOTES[one.code] for one in read.warnings if one.code in NIK_NOTES]
