"""Deciding on 1,000 waiting documents, and what approvals cost the register.

The same small document with one step, in our engine and in OCA's base_tier_validation.
Ours: one click for all of them, that is the dialog and its confirmation, with the
number of each, its hash, its link in the chain and its final state. OCA's: its button
on one document after the other, which only marks the review, and without chatter; that
is in its favour. All are calls of the web client with the rights of whoever decides, in
transactions that are written to the database and then taken back (a call, a
transaction), in turns.

An asset: statements of a write and of the change of a value by the form, against those
of them that have nothing to do with approvals.
"""

from pemda_setup import venv
from pemda_setup.say import note, step

from .. import stock
from ..figure import at_least, at_most
from ..measured import measured
from ..timing import median

COUNT = 1_000
LIMIT, STATEMENTS_LIMIT = 10, 1.1


def measure(installation):
    """How many times as fast ours is; statements of an asset."""
    installation = installation.with_addons(
        "bench", venv.bench_addons(), stock.BENCH_ADDONS
    )
    database = stock.approvals(installation)
    try:
        step(f"decide: {COUNT:,} documents, in turns with base_tier_validation")
        answer = measured(installation, "decide", database, COUNT)
    finally:
        stock.drop_idle(installation, database)
    times = {name: median(taken) for name, taken in answer["times"].items()}
    note(f"one click {times['ours']:.2f} s, one by one {times['tier']:.2f} s")
    figures = [at_least("decide", times["tier"] / times["ours"], LIMIT)]
    for what, counts in answer["statements"].items():
        note(f"asset {what}: {counts['all']} statements, {counts['ours']} of approvals")
        ratio = counts["all"] / (counts["all"] - counts["ours"])
        figures.append(at_most(f"decide asset {what}", ratio, STATEMENTS_LIMIT))
    return figures
