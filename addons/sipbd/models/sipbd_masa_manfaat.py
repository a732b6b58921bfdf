import csv

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools.misc import file_open

from ..rules import kode as kode_rules
from ..rules.masa_manfaat import Life, Lives

FILE = "sipbd/data/masa_manfaat.csv"
SINCE_EVER = "1900-01-01"
STATUS_OF_FILE = {
    "CONFIRMED": "confirmed",
    "CORROBORATED": "corroborated",
    "CONTRADICTED": "contradicted",
    "RECALLED_UNVERIFIED": "recalled",
    "ASSUMED_NOT_IN_TABLE": "assumed",
}


class MasaManfaat(models.Model):
    """Useful life of the goods whose code begins with a prefix, from a day on.

    Of two that hold on a day the one that began later counts, so that a new regulation
    is entered without touching what held before.
    """

    _name = "sipbd.masa.manfaat"
    _description = "Useful life"
    _inherit = ["sipbd.susut.setting"]
    _order = "prefix, date_from desc"
    _rec_name = "prefix"
    _rec_names_search = ["prefix", "name"]

    prefix = fields.Char(
        string="Code", required=True, help="Beginning of the codes of goods."
    )
    name = fields.Char(required=True)
    years = fields.Float(digits=(6, 2), string="Life (years)", required=True)
    date_from = fields.Date(string="From", required=True, default=SINCE_EVER)
    date_to = fields.Date(string="Until")

    _one_per_day = models.UniqueIndex(
        "(prefix, date_from)", "This code has a life from this day already."
    )
    _years_above_zero = models.Constraint(
        "check(years > 0 AND years <= 200)",
        "A useful life is above zero and at most 200 years.",
    )
    _dates_in_order = models.Constraint(
        "check(date_to >= date_from)", "It ends before it begins."
    )

    @api.constrains("prefix", "years")
    def _check_life(self):
        for life in self:
            self._check_prefix(life.prefix)
            if round(life.years * 12, 6) % 1:
                raise ValidationError(
                    self.env._("A useful life is a whole number of months.")
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_printed_refused(self):
        """:raises UserError: for a life that held in a period that is closed"""
        periods = self.env["sipbd.period"].sudo()
        last = periods.search([("state", "=", "closed")], limit=1)
        for life in self if last else ():
            if life.date_from <= last.date_to and life.create_date <= last.closed_at:
                raise UserError(
                    self.env._(
                        "The life of %(prefix)s is printed in lists of periods that "
                        "are closed. Give it a last day instead of deleting it.",
                        prefix=life.prefix,
                    )
                )

    @api.model
    def _check_prefix(self, prefix):
        if not kode_rules.is_valid(prefix):
            raise ValidationError(
                self.env._(
                    "%(prefix)s is not the beginning of a code of goods: write it "
                    "like 1.3.5.07.",
                    prefix=prefix,
                )
            )

    @api.model
    def _lives(self):
        """The table as a plain value."""
        return Lives(
            Life(
                life.prefix,
                round(life.years * 12),
                life.date_from,
                life.date_to or fields.Date.to_date("9999-12-31"),
            )
            for life in self.sudo().search([])
        )

    @api.model
    def _load_defaults(self):
        """Enter the lives that are shipped, into a table that is still empty."""
        if self.sudo().search_count([], limit=1):
            return
        with file_open(FILE, "r") as lines:
            self.sudo().create(
                [
                    {
                        "prefix": row["code_prefix"],
                        "name": row["name"],
                        "years": float(row["useful_life_years"]),
                        "legal_basis": _basis(row),
                        "status": STATUS_OF_FILE[row["status"]],
                    }
                    for row in csv.DictReader(lines)
                ]
            )


def _basis(row):
    """The source of a row, with who says otherwise."""
    source = "-" if row["source_table"] == "none" else row["source_table"]
    differs = row["sources_differ"]
    return f"{source} ({differs})" if differs else source
