from odoo import api, fields, models

FAMILIES = [("pns", "PNS"), ("pppk", "PPPK")]


class Golongan(models.Model):
    """Golongan/ruang of PNS with its pangkat, or golongan of PPPK."""

    _name = "sikda.golongan"
    _description = "Golongan"
    _inherit = "sikda.published"
    _order = "family, rank"

    pangkat = fields.Char(help="Name of the rank; PPPK have none.")
    family = fields.Selection(FAMILIES, required=True)
    rank = fields.Integer(
        required=True, aggregator=None, help="1 is the lowest of its family."
    )
    kelompok = fields.Char(help="I to IV, the golongan without ruang; PNS only.")
    pay_peer_id = fields.Many2one(
        "sikda.golongan",
        string="Same pay rows as",
        help="Golongan of PNS with the same rows of masa kerja.",
    )

    _code_uniq = models.UniqueIndex("(family, code)", "This code exists already.")
    _name_uniq = models.UniqueIndex("(family, name)", "This golongan exists already.")

    @api.depends("name", "pangkat")
    @api.depends_context("golongan_short")
    def _compute_display_name(self):
        """With the name of the rank, which narrow columns of lists leave out."""
        short = self.env.context.get("golongan_short")
        for golongan in self:
            golongan.display_name = (
                f"{golongan.name} ({golongan.pangkat})"
                if golongan.pangkat and not short
                else golongan.name
            )

    @api.model
    def _pns_ids(self):
        """Ids of the golongan of PNS by name: III/a -> id."""
        return {each.name: each.id for each in self.search([("family", "=", "pns")])}

    @api.model
    def _load_published(self):
        """PP 99/2000 jo 12/2002, and Perpres 98/2020 jo 11/2024."""
        key = ("family", "code")
        self._add_published(
            [
                {
                    "family": "pns",
                    "code": row["code"],
                    "name": row["ruang"],
                    "pangkat": row["pangkat"],
                    "rank": int(row["order"]),
                    "sequence": int(row["order"]),
                    "kelompok": row["group"],
                }
                for row in self._published_rows("pangkat_golongan")
            ],
            key,
        )
        peers = self._pns_ids()
        self._add_published(
            [
                {
                    "family": "pppk",
                    "code": row["code"],
                    "name": row["code"],
                    "rank": int(row["order"]),
                    "sequence": 100 + int(row["order"]),
                    "pay_peer_id": peers[row["pns_pay_table_peer"]],
                }
                for row in self._published_rows("golongan_pppk")
            ],
            key,
        )
