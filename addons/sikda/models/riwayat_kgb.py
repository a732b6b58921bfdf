from odoo import fields, models


class RiwayatKgb(models.Model):
    """Kenaikan gaji berkala: pay by masa kerja, by letter of the head of office."""

    _name = "sikda.riwayat.kgb"
    _description = "History of KGB"
    _inherit = "sikda.riwayat"
    _projects = True

    golongan_id = fields.Many2one("sikda.golongan", ondelete="restrict")
    mkg_tahun = fields.Integer(
        string="Masa kerja (years)", required=True, aggregator=None
    )
    mkg_bulan = fields.Integer(string="Masa kerja (months)", aggregator=None)
    gaji_lama = fields.Integer(string="Former basic pay", aggregator=None)
    gaji = fields.Integer(string="Basic pay", required=True, aggregator=None)
    dasar = fields.Selection(
        [("kgb", "KGB"), ("inpassing", "Inpassing"), ("kp", "KP")],
        string="Ground",
        default="kgb",
    )

    _mkg_range = models.Constraint(
        "check(mkg_tahun between 0 and 60 and mkg_bulan between 0 and 11)",
        "Masa kerja: up to 60 years, and 0 to 11 months.",
    )
    _tmt_given = models.Constraint("check(tmt IS NOT NULL)", "Give the TMT.")
