from odoo import api, fields, models

STATUSES = [
    ("local", "Own regulation (Perkada)"),
    ("confirmed", "Confirmed by two sources"),
    ("corroborated", "One source"),
    ("contradicted", "Sources differ"),
    ("recalled", "Not verified"),
    ("assumed", "Assumed"),
]
CERTAIN = ("local", "confirmed")


class SusutSetting(models.AbstractModel):
    """A row of what a regulation says about depreciation, kept for the whole pemda.

    Whoever reads the register sees it; the pengurus barang pengelola of the pemda
    changes it. What is not certain says so on screen.
    """

    _name = "sipbd.susut.setting"
    _description = "Setting of depreciation"

    legal_basis = fields.Char(
        required=True, help="Regulation, article or table that says so."
    )
    status = fields.Selection(
        selection=STATUSES,
        string="Certainty",
        required=True,
        default="local",
        help="How far this is known to hold. Values that were shipped are proposals: "
        "replace them by those of your own regulation.",
    )
    unconfirmed = fields.Boolean(
        compute="_compute_unconfirmed", search="_search_unconfirmed"
    )

    @api.depends("status")
    def _compute_unconfirmed(self):
        for setting in self:
            setting.unconfirmed = setting.status not in CERTAIN

    def _search_unconfirmed(self, operator, value):
        if operator != "in":
            return NotImplemented
        if True in value and False in value:
            return fields.Domain.TRUE
        return [("status", "not in" if True in value else "in", CERTAIN)]

    @api.model_create_multi
    def create(self, vals_list):
        self.env["sipbd.period"]._check_manager()
        return super().create(vals_list)

    def write(self, vals):
        self.env["sipbd.period"]._check_manager()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_by_manager(self):
        self.env["sipbd.period"]._check_manager()
