from odoo import fields, models


class ImportUndo(models.TransientModel):
    """Asks why a load is taken back."""

    _name = "pemda.import.undo"
    _description = "Undo an Import"

    load_id = fields.Many2one(
        "pemda.import.load", required=True, ondelete="cascade", readonly=True
    )
    loaded_count = fields.Integer(related="load_id.loaded_count")
    reason = fields.Char(required=True)

    def action_confirm(self):
        """Reverse what was loaded; the load checks who may."""
        self.ensure_one()
        self.load_id._undo(self.reason)
        return {"type": "ir.actions.act_window_close"}
