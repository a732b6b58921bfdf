from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import SQL
from odoo.tools.sql import column_exists, create_column

from ..rules import working_days
from .engine_token import is_engine
from .res_users import place_key
from .sql_file import sql_file

BARRED = "barred_user_ids"


class ApprovalTask(models.Model):
    """A step of a request that waits (or waited) for an office in a unit.

    Who may decide is not kept here: whoever holds the office today. See
    ``sql/turns.sql``, which says it for the inbox, the maker and the enforcement.
    """

    _name = "pemda.approval.task"
    _description = "Waiting step"
    _named_to_readers_only = True
    _order = "due_date, since, id"
    _rec_name = "title"

    request_id = fields.Many2one(
        "pemda.approval.request",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    step_id = fields.Many2one(
        "pemda.approval.step", required=True, readonly=True, ondelete="restrict"
    )
    purpose = fields.Selection(
        [("decide", "Decision"), ("opine", "Opinion (paraf)")],
        required=True,
        readonly=True,
        default="decide",
    )
    round = fields.Integer(required=True, readonly=True, aggregator=None)
    sequence = fields.Integer(required=True, readonly=True, aggregator=None)
    office_id = fields.Many2one(
        "pemda.office", required=True, readonly=True, ondelete="restrict"
    )
    unit_id = fields.Many2one(
        "hr.department", required=True, readonly=True, ondelete="restrict"
    )
    place_key = fields.Char(required=True, readonly=True)
    state = fields.Selection(
        [
            ("waiting", "Waiting"),
            ("done", "Done"),
            ("skipped", "Fell away"),
            ("closed", "Closed without a decision"),
        ],
        required=True,
        readonly=True,
        default="waiting",
    )
    since = fields.Datetime(required=True, readonly=True)
    due_date = fields.Date(readonly=True)
    done_at = fields.Datetime(readonly=True)
    question = fields.Text(
        readonly=True, help="What is asked of whoever gives opinion."
    )
    # of the request, as the inbox shows them: kept here, so that it reads one table
    kind_id = fields.Many2one(related="request_id.kind_id", store=True)
    title = fields.Char(related="request_id.title", store=True, string="Document")
    document_unit_id = fields.Many2one(
        related="request_id.unit_id", store=True, string="From the unit"
    )
    amount = fields.Float(related="request_id.amount", store=True, aggregator=None)
    maker_id = fields.Many2one(related="request_id.maker_id")
    is_mine = fields.Boolean(
        string="Waits for me", compute="_compute_is_mine", search="_search_is_mine"
    )
    days_late = fields.Integer(compute="_compute_days_late", aggregator=None)
    is_late = fields.Boolean(compute="_compute_days_late", search="_search_is_late")
    late_text = fields.Char(compute="_compute_late_text")
    who = fields.Char(string="Held by", compute="_compute_who")

    # what waits is found at once, however much is finished
    _waiting_place = models.Index("(office_id, unit_id) WHERE state = 'waiting'")
    _waiting_due = models.Index("(due_date) WHERE state = 'waiting'")
    _place = models.Index("(place_key, request_id)")

    def init(self):  # pylint: disable=missing-return
        """Who may not decide: a column of the engine alone, see ``sql/barred.sql``."""
        super().init()
        if not column_exists(self.env.cr, self._table, BARRED):
            create_column(self.env.cr, self._table, BARRED, "integer[]")
            self.pool.post_init(self._bar, SQL("TRUE"))

    @api.model
    def _bar(self, tasks):
        """Note on waiting steps who has spoken already, see ``sql/barred.sql``.

        :param tasks: SQL condition
        """
        self.env.cr.execute(sql_file("barred", tasks=tasks))

    @api.depends("step_id.name", "title")
    def _compute_display_name(self):
        for task in self:
            task.display_name = f"{task.title}: {task.step_id.name}"

    @api.model
    def _turns(self, tasks=None, user=None, request_ids=None):
        """Who may decide (or give an opinion) on what now.

        :param tasks: only on these
        :param user: only this user
        :param request_ids: only on these requests
        :return: SQL query, see ``sql/turns.sql``
        """
        seats = self._seats(tasks, user, request_ids)
        return SQL("SELECT * FROM (%s) AS seat WHERE NOT barred", seats)

    @api.model
    def _seats(self, tasks=None, user=None, request_ids=None):
        """As ``_turns``, with those who may not act because they have already."""
        for model in ("pemda.office.holder", "pemda.office"):
            self.env[model].flush_model()
        today = self.env.company.sudo()._pemda_today()
        on_tasks, on_holders = [SQL("TRUE")], SQL("TRUE")
        if tasks is not None:
            on_tasks.append(SQL("task.id = ANY(%s)", list(tasks.ids)))
        if request_ids is not None:
            on_tasks.append(SQL("task.request_id = ANY(%s)", list(request_ids)))
        if user is not None:
            on_holders = SQL("holder.user_id = %s", user.id)
            # only where the user sits: the index of what waits finds that at once
            seats = [
                (holder.office_id.id, holder.unit_id.id)
                for holder in user.sudo()._offices_in_force()
            ]
            on_tasks.append(
                SQL("(task.office_id, task.unit_id) IN %s", tuple(seats))
                if seats
                else SQL("FALSE")
            )
        return sql_file(
            "turns",
            today=today,
            tasks=SQL(" AND ").join(on_tasks),
            holders=on_holders,
        )

    @api.depends_context("uid")
    def _compute_is_mine(self):
        query = self._turns(self, self.env.user)
        mine = {row[0] for row in self.env.execute_query(query)}
        for task in self:
            task.is_mine = task.id in mine

    @api.model
    def _search_is_mine(self, operator, value):
        if operator != "in":
            return NotImplemented
        mine = SQL(
            "(SELECT task_id FROM (%s) AS turn)", self._turns(user=self.env.user)
        )
        return Domain("id", "in" if True in value else "not in", mine)

    @api.depends("due_date", "state")
    def _compute_days_late(self):
        """A term has passed once a working day has gone by after its last day."""
        today = self.env.company.sudo()._pemda_today()
        late = self.filtered(
            lambda task: (
                task.state == "waiting" and task.due_date and task.due_date < today
            )
        )
        (self - late).update({"is_late": False, "days_late": 0})
        holidays = self.env["pemda.holiday"]._days() if late else ()
        for task in late:
            task.days_late = working_days.days_late(task.due_date, today, holidays)
            task.is_late = task.days_late > 0

    @api.depends("days_late")
    def _compute_late_text(self):
        for task in self:
            task.late_text = task.is_late and self.env._(
                "Past its term by %(count)s working days", count=task.days_late
            )

    @api.model
    def _search_is_late(self, operator, value):
        if operator != "in":
            return NotImplemented
        today = self.env.company.sudo()._pemda_today()
        latest = working_days.latest(today, self.env["pemda.holiday"]._days())
        late = Domain("state", "=", "waiting") & Domain("due_date", "<", latest)
        return late if True in value else ~late

    @api.depends("office_id", "unit_id", "state")
    def _compute_who(self):
        """Names of today's holders, or what to do where there is none."""
        names = self.sudo()._deciders()
        for task in self.sudo():
            waits = task.state == "waiting"
            task.who = task._who_text(names.get(task.id, [])) if waits else False

    def _deciders(self):
        """Today's holders who may decide, per task: dict id -> list of names."""
        found = {}
        for row in self.env.execute_query_dict(self._turns(self)):
            found.setdefault(row["task_id"], []).append(row["person"])
        return found

    def _who_text(self, names):
        if names:
            place = f"{self.office_id.name}, {self.unit_id.name}"
            return f"{', '.join(sorted(set(names)))} ({place})"
        return self.office_id._vacancy_text(self.unit_id)

    def write(self, vals):
        if not is_engine(self):
            raise UserError(self.env._("Steps are moved by decisions only."))
        return super().write(vals)

    @api.model_create_multi
    def create(self, vals_list):
        if not is_engine(self):
            raise UserError(self.env._("Steps are opened by the flow only."))
        for vals in vals_list:
            vals["place_key"] = place_key(vals["office_id"], vals["unit_id"])
        return super().create(vals_list)

    @api.ondelete(at_uninstall=False)
    def _unlink_refused(self):
        raise UserError(self.env._("What waited for a decision is kept."))
