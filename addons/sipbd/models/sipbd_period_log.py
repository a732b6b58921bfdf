from odoo import api, fields, models
from odoo.exceptions import AccessError

ACTS = [
    ("generate", "Made"),
    ("run", "Depreciation computed"),
    ("check", "Checked"),
    ("uncheck", "Check withdrawn"),
    ("close", "Closed"),
    ("reopen", "Reopened"),
]


class PeriodLog(models.Model):
    """What was done with a period, by whom, and the hash of what was closed."""

    _name = "sipbd.period.log"
    _description = "History of a reporting period"
    _inherit = ["pemda.append.only"]
    _order = "id desc"
    _rec_name = "act"

    period_id = fields.Many2one(
        "sipbd.period", required=True, index=True, ondelete="restrict"
    )
    act = fields.Selection(selection=ACTS, required=True)
    reason = fields.Text()
    hash = fields.Char(
        string="SHA-256", help="Of the figures of all assets, in order, as closed."
    )
    create_uid = fields.Many2one(
        "res.users", string="By", readonly=True, ondelete="restrict"
    )
    create_date = fields.Datetime(string="At", readonly=True)

    @api.model_create_multi
    def create(self, vals_list):
        """Written by the period itself only."""
        if not self.env.su:
            raise AccessError(
                self.env._("The history of a period is written by what is done to it.")
            )
        return super().create(vals_list)
