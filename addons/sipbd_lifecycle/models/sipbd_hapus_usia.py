from odoo import api, fields, models
from odoo.exceptions import ValidationError

from odoo.addons.sipbd.models.sipbd_entry import KONDISI

from ..rules import hapus as rules


class HapusUsia(models.Model):
    """How old goods are at least before they may go, such as vehicles that are sold: a
    dated table.

    A row that nobody has confirmed only warns.
    """

    _name = "sipbd.hapus.usia"
    _description = "Age that goods of a write-off have at least"
    _inherit = ["sipbd.hapus.ketentuan.barang"]
    _order = "date_from desc, id"

    years = fields.Integer(
        string="Years at least",
        required=True,
        help="Since the goods were acquired, on the day of the document.",
    )
    kondisi = fields.Selection(
        KONDISI,
        string="Or in condition",
        help="Such goods may be younger, under what the note says.",
    )
    refuses = fields.Boolean(
        string="Not submitted without it",
        help="Else whoever makes and decides on the document is warned.",
    )
    note = fields.Text(translate=True)

    _years_plausible = models.Constraint(
        "check(years BETWEEN 1 AND 100)", "The age is between 1 and 100 years."
    )

    @api.constrains("refuses", "unconfirmed")
    def _check_refuses(self):
        for row in self:
            if row.refuses and row.unconfirmed:
                raise ValidationError(
                    self.env._(
                        "“%(name)s” is not confirmed, so it only warns: compare it "
                        "with the rules first.",
                        name=row.name,
                    )
                )

    @api.model
    def _rules(self):
        """The table as the rules know it."""
        return [
            rules.Usia(**row._rule_vals(), years=row.years, kondisi=row.kondisi or "")
            for row in self.sudo().search([])
        ]
