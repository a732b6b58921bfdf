from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..rules import kode as kode_rules
from ..rules import susut_line as line
from ..rules import susut_policy as rules
from ..rules.penyusutan import Rules
from .sipbd_period import MONTHS

PREFIXES = ("excluded", "included", "frozen", "intangible")
FIRST_PERIOD = [
    (rules.FULL, "Counts in full"),
    (rules.NEXT, "Does not count: charged from the next one"),
]


class PenyusutanPolicy(models.Model):
    """How this pemda depreciates, from a year on.

    See ``rules/susut_policy.py``. A policy that a closed period was computed by is
    not changed any more: a new one begins with a later year.
    """

    _name = "sipbd.penyusutan.policy"
    _description = "Depreciation policy"
    _inherit = ["sipbd.susut.setting"]
    _order = "date_from desc"
    _rec_name = "date_from"

    date_from = fields.Date(
        string="From",
        required=True,
        help="First of January of a year. The earliest policy holds for all years "
        "before it as well.",
    )
    months = fields.Selection(
        selection=MONTHS, string="Charged per", required=True, default="6"
    )
    first_period = fields.Selection(
        selection=FIRST_PERIOD,
        string="Period of acquisition",
        required=True,
        default=rules.FULL,
    )
    atb = fields.Boolean(string="Intangible assets are amortised", default=True)
    first_period_atb = fields.Selection(
        selection=FIRST_PERIOD,
        string="Period of acquisition, intangible assets",
        required=True,
        default=rules.FULL,
    )
    ekstra = fields.Boolean(
        string="Ekstrakomptabel is depreciated as well", default=True
    )
    rounding = fields.Selection(
        selection=[
            (line.PER_PERIOD, "The charge of a period"),
            (line.RUNNING, "The accumulated total"),
        ],
        string="Rounded to rupiah",
        required=True,
        default=line.PER_PERIOD,
        help="In both cases the last period takes what is left.",
    )
    band_base = fields.Selection(
        selection=[
            (rules.OF_VALUE, "Acquisition value"),
            (rules.OF_BOOK, "Book value"),
        ],
        string="Improvement is a percentage of",
        required=True,
        default=rules.OF_VALUE,
    )
    excluded = fields.Char(
        string="Not depreciated",
        default=", ".join(rules.EXCLUDED),
        help="Beginnings of codes, separated by commas. The longest that fits decides. "
        "Goods in partnership with others (1.5.2) are depreciated like any other, but "
        "for land and the like.",
    )
    included = fields.Char(
        string="Depreciated nevertheless",
        help="Exceptions to the codes above, such as 1.3.5.07.",
    )
    frozen = fields.Char(
        default="1.5.4",
        help="What was accumulated stays and nothing is charged.",
    )
    intangible = fields.Char(default="1.5.3")

    _one_per_year = models.UniqueIndex(
        "(date_from)", "Another policy begins on this day."
    )

    @api.constrains("date_from", *PREFIXES)
    def _check_policy(self):
        for policy in self:
            day = policy.date_from
            if (day.month, day.day) != (1, 1) or not 1900 <= day.year <= 2200:
                raise ValidationError(
                    self.env._("A policy begins on the first of January of a year.")
                )
            for name in PREFIXES:
                for prefix in policy._prefixes(name):
                    if not kode_rules.is_valid(prefix):
                        raise ValidationError(
                            self.env._(
                                "%(prefix)s is not the beginning of a code of goods: "
                                "write it like 1.3.5.07.",
                                prefix=prefix,
                            )
                        )

    def _prefixes(self, name):
        """The prefixes of a column as a tuple."""
        parts = (part.strip() for part in (self[name] or "").split(","))
        return tuple(part for part in parts if part)

    @api.model_create_multi
    def create(self, vals_list):
        policies = super().create(vals_list)
        policies._check_not_closed()
        return policies

    def write(self, vals):
        if vals.keys() - {"legal_basis", "status"}:
            self._check_not_closed()
        result = super().write(vals)
        if "date_from" in vals:
            self._check_not_closed()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_not_closed(self):
        self._check_not_closed()

    def _check_not_closed(self):
        """Closed figures were computed by the policies up to them."""
        closed = (
            self.env["sipbd.period"].sudo().search([("state", "=", "closed")], limit=1)
        )
        for policy in self:
            if closed and policy.date_from <= closed.date_to:
                raise UserError(
                    self.env._(
                        "Period %(period)s, which is closed, was computed by this "
                        "policy. Make a new one from a later year.",
                        period=closed.name,
                    )
                )

    # For the engine ---------------------------------------------------------------

    def _value(self):
        """This policy as a plain value."""
        self.ensure_one()
        return rules.Policy(
            year=self.date_from.year,
            months=int(self.months),
            first_period=self.first_period,
            first_period_atb=self.first_period_atb,
            atb=self.atb,
            ekstra=self.ekstra,
            rounding=self.rounding,
            band_base=self.band_base,
            **{name: self._prefixes(name) for name in PREFIXES},
        )

    @api.model
    def _values(self):
        """All policies as plain values.

        :raises UserError: when there is none
        """
        policies = self.sudo().search([])  # pylint: disable=no-search-all
        if not policies:
            raise UserError(
                self.env._(
                    "No policy of depreciation is set. Enter how this pemda "
                    "depreciates, with its regulation, before you go on."
                )
            )
        return [policy._value() for policy in policies]

    @api.model
    def _rules(self):
        """Everything that depreciation is computed by, as plain values."""
        return Rules(
            self._values(),
            self.env["sipbd.masa.manfaat"]._lives(),
            self.env["sipbd.masa.manfaat.band"]._bands(),
        )
