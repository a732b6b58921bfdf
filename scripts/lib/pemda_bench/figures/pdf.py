"""The Buku Inventaris, 15 columns, by the report engine.

Time: 20,000 rows with everything a statutory form has, against a bare reportlab
canvas that draws the same texts on as many pages (built-in font, no rules, no wrapping,
no totals). Memory: by how much a process grows at its peak to print 100,000 rows
out of the database.
"""

from pemda_setup.say import step

from .. import stock
from ..figure import MEGABYTES, at_most
from ..measured import measured
from ..timing import median

ROWS, MANY_ROWS = 20_000, 100_000
SIZE = 150_000  # assets, so that there are as many rows
TIMES_LIMIT, MEGABYTES_LIMIT = 2, 150


def measure(installation):
    """Time and memory."""
    database = stock.sized(installation, SIZE)
    step(f"pdf: {ROWS:,} rows, in turns with a bare canvas")
    times = measured(installation, "pdf:time", database, ROWS)
    step(f"pdf: memory for {MANY_ROWS:,} rows")
    ratio = median(times["report"]) / median(times["bare"])
    growth = measured(installation, "pdf:growth", database, MANY_ROWS)
    return [
        at_most("pdf time", ratio, TIMES_LIMIT),
        at_most("pdf memory", growth["bytes"] / 1e6, MEGABYTES_LIMIT, MEGABYTES),
    ]
