"""The inbox with 100,000 finished and 2,000 waiting requests, against an empty one.

The inbox of the head of the largest OPD, for whom all of the 2,000 wait and by whom all
of the 100,000 were decided. ``open``: everything that the server is asked when its
address is opened, as by the link in the daily mail (page, menus, action, views, first
page of rows with their count), against the same in a database without requests.
``list``, ``kanban``: the first page of rows and the count alone (desktop, phone),
against an inbox with just one such page and nothing finished; against one without rows
it would be the rows that are measured. Over HTTP inside the process, warm, in turns;
the slowest in twenty counts.
"""

from pemda_setup import venv
from pemda_setup.say import note, step

from .. import stock
from ..figure import at_most
from ..measured import measured
from ..timing import p95

FINISHED, WAITING = 100_000, 2_000
LIMIT = 1.5
AGAINST = {"open": "empty", "list": "page", "kanban": "page"}


def measure(installation):
    """One figure per way to look at the inbox."""
    installation = installation.with_addons(
        "bench", venv.bench_addons(), stock.BENCH_ADDONS
    )
    full = stock.approvals(installation)
    others = [stock.copy(installation, full) for _number in range(2)]
    try:
        step(f"inbox: {FINISHED:,} finished, {WAITING:,} waiting requests")
        answer = measured(installation, "inbox", full, *others, FINISHED, WAITING)
    finally:
        for database in (full, *others):
            stock.drop_idle(installation, database)
    figures = []
    for what, times in answer.items():
        taken = {name: p95(seconds) for name, seconds in times.items()}
        note(
            f"{what}: "
            + ", ".join(f"{name} {time * 1e3:.1f} ms" for name, time in taken.items())
        )
        ratio = taken["full"] / taken[AGAINST[what]]
        figures.append(at_most(f"inbox {what}", ratio, LIMIT))
    return figures
