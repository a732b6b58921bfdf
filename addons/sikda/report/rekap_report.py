from decimal import Decimal

from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Column, Expected, Heading

from ..models.sql_file import sql_file
from .people_report import count_column

UNSET = "belum"


class RekapReport(models.AbstractModel):
    """How many civil servants there are at a date, per unit and by some property.

    A recap ties to the nominatif: who has no value is counted in a column of its own.
    """

    _name = "sikda.rekap.report"
    _description = "Recap of civil servants at a date"
    _inherit = ["sikda.people.report"]

    #: heading over the columns that are counted
    _counted = ""

    def _kinds(self, options) -> tuple[tuple[str, str, SQL], ...]:
        """Key, title and condition on ``listed`` of each counted column."""
        raise NotImplementedError

    def _sums(self) -> tuple[tuple[str, str, str], ...]:
        """Subtotals: key, title, and the prefix of the keys that they add up; each
        stands behind the last of its columns."""
        return ()

    # whose columns

    def _all_kinds(self, options):
        kinds = list(self._kinds(options))
        known = SQL(" OR ").join(SQL("(%s)", condition) for _k, _t, condition in kinds)
        kinds.append((UNSET, "Belum\nTerisi", SQL("(%s) IS NOT TRUE", known)))
        with_sums = []
        for position, (key, title, condition) in enumerate(kinds):
            with_sums.append((key, title, condition))
            following = kinds[position + 1][0] if position + 1 < len(kinds) else ""
            for sum_key, sum_title, prefix in self._sums():
                if key.startswith(prefix) and not following.startswith(prefix):
                    parts = [c for k, _t, c in kinds if k.startswith(prefix)]
                    either = SQL(" OR ").join(SQL("(%s)", part) for part in parts)
                    with_sums.append((sum_key, sum_title, either))
        return (*with_sums, ("jumlah", "JUMLAH", SQL("TRUE")))

    def _columns(self, options):
        kinds = self._all_kinds(options)
        width = max(8, min(20, 230 / len(kinds)))
        counted = tuple(
            count_column(key, title, str(number), width)
            for number, (key, title, _condition) in enumerate(kinds, 3)
        )
        return (
            Column("nomor", "No.", 9, "1", kind="int"),
            Column("unit", "Unit Kerja", 70, "2"),
            Heading(self._counted, counted[:-1]),
            counted[-1],
        )

    def _counts(self, options):
        return SQL(", ").join(
            SQL("count(*) FILTER (WHERE %s) AS %s", condition, SQL.identifier(key))
            for key, _title, condition in self._all_kinds(options)
        )

    def _values(self, options):
        parts = SQL("FALSE")
        if options.with_sub_units:
            parts = SQL("part.parent_id = %s AND part.active", options.unit.id)
        return {
            "people": self._people(options),
            "which": self._which(options),
            "counts": self._counts(options),
            "parts": parts,
            "tree": self._tree(options),
            "chosen_path": self._path(options),
        }

    def _rows(self, options):
        report = self._describe(options)
        columns = [
            SQL("coalesce(form.%s, 0)", SQL.identifier(column.key))
            if column.total
            else SQL("form.%s", SQL.identifier(column.key))
            for column in report.leaves
        ]
        query = sql_file(
            "report_rekap", columns=SQL(", ").join(columns), **self._values(options)
        )
        return self._fetch(query, report)

    def _totals(self, options):
        values = self._values(options)
        values.pop("chosen_path")
        self.env.cr.execute(sql_file("report_rekap_total", **values))
        rows, *sums = self.env.cr.fetchone()
        return Expected(rows, tuple(Decimal(value) for value in sums))
