from odoo import fields, models


class Asset(models.Model):
    """Columns of KIB A, land."""

    _inherit = "sipbd.asset"

    luas = fields.Float(string="Area (m2)", digits=(16, 2))
    letak = fields.Char(string="Location")
    rt_rw = fields.Char(string="RT/RW")
    hak = fields.Char(string="Right", help="Hak pakai or hak pengelolaan.")
    tanggal_sertifikat = fields.Date(string="Certificate date")
    nomor_sertifikat = fields.Char(string="Certificate number")
    penggunaan = fields.Char(string="Use")
