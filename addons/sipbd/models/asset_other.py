from odoo import fields, models


class Asset(models.Model):
    """Columns of KIB E: books, art and culture, animals and plants."""

    _inherit = "sipbd.asset"

    judul_pencipta = fields.Char(string="Title/author")
    spesifikasi = fields.Char(string="Specification")
    asal_daerah = fields.Char(string="Region of origin")
    pencipta = fields.Char(string="Artist")
    jenis_hewan = fields.Char(string="Kind of animal or plant")
    ukuran_hewan = fields.Char(string="Size of animal or plant")
