from odoo import fields, models


class RiwayatPenghargaan(models.Model):
    """Satyalancana and other awards."""

    _name = "sikda.riwayat.penghargaan"
    _description = "History of awards"
    _inherit = "sikda.riwayat"

    jenis_id = fields.Many2one(
        "sikda.referensi",
        string="Award",
        domain=[("kind", "=", "jenis_penghargaan")],
        ondelete="restrict",
    )
    nama = fields.Char(string="Name of the award")
    tahun = fields.Integer(string="Year", aggregator=None)
