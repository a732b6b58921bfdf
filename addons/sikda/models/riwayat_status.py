from odoo import fields, models

from .hr_version import STATUS


class RiwayatStatus(models.Model):
    """Status as civil servant and legal position (kedudukan hukum)."""

    _name = "sikda.riwayat.status"
    _description = "History of status"
    _inherit = "sikda.riwayat"
    _projects = True

    status_asn = fields.Selection(STATUS, string="Status")
    kedudukan_hukum_id = fields.Many2one(
        "sikda.kedudukan.hukum",
        string="Legal position (kedudukan hukum)",
        ondelete="restrict",
    )

    _something = models.Constraint(
        "check(status_asn IS NOT NULL OR kedudukan_hukum_id IS NOT NULL)",
        "Name the status or the legal position.",
    )
    _tmt_given = models.Constraint("check(tmt IS NOT NULL)", "Give the TMT.")
