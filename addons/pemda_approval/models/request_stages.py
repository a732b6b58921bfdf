from odoo import api, fields, models
from odoo.tools import SQL

from ..rules import working_days
from .res_users import place_key

TASK_COLUMNS = (
    "request_id",
    "step_id",
    "purpose",
    "round",
    "sequence",
    "office_id",
    "unit_id",
    "place_key",
    "state",
    "since",
    "due_date",
    "question",
    "kind_id",
    "title",
    "document_unit_id",
    "amount",
)
BATCH = 2000


class ApprovalRequest(models.Model):
    """Opening the steps of a stage, and closing them."""

    _inherit = "pemda.approval.request"

    @api.model
    def _open_stages(self, pending):
        """Open for each request the first of its stages that does not fall away.

        :param dict pending: request id -> the stages it has before it, at least one
        """
        while pending:
            rows, may_fall = self._tasks_of_stage(pending)
            task_ids = self._insert_tasks(rows)
            skippable = [
                task_id
                for task_id, may_skip in zip(task_ids, may_fall, strict=True)
                if may_skip
            ]
            stages = {
                request_id: stages[0][0].sequence
                for request_id, stages in pending.items()
            }
            self._move_stages(stages)
            passed = self._skip_tasks(skippable)
            pending = {
                request_id: pending[request_id][1:] for request_id in sorted(passed)
            }

    @api.model
    def _tasks_of_stage(self, pending):
        """Rows of the tasks of the first stage, and whether each may fall away."""
        requests = self.browse(pending).sudo()
        today = self.env.company.sudo()._pemda_today()
        places, terms = {}, _Terms(self.env["pemda.holiday"]._days(), today)
        now = fields.Datetime.now()
        rows, may_fall = [], []
        for request in requests:
            stages = pending[request.id]
            for rule in stages[0]:
                step = self.env["pemda.approval.step"].browse(rule.id).sudo()
                place = (step.id, request.unit_id.id, request.receiving_unit_id.id)
                if place not in places:
                    places[place] = step._unit(
                        request.unit_id, request.receiving_unit_id, today
                    ).id
                task = {
                    "request_id": request.id,
                    "step_id": step.id,
                    "purpose": "decide",
                    "round": request.round,
                    "sequence": step.sequence,
                    "office_id": step.office_id.id,
                    "unit_id": places[place],
                    "since": now,
                    "due_date": terms.due(step.deadline_days),
                }
                rows.append(task)
                may_fall.append(rule.may_skip and len(stages) > 1)
        return rows, may_fall

    @api.model
    def _insert_tasks(self, rows):
        """Write tasks that wait; their ids, in the order of ``rows``."""
        requests = self.browse(row["request_id"] for row in rows).sudo()
        common = {"state": "waiting", "question": None}
        values = [
            tuple(
                {
                    **common,
                    **row,
                    "place_key": place_key(row["office_id"], row["unit_id"]),
                    "kind_id": request.kind_id.id,
                    "title": request.title,
                    "document_unit_id": request.unit_id.id,
                    "amount": request.amount,
                }[name]
                for name in TASK_COLUMNS
            )
            for row, request in zip(rows, requests, strict=True)
        ]
        found = self.env.cr.execute_values(
            f"INSERT INTO pemda_approval_task ({', '.join(TASK_COLUMNS)}) VALUES %s"
            " RETURNING id",
            values,
            page_size=BATCH,
            fetch=True,
        )
        task_ids = [task_id for (task_id,) in found]
        self.env["pemda.approval.task"]._bar(SQL("task.id = ANY(%s)", task_ids))
        self.env.invalidate_all()
        return task_ids

    @api.model
    def _skip_tasks(self, task_ids):
        """Let tasks fall away whose holders have all spoken already.

        :return: ids of the requests with nothing left to wait for in their stage
        """
        if not task_ids:
            return set()
        tasks = self.env["pemda.approval.task"].browse(task_ids)
        seats = tasks._seats(tasks)
        skipped = self.env.execute_query(
            SQL(
                "UPDATE pemda_approval_task AS task"
                "   SET state = 'skipped', done_at = since"
                "  FROM (SELECT task_id FROM (%s) AS seat"
                "         GROUP BY task_id HAVING bool_and(barred)) AS spoken"
                " WHERE spoken.task_id = task.id"
                " RETURNING task.request_id",
                seats,
            )
        )
        self.env.invalidate_all()
        touched = {request_id for (request_id,) in skipped}
        return touched - self._waiting_requests(touched)

    @api.model
    def _waiting_requests(self, request_ids):
        """Those of the requests that wait for a decision."""
        found = self.env.execute_query(
            SQL(
                "SELECT DISTINCT request_id FROM pemda_approval_task"
                " WHERE request_id = ANY(%s)"
                "   AND state = 'waiting' AND purpose = 'decide'",
                list(request_ids),
            )
        )
        return {request_id for (request_id,) in found}

    @api.model
    def _move_stages(self, stages):
        self.env.cr.execute_values(
            "UPDATE pemda_approval_request AS request SET stage = moved.stage"
            "  FROM (VALUES %s) AS moved (id, stage) WHERE request.id = moved.id",
            sorted(stages.items()),
            page_size=BATCH,
        )
        self.env.invalidate_all()

    @api.model
    def _finish_tasks(self, task_ids, state):
        """Tasks are ``done``, or ``closed`` because the document went elsewhere."""
        self.env.cr.execute(
            SQL(
                "UPDATE pemda_approval_task"
                "   SET state = %s, done_at = now() AT TIME ZONE 'UTC'"
                " WHERE id = ANY(%s) AND state = 'waiting'",
                state,
                list(task_ids),
            )
        )
        self.env.invalidate_all()

    def _waiting_tasks(self):
        """What still waits in these requests, as superuser."""
        tasks = self.env["pemda.approval.task"].sudo()
        return tasks.search([("request_id", "in", self.ids), ("state", "=", "waiting")])

    def _close_tasks(self):
        """What still waits in these requests waits no longer."""
        self._finish_tasks(self._waiting_tasks().ids, "closed")

    def _vacancies(self):
        """Sentences for the steps that nobody can decide on today, each once."""
        waiting = self._waiting_tasks()
        deciders = waiting._deciders()
        texts = (
            task.office_id._vacancy_text(task.unit_id)
            for task in waiting
            if task.id not in deciders
        )
        return list(dict.fromkeys(texts))


class _Terms:
    """Due dates, each computed once."""

    def __init__(self, holidays, today):
        self._holidays, self._today, self._known = holidays, today, {0: None}

    def due(self, days):
        if days not in self._known:
            self._known[days] = working_days.due_date(self._today, days, self._holidays)
        return self._known[days]
