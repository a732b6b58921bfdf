from odoo import fields, models


class RiwayatCuti(models.Model):
    """Leave that was granted."""

    _name = "sikda.riwayat.cuti"
    _description = "History of leave"
    _inherit = "sikda.riwayat"

    jenis_id = fields.Many2one(
        "sikda.jenis.cuti", string="Leave", required=True, ondelete="restrict"
    )
    tmt_akhir = fields.Date(string="Until", required=True)
    hari = fields.Integer(string="Days", aggregator="sum")
    tahun = fields.Integer(
        string="Right of the year", aggregator=None, help="Year whose right is used."
    )
    alasan = fields.Char(string="Reason")

    _dates_in_order = models.Constraint(
        "check(tmt_akhir >= tmt)", "Leave cannot end before it begins."
    )
    _tmt_given = models.Constraint("check(tmt IS NOT NULL)", "Give the first day.")
