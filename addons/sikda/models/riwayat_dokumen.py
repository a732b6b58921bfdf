from odoo import fields, models


class RiwayatDokumen(models.Model):
    """A document of the digital file, by SIASN document code."""

    _name = "sikda.riwayat.dokumen"
    _description = "Documents"
    _inherit = "sikda.riwayat"
    _rec_name = "nama"

    jenis_id = fields.Many2one(
        "sikda.dokumen.jenis", string="Document", required=True, ondelete="restrict"
    )
    nama = fields.Char(string="Title of the document")
