from odoo import fields, models

from .pemda_approval_kind import CONFIRMED_BY, NOTHING


class Company(models.Model):
    _inherit = "res.company"

    approval_confirmation = fields.Selection(
        CONFIRMED_BY,
        string="Decisions are confirmed by",
        required=True,
        default=NOTHING,
        help="For all kinds of documents that have no setting of their own.",
    )
