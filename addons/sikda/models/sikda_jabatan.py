from odoo import api, fields, models
from odoo.exceptions import ValidationError

JENIS = [
    ("struktural", "Struktural"),
    ("fungsional", "Fungsional"),
    ("pelaksana", "Pelaksana"),
]
BUP_DEFAULT = 58


class Jabatan(models.Model):
    """A post of the catalogue: struktural, fungsional or pelaksana."""

    _name = "sikda.jabatan"
    _description = "Jabatan"
    _order = "jenis desc, eselon_id, name"
    _rec_names_search = ["name", "code"]

    name = fields.Char(required=True, index="trigram")
    code = fields.Char(string="SIASN id", index="btree_not_null", copy=False)
    jenis = fields.Selection(JENIS, string="Kind", required=True, index=True)
    eselon_id = fields.Many2one("sikda.eselon", index="btree_not_null")
    jenjang_id = fields.Many2one("sikda.jenjang", index="btree_not_null")
    kelas = fields.Integer(string="Class", aggregator=None)
    bup = fields.Integer(
        string="BUP",
        aggregator=None,
        help="Pension age of this very post; empty: that of the eselon or jenjang.",
    )
    bup_effective = fields.Integer(
        string="BUP in force", compute="_compute_bup_effective"
    )
    legal_basis = fields.Char(help="Regulation that sets the class or the BUP.")
    active = fields.Boolean(default=True)

    _identity = models.UniqueIndex(
        "(jenis, lower(name), coalesce(eselon_id, 0), coalesce(jenjang_id, 0))",
        "This post is in the catalogue already.",
    )
    _bup_plausible = models.Constraint(
        "check(bup = 0 or bup between 50 and 75)", "A BUP lies between 50 and 75."
    )
    _kelas_range = models.Constraint(
        "check(kelas between 0 and 17)", "Classes of posts run from 1 to 17."
    )

    @api.depends("bup", "eselon_id.bup", "jenjang_id.bup")
    def _compute_bup_effective(self):
        for jabatan in self:
            jabatan.bup_effective = (
                jabatan.bup
                or jabatan.eselon_id.bup
                or jabatan.jenjang_id.bup
                or BUP_DEFAULT
            )

    @api.constrains("jenis", "eselon_id", "jenjang_id")
    def _check_level(self):
        for jabatan in self:
            if (jabatan.eselon_id and jabatan.jenis != "struktural") or (
                jabatan.jenjang_id and jabatan.jenis != "fungsional"
            ):
                raise ValidationError(
                    self.env._(
                        "%(jabatan)s: an eselon belongs to a structural post, a "
                        "jenjang to a functional one.",
                        jabatan=jabatan.name,
                    )
                )
