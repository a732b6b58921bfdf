"""Building blocks of the depreciation tests: amounts, entries, tables."""

from datetime import date
from decimal import Decimal

from odoo.addons.sipbd.rules.masa_manfaat import Band, Bands, Life, Lives
from odoo.addons.sipbd.rules.penyusutan import Entry, Rules
from odoo.addons.sipbd.rules.penyusutan_course import Course
from odoo.addons.sipbd.rules.susut_policy import Policy

GEDUNG, PM, MOBIL = "1.3.3.01.01.01.001", "1.3.2.05.01.04.001", "1.3.2.02.01.01.001"
TANAH, KDP, LAIN = "1.3.1.01.01.01.001", "1.3.6.01.01.01.001", "1.5.4.01.01.01.002"
BUKU, SOFTWARE = "1.3.5.01.01.01.001", "1.5.3.01.01.05.001"
UNKNOWN = "1.3.2.99.01.01.001"

YEARS = {"1.3.3": 20, "1.3.2.05": 5, "1.3.2.02": 7, "1.5.3.01.01.05": 4}


def rp(amount):
    """Rupiah as sen."""
    return int(Decimal(amount) * 100)


def lives(years=YEARS):
    return Lives(Life(prefix, int(value * 12)) for prefix, value in years.items())


def bands(prefix, *rows):
    """Rows of (above, upto, years)."""
    return [
        Band(
            prefix,
            Decimal(above),
            None if upto is None else Decimal(upto),
            years * 12,
        )
        for above, upto, years in rows
    ]


def rules(years=YEARS, band_rows=(), policies=None, **policy):
    return Rules(policies or [Policy(**policy)], lives(years), Bands(band_rows))


def entry(number, day, kind, nilai=0, jumlah=0, code=PM, komptabel="01", **more):
    if "akumulasi" in more:
        more["akumulasi"] = rp(more["akumulasi"])
    return Entry(
        number,
        date.fromisoformat(day),
        kind,
        rp(nilai),
        jumlah * 100,
        code,
        komptabel,
        **more,
    )


def run(ruleset, entries, first, last, acquired=None):
    """Chain of periods: list of outcomes from the period of one day to another's."""
    course = Course(
        ruleset, entries, date.fromisoformat(acquired) if acquired else None
    )
    timeline = ruleset.timeline
    begin, end = (timeline.index(date.fromisoformat(day)) for day in (first, last))
    state, outcomes = course.state_at(begin - 1), []
    for index in range(begin, end + 1):
        outcome = course.outcome(index, state)
        outcomes.append(outcome)
        state = outcome.state
    return outcomes


def rupiahs(outcomes, name="beban"):
    """Whole rupiah of one amount in each period."""
    return [
        (getattr(o, name) if hasattr(o, name) else getattr(o.state, name)) / 100
        for o in outcomes
    ]


def opening(code=PM, **more):
    """100,000,000 with 40,000,000 accumulated and 6 semesters left after 2025-S2."""
    return entry(
        1,
        "2025-12-31",
        "0110",
        100_000_000,
        1,
        code=code,
        akumulasi=40_000_000,
        sisa_bulan=36,
        **more,
    )
