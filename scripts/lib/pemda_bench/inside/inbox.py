"""Opening the inbox in two databases in turns."""

import json
import sys
from functools import partial
from pathlib import Path

from lxml import etree
from werkzeug.test import Client

from odoo import SUPERUSER_ID, api, http
from odoo.modules.registry import Registry
from odoo.service import security
from odoo.tools import SQL, config
from odoo.tools.safe_eval import safe_eval

from ..timing import alternate
from . import approvals
from .requests import specification

ROUNDS, WARM_UP = 60, 10
TASK = "pemda.approval.task"
ACTION = "pemda_approval.pemda_approval_task_action_inbox"
FINISHED = Path(__file__).parent.parent / "sql/approval/finished.sql"
KINDS = ("list", "kanban")


def main(env, words):
    """Print a dict: what -> dict of seconds in ``full``, ``page`` and ``empty``.

    :param words: the empty database, that with one page, how many finished, how many
        waiting
    """
    databases = {"full": env.cr.dbname, "empty": words[0], "page": words[1]}
    finished, waiting = int(words[2]), int(words[3])
    config["db_name"] = list(databases.values())
    sites = {
        "full": _prepared(env, finished, waiting),
        "empty": _elsewhere(databases["empty"], 0, 0),
        "page": _elsewhere(databases["page"], 0, Inbox.PAGE),
    }
    times = {}
    for what in ("open", *KINDS):
        calls = {name: partial(site.ask, what) for name, site in sites.items()}
        alternate(calls, WARM_UP)
        times[what] = alternate(calls, ROUNDS)
    json.dump(times, sys.stdout)


def _elsewhere(database, finished, waiting):
    with Registry(database).cursor() as cr:
        return _prepared(api.Environment(cr, SUPERUSER_ID, {}), finished, waiting)


def _prepared(env, finished, waiting):
    """Requests are made; the inbox of whoever decides on them."""
    head = approvals.head(env)
    if finished:
        _finish(env, head, finished)
    if waiting:
        approvals.submitted(env, waiting)
    approvals.analyze(env)
    return Inbox(env, head)


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
    """The inbox of somebody, as the web client asks for it over HTTP."""

    PAGE = 40

    def __init__(self, env, user):
        self._client = Client(http.root)
        self._client.set_cookie("session_id", _session(env, user))
        env = env(user=user)
        action = env.ref(ACTION).sudo()
        self._domain = safe_eval(action.domain)
        self._views = {kind: _view(env, kind) for kind in KINDS}

    def ask(self, what):
        """Open the inbox by its address, or ask for a page of its list or kanban."""
        if what != "open":
            return self._page(what)
        self._get("/odoo/persetujuan")
        self._get("/web/webclient/load_menus")
        action = self._post("/web/action/load", action_id="persetujuan")
        views = [[view_id, kind] for view_id, kind in action["views"]]
        self._call("get_views", views=[*views, [False, "search"]], options={})
        return self._page("list")

    def _page(self, kind):
        wanted, limit, order = self._views[kind]
        return self._call(
            "web_search_read",
            domain=self._domain,
            specification=wanted,
            limit=limit,
            offset=0,
            order=order,
            count_limit=10_001,
        )

    def _get(self, address):
        answer = self._client.get(address)
        if answer.status_code != 200:
            raise ValueError(f"{address}: {answer.status}")

    def _call(self, method, **arguments):
        return self._post(
            f"/web/dataset/call_kw/{TASK}/{method}",
            model=TASK,
            method=method,
            args=[],
            kwargs=arguments,
        )

    def _post(self, address, **parameters):
        answer = self._client.post(address, json={"params": parameters}).get_json()
        if "error" in answer:
            raise ValueError(f"{address}: {answer['error']['data']['message']}")
        return answer["result"]


def _session(env, user):
    """Key of a session in which the user has signed in."""
    session = http.root.session_store.new()
    session.update(
        http.get_default_session(),
        db=env.cr.dbname,
        uid=user.id,
        login=user.login,
        context=dict(user.context_get()),
        _trace_disable=True,
    )
    session.session_token = security.compute_session_token(session, env(user=user))
    http.root.session_store.save(session)
    return session.sid


def _view(env, kind):
    """Fields, rows and order of a view, as the web client takes them from it."""
    view = env.ref(f"pemda_approval.pemda_approval_task_view_{kind}")
    arch = etree.fromstring(env[TASK].get_view(view.id, kind)["arch"])
    limit = int(arch.get("limit") or {"list": 80, "kanban": 40}[kind])
    return specification(env[TASK], arch), limit, arch.get("default_order") or ""
