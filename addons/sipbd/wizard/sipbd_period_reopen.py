from odoo import fields, models


class PeriodReopen(models.TransientModel):
    """Why a closed period is opened again."""

    _name = "sipbd.period.reopen"
    _description = "Reopen a reporting period"

    period_id = fields.Many2one("sipbd.period", required=True, ondelete="cascade")
    reason = fields.Text(required=True)

    def action_reopen(self):
        """Reopen it; the reason stays in its history."""
        self.ensure_one()
        self.period_id._reopen(self.reason)
        return {"type": "ir.actions.act_window_close"}
