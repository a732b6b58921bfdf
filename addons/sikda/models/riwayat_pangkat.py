from odoo import fields, models

from .access import PRIVATE


class RiwayatPangkat(models.Model):
    """Golongan/ruang and pangkat of PNS, by SK of CPNS, PNS or kenaikan pangkat."""

    _name = "sikda.riwayat.pangkat"
    _description = "History of pangkat"
    _inherit = "sikda.riwayat"
    _projects = True

    golongan_id = fields.Many2one(
        "sikda.golongan",
        required=True,
        ondelete="restrict",
        domain=[("family", "=", "pns")],
    )
    pangkat = fields.Char(related="golongan_id.pangkat")
    jenis_kp_id = fields.Many2one(
        "sikda.referensi",
        string="Kind of KP",
        domain=[("kind", "=", "jenis_kp")],
        ondelete="restrict",
    )
    mkg_tahun = fields.Integer(string="Masa kerja (years)", aggregator=None)
    mkg_bulan = fields.Integer(string="Masa kerja (months)", aggregator=None)
    gaji = fields.Integer(string="Basic pay", aggregator=None, groups=PRIVATE)
    pertek_nomor = fields.Char(string="Pertek number")
    pertek_tanggal = fields.Date(string="Pertek date")
    ak_utama = fields.Float(string="Angka kredit (utama)", aggregator=None)
    ak_tambahan = fields.Float(string="Angka kredit (tambahan)", aggregator=None)

    _mkg_range = models.Constraint(
        "check(mkg_tahun between 0 and 60 and mkg_bulan between 0 and 11)",
        "Masa kerja: up to 60 years, and 0 to 11 months.",
    )
    _tmt_given = models.Constraint("check(tmt IS NOT NULL)", "Give the TMT.")
