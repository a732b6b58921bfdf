from odoo import fields, models


class Holiday(models.Model):
    """A day on which offices are closed; terms of decisions do not run on it."""

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

    _date_uniq = models.Constraint("unique(date)", "This day is a holiday already.")

    def _days(self):
        """All holidays, as a set of dates."""
        every = self.sudo().search([])  # pylint: disable=no-search-all
        return set(every.mapped("date"))
