"""Opening the inbox in two databases in turns."""

import json
import sys
from pathlib import Path

from lxml import etree

from odoo import SUPERUSER_ID, api
from odoo.modules.registry import Registry
from odoo.service.model import call_kw
from odoo.tools import SQL
from odoo.tools.safe_eval import safe_eval

from ..timing import alternate
from . import approvals
from .requests import specification

ROUNDS, WARM_UP = 100, 10
TASK = "pemda.approval.task"
FINISHED = Path(__file__).parent.parent / "sql/approval/finished.sql"


def main(env, words):
    """Print a dict: what -> dict of seconds in ``full`` and ``empty``.

    :param words: the empty database, how many finished, how many waiting
    """
    empty, finished, waiting = words[0], int(words[1]), int(words[2])
    with Registry(empty).cursor() as cr:
        other = api.Environment(cr, SUPERUSER_ID, {})
        sites = {"empty": Inbox(other, approvals.head(other))}
        approvals.analyze(other)
    head = approvals.head(env)
    _finish(env, head, finished)
    approvals.submitted(env, waiting)
    approvals.analyze(env)
    sites["full"] = Inbox(env, head)
    times = {}
    for what in ("list", "kanban"):
        calls = {name: getattr(site, what) for name, site in sites.items()}
        alternate(calls, WARM_UP)
        times[what] = alternate(calls, ROUNDS)
    json.dump(times, sys.stdout)


def _finish(env, head, count):
    """One document decided as people do, and copies of it."""
    letter = approvals.submitted(env, 1)
    request = letter.sudo().request_id
    request.task_ids.with_user(head).action_decide("approve")
    env.flush_all()
    env.cr.execute(
        SQL(
            FINISHED.read_text(),
            count=count,
            letter_id=letter.id,
            request_id=request.id,
        )
    )


class Inbox:
    """What somebody sees when he opens his inbox."""

    def __init__(self, env, user):
        self._registry = Registry(env.cr.dbname)
        self._uid, self._context = user.id, dict(user.context_get())
        env = env(user=user)
        action = env.ref("pemda_approval.pemda_approval_task_action_inbox").sudo()
        self._domain = safe_eval(action.domain)
        self._views = {kind: _view(env, kind) for kind in ("list", "kanban")}

    def list(self):
        """On a desktop."""
        return self._page("list")

    def kanban(self):
        """On a phone."""
        return self._page("kanban")

    def _page(self, kind):
        wanted, limit, order = self._views[kind]
        arguments = {
            "domain": self._domain,
            "specification": wanted,
            "limit": limit,
            "offset": 0,
            "order": order,
            "count_limit": 10_001,
        }
        with self._registry.cursor(readonly=True) as cr:
            env = api.Environment(cr, self._uid, self._context)
            return call_kw(env[TASK], "web_search_read", [], arguments)


def _view(env, kind):
    """Fields, rows and order of a view, as the web client takes them from it."""
    view = env.ref(f"pemda_approval.pemda_approval_task_view_{kind}")
    arch = etree.fromstring(env[TASK].get_view(view.id, kind)["arch"])
    limit = int(arch.get("limit") or {"list": 80, "kanban": 40}[kind])
    return specification(env[TASK], arch), limit, arch.get("default_order") or ""
