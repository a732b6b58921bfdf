from datetime import timedelta
from time import monotonic

from odoo import api, fields, models
from odoo.exceptions import ConcurrencyError, UserError
from odoo.tools import SQL

# Two-key advisory lock: this number and the id of the period.
RUN_LOCK = 7_305_001
# Assets that the rules compute in one step; a run with few of them is one step.
SLICE = 60_000
AT_ONCE = 120_000
# A request that has worked so long leaves the next step to the next request.
LONG_SECONDS = 5
# A run that nobody drives any more is taken up by the job of the night this soon.
RESUME_MINUTES = 5


class Period(models.Model):
    """A run of a period goes in steps, each a transaction of its own.

    The first step carries the quiet assets on; what the rules have to compute follows
    in slices; the last step replaces the figures of the period. A small register is
    done in the first. Whoever presses the button drives the run that is under way, be
    it his own or another's; when all have gone away, the job of the night goes on
    with it. A run that was begun on figures, settings or a state that have changed
    meanwhile is begun anew. What is booked meanwhile makes the period out of date.
    """

    _inherit = "sipbd.period"

    progress_id = fields.Many2one("sipbd.period.progress", compute="_compute_progress")
    progress_done = fields.Integer(string="Computed", compute="_compute_progress")
    progress_total = fields.Integer(string="To compute", compute="_compute_progress")
    progress_by_id = fields.Many2one(
        "res.users", string="Begun by", compute="_compute_progress"
    )
    progress_at = fields.Datetime(string="Begun at", compute="_compute_progress")

    def _compute_progress(self):
        for period in self:
            progress = period._progress()
            period.progress_id = progress
            period.progress_done = progress.done
            period.progress_total = progress.total
            period.progress_by_id = progress.create_uid
            period.progress_at = progress.create_date

    def _progress(self):
        """The run that is under way; empty without one."""
        self.ensure_one()
        return (
            self.env["sipbd.period.progress"]
            .sudo()
            .search([("period_id", "=", self.id)])
        )

    # Driven by a user ---------------------------------------------------------------

    def action_run(self):
        """Compute this period, and open ones before it that are out of date.

        :return: of a large register the dialog that drives the further steps
        """
        answer = self.action_run_step()
        if answer["finished"]:
            return None
        return {
            "type": "ir.actions.client",
            "tag": "sipbd_period_run",
            "params": {"periodId": self.id, "answer": answer},
        }

    def action_run_step(self, since=None):
        """Go on computing for some seconds; a call is a transaction.

        :param int since: what an earlier call of the same run has answered
        :return: dict ``finished``; ``waiting``: somebody else does a step right now;
            ``since``; ``period``: name, ``done`` and ``total``: assets
        """
        self.ensure_one()
        self._check_manager()
        self.check_access("read")
        period = self.sudo()
        since = period._last_run().id if since is None else int(since)
        begun, waiting = monotonic(), False
        target = period._next_to_run(since)
        while target and not waiting:
            waiting = not target._try_hold()
            if not waiting:
                target._step()
                target = period._next_to_run(since)
                if monotonic() - begun > LONG_SECONDS:
                    break
        progress = target._progress() if target else self.env["sipbd.period.progress"]
        return {
            "finished": not target,
            "waiting": waiting,
            "since": since,
            "period": target.name or self.name,
            "done": progress.done,
            "total": progress.total,
        }

    def _next_to_run(self, since):
        """The period whose turn it is; empty when this one has been computed.

        Those before it come first when they are out of date, once each.
        """
        if self._last_run().id > since:
            return self.browse()
        for period in self._stale_periods().sorted("date_from"):
            if period.date_to < self.date_from and period._last_run().id <= since:
                return period
        return self

    # Driven by the night ------------------------------------------------------------

    @api.model
    def _cron_run(self):
        """Periods that have begun and are out of date, and runs left half-way."""
        cron = self.env["ir.cron"]
        today = self.env.company.sudo()._pemda_today()
        due = self._stale_periods().filtered(lambda p: p.date_from <= today)
        left = self.env["sipbd.period.progress"].sudo().search([])  # pylint: disable=no-search-all
        due = (due | left.period_id).sorted("date_from")
        for number, period in enumerate(due):
            finished = False
            while not finished:
                if not period._try_hold():
                    self._resume_later()
                    return
                finished = period._step()
                rest = len(due) - number - finished
                if not cron._commit_progress(int(finished), remaining=rest):
                    return

    def _resume_later(self):
        """Let the job take the run up in case nobody drives it to its end."""
        later = fields.Datetime.now() + timedelta(minutes=RESUME_MINUTES)
        self.env.ref("sipbd.period_run_cron").sudo()._trigger(later)

    # The steps ----------------------------------------------------------------------

    def _run(self):
        """Compute the figures of this period anew, all steps at once.

        :raises UserError: when it is closed, or being computed or closed right now,
            or when the policy cuts the year otherwise
        """
        self.ensure_one()
        if not self._try_hold():
            raise UserError(
                self.env._(
                    "%(period)s is being computed or closed at this moment. Look at it "
                    "again in a minute.",
                    period=self.name,
                )
            )
        self._progress()._give_up()
        while not self._step():
            pass

    def _try_hold(self):
        """One step or closing of a period at a time; it stays open until the end.

        :return: False when somebody else does one right now
        :raises UserError: when it is closed
        :raises ConcurrencyError: when a step was done that this transaction does not
            see; the server then repeats the request
        """
        self.ensure_one()
        free = self.env.execute_query(
            SQL("SELECT pg_try_advisory_xact_lock(%s, %s)", RUN_LOCK, self.id)
        )
        if not free[0][0]:
            return False
        self._require_open([self.date_to])
        self.env.flush_all()
        with self.env.registry.cursor() as fresh:
            fresh.execute(self._seen_query())
            latest = fresh.fetchone()
        self.env.cr.execute(self._seen_query())
        seen = self.env.cr.fetchone()
        if latest > seen:
            raise ConcurrencyError(f"{self.name} was computed meanwhile")
        return True

    def _seen_query(self):
        """Numbers that grow with each step: the last line of the history, and how far
        a run has come."""
        return SQL(
            """
            SELECT coalesce(max(log.id), 0), coalesce(max(progress.id), 0),
                   coalesce(max(progress.after_id), 0)
              FROM sipbd_period AS period
              LEFT JOIN sipbd_period_log AS log ON log.period_id = period.id
              LEFT JOIN sipbd_period_progress AS progress
                ON progress.period_id = period.id
             WHERE period.id = %s
            """,
            self.id,
        )

    def _step(self):
        """One step of computing this period; it is held.

        :return: whether it was the last one
        """
        rules, policy = self._run_rules()
        self.env.flush_all()
        self.env.cr.execute("SET LOCAL work_mem = '256MB'")
        progress = self._progress()
        if progress.basis != self._basis():
            progress._give_up()
            return self._begin(rules, policy)
        if progress.done < progress.total:
            self._compute_slice(rules, progress)
            return False
        self._clear("figure", "finding", "total")
        entries, last_entry_id = progress.entries, progress.last_entry_id
        progress._hand_over()
        self._conclude(entries, last_entry_id)
        return True

    def _basis(self):
        """What a run holds on to from its first step to its last: what was done with
        this period and the one before, and the settings."""
        periods = self | self._previous()
        log = self.env["sipbd.period.log"].sudo()
        last = log.search([("period_id", "in", periods.ids)], limit=1)
        return f"{last.id} {self._settings_changed().isoformat()}"

    def _begin(self, rules, policy):
        """The first step; the only one when little is left to the rules."""
        entries, last_entry_id = self._booked()
        previous = self._previous()
        self._touch(rules, policy, previous)
        cr = self.env.cr
        cr.execute("SELECT count(*) FROM sipbd_touched WHERE by_rules")
        (total,) = cr.fetchone()
        if total <= AT_ONCE:
            self._clear("figure", "finding", "total")
            tables = [
                SQL.identifier(f"sipbd_period_{n}") for n in ("figure", "finding")
            ]
        else:
            progress = self.env["sipbd.period.progress"].sudo()
            progress._make_tables(self)
            tables = [progress._run_table(name, self) for name in ("figure", "finding")]
        if previous:
            self._carry_on(policy, previous, *tables)
        if total <= AT_ONCE:
            self._compute_by_rules(rules, previous, *tables)
            self._conclude(entries, last_entry_id)
            return True
        progress.create(
            {
                "period_id": self.id,
                "total": total,
                "entries": entries,
                "last_entry_id": last_entry_id,
                "basis": self._basis(),
            }
        )
        self._resume_later()
        return False

    def _compute_slice(self, rules, progress):
        last_id, count = progress._next_slice(SLICE)
        self._compute_by_rules(
            rules,
            self._previous(),
            progress._run_table("figure", self),
            progress._run_table("finding", self),
            progress._slice_condition(last_id),
        )
        progress.write({"done": progress.done + count, "after_id": last_id})
        self.env.flush_all()

    def _conclude(self, entries, last_entry_id):
        """The figures are there: note it."""
        for name in ("figure", "total", "finding"):
            self.env[f"sipbd.period.{name}"].invalidate_model()
        if self.state == "checked":
            self._set_state("open", "uncheck")
        self._log("run", entries=entries, last_entry_id=last_entry_id, **self._sums())
        self.invalidate_recordset()
