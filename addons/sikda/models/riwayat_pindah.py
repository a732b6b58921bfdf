from odoo import fields, models


class RiwayatPindah(models.Model):
    """Moves from and to other authorities (pindah instansi)."""

    _name = "sikda.riwayat.pindah"
    _description = "History of moves"
    _inherit = "sikda.riwayat"
    _projects = True

    arah = fields.Selection(
        [("masuk", "Came to this pemda"), ("keluar", "Left this pemda")],
        string="Direction",
        required=True,
    )
    instansi_lama = fields.Char(string="From authority")
    instansi_baru = fields.Char(string="To authority")
    pertek_nomor = fields.Char(string="Pertek number")
    pertek_tanggal = fields.Date(string="Pertek date")
    rincian = fields.Json(string="SIASN detail")

    _tmt_given = models.Constraint("check(tmt IS NOT NULL)", "Give the TMT.")
