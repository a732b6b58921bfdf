from odoo import api, fields, models

GROUPS = [
    ("active", "Active"),
    ("suspended", "Suspended"),
    ("candidate", "Not yet in service"),
    ("ended", "Ended"),
    ("other", "Other"),
]


class KedudukanHukum(models.Model):
    """Legal position of a civil servant, with the lists in which it counts."""

    _name = "sikda.kedudukan.hukum"
    _description = "Kedudukan hukum"
    _inherit = "sikda.published"

    group = fields.Selection(GROUPS, required=True)
    in_lists = fields.Boolean(
        string="In lists of personnel",
        help="Counts as personnel in nominatif and recapitulations.",
    )
    in_duk = fields.Boolean(string="In the DUK")

    _code_uniq = models.UniqueIndex("(code)", "This code exists already.")

    @api.model
    def _load_published(self):
        """The grouping is a proposal: SIASN publishes codes and names only."""
        self._add_published(
            [
                {
                    "code": row["code"],
                    "name": row["name"],
                    "sequence": int(row["code"]),
                    "group": row["suggested_group"],
                    "in_lists": row["suggested_group"] in ("active", "suspended"),
                    "in_duk": row["suggested_group"] == "active",
                }
                for row in self._published_rows("kedudukan_hukum")
            ]
        )
