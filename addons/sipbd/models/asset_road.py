from odoo import fields, models


class Asset(models.Model):
    """Columns of KIB D, roads, irrigation and networks."""

    _inherit = "sipbd.asset"

    konstruksi = fields.Char(string="Construction")
    panjang_km = fields.Float(string="Length (km)", digits=(16, 3))
    lebar_m = fields.Float(string="Width (m)", digits=(16, 2), aggregator=None)
