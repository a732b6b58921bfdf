"""Lists of what is due (KGB, KP, pension, Satyalancana) within 24 months.

For all 12,000 and all 60,000 civil servants with 40 rows of history each, against one
scan of the same people: their names, numbers and present state, without the histories
(yearly appraisals, training, leave, punishments, credit) that the lists read besides.
Both are read to their end.
"""

from pemda_setup.say import note, step

from .. import stock
from ..figure import at_most
from ..measured import measured
from ..timing import median

SIZES = (12_000, 60_000)
LIMIT = 10


def measure(installation):
    """One figure per size."""
    figures = []
    for size in SIZES:
        database = stock.people(installation, size)
        step(f"due: lists for {size:,} people, in turns with one scan of them")
        answer = measured(installation, "due", database)
        middle = {name: median(times) for name, times in answer["times"].items()}
        for name, seconds in middle.items():
            note(f"{name}: {seconds * 1e3:.0f} ms, {answer['counts'][name]:,} rows")
        figures.append(at_most(f"due {size}", middle["due"] / middle["scan"], LIMIT))
    return figures
