from odoo import fields, models


class RiwayatUnit(models.Model):
    """Unit in which a person worked, also without change of post."""

    _name = "sikda.riwayat.unit"
    _description = "History of units"
    _inherit = "sikda.riwayat"
    _projects = True

    unor_id = fields.Many2one(
        "hr.department", string="Unit", required=True, index=True, ondelete="restrict"
    )

    _tmt_given = models.Constraint("check(tmt IS NOT NULL)", "Give the TMT.")
