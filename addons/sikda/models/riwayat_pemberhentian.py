from odoo import fields, models


class RiwayatPemberhentian(models.Model):
    """Pension and other ends of service."""

    _name = "sikda.riwayat.pemberhentian"
    _description = "History of discharge"
    _inherit = "sikda.riwayat"
    _projects = True
    _bkd_only = True

    jenis_id = fields.Many2one(
        "sikda.referensi",
        string="Kind of discharge",
        domain=[("kind", "=", "jenis_pemberhentian")],
        ondelete="restrict",
    )
    kedudukan_hukum_id = fields.Many2one(
        "sikda.kedudukan.hukum",
        string="Legal position (kedudukan hukum)",
        required=True,
        ondelete="restrict",
    )

    _tmt_given = models.Constraint("check(tmt IS NOT NULL)", "Give the TMT.")
