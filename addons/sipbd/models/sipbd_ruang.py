from odoo import fields, models


class Ruang(models.Model):
    """A room in which assets stand (KIR)."""

    _name = "sipbd.ruang"
    _description = "Room"
    _order = "unit_id, code"

    code = fields.Char(required=True)
    name = fields.Char(required=True, index="trigram")
    unit_id = fields.Many2one(
        "hr.department", string="Unit", required=True, index=True, ondelete="restrict"
    )
    active = fields.Boolean(default=True)

    _code_uniq = models.Constraint(
        "unique(unit_id, code)", "The unit has a room with this code already."
    )
