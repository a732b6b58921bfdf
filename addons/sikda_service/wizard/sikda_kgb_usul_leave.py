from odoo import fields, models
from odoo.exceptions import UserError

from .reason import checked


class KgbUsulLeave(models.TransientModel):
    """Asks why people are left out of a decision; who they are says the register."""

    _name = "sikda.kgb.usul.leave"
    _description = "Leave people out of a decision on KGB"

    usul_id = fields.Many2one(
        "sikda.kgb.usul", required=True, readonly=True, ondelete="cascade"
    )
    misfits = fields.Text(related="usul_id.misfits", string="Not fit any more")
    reason = fields.Char()

    def action_confirm(self):
        """Leave them out; the decision itself is taken as always."""
        self.ensure_one()
        self.usul_id.check_access("read")
        self.usul_id._leave_out(self._checked_reason())
        return {"type": "ir.actions.act_window_close"}

    def _checked_reason(self):
        """:raises UserError: there is none"""
        reason = checked(self.env, self.reason)
        if not reason:
            raise UserError(
                self.env._("Say why: the reason is kept with the decision.")
            )
        return reason
