from odoo import api, fields, models

SHORT = {
    "05": "SD",
    "10": "SLTP",
    "12": "SLTP Kejuruan",
    "15": "SLTA",
    "17": "SLTA Kejuruan",
    "18": "SLTA Keguruan",
    "20": "D-I",
    "25": "D-II",
    "30": "D-III",
    "35": "D-IV",
    "40": "S-1",
    "42": "Profesi",
    "45": "S-2",
    "47": "Spesialis",
    "49": "Subspesialis",
    "50": "S-3",
}


class PendidikanTingkat(models.Model):
    """Level of education, with the golongan where KP reguler begins and ends."""

    _name = "sikda.pendidikan.tingkat"
    _description = "Level of education"
    _inherit = "sikda.published"
    _rec_names_search = ["singkatan", "name", "code"]

    singkatan = fields.Char(string="In lists", help="As lists print it: S-1.")
    rank = fields.Integer(required=True, aggregator=None, help="1 is the lowest.")
    kp_start_id = fields.Many2one("sikda.golongan", string="First golongan")
    kp_max_id = fields.Many2one("sikda.golongan", string="Ceiling of KP reguler")
    legal_basis = fields.Char(default="PP 99/2000 jo PP 12/2002")

    _code_uniq = models.UniqueIndex("(code)", "This code exists already.")

    @api.model
    def _load_published(self):
        golongan = self.env["sikda.golongan"]._pns_ids()
        self._add_published(
            [
                {
                    "code": row["code"],
                    "name": row["name"],
                    "singkatan": SHORT[row["code"]],
                    "rank": int(row["order"]),
                    "sequence": int(row["order"]),
                    "kp_start_id": golongan[row["kp_reguler_start"]],
                    "kp_max_id": golongan[row["kp_reguler_max"]],
                }
                for row in self._published_rows("pendidikan_tingkat")
            ]
        )
