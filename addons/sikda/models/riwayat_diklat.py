from odoo import fields, models


class RiwayatDiklat(models.Model):
    """Training and courses: leadership, functional, technical, kursus."""

    _name = "sikda.riwayat.diklat"
    _description = "History of training"
    _inherit = "sikda.riwayat"
    _rec_name = "nama"

    jenis = fields.Selection(
        [
            ("struktural", "Struktural (PIM, PKA, PKP)"),
            ("fungsional", "Fungsional"),
            ("teknis", "Teknis"),
            ("kursus", "Kursus, seminar, workshop"),
        ],
        string="Kind",
        required=True,
    )
    latihan_id = fields.Many2one(
        "sikda.referensi",
        string="Leadership training",
        domain=[("kind", "=", "latihan_struktural")],
        ondelete="restrict",
    )
    jenis_diklat_id = fields.Many2one(
        "sikda.referensi",
        string="Kind in SIASN",
        domain=[("kind", "=", "jenis_diklat")],
        ondelete="restrict",
    )
    nama = fields.Char(string="Training", required=True)
    jam = fields.Integer(string="Hours", aggregator=None)
    tahun = fields.Integer(string="Year", aggregator=None)
    tanggal_selesai = fields.Date(string="Finished")
    penyelenggara = fields.Char(string="Held by")
    tempat = fields.Char(string="Place")
    nomor = fields.Char(string="Certificate number")
