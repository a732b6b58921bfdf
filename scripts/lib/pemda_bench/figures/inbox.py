"""The inbox with 100,000 finished and 2,000 waiting requests, against an empty one.

What the web client asks when somebody opens his inbox (the first page of the list with
its count), of the head of the largest OPD, for whom all of the 2,000 wait and by whom
all of the 100,000 were decided; and of the same person in a database without requests.
Warm, in turns; the slowest in twenty counts.
"""

import json

from pemda_setup import databases, venv
from pemda_setup.say import note, step

from .. import stock
from ..figure import at_most
from ..timing import p95

FINISHED, WAITING = 100_000, 2_000
LIMIT = 1.5


def measure(installation):
    """One figure per way to look at the inbox."""
    installation = installation.with_addons(
        "bench", venv.bench_addons(), stock.BENCH_ADDONS
    )
    full = stock.approvals(installation)
    empty = stock.copy(installation, full)
    try:
        step(f"inbox: {FINISHED:,} finished, {WAITING:,} waiting requests")
        answer = installation.ask_inside(
            "pemda_bench.inside.inbox:main",
            [empty, str(FINISHED), str(WAITING)],
            database=full,
        )
    finally:
        for database in (full, empty):
            databases.drop(installation.server, database)
    figures = []
    for what, times in json.loads(answer).items():
        taken = {name: p95(seconds) for name, seconds in times.items()}
        note(
            f"{what}: {taken['full'] * 1e3:.1f} ms, empty {taken['empty'] * 1e3:.1f} ms"
        )
        figures.append(at_most(f"inbox {what}", taken["full"] / taken["empty"], LIMIT))
    return figures
