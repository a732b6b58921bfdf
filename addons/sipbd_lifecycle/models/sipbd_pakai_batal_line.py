from odoo import fields, models


class PakaiBatalLine(models.Model):
    _name = "sipbd.pakai.batal.line"
    _description = "Goods of a cancelled custody document"
    _inherit = ["sipbd.lifecycle.line"]

    document_id = fields.Many2one(
        "sipbd.pakai.batal", required=True, index=True, ondelete="cascade"
    )
