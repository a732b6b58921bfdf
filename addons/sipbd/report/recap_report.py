from decimal import Decimal

from odoo import models

from odoo.addons.pemda_report.engine.model import Expected

from ..models.sql_file import sql_file

ZERO = Decimal(0)


class RecapReport(models.AbstractModel):
    """A form that adds up the register at a date.

    It adds the differences of the ledger by unit, code and komptabel, and nothing
    asset by asset: see ``_parts``.
    """

    _name = "sipbd.recap.report"
    _description = "Recap of the register at a date"
    _inherit = ["sipbd.asset.report"]

    def _recap(self, options):
        """Statement: the rows of the form."""
        raise NotImplementedError

    def _recap_file(self, name, options, **values):
        """A statement over the parts of the register at the date."""
        return sql_file(
            name,
            parts=self._parts(options.date),
            units=self._units(options),
            goods=self._goods(options, "part"),
            **values,
        )

    def _rows(self, options):
        return self._fetch_form(options, self._recap(options))

    def _totals(self, options):
        """What the whole ledger up to the date says, kept totals left aside."""
        (rows,) = self._read_row(sql_file("report_count", form=self._recap(options)))
        known = self._ledger_sums(options, options.date)
        report = self._describe(options)
        return Expected(rows, tuple(known[report.leaves[i].key] for i in report.summed))

    def _ledger_sums(self, options, day):
        """Value and quantity at the end of the day, and the value in each KIB.

        :return: dict of ``nilai``, ``jumlah`` and, in small letters, the KIB
        """
        sums = dict.fromkeys(("nilai", "jumlah", *map(str.lower, self._kib)), ZERO)
        query = sql_file(
            "report_balance",
            parts=self._entries(day),
            units=self._units(options),
            goods=self._goods(options, "part"),
        )
        for kib, nilai, jumlah in self._read_all(query):
            sums[kib.lower()] = Decimal(nilai)
            sums["nilai"] += Decimal(nilai)
            sums["jumlah"] += Decimal(jumlah)
        return sums
