from odoo import fields, models


class RiwayatOrganisasi(models.Model):
    """Membership of organisations."""

    _name = "sikda.riwayat.organisasi"
    _description = "History of organisations"
    _inherit = "sikda.riwayat"
    _rec_name = "nama"

    nama = fields.Char(string="Organisation", required=True)
    kedudukan = fields.Char(string="Position in it")
    tmt_akhir = fields.Date(string="Until")
    tempat = fields.Char(string="Place")
    pimpinan = fields.Char(string="Head of the organisation")
