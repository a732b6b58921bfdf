from odoo import fields, models


class RiwayatBahasa(models.Model):
    """Languages that a person knows."""

    _name = "sikda.riwayat.bahasa"
    _description = "Languages"
    _inherit = "sikda.riwayat"
    _rec_name = "nama"

    jenis = fields.Selection(
        [("asing", "Foreign language"), ("daerah", "Regional language")], string="Kind"
    )
    nama = fields.Char(string="Language", required=True)
    kemampuan = fields.Selection(
        [("aktif", "Active"), ("pasif", "Passive")], string="Command"
    )
