"""Documents decided on by our engine and by base_tier_validation, in turns."""

import json
import sys
from functools import partial
from unittest.mock import patch

from odoo.service.model import call_kw
from odoo.sql_db import Cursor
from odoo.tools import SQL

from ..timing import alternate
from . import approvals, base, register, transaction

ROUNDS = 3
ASSETS = 100
# tables of our engine and of OCA's
APPROVALS = ("pemda_approval", "tier_")


def main(env, words):
    """Print a dict: ``times`` (who -> seconds of each round) and ``statements``."""
    count = int(words[0])
    head = approvals.head(env)
    letters = approvals.submitted(env, count)
    tier_letters = _tier_letters(env, head, count)
    task_ids = letters.sudo().request_id.task_ids.ids
    register.make(env, ASSETS)
    approvals.analyze(env)
    trial = _Trial(env, head, task_ids, tier_letters.ids)
    trial.warm_up()
    times = alternate({"ours": trial.one_click, "tier": trial.one_by_one}, ROUNDS)
    json.dump({"times": times, "statements": _asset_statements(env)}, sys.stdout)


def _tier_letters(env, head, count):
    """The same documents, waiting for the same person in base_tier_validation."""
    env["tier.definition"].create(
        {
            "name": "Kepala OPD",
            "model_id": env["ir.model"]._get("bench.tier.letter").id,
            "review_type": "individual",
            "reviewer_id": head.id,
        }
    )
    letters = env["bench.tier.letter"].with_user(base.clerk(env))
    letters = letters.create(approvals.letter_values(env, count))
    for letter in letters:
        letter.request_validation()
    return letters


class _Trial:
    def __init__(self, env, head, task_ids, tier_ids):
        self._transaction = transaction.of_user(env, head)
        self._task_ids, self._tier_ids = task_ids, tier_ids

    def warm_up(self):
        """Both on a few documents."""
        self._decide(self._task_ids[:5])
        for letter_id in self._tier_ids[:5]:
            self._validate(letter_id)

    def one_click(self):
        """Everything at once, by the dialog."""
        self._decide(self._task_ids)

    def one_by_one(self):
        """One document after the other."""
        for letter_id in self._tier_ids:
            self._validate(letter_id)

    def _decide(self, task_ids):
        with self._transaction() as env:
            dialog = call_kw(
                env["pemda.approval.task"], "action_approve", [task_ids], {}
            )
            wizards = env[dialog["res_model"]]
            call_kw(wizards, "action_confirm", [[dialog["res_id"]]], {})
            env.flush_all()
            states = env["pemda.approval.task"].sudo().browse(task_ids).request_id
            _expect(states.mapped("state"), "approved")

    def _validate(self, letter_id):
        with self._transaction() as env:
            letters = env["bench.tier.letter"]
            call_kw(letters, "validate_tier", [[letter_id]], {})
            env.flush_all()
            status = letters.sudo().browse(letter_id).mapped("validation_status")
            _expect(status, "validated")


def _expect(found, wanted):
    if set(found) != {wanted}:
        raise ValueError(f"not {wanted}: {set(found)}")


def _asset_statements(env):
    """What is asked of the database: act -> how often, and how often for approvals."""
    env = env(user=base.clerk(env))
    assets = env["sipbd.asset"].search([("state", "=", "aktif")], limit=4)
    found = {}
    for act in (_write, _book):
        act(assets[0])  # what is cached once for all
        statements = _recorded(env, partial(act, assets[1]))
        found[act.__name__.strip("_")] = {
            "all": len(statements),
            "ours": sum(any(name in each for name in APPROVALS) for each in statements),
        }
    return found


def _write(asset):
    call_kw(asset, "write", [asset.ids, {"merk_type": "Uji"}], {})
    asset.env.flush_all()


def _book(asset):
    """Correct the value by the form."""
    vals = {
        "asset_id": asset.id,
        "act": "nilai",
        "new_nilai": 123,
        "document_kind": "ba",
        "document_number": "UJI/1",
        "document_date": str(asset.env.company.sudo()._pemda_today()),
    }
    wizards = asset.env["sipbd.entry.wizard"]
    [saved] = call_kw(wizards, "web_save", [[], vals], {"specification": {}})
    call_kw(wizards, "action_book", [[saved["id"]]], {})
    asset.env.flush_all()


def _recorded(env, act):
    """Statements that an act sends."""
    statements, execute = [], Cursor.execute

    def record(cursor, query, params=None, log_exceptions=True):
        statements.append(query.code if isinstance(query, SQL) else str(query))
        return execute(cursor, query, params, log_exceptions)

    env.invalidate_all()
    with patch.object(Cursor, "execute", record):
        act()
    return statements
