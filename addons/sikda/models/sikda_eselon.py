from odoo import api, fields, models


class Eselon(models.Model):
    """Level of a managerial post; still the code of SIASN, TPP and reports."""

    _name = "sikda.eselon"
    _description = "Eselon"
    _inherit = "sikda.published"

    jabatan_asn = fields.Char(string="Level of post", help="As UU 20/2023 names it.")
    rank = fields.Integer(
        required=True, aggregator=None, help="1 is the highest (I.a)."
    )
    golongan_min_id = fields.Many2one("sikda.golongan", string="Lowest golongan")
    golongan_max_id = fields.Many2one("sikda.golongan", string="Highest golongan")
    bup = fields.Integer(string="BUP", aggregator=None)
    legal_basis = fields.Char(default="PP 100/2000 jo PP 13/2002; UU 20/2023")

    _code_uniq = models.UniqueIndex("(code)", "This code exists already.")

    @api.model
    def _load_published(self):
        golongan = self.env["sikda.golongan"]._pns_ids()
        rows = [
            row
            for row in self._published_rows("eselon")
            if row["eselon"] != "NON"  # "no eselon" is an empty field here
        ]
        self._add_published(
            [
                {
                    "code": row["code"],
                    "name": row["eselon"],
                    "jabatan_asn": row["jabatan_asn"],
                    "rank": rank,
                    "sequence": rank,
                    "golongan_min_id": golongan.get(row["golongan_min"]),
                    "golongan_max_id": golongan.get(row["golongan_max"]),
                    "bup": int(row["bup"] or 0),
                }
                for rank, row in enumerate(rows, 1)
            ]
        )
