from odoo import fields, models


class MutasiBatalLine(models.Model):
    _name = "sipbd.mutasi.batal.line"
    _description = "Goods of a cancelled transfer"
    _inherit = ["sipbd.lifecycle.line"]

    document_id = fields.Many2one(
        "sipbd.mutasi.batal", required=True, index=True, ondelete="cascade"
    )
