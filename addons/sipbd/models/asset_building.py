from odoo import fields, models


class Asset(models.Model):
    """Columns of KIB C, buildings."""

    _inherit = "sipbd.asset"

    bertingkat = fields.Selection(
        [("ya", "Several storeys"), ("tidak", "One storey")], string="Storeys"
    )
    jumlah_lantai = fields.Integer(string="Number of floors", aggregator=None)
    beton = fields.Selection([("ya", "Concrete"), ("tidak", "Not concrete")])
    luas_lantai = fields.Float(string="Floor area (m2)", digits=(16, 2))
    tanggal_dokumen = fields.Date(string="Building document date")
    nomor_dokumen = fields.Char(string="Building document number")
    luas_tanah = fields.Float(string="Land area (m2)", digits=(16, 2))
    status_tanah = fields.Char(string="Status of the land")
    kode_tanah = fields.Char(string="Code of the land")
