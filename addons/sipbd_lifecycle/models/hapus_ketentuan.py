from odoo import fields, models


class HapusKetentuan(models.AbstractModel):
    """A row of a table that the law of write-offs fills: what holds from when until
    when, by which rule, and whether this pemda has looked at it."""

    _name = "sipbd.hapus.ketentuan"
    _description = "Rule of write-offs"

    name = fields.Char(required=True, translate=True)
    active = fields.Boolean(default=True)
    date_from = fields.Date(string="From", required=True)
    date_to = fields.Date(string="Until")
    legal_basis = fields.Char(required=True)
    unconfirmed = fields.Boolean(
        help="Not yet compared with the rules of this pemda: check it with them."
    )

    _dates_in_order = models.Constraint(
        "check(date_to >= date_from)", "It ends before it begins."
    )

    def _in_force(self, day):
        """Whether it holds on a day."""
        self.ensure_one()
        return self.date_from <= day and (not self.date_to or day <= self.date_to)
