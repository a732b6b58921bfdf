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
        """Statement: the parts of the register added up by what the form needs."""
        raise NotImplementedError

    def _form(self, options):
        """Statement: the rows of the form, made of ``held``."""
        raise NotImplementedError

    def _held_file(self, name, options, **values):
        return sql_file(
            name,
            parts=self._parts(options.date),
            units=self._units(options),
            goods=self._goods(options, "part"),
            ways=self._ways(options, "part"),
            kib=list(self._kib),
            **values,
        )

    def _read(self, options):
        report = self._describe(options)
        rows, expected = self._added_up(options, report)
        return self._exact(report, rows), expected

    def _added_up(self, options, report):
        """Rows of the form as a list, and what they must add up to.

        Both come of one statement; a recap has few rows.
        """
        *rows, last = (
            row[2:] for row in self._read_all(options, self._recap(options, report))
        )
        amounts = tuple(Decimal(value) for value in last if value is not None)
        return rows, Expected(len(rows), amounts)

    def _recap(self, options, report):
        """Statement: the rows, and last what they must add up to."""
        return sql_file(
            "report_recap",
            held=self._held(options),
            form=self._form(options),
            columns=SQL(", ").join(self._form_columns(options, report)),
            sums=self._form_sums(options, report),
        )

    def _form_sums(self, options, report):
        """What the columns of the form must add up to, in words of ``held``."""
        sums = [SQL("NULL")] * len(self._labels(options))
        for i, column in enumerate(report.leaves):
            total = SUMS[column.key] if i in report.summed else None
            sums.append(SQL("coalesce(%s, 0)::text", total) if total else SQL("NULL"))
        return SQL(", ").join(sums)

    def _rows(self, options):
        return self._read(options)[0]

    def _totals(self, options):
        return self._read(options)[1]
