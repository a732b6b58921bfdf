from odoo import fields, models


class Asset(models.Model):
    """Columns of KIB F, construction in progress."""

    _inherit = "sipbd.asset"

    bangunan = fields.Selection(
        [("P", "Permanent (P)"), ("SP", "Semi-permanent (SP)"), ("D", "Makeshift (D)")],
        string="Building",
    )
    tanggal_mulai = fields.Date(string="Started on")
    nilai_kontrak = fields.Float(string="Contract value", digits=(20, 2))
