"""12,000 people from a SIASN file of 67 columns, as the staff of BKD.

Everything from opening the file to the last commit: read, stage, check, load with the
histories of golongan, jabatan and pendidikan, projection. Against Odoo's own load() of
the same people alone, without histories, and its commit; load() gets its rows as text
out of memory and reads no spreadsheet, which is in its favour.
"""

import json

from pemda_setup import databases
from pemda_setup.say import note, step

from .. import stock
from ..figure import at_least
from ..timing import median

ROWS = 12_000
LIMIT = 15


def measure(installation):
    """How many times as fast the import is."""
    database = stock.scratch(installation)
    try:
        step(f"asn-import: {ROWS:,} people, in turns with load() (many minutes)")
        answer = installation.ask_inside(
            "pemda_bench.inside.asn_load:main", [str(ROWS)], database=database
        )
    finally:
        databases.drop(installation.server, database)
    times = {name: median(taken) for name, taken in json.loads(answer).items()}
    note(f"import {times['import']:.2f} s, load() {times['load']:.1f} s")
    return [at_least("asn-import", times["load"] / times["import"], LIMIT)]
