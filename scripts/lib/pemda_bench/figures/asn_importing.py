"""12,000 people from a SIASN file of 67 columns, as the staff of BKD.

Everything from opening the file to the last commit: read, stage, check, load with the
histories of golongan, jabatan and pendidikan, projection. Against Odoo's own load() of
people alone, without histories, and its commit; load() gets its rows as text out of
memory and reads no spreadsheet, which is in its favour.

load() of 12,000 people takes many minutes: it is timed with 600 and 1,200 rows, and
what it takes for 12,000 is ten times what it takes for 1,200. Both times are printed:
they show that load() takes no less for a row when there are more of them.
"""

from pemda_setup import databases
from pemda_setup.say import note, step

from .. import stock
from ..figure import at_least
from ..measured import measured

ROWS = 12_000
LOADED = (600, 1_200)
LIMIT = 15


def measure(installation):
    """How many times as fast the import is."""
    database = stock.scratch(installation)
    try:
        step(f"asn-import: load() of {LOADED} rows, then a file of {ROWS:,} people")
        times = measured(installation, "asn_load", database, ROWS, *LOADED)
    finally:
        databases.drop(installation.server, database)
    for rows, seconds in zip(LOADED, times["load"], strict=True):
        note(f"load() of {rows:,} rows {seconds:.1f} s, {seconds / rows:.3f} s each")
    load = times["load"][-1] * ROWS / LOADED[-1]
    note(f"import of {ROWS:,} rows {times['import']:.2f} s, load() {load:.0f} s")
    name = f"asn-import (load() from {LOADED[-1]} rows)"
    return [at_least(name, load / times["import"], LIMIT)]
