from dataclasses import dataclass, fields
from operator import itemgetter

from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.http import request as http_request
from odoo.tools import SQL

from ..rules import transitions as rules


@dataclass(frozen=True)
class Turn:
    """A task on which the user may act now, and by which office."""

    task_id: int
    request_id: int
    step_id: int
    purpose: str
    holder_id: int
    user_id: int
    person: str
    office_id: int
    unit_id: int
    capacity: str
    sk_number: str


TURN_FIELDS = tuple(field.name for field in fields(Turn))


class ApprovalRequest(models.Model):
    """Whose turn it is, under a lock."""

    _inherit = "pemda.approval.request"

    def _lock(self):
        """Nobody else decides on these until this transaction ends.

        Two who decide at once: the second waits, is refused by PostgreSQL as soon as
        the first has committed, and Odoo runs the call again on what holds then.
        """
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                "SELECT id FROM pemda_approval_request WHERE id = ANY(%s)"
                " ORDER BY id FOR UPDATE",
                list(self.ids),
            )
        )
        self.env.invalidate_all()

    @api.model
    def _take_turns(self, tasks, purpose="decide"):
        """Lock the requests of tasks and find on which of them the user may act.

        One task per request: nobody decides twice in a round, even if two steps that
        wait side by side are both his.

        :return: list of :class:`Turn`, in the order of their tasks
        """
        tasks = tasks.sudo()
        tasks.request_id._lock()
        running = tasks.request_id.filtered(lambda each: each.state == rules.RUNNING)
        query = tasks._turns(tasks, self.env.user, running.ids)
        rows = self.env.execute_query_dict(query)
        by_request = {}
        for row in sorted(rows, key=itemgetter("task_id")):
            if row["purpose"] == purpose:
                turn = Turn(**{name: row[name] for name in TURN_FIELDS})
                by_request.setdefault(turn.request_id, turn)
        return sorted(by_request.values(), key=lambda turn: turn.task_id)

    @api.model
    def _no_turn_error(self, task):
        """Why the user may not act on a task; says nothing of what he may not see."""
        mine = task.with_env(self.env).sudo(False)
        if not mine.has_access("read"):
            return AccessError(self.env._("This does not wait for you."))
        request = task.sudo().request_id.with_env(self.env)
        if request.state != rules.RUNNING or task.sudo().state != "waiting":
            return UserError(request._done_text(task.sudo()))
        if request._is_made_by(self.env.user):
            return UserError(
                self.env._(
                    "“%(document)s” was made by you: somebody else decides on it.",
                    document=request.title,
                )
            )
        decided = request.sudo().decision_ids.filtered(
            lambda d: d.user_id == self.env.user and d.round == request.round
        )
        if decided:
            return UserError(
                self.env._(
                    "You have decided on “%(document)s” in this round already.",
                    document=request.title,
                )
            )
        return UserError(
            self.env._(
                "“%(document)s” does not wait for you. It waits for: %(who)s",
                document=request.title,
                who=task.sudo().who,
            )
        )

    def _done_text(self, task):
        """Sentence for a task that somebody else has finished."""
        self.ensure_one()
        decision = self.sudo()._moving_decisions()[-1:]
        acts = dict(decision._fields["act"]._description_selection(self.env))
        return self.env._(
            "“%(document)s” does not wait for this any more. Last decision: %(act)s, "
            "%(who)s.",
            document=self.title,
            act=acts.get(decision.act, ""),
            who=decision.person,
        )

    @api.model
    def _caller_address(self):
        """Where the request comes from; empty for the server's own work."""
        return http_request.httprequest.remote_addr if http_request else ""
