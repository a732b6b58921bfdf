"""Depreciation of one semester, and closing it, at 6,000, 150,000 and 600,000 assets.

The second semester of the last year, from the figures of the first, written to the
database: every asset, those with entries by the rules from their ledger, sums and
findings; against a bare INSERT ... SELECT of as many rows into an empty table of the
same columns and indexes. Closing: the checks of what is pending, the totals by unit
and code and the hash of all figures, against the same INSERT. Each is timed in turns
with the INSERT, in tables without dead rows; the median of four counts.
Linear: the time of an asset at 600,000 against that at 150,000.
"""

from pemda_setup import databases
from pemda_setup.say import note, step

from .. import stock
from ..figure import at_most
from ..measured import measured
from ..timing import median

SIZES = TINY, SMALL, LARGE = 6_000, 150_000, 600_000
LIMIT, LINEAR_LIMIT = 5, 1.5


def measure(installation):
    """Two figures per size, and how they grow."""
    figures, per_asset = [], {}
    for size in SIZES:
        taken = _taken(installation, size)
        note(
            f"{size:,}: "
            + ", ".join(f"{what} {time:.2f} s" for what, time in taken.items())
        )
        for what in ("run", "close"):
            per_asset[what, size] = taken[what] / size
            if size > TINY:  # there it is the statements, not the rows, that cost
                ratio = taken[what] / taken[f"bare_{what}"]
                figures.append(at_most(f"depreciation {what} {size:,}", ratio, LIMIT))
    for what in ("run", "close"):
        growth = per_asset[what, LARGE] / per_asset[what, SMALL]
        figures.append(at_most(f"depreciation {what} linear", growth, LINEAR_LIMIT))
    return figures


def _taken(installation, size):
    """Median seconds of each, in a copy of the register that is dropped afterwards."""
    kept = stock.sized(installation, size)
    copy = stock.copy(installation, kept)
    try:
        step(f"depreciation: semesters of {size:,} assets (some minutes)")
        times = measured(installation, "depreciation", copy)
    finally:
        databases.drop(installation.server, copy)
    return {what: median(taken) for what, taken in times.items()}
