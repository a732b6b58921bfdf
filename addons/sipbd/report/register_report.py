from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Expected

from ..models.sql_file import sql_file


class RegisterReport(models.AbstractModel):
    """A form that lists the register at a date, asset by asset.

    The keys of its columns are columns of ``sql/report_register.sql``.
    """

    _name = "sipbd.register.report"
    _description = "Form over the register at a date"
    _inherit = ["sipbd.asset.report"]

    #: goods are listed room after room
    _by_room = False

    def _rows(self, options):
        return self._fetch_form(options, self._listing(options))

    def _listing(self, options):
        """Statement: the assets of the form in printing order.

        At the end of a closed period with the register numbers and years of then.
        """
        names = ("register", "tahun_perolehan")
        held = "state" if self._closed(options.date) else "asset"
        register, tahun = (SQL.identifier(held, name) for name in names)
        return sql_file(
            "report_register",
            state=self._state(options, options.date),
            units=self._units(options),
            goods=self._goods(options, "state"),
            register=register,
            description=self._described(register, tahun),
            by_room=self._by_room,
            numbered=SQL("card" if self._by_room else "place"),
        )

    def _totals(self, options):
        sums = self._register_totals(options, options.date)
        report = self._describe(options)
        keys = [report.leaves[i].key for i in report.summed]
        return Expected(sums["rows"], tuple(sums[key] for key in keys))
