import csv

from odoo import api, fields, models
from odoo.tools.misc import file_open

# file, family, first day, legal basis
TABLES = [
    ("gaji_pokok_pns_2024", "pns", "2024-01-01", "PP 5/2024"),
    ("gaji_pokok_pppk_2024", "pppk", "2024-01-01", "Perpres 11/2024"),
]


class Gaji(models.Model):
    """A cell of a table of basic pay: golongan, masa kerja, and how long in force."""

    _name = "sikda.gaji"
    _description = "Basic pay"
    _order = "date_from desc, golongan_id, mkg"

    golongan_id = fields.Many2one(
        "sikda.golongan", required=True, index=True, ondelete="restrict"
    )
    mkg = fields.Integer(string="Masa kerja (years)", required=True, aggregator=None)
    amount = fields.Integer(string="Basic pay (Rp)", required=True, aggregator=None)
    date_from = fields.Date(string="In force from", required=True)
    date_to = fields.Date(string="In force until")
    legal_basis = fields.Char(required=True)

    _cell_uniq = models.UniqueIndex(
        "(golongan_id, mkg, date_from)", "This cell of the table exists already."
    )
    _dates_in_order = models.Constraint(
        "check(date_to >= date_from)", "A table cannot end before it begins."
    )

    @api.depends("golongan_id.name", "mkg", "amount")
    def _compute_display_name(self):
        for cell in self:
            cell.display_name = f"{cell.golongan_id.name}, {cell.mkg}: {cell.amount}"

    @api.model
    def _load_published(self):
        """Tables that are not in the register yet, whole."""
        for name, family, date_from, legal_basis in TABLES:
            if self.search_count([("legal_basis", "=", legal_basis)], limit=1):
                continue
            golongan = {
                g.name: g.id
                for g in self.env["sikda.golongan"].search([("family", "=", family)])
            }
            with file_open(f"sikda/data/{name}.csv", "r") as rows:
                self.create(
                    [
                        {
                            "golongan_id": golongan[row["golongan"]],
                            "mkg": int(row["mkg_years"]),
                            "amount": int(row["amount_idr"]),
                            "date_from": date_from,
                            "legal_basis": legal_basis,
                        }
                        for row in csv.DictReader(rows)
                    ]
                )
