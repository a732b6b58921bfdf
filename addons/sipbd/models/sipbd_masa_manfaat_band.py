import csv
from decimal import Decimal

from odoo import api, fields, models
from odoo.tools.misc import file_open

from ..rules.masa_manfaat import Band, Bands
from .sipbd_masa_manfaat import SINCE_EVER

FILE = "sipbd/data/perbaikan_masa_manfaat_kmk295.csv"
SOURCE = "KMK 295/KM.6/2019 Tabel II"


class MasaManfaatBand(models.Model):
    """Years that an improvement adds, by the share it has of the value."""

    _name = "sipbd.masa.manfaat.band"
    _description = "Life added by an improvement"
    _inherit = ["sipbd.susut.setting"]
    _order = "prefix, date_from desc, pct_from"
    _rec_name = "prefix"
    _rec_names_search = ["prefix", "name"]

    prefix = fields.Char(
        string="Code", required=True, help="Beginning of the codes of goods."
    )
    name = fields.Char(required=True)
    jenis = fields.Char(string="Kind of improvement", help="Overhaul, renovasi ...")
    pct_from = fields.Float(string="Above (%)", digits=(7, 2), required=True)
    pct_to = fields.Float(
        string="Up to (%)",
        digits=(7, 2),
        help="This percentage included; 0: without end.",
    )
    years = fields.Integer(string="Years added", required=True, aggregator=None)
    date_from = fields.Date(string="From", required=True, default=SINCE_EVER)
    date_to = fields.Date(string="Until")

    _one_per_step = models.UniqueIndex(
        "(prefix, date_from, pct_from)",
        "This code has such a step from this day already.",
    )
    _years_not_negative = models.Constraint(
        "check(years BETWEEN 0 AND 200)", "Years added are 0 to 200."
    )
    _percent_in_order = models.Constraint(
        "check(pct_from >= 0 AND (pct_to = 0 OR pct_to > pct_from))",
        "The upper percentage is above the lower one.",
    )
    _dates_in_order = models.Constraint(
        "check(date_to >= date_from)", "It ends before it begins."
    )

    @api.constrains("prefix")
    def _check_band(self):
        for band in self:
            self.env["sipbd.masa.manfaat"]._check_prefix(band.prefix)

    @api.model
    def _bands(self):
        """The table as a plain value."""
        return Bands(
            Band(
                band.prefix,
                Decimal(str(band.pct_from)),
                Decimal(str(band.pct_to)) if band.pct_to else None,
                band.years * 12,
                band.date_from,
                band.date_to or fields.Date.to_date("9999-12-31"),
            )
            for band in self.sudo().search([])
        )

    @api.model
    def _load_defaults(self):
        """Enter the bands that are shipped, into a table that is still empty."""
        if self.sudo().search_count([], limit=1):
            return
        with file_open(FILE, "r") as lines:
            self.sudo().create(
                [
                    {
                        "prefix": row["code_prefix"],
                        "name": row["name"],
                        "jenis": row["jenis_perbaikan"],
                        "pct_from": float(row["pct_from"]),
                        "pct_to": float(row["pct_to"] or 0),
                        "years": int(row["extra_years"]),
                        "legal_basis": SOURCE,
                        "status": "corroborated",
                    }
                    for row in csv.DictReader(lines)
                ]
            )
