from decimal import Decimal

from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL, format_date

from odoo.addons.pemda_report.engine.formats import number

from ..models.sql_file import sql_file


class FigureReport(models.AbstractModel):
    """A form with depreciation: at the end of a period, out of its figures.

    Those of a closed period are frozen. Those of an open one are provisional, which
    the form says; they must be of what is booked now.
    """

    _name = "sipbd.figure.report"
    _description = "Form with depreciation"
    _inherit = ["sipbd.asset.report"]

    def _check_options(self, options):  # pylint: disable=missing-return
        super()._check_options(options)
        self._period(options)

    def _usual_date(self):
        """The end of the last period that is over."""
        today = super()._usual_date()
        periods = self.env["sipbd.period"].sudo()
        return periods.search([("date_to", "<=", today)], limit=1).date_to or today

    def _period(self, options):
        """The period that ends on the day.

        :raises UserError: there is none, or its figures are not those of today's books
        """
        periods = self.env["sipbd.period"].sudo()
        period = periods.search([("date_to", "=", options.date)])
        if not period:
            raise self._no_period(options)
        if period in periods._stale_periods():
            raise self._not_computed(period)
        return period

    def _no_period(self, options):
        words = {
            "report": self._report_title,
            "day": format_date(self.env, options.date),
        }
        periods = self.env["sipbd.period"].sudo()
        near = periods.search([("date_to", "<", options.date)], limit=1)
        if not near:
            return UserError(
                self.env._(
                    "“%(report)s” is of the end of a period, and none ends up to "
                    "%(day)s. The pengelola makes periods in the menu Depreciation.",
                    **words,
                )
            )
        return UserError(
            self.env._(
                "“%(report)s” is of the end of a period, and none ends on %(day)s. "
                "Choose the last day of one, such as %(near)s.",
                **words,
                near=format_date(self.env, near.date_to),
            )
        )

    def _not_computed(self, period):
        return UserError(
            self.env._(
                "The depreciation of %(period)s has not been computed, or "
                "something was booked since. The pengurus barang pengelola "
                "computes it anew under Periods; then print again.",
                period=period.name,
            )
        )

    def _identity(self, options):
        period = self._period(options)
        closed = period.state == "closed"
        state = "ditutup" if closed else "ANGKA SEMENTARA, belum ditutup"
        return (*super()._identity(options), ("PERIODE", f"{period.name} ({state})"))

    def _check_figures(self, options):
        """Refuse to print figures that are not of the goods of the register.

        Value and quantity must be those of the ledger; of a closed period the totals
        that were kept must be those of the figures.
        """
        period = self._period(options)
        figures = self._sums_of(options, "sipbd_period_figure")
        others = [("ledger", self._ledger_sums(options))]
        if period.state == "closed":
            others.append(("totals", self._sums_of(options, "sipbd_period_total")))
        for book, sums in others:
            for name, amount in sums.items():
                if figures[name] != amount:
                    raise UserError(
                        self.env._(
                            "The report was not printed, because it would not be "
                            "right: %(name)s is %(figures)s in the figures of "
                            "%(period)s and %(amount)s in the %(book)s.",
                            name=name,
                            figures=number(figures[name]),
                            period=period.name,
                            amount=number(amount),
                            book=book,
                        )
                    )

    def _sums_of(self, options, table):
        query = sql_file(
            "figure_sums",
            table=SQL.identifier(table),
            period=self._period(options).id,
            units=self._units(options),
            goods=self._goods(options, "part"),
        )
        sums = self._read_row(options, query)
        names = ("nilai", "jumlah", "akumulasi", "beban")
        return dict(zip(names, map(Decimal, sums), strict=True))

    def _ledger_sums(self, options):
        query = sql_file(
            "report_balance",
            parts=self._entries(options.date),
            units=self._units(options),
            goods=self._goods(options, "part"),
        )
        nilai, jumlah = map(Decimal, self._read_row(options, query))
        return {"nilai": nilai, "jumlah": jumlah}
