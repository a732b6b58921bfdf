from odoo import fields, models


class Formasi(models.Model):
    """How many holders of a post a unit needs (kebutuhan, from ABK)."""

    _name = "sikda.formasi"
    _description = "Formasi"
    _order = "unit_id, jabatan_id"
    _rec_name = "jabatan_id"

    unit_id = fields.Many2one(
        "hr.department", required=True, index=True, ondelete="restrict"
    )
    jabatan_id = fields.Many2one(
        "sikda.jabatan", required=True, index=True, ondelete="restrict"
    )
    kebutuhan = fields.Integer(string="Needed (ABK)", required=True, default=1)
    legal_basis = fields.Char(help="Decree that sets the need.")
    active = fields.Boolean(default=True)

    _post_uniq = models.UniqueIndex(
        "(unit_id, jabatan_id) WHERE active",
        "The unit has this post in its formasi already.",
    )
    _kebutuhan_positive = models.Constraint(
        "check(kebutuhan >= 0)", "A need cannot be negative."
    )
