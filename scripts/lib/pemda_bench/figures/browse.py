"""List, search and open of assets as the clerk of the largest OPD.

The same requests that the web client sends, at 600,000 against 6,000 assets, warm,
in turns: how much longer they take, at the median and for the slowest in twenty.
"""

import json

from pemda_setup.say import note, step

from .. import stock
from ..figure import at_most
from ..timing import median, p95

SMALL, LARGE = 6_000, 600_000
LIMIT = 1.5


def measure(installation):
    """Two figures per kind of request."""
    small, large = (stock.sized(installation, size) for size in (SMALL, LARGE))
    step(f"browse: requests at {SMALL:,} and {LARGE:,} assets in turns")
    answer = installation.ask_inside(
        "pemda_bench.inside.browse:main", [large], database=small
    )
    figures = []
    for request, (few, many) in json.loads(answer).items():
        for name, middle in (("median", median), ("p95", p95)):
            before, after = middle(few), middle(many)
            note(f"{request} {name}: {before * 1e3:.1f} ms, {after * 1e3:.1f} ms")
            figures.append(at_most(f"browse {request} {name}", after / before, LIMIT))
    return figures
