"""Periods of the register and the depreciation that is computed for them."""

from ..isolation_policy import Policy
from .foundation import READERS


def make_period(case, unit):
    """One year per unit: periods belong to the whole pemda and do not overlap."""
    year = 2031 + case.env["sipbd.period"].search_count([])
    return case.env["sipbd.period"]._generate(year, year, months=12)


def make_period_log(case, unit):
    return make_period(case, unit).log_ids


EXPECTED = {
    # Of the whole pemda: everybody of the register sees them, nobody writes them
    # but what is done to them.
    "sipbd.period": Policy(
        read=READERS, scoped=False, make=make_period, change={"state": "closed"}
    ),
    "sipbd.period.log": Policy(
        read=READERS, scoped=False, make=make_period_log, change={"reason": "forged"}
    ),
}
