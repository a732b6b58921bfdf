from odoo import fields, models


class Asset(models.Model):
    """Columns of KIB B, equipment and machines."""

    _inherit = "sipbd.asset"

    merk_type = fields.Char(string="Make/type", index="trigram")
    ukuran_cc = fields.Char(string="Size/CC")
    bahan = fields.Char(string="Material")
    nomor_pabrik = fields.Char(string="Factory number")
    nomor_rangka = fields.Char(string="Chassis number")
    nomor_mesin = fields.Char(string="Engine number")
    nomor_polisi = fields.Char(string="Plate number", index="trigram")
    nomor_bpkb = fields.Char(string="BPKB number")
