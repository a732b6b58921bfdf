from odoo import fields, models

from .access import PRIVATE


class RiwayatPerjanjian(models.Model):
    """Work agreement of a PPPK with its golongan and pay."""

    _name = "sikda.riwayat.perjanjian"
    _description = "Agreements of PPPK"
    _inherit = "sikda.riwayat"
    _projects = True

    golongan_id = fields.Many2one(
        "sikda.golongan",
        required=True,
        ondelete="restrict",
        domain=[("family", "=", "pppk")],
    )
    tmt_akhir = fields.Date(string="Until")
    paruh_waktu = fields.Boolean(string="Part-time (paruh waktu)")
    mkg_tahun = fields.Integer(string="Masa kerja (years)", aggregator=None)
    mkg_bulan = fields.Integer(string="Masa kerja (months)", aggregator=None)
    gaji = fields.Integer(string="Basic pay", aggregator=None, groups=PRIVATE)
    pertek_nomor = fields.Char(string="Pertek number")
    pertek_tanggal = fields.Date(string="Pertek date")

    _mkg_range = models.Constraint(
        "check(mkg_tahun between 0 and 60 and mkg_bulan between 0 and 11)",
        "Masa kerja: up to 60 years, and 0 to 11 months.",
    )
    _dates_in_order = models.Constraint(
        "check(tmt_akhir >= tmt)", "An agreement cannot end before it begins."
    )
    _end_given = models.Constraint(
        "check(tmt_akhir IS NOT NULL OR source IN ('siasn', 'impor') OR NOT verified)",
        "Give the day on which the agreement ends.",
    )
    _tmt_given = models.Constraint("check(tmt IS NOT NULL)", "Give the TMT.")
