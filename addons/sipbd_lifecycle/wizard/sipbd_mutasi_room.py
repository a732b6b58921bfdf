from odoo import fields, models


class MutasiRoom(models.TransientModel):
    """The receiving unit says into which room goods on their way will go."""

    _name = "sipbd.mutasi.room"
    _description = "Room of goods that are received"

    mutasi_id = fields.Many2one("sipbd.mutasi", required=True, ondelete="cascade")
    to_unit_id = fields.Many2one(related="mutasi_id.to_unit_id")
    room_id = fields.Many2one("sipbd.ruang", help="Empty: they are placed later.")

    def action_confirm(self):
        self.ensure_one()
        self.mutasi_id._choose_room(self.room_id)
        return {"type": "ir.actions.act_window_close"}
