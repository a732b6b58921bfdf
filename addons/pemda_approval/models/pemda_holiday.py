from datetime import date

from odoo import fields, models
from odoo.fields import Domain

#: month from which the decree for the next year should be there
DECREED_BY = 11


class Holiday(models.Model):
    """A day on which offices are closed; terms of decisions do not run on it.

    Shipped as the joint decrees have them; the admin pemda enters further years and
    days of the region.
    """

    _name = "pemda.holiday"
    _description = "Public holiday"
    _order = "date desc"

    name = fields.Char(required=True)
    date = fields.Date(required=True)
    joint_leave = fields.Boolean(
        string="Joint leave (cuti bersama)",
        help="Set by the joint decree (SKB) of the three ministers.",
    )
    legal_basis = fields.Char()
    unconfirmed = fields.Boolean(
        help="May still be moved, or was not yet compared with the decree."
    )

    _date_uniq = models.Constraint("unique(date)", "This day is a holiday already.")

    def _days(self):
        """All holidays, as a set of dates."""
        every = self.sudo().search([])  # pylint: disable=no-search-all
        return set(every.mapped("date"))

    def _year_without(self, today):
        """The year whose holidays should be there by now and are not; 0 for none.

        The joint decree for a year comes in the autumn before it.
        """
        year = today.year + (today.month >= DECREED_BY)
        days = Domain("date", ">=", date(year, 1, 1))
        days &= Domain("date", "<=", date(year, 12, 31))
        return 0 if self.sudo().search_count(days, limit=1) else year
