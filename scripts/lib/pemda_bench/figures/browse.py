"""List, search, group and open assets as the clerk of the largest OPD.

The same requests that the web client sends, warm, in turns: how much longer they take
at 600,000 than at 6,000 assets, at the median and for the slowest in twenty; and how
much longer the slowest take than for an auditor, who sees the whole register.
"""

from pemda_setup.say import note, step

from .. import stock
from ..figure import at_most
from ..measured import measured
from ..timing import median, p95

SMALL, LARGE = 6_000, 600_000
GROWTH = 1.5
BESIDE_AUDITOR = 1.3


def measure(installation):
    """Three figures per kind of request."""
    small, large = (stock.sized(installation, size) for size in (SMALL, LARGE))
    step(f"browse: requests at {SMALL:,} and {LARGE:,} assets in turns")
    answer = measured(installation, "browse", small, large)
    return [
        figure
        for request, times in answer.items()
        for figure in _figures(request, times)
    ]


def _figures(request, times):
    for name, middle in (("median", median), ("p95", p95)):
        before, after = middle(times["small"]), middle(times["large"])
        note(f"{request} {name}: {before * 1e3:.1f} ms, {after * 1e3:.1f} ms")
        yield at_most(f"browse {request} {name}", after / before, GROWTH)
    auditor = p95(times["auditor"])
    note(f"{request} p95 of the auditor: {auditor * 1e3:.1f} ms")
    yield at_most(f"browse {request} beside auditor", after / auditor, BESIDE_AUDITOR)
