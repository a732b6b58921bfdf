from odoo import api, fields, models

LEVELS = [("ringan", "Light"), ("sedang", "Medium"), ("berat", "Heavy")]


class JenisHukdis(models.Model):
    """Kind of disciplinary punishment; those of repealed rules stay for history."""

    _name = "sikda.jenis.hukdis"
    _description = "Kind of disciplinary punishment"
    _inherit = "sikda.published"

    level = fields.Selection(LEVELS, required=True)
    duration_months = fields.Integer(aggregator=None)
    in_force = fields.Boolean(help="Can still be imposed under PP 94/2021.")
    legal_basis = fields.Char()

    _code_uniq = models.UniqueIndex("(code)", "This code exists already.")

    @api.model
    def _load_published(self):
        self._add_published(
            [
                {
                    "code": row["code"],
                    "name": row["name"],
                    "sequence": int(row["code"]),
                    "level": row["level"],
                    "duration_months": int(row["duration_months"] or 0),
                    "in_force": row["in_force_pp94"] == "1",
                    "legal_basis": row["regulation"],
                }
                for row in self._published_rows("hukuman_disiplin")
            ]
        )
