from odoo import api, fields, models
from odoo.exceptions import UserError

from .reason import checked


class KgbUsulRemove(models.TransientModel):
    """Asks why people are taken out of a proposal; the reason stands in it."""

    _name = "sikda.kgb.usul.remove"
    _description = "Take people out of a proposal of KGB"

    line_ids = fields.Many2many("sikda.kgb.usul.line", required=True, readonly=True)
    count = fields.Integer(string="People", compute="_compute_count")
    reason = fields.Char()

    @api.depends("line_ids")
    def _compute_count(self):
        for wizard in self:
            wizard.count = len(wizard.line_ids)

    def action_confirm(self):
        """Take them out."""
        self.ensure_one()
        self.line_ids.check_access("read")
        usul = self.line_ids.usul_id
        usul.check_access("write")
        usul._approval_change()
        self.line_ids._take_out(self._checked_reason())
        return {"type": "ir.actions.act_window_close"}

    def _checked_reason(self):
        """:raises UserError: there is none"""
        reason = checked(self.env, self.reason)
        if not reason:
            raise UserError(self.env._("Say why: the reason stands in the proposal."))
        return reason
