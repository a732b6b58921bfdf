from decimal import Decimal

from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Expected

from ..models.sql_file import sql_file
from .asset_report import ALL_KIB

# What the rows of a recap must add up to, in words of report_held_unit.sql.
SUMS = {
    "nilai": SQL("sum(nilai)"),
    "jumlah": SQL("sum(jumlah)"),
    **{kib.lower(): SQL("sum(nilai) FILTER (WHERE kib = %s)", kib) for kib in ALL_KIB},
}


class RecapReport(models.AbstractModel):
    """A form that adds up the register at a date.

    It adds the differences of the ledger by unit, code and komptabel, and nothing
    asset by asset: see ``_parts``.
    """

    _name = "sipbd.recap.report"
    _description = "Recap of the register at a date"
    _inherit = ["sipbd.asset.report"]

    def _held(self, options):
        """Statement: what is added up, by what the form needs."""
        raise NotImplementedError

    def _form(self, options):
        """Statement: the rows of the form, made of ``held``."""
        raise NotImplementedError

    def _held_file(self, name, options):
        return sql_file(
            name,
            parts=self._parts(options.date),
            units=self._units(options),
            goods=self._goods(options, "part"),
            ways=self._ways(options, "part"),
            kib=list(self._kib),
        )

    def _read(self, options):
        """Rows and totals of one statement; a recap has few rows."""
        report = self._describe(options)
        *rows, last = (row[2:] for row in self._read_all(self._recap(options, report)))
        sums = tuple(Decimal(value) for value in last if value is not None)
        return self._exact(report, rows), Expected(len(rows), sums)

    def _recap(self, options, report):
        """Statement: the rows, and last what they must add up to."""
        columns, sums = self._form_columns(options, report), []
        for i, _column in enumerate(columns, -len(self._labels(options))):
            total = SUMS[report.leaves[i].key] if i in report.summed else None
            sums.append(SQL("coalesce(%s, 0)::text", total) if total else SQL("NULL"))
        return sql_file(
            "report_recap",
            held=self._held(options),
            form=self._form(options),
            columns=SQL(", ").join(columns),
            sums=SQL(", ").join(sums),
        )

    def _rows(self, options):
        return self._read(options)[0]

    def _totals(self, options):
        return self._read(options)[1]
