from odoo import fields, models


class RiwayatHukdis(models.Model):
    """Punishments under PP 94/2021 and the rules before it."""

    _name = "sikda.riwayat.hukdis"
    _description = "Disciplinary punishments"
    _inherit = "sikda.riwayat"
    _bkd_only = True

    jenis_id = fields.Many2one(
        "sikda.jenis.hukdis", string="Punishment", required=True, ondelete="restrict"
    )
    tingkat = fields.Selection(related="jenis_id.level", string="Level")
    tmt_akhir = fields.Date(string="Until")
    masa_tahun = fields.Integer(string="Years", aggregator=None)
    masa_bulan = fields.Integer(string="Months", aggregator=None)
    peraturan = fields.Char(string="Regulation", help="Number of the PP.")
    alasan = fields.Char(string="Reason")
    golongan_lama_id = fields.Many2one(
        "sikda.golongan", string="Golongan before", ondelete="restrict"
    )
    batal_nomor = fields.Char(string="Revoked by SK")
    batal_tanggal = fields.Date(string="Revoked on")

    _dates_in_order = models.Constraint(
        "check(tmt_akhir >= tmt)", "A punishment cannot end before it begins."
    )
