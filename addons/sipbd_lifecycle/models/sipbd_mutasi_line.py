from odoo import fields, models


class MutasiLine(models.Model):
    _name = "sipbd.mutasi.line"
    _description = "Goods of a transfer"
    _inherit = ["sipbd.lifecycle.line"]

    document_id = fields.Many2one(
        "sipbd.mutasi", required=True, index=True, ondelete="cascade"
    )
