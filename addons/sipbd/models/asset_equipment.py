from odoo import fields, models

from .trigram_index import trigram_index


class Asset(models.Model):
    """Columns of KIB B, equipment and machines."""

    _inherit = "sipbd.asset"

    merk_type = fields.Char(string="Make/type")
    ukuran_cc = fields.Char(string="Size/CC")
    bahan = fields.Char(string="Material")
    nomor_pabrik = fields.Char(string="Factory number")
    nomor_rangka = fields.Char(string="Chassis number")
    nomor_mesin = fields.Char(string="Engine number")
    nomor_polisi = fields.Char(string="Plate number")
    nomor_bpkb = fields.Char(string="BPKB number")

    _merk_type_trigram = trigram_index("merk_type")
    _nomor_polisi_trigram = trigram_index("nomor_polisi")
