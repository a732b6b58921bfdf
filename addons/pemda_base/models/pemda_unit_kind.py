from odoo import fields, models


class UnitKind(models.Model):
    """Kind of a unit: dinas, kecamatan, UPT, puskesmas, school, bidang ..."""

    _name = "pemda.unit.kind"
    _description = "Kind of unit"
    _order = "sequence, name"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(required=True)
    sequence = fields.Integer(default=50)
    role = fields.Selection(
        selection=[
            ("pemda", "The regional government itself"),
            ("pengelola", "Pengelola barang"),
            ("pengguna", "Pengguna barang (OPD)"),
            ("kuasa", "Kuasa pengguna barang"),
            ("lain", "Part of a unit"),
        ],
        required=True,
        default="lain",
        help="Role in the management of regional property (Permendagri 47/2021 "
        "Pasal 1). A unit without a role of its own belongs to the unit above it.",
    )

    _code_uniq = models.Constraint(
        "unique(code)", "Each kind of unit has its own code."
    )
