"""The register of all units at a past date added up by unit and by code.

The rows of the two recaps with what they are checked against, read out of the
database, against a plain GROUP BY over the asset table (count, quantity and value by
unit and KIB, as that recap has a column for each KIB, or by code), in turns. At the
end of a semester that is open, out of ten years of entries, and of the same one
closed, out of the totals that closing kept.
"""

from pemda_setup.say import note, step

from .. import stock
from ..figure import at_most
from ..measured import measured
from ..timing import median

SIZES = (6_000, 150_000, 600_000)
LIMIT = 3


def measure(installation):
    """Four figures per size of register."""
    figures = []
    for size in SIZES:
        database = stock.sized(installation, size)
        step(f"recap: by unit and by code at {size:,} assets")
        for name, times in measured(installation, "recap", database).items():
            recap, plain = median(times["recap"]), median(times["plain"])
            note(f"{name}: {recap * 1e3:.1f} ms, plain {plain * 1e3:.1f} ms")
            figures.append(at_most(f"recap {name} {size:,}", recap / plain, LIMIT))
    return figures
