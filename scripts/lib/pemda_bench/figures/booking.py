"""One entry by the form, and 1,000 transfers by one document.

By the form: the clerk of the largest OPD saves the form of a correction of the value
and presses Book, against the same clerk saving a plain record of two fields in one of
his units (code and name of a room). All are calls of the web client (``web_save``, the
button) with its rights checked, in a transaction that is written to the database and
then taken back, in turns. 1,000 transfers: all acts of one document with their new
kode register, against a bare INSERT of as many entries (two per transfer), foreign keys
and indexes included. At 6,000 and at 600,000 assets.
"""

from pemda_setup.say import note, step

from .. import stock
from ..figure import at_most
from ..measured import measured
from ..timing import median

SIZES = (6_000, 600_000)
FORM_LIMIT, TRANSFER_LIMIT = 3, 10


def measure(installation):
    """Two figures per size of register."""
    figures = []
    for size in SIZES:
        database = stock.sized(installation, size)
        step(f"booking: by the form, and transfers, at {size:,} assets")
        answer = measured(installation, "booking", database)
        taken = {what: median(times) for what, times in answer.items()}
        note(", ".join(f"{what} {time * 1e3:.1f} ms" for what, time in taken.items()))
        figures += [
            at_most(
                f"booking form {size:,}", taken["form"] / taken["create"], FORM_LIMIT
            ),
            at_most(
                f"booking transfers {size:,}",
                taken["transfers"] / taken["insert"],
                TRANSFER_LIMIT,
            ),
        ]
    return figures
