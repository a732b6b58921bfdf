from odoo import api, fields, models


class ImportUndo(models.TransientModel):
    """Asks why a load is taken back.

    A dialog can be made for any load by its id, so whoever makes one must be allowed
    to change that load: even its name and size belong to its unit.
    """

    _name = "pemda.import.undo"
    _description = "Undo an Import"

    load_id = fields.Many2one(
        "pemda.import.load", required=True, ondelete="cascade", readonly=True
    )
    loaded_count = fields.Integer(related="load_id.loaded_count", related_sudo=False)
    reason = fields.Char(required=True)

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        load = self.env["pemda.import.load"].browse(values.get("load_id") or [])
        load.check_access("write")
        return values

    @api.model_create_multi
    def create(self, vals_list):
        wizards = super().create(vals_list)
        wizards.load_id.check_access("write")
        return wizards

    def write(self, vals):
        result = super().write(vals)
        self.load_id.check_access("write")
        return result

    def action_confirm(self):
        """Reverse what was loaded; the load checks who may."""
        self.ensure_one()
        self.load_id._undo(self.reason)
        return {"type": "ir.actions.act_window_close"}
