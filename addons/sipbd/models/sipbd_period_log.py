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
    # Of a run or a closing: what it was computed of, and what came out.
    entries = fields.Integer(string="Entries counted", aggregator=None)
    last_entry_id = fields.Integer(string="Last entry", aggregator=None)
    aset = fields.Integer(string="Assets", aggregator=None)
    nilai = fields.Float(string="Acquisition value", digits=(22, 2), aggregator=None)
    akumulasi = fields.Float(
        string="Accumulated depreciation", digits=(22, 2), aggregator=None
    )
    beban = fields.Float(string="Charge", digits=(22, 2), aggregator=None)
    koreksi = fields.Float(string="Correction", digits=(22, 2), aggregator=None)
    findings = fields.Integer(aggregator=None)
    blocking = fields.Integer(string="Findings that hinder closing", aggregator=None)
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
