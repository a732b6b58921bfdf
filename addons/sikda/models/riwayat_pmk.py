from odoo import fields, models

from .access import PRIVATE


class RiwayatPmk(models.Model):
    """Peninjauan masa kerja: earlier service that is counted."""

    _name = "sikda.riwayat.pmk"
    _description = "History of PMK"
    _inherit = "sikda.riwayat"
    _projects = True

    pengalaman = fields.Char(string="Service elsewhere")
    tanggal_awal = fields.Date(string="From")
    tanggal_akhir = fields.Date(string="Until")
    tambah_tahun = fields.Integer(string="Counted (years)", aggregator=None)
    tambah_bulan = fields.Integer(string="Counted (months)", aggregator=None)
    mkg_tahun = fields.Integer(string="Masa kerja after it (years)", aggregator=None)
    mkg_bulan = fields.Integer(string="Masa kerja after it (months)", aggregator=None)
    gaji = fields.Integer(string="Basic pay", aggregator=None, groups=PRIVATE)
    pertek_nomor = fields.Char(string="Pertek number")
    pertek_tanggal = fields.Date(string="Pertek date")

    _mkg_range = models.Constraint(
        "check(mkg_tahun between 0 and 60 and mkg_bulan between 0 and 11)",
        "Masa kerja: up to 60 years, and 0 to 11 months.",
    )
