from odoo import api, fields, models

from odoo.addons.pemda_base.fields import LooseMany2one

from ..rules import penyusutan as rules

KINDS = [
    (rules.NO_LIFE, "No useful life is known for the code"),
    (rules.NO_DATE, "No date of acquisition: begun with its first entry"),
    (rules.NO_VALUE, "The value is zero"),
    (rules.ABOVE_BANDS, "Improvement above the last step of the table: that step"),
    (rules.NO_PERCENT, "Improvement without cost or value: life not extended"),
    (rules.BOOK_FLOORED, "Value below what was depreciated: book value zero"),
    (rules.OPENING_ABOVE_VALUE, "Opening accumulation above the value: cut to it"),
    (rules.NOTHING_LEFT, "No life left: the rest was charged at once"),
]
# The figures are not complete as long as these stand.
BLOCKING = (rules.NO_LIFE,)


class PeriodFinding(models.Model):
    """What was noticed about an asset when a period was computed."""

    _name = "sipbd.period.finding"
    _description = "Finding of a period"
    _log_access = False
    _order = "blocking desc, kind, id"
    _rec_name = "asset_id"

    period_id = LooseMany2one("sipbd.period", required=True)
    asset_id = LooseMany2one("sipbd.asset", required=True)
    unit_id = LooseMany2one("hr.department", required=True)
    code_id = LooseMany2one("sipbd.kode", required=True)
    kind = fields.Selection(selection=KINDS, string="Finding", required=True)
    blocking = fields.Boolean(
        string="Hinders closing",
        compute="_compute_blocking",
        store=True,
        precompute=True,
    )

    _by_period = models.Index("(period_id, kind)")

    @api.depends("kind")
    def _compute_blocking(self):
        for finding in self:
            finding.blocking = finding.kind in BLOCKING
