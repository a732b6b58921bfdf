"""The list of everything that is due for everybody, timed beside one scan."""

import json
import sys
from functools import partial

from odoo.tools import SQL

from ..timing import alternate

ROUNDS = 7


def main(env, _words):
    """Print a dict: what -> seconds of each round."""
    people = env["hr.employee"]
    until = people._due_until()
    values = people._due_values(until)
    statements = {
        # the same people with their names and the columns of their present state
        "scan": SQL(
            "SELECT e.name, e.nip, state.* FROM (%s) state "
            "JOIN hr_employee e ON e.id = state.employee_id",
            people._asn_now(),
        ),
        "due": people._due_query(until),
    }
    env.cr.execute("SET LOCAL jit = off")
    for name in ("kgb", "kp", "pensiun", "satyalancana"):
        statements[name] = people._due_part(name, values)
    counts = {name: len(_rows(env, query)) for name, query in statements.items()}
    times = alternate(
        {name: partial(_rows, env, query) for name, query in statements.items()}, ROUNDS
    )
    json.dump({"times": times, "counts": counts}, sys.stdout)


def _rows(env, query):
    env.cr.execute(query)
    return env.cr.fetchall()
