"""The daftar urut kepangkatan of 12,000 and of 60,000 civil servants at a date.

With all that the form prints, in the order of the rules, against a bare sort of the
same people by the nine columns it looks at, whose state that day comes out of the same
histories. Both are read to their end, without parallel workers.
"""

from pemda_setup.say import note, step

from .. import stock
from ..figure import at_most
from ..measured import measured
from ..timing import median

SIZES = (12_000, 60_000)
LIMIT = 3


def measure(installation):
    """One figure per size."""
    figures = []
    for size in SIZES:
        database = stock.people(installation, size)
        step(f"duk: {size:,} people, in turns with a bare sort of them")
        answer = measured(installation, "duk", database)
        bare, duk = (median(answer["times"][name]) for name in ("bare", "duk"))
        note(
            f"{answer['rows']:,} rows: bare {bare * 1e3:.0f} ms, DUK {duk * 1e3:.0f} ms"
        )
        figures.append(at_most(f"duk {size}", duk / bare, LIMIT))
    return figures
