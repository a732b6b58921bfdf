"""20,000 rows of KIB B from an .xlsx file, as the clerk of the largest OPD.

Everything from opening the file to the last commit (read, stage, check, load),
against Odoo's own load() of the same rows and columns, source document included, code
and unit by name as a user of the standard import has them, and its commit. load() gets
its rows as text out of memory and reads no spreadsheet, which is in its favour.
"""

from pemda_setup import databases
from pemda_setup.say import note, step

from .. import stock
from ..figure import at_least
from ..measured import measured
from ..timing import median

ROWS = 20_000
LIMIT = 25


def measure(installation):
    """How many times as fast the import is."""
    database = stock.scratch(installation)
    try:
        step(f"import: {ROWS:,} rows, in turns with load() (some minutes)")
        answer = measured(installation, "load", database, ROWS)
    finally:
        databases.drop(installation.server, database)
    times = {name: median(taken) for name, taken in answer.items()}
    note(f"import {times['import']:.2f} s, load() {times['load']:.1f} s")
    return [at_least("import", times["load"] / times["import"], LIMIT)]
