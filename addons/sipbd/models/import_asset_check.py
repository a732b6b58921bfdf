from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..rules.kode import LEAF_LEVEL
from .import_asset import (
    CHECKED_FIELDS,
    MAX_ITEMS_PER_ROW,
    OPENING_FIELDS,
    PSEUDO_FIELDS,
)
from .import_asset_code import spelt
from .sql_file import sql_file

# Numbers that only one thing can have. One certificate may cover several plots.
IDENTIFYING_FIELDS = {
    "nomor_rangka": "error",
    "nomor_mesin": "error",
    "nomor_polisi": "error",
    "nomor_sertifikat": "note",
}
MAX_INTEGER = 2**31 - 1


class ImportAsset(models.AbstractModel):
    """Checking the staged rows, in sets."""

    _inherit = "sipbd.import.asset"

    def _work_table(self, load):
        return SQL.identifier(f"sipbd_import_{load.id}")

    def _is_prepared(self, load):
        self.env.cr.execute(
            SQL("SELECT to_regclass(%s)", f"pg_temp.sipbd_import_{load.id}")
        )
        return bool(self.env.cr.fetchone()[0])

    def _check(self, load):
        self.env.flush_all()
        with self._set_plans():
            codes = self._resolve_codes(load)
            units = self._resolve_units(load)
            self._stage(load, codes, units)
            self._write_faults(load, codes, units)
            self._note_code_names(load, codes)
        self._write_known_faults(load)
        self._write_number_faults(load)
        self._ask_codes(load, codes)
        self._ask_units(load, units)

    def _stage(self, load, codes, units):
        """Make the working table of the load; gone when the transaction ends."""
        work = self._work_table(load)
        record = self._record_fields(load)
        self.env.cr.execute(SQL("DROP TABLE IF EXISTS %s", work))
        self.env.cr.execute(
            sql_file(
                "import_stage",
                work=work,
                fields=SQL(", ").join(
                    SQL("row.%s", SQL.identifier(name)) for name in record
                ),
                rows=SQL(" UNION ALL ").join(
                    self._staged_rows(table, record) for table in load.table_ids
                ),
                code_tables=[code["table_id"] for code in codes],
                code_texts=[code["text"] for code in codes],
                code_ids=[code["kode_id"] for code in codes],
                code_faults=[code["fault"] for code in codes],
                unit_tables=[unit["table_id"] for unit in units],
                unit_codes=[unit["code"] for unit in units],
                unit_lokasis=[unit["lokasi"] for unit in units],
                unit_names=[unit["name"] for unit in units],
                unit_ids=[unit["unit_id"] for unit in units],
                unit_faults=[unit["fault"] for unit in units],
            )
        )
        self._count_rows(work)

    def _staged_rows(self, table, record):
        """SQL of the rows of one table with their values in typed columns."""
        columns = [
            SQL(
                "(%s)::%s AS %s",
                self._staged(table, name),
                SQL(kind),
                SQL.identifier(name),
            )
            for name, kind in record.items()
        ]
        return SQL(
            # A number that stands there would be one that no statistics know: the
            # planner would take the rows for one. So it takes the average of files.
            "SELECT row.id, row.table_id, row.number, %s AS sheet_kib, %s"
            " FROM pemda_import_row AS row WHERE row.table_id = (SELECT %s)",
            table.kib or None,
            SQL(", ").join(columns),
            table.id,
        )

    def _record_fields(self, load):
        """Fields of the staged rows with their SQL types."""
        columns = self._asset_columns()
        given = self._given_fields(load).intersection(columns)
        wanted = [*CHECKED_FIELDS, *sorted(given)]
        return PSEUDO_FIELDS | {name: columns[name] for name in wanted}

    def _given_fields(self, load):
        """Fields that the tables of a load have values for."""
        return {name for table in load.table_ids for name in table.field_names or []}

    def _write_faults(self, load, codes, units):
        work = self._work_table(load)
        today = self.env.company.sudo()._pemda_today()
        findings = self.env["pemda.import.finding"]
        queries = [
            sql_file(
                "import_check",
                work=work,
                today=today,
                max_items=MAX_ITEMS_PER_ROW,
                kode_faults=any(code["fault"] for code in codes),
                unit_faults=any(unit["fault"] for unit in units),
                dated="tanggal_perolehan" in self._given_fields(load),
            ),
            *self._range_queries(load, work),
        ]
        if OPENING_FIELDS & self._given_fields(load):
            queries.append(
                sql_file(
                    "import_check_opening",
                    work=work,
                    remaining=sql_file("import_remaining"),
                )
            )
        findings._write_findings(load, "check", SQL(" UNION ALL ").join(queries))
        self._note_headings(load)

    def _range_queries(self, load, work):
        """Values that their column cannot hold, and unknown words of a selection."""
        asset_fields = self.env["sipbd.asset"]._fields
        for name in sorted(self._given_fields(load) & self._record_fields(load).keys()):
            field = asset_fields.get(name)
            if name in PSEUDO_FIELDS or field is None:
                continue
            column = SQL.identifier(name)
            if field.type == "selection":
                allowed = [
                    value for value, _label in field._description_selection(self.env)
                ]
                kind, fault = "value-not-allowed", SQL("%s <> ALL(%s)", column, allowed)
            elif field.type == "integer" and name != "tahun_perolehan":
                kind = "number-too-big"
                fault = SQL("abs(%s) > %s", column, MAX_INTEGER)
            elif field.type == "date":
                kind, fault = "date-implausible", SQL("%s < '1900-01-01'", column)
            else:
                continue
            yield SQL(
                "SELECT table_id, number, %s, 'error', %s, NULL::jsonb FROM %s"
                " WHERE %s",
                kind,
                name,
                work,
                fault,
            )

    def _write_known_faults(self, load):
        """What is in the register already: looked up if it is large, else joined."""
        query = sql_file("import_check_known", work=self._work_table(load))
        self.env["pemda.import.finding"]._write_findings(load, "check", query)

    def _write_number_faults(self, load):
        work = self._work_table(load)
        given = self._given_fields(load)
        for name, severity in IDENTIFYING_FIELDS.items():
            if name not in given:
                continue
            query = sql_file(
                "import_check_number",
                work=work,
                field=SQL.identifier(name),
                column=name,
                severity=severity,
            )
            self.env["pemda.import.finding"]._write_findings(load, "check", query)

    def _prepare_answer(self, kind, source, target):
        if kind == "kode":
            kode = self.env["sipbd.kode"].search(
                [("code", "=", spelt(target)[1]), ("level", "=", LEAF_LEVEL)]
            )
            if not kode:
                raise UserError(self.env._("There is no code %(code)s.", code=target))
            self.env["sipbd.asset"]._check_kode(kode)
            return kode.id
        unit = self.env["hr.department"].search([("code", "=", target)])
        if len(unit) != 1:
            raise UserError(self.env._("There is no unit %(code)s.", code=target))
        return unit.id
