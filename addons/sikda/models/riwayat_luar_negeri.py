from odoo import fields, models


class RiwayatLuarNegeri(models.Model):
    """Assignments and journeys abroad."""

    _name = "sikda.riwayat.luar.negeri"
    _description = "Journeys abroad"
    _inherit = "sikda.riwayat"
    _rec_name = "negara"

    negara = fields.Char(string="Country", required=True)
    tujuan = fields.Char(string="Purpose")
    tmt_akhir = fields.Date(string="Until")
    sponsor = fields.Char(string="Paid by")
