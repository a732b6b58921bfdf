from odoo import fields, models


class HapusBatalLine(models.Model):
    """One of the goods whose write-off is cancelled, as the write-off has it."""

    _name = "sipbd.hapus.batal.line"
    _description = "Goods that come back"
    _inherit = ["sipbd.lifecycle.line"]

    document_id = fields.Many2one(
        "sipbd.hapus.batal",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
