from odoo import fields, models


class RiwayatCltn(models.Model):
    """Leave outside the care of the state (cuti di luar tanggungan negara)."""

    _name = "sikda.riwayat.cltn"
    _description = "History of CLTN"
    _inherit = "sikda.riwayat"
    _projects = True

    tmt_akhir = fields.Date(string="Until", required=True)
    tanggal_aktif = fields.Date(string="Back in service")
    perpanjangan = fields.Boolean(string="Extension")
    pertek_nomor = fields.Char(string="Pertek number")
    pertek_tanggal = fields.Date(string="Pertek date")

    _dates_in_order = models.Constraint(
        "check(tmt_akhir >= tmt)", "CLTN cannot end before it begins."
    )
    _tmt_given = models.Constraint("check(tmt IS NOT NULL)", "Give the TMT.")
    # A day without end is written 31-12-9999 here and there: nothing is reckoned by it.
    _dates_plausible = models.Constraint(
        "check(tmt_akhir < '2200-01-01'"
        " and tanggal_aktif between '1900-01-01' and '2199-12-31')",
        "Give the dates of the SK: they lie between 1900 and 2200.",
    )
