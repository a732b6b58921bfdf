from odoo import api, fields, models


class Jenjang(models.Model):
    """Level of a functional post (jabatan fungsional)."""

    _name = "sikda.jenjang"
    _description = "Jenjang of functional posts"
    _inherit = "sikda.published"

    kategori = fields.Selection(
        [("keterampilan", "Keterampilan"), ("keahlian", "Keahlian")], required=True
    )
    rank = fields.Integer(
        required=True, aggregator=None, help="1 is the lowest (Pemula)."
    )
    golongan_min_id = fields.Many2one("sikda.golongan", string="Lowest golongan")
    golongan_max_id = fields.Many2one("sikda.golongan", string="Highest golongan")
    bup = fields.Integer(string="BUP", aggregator=None)
    ak_koefisien = fields.Float(
        string="Angka kredit a year", digits=(6, 3), aggregator=None
    )
    legal_basis = fields.Char(default="PermenPANRB 1/2023; PP 11/2017 Pasal 239")

    _code_uniq = models.UniqueIndex("(code)", "This code exists already.")

    @api.model
    def _load_published(self):
        golongan = self.env["sikda.golongan"]._pns_ids()
        self._add_published(
            [
                {
                    "code": row["siasn_code"],
                    "name": row["jenjang"],
                    "kategori": row["kategori"],
                    "rank": rank,
                    "sequence": rank,
                    "golongan_min_id": golongan[row["golongan_min"]],
                    "golongan_max_id": golongan[row["golongan_max"]],
                    "bup": int(row["bup"]),
                    "ak_koefisien": float(row["ak_koefisien_per_tahun"]),
                }
                for rank, row in enumerate(self._published_rows("jenjang_jf"), 1)
            ]
        )
