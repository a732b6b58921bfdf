from odoo import models

from odoo.addons.pemda_report.engine.model import Expected

from ..models.sql_file import sql_file


class RegisterReport(models.AbstractModel):
    """A form that lists the register at a date, asset by asset.

    The keys of its columns are columns of ``sql/report_register.sql``.
    """

    _name = "sipbd.register.report"
    _description = "Form over the register at a date"
    _inherit = ["sipbd.asset.report"]

    def _rows(self, options):
        return self._fetch_form(options, self._listing(options))

    def _listing(self, options):
        """Statement: the assets of the form in printing order."""
        return sql_file(
            "report_register",
            state=self._state(options, options.date),
            units=self._units(options),
            goods=self._goods(options, "state"),
            description=sql_file("report_description"),
        )

    def _totals(self, options):
        rows, nilai, jumlah = self._register_totals(options, options.date)
        known = {"nilai": nilai, "jumlah": jumlah}
        report = self._describe(options)
        return Expected(rows, tuple(known[report.leaves[i].key] for i in report.summed))
