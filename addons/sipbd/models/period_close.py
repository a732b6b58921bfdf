import hashlib

from odoo import fields, models
from odoo.exceptions import AccessError, ConcurrencyError, LockError, UserError
from odoo.tools import SQL

from .ledger_key import has_ledger_key, with_ledger_key
from .sql_file import sql_file

# act -> states it starts from and the state it leads to
TRANSITIONS = {
    "check": (("open",), "checked"),
    "uncheck": (("checked",), "open"),
    "close": (("checked",), "closed"),
    "reopen": (("closed",), "open"),
}


class Period(models.Model):
    """Open, checked, closed, reopened: who may, when, and what it freezes."""

    _inherit = "sipbd.period"

    hash = fields.Char(
        string="SHA-256 of the frozen figures", compute="_compute_closing"
    )
    closed_by_id = fields.Many2one(
        "res.users", string="Closed by", compute="_compute_closing"
    )
    closed_at = fields.Datetime(compute="_compute_closing")

    def _compute_closing(self):
        for period in self:
            closing = self.env["sipbd.period.log"]
            if period.state == "closed":
                closing = closing.sudo().search(
                    [("period_id", "=", period.id), ("act", "=", "close")], limit=1
                )
            period.hash = closing.hash
            period.closed_by_id = closing.create_uid
            period.closed_at = closing.create_date

    def write(self, vals):
        """The status changes by what is done to a period, and by nothing else."""
        if "state" in vals and not has_ledger_key(self.env):
            raise AccessError(
                self.env._("The status of a period changes by checking and closing it.")
            )
        return super().write(vals)

    def _set_state(self, state, act, **log):
        with_ledger_key(self.sudo()).write({"state": state})
        self._log(act, **log)
        self.flush_recordset()

    # Buttons ----------------------------------------------------------------------

    def action_check(self):
        """The figures have been looked at and are right."""
        self._check_manager()
        for period in self.sudo():
            period._hold_for_change("check")
            period._check_complete()
            period._set_state("checked", "check")

    def action_uncheck(self):
        """Back to open, to be looked at again."""
        self._check_manager()
        for period in self.sudo():
            period._hold_for_change("uncheck")
            period._set_state("open", "uncheck")

    def action_close(self):
        """Freeze the figures; nothing is dated in the period any more."""
        self._check_manager()
        for period in self.sudo().sorted("date_from"):
            period._close()

    def _reopen(self, reason):
        """Make the last closed period open again.

        :raises AccessError: to everybody but the pengelola barang (Sekda)
        :raises UserError: without a reason, or while a later period is closed
        """
        self.ensure_one()
        self._check_office(
            "sipbd.group_asset_pengelola",
            self.env._(
                "A closed period is reopened by the pengelola barang (Sekda) only."
            ),
        )
        if not (reason or "").strip():
            raise UserError(self.env._("Give the reason for which it is reopened."))
        period = self.sudo()
        period._hold_for_change("reopen")
        later = period.search(
            [("state", "=", "closed"), ("date_from", ">", period.date_to)],
            order="date_from desc",
            limit=1,
        )
        if later:
            raise UserError(
                self.env._(
                    "%(later)s is closed as well: reopen the last one first.",
                    later=later.name,
                )
            )
        period._set_state("open", "reopen", reason=reason.strip())

    # Closing ----------------------------------------------------------------------

    def _close(self):
        self._hold_for_change("close")
        previous = self._previous()
        if previous and previous.state != "closed":
            raise UserError(
                self.env._(
                    "%(previous)s is not closed yet: periods are closed in order.",
                    previous=previous.name,
                )
            )
        if self.date_to >= self.env.company.sudo()._pemda_today():
            raise UserError(self.env._("%(period)s is not over yet.", period=self.name))
        self._check_complete()
        pending = self._pending()
        if pending:
            raise UserError(
                self.env._(
                    "%(period)s cannot be closed as long as this is pending:\n"
                    "%(pending)s",
                    period=self.name,
                    pending="\n".join(f"- {line}" for line in pending),
                )
            )
        run = self._last_run()
        self._progress()._give_up()
        self._add_totals()
        self._set_state(
            "closed",
            "close",
            hash=self._figures_hash(),
            **{
                name: run[name]
                for name in ("entries", "last_entry_id", "aset", "nilai", "akumulasi")
                + ("beban", "koreksi", "findings")
            },
        )

    def _hold_for_change(self, act):
        """Lock the period against bookings, runs and other changes; check its status.

        The lock is refused while somebody books in the period. Whoever booked and
        committed after this transaction began is not seen by it: then the transaction
        is given back to the server, which begins it anew.
        """
        self.ensure_one()
        self.flush_recordset()
        try:
            self.lock_for_update()
        except LockError as error:
            raise UserError(
                self.env._(
                    "Somebody is booking in %(period)s, or computing it, at this "
                    "moment. Try again in a minute.",
                    period=self.name,
                )
            ) from error
        self.invalidate_recordset()
        states, _target = TRANSITIONS[act]
        if self.state not in states:
            labels = dict(self._fields["state"]._description_selection(self.env))
            raise UserError(
                self.env._(
                    "%(period)s is %(state)s; this cannot be done with it.",
                    period=self.name,
                    state=labels[self.state].lower(),
                )
            )
        self._check_all_seen()

    def _check_all_seen(self):
        """Entries of the period that were committed while this transaction ran."""
        with self.env.registry.cursor() as fresh:
            fresh.execute(self._count_query(None))
            count, last = fresh.fetchone()
        self.env.cr.execute(self._count_query(last))
        if self.env.cr.fetchone()[0] < count:
            raise ConcurrencyError(f"entries of {self.name} were booked meanwhile")

    def _count_query(self, last):
        """Number and largest id of entries up to the period's end; up to an id."""
        return SQL(
            """
            SELECT count(*), max(id) FROM sipbd_entry
             WHERE booking_date BETWEEN %s AND %s AND id <= coalesce(%s, id)
            """,
            self._first_counted_day(),
            self.date_to,
            last,
        )

    def _check_complete(self):
        """The figures are there and of what is booked now."""
        if not self._last_run():
            raise UserError(
                self.env._(
                    "The depreciation of %(period)s has not been computed yet.",
                    period=self.name,
                )
            )
        if self in self._stale_periods():
            raise UserError(
                self.env._(
                    "Something was booked or set since %(period)s was computed. "
                    "Compute and check it again.",
                    period=self.name,
                )
            )

    def _pending(self):
        """What hinders closing, a sentence each. Other topics add theirs.

        :return: list of str
        """
        self.ensure_one()
        pending = []
        blocking = self._last_run().blocking
        if blocking:
            pending.append(
                self.env._(
                    "%(count)s assets have no useful life: see the findings.",
                    count=blocking,
                )
            )
        pending += self._pending_loads()
        differences = self.env["sipbd.asset"]._ledger_differences()
        if differences:
            pending.append(
                self.env._(
                    "%(count)s columns of assets differ from their ledger.",
                    count=len(differences),
                )
            )
        return pending

    def _pending_loads(self):
        """Files of assets that were read but neither loaded nor dropped."""
        loads = self.env["pemda.import.load"].sudo()
        waiting = loads.search(
            [
                ("target", "=", "sipbd.asset"),
                ("state", "in", ("read", "checked")),
                ("cut_off_date", "<=", self.date_to),
            ]
        )
        return [
            self.env._(
                "The file %(file)s of %(unit)s was read but not loaded.",
                file=load.filename,
                unit=load.unit_id.name,
            )
            for load in waiting
        ]

    def _add_totals(self):
        """Sums by unit, code and komptabel, frozen with the figures."""
        self._clear("total")
        self.env.cr.execute("SET LOCAL work_mem = '256MB'")
        self.env.cr.execute(sql_file("figure_totals", period=self.id))
        self.env["sipbd.period.total"].invalidate_model()

    def _figures_hash(self):
        """SHA-256 over the figures of all assets, ordered, as text of the database."""
        digest = _Digest()
        statement = sql_file("figure_digest", period=SQL(str(int(self.id))))
        self.env.cr.copy_expert(statement.code, digest)
        return digest.hexdigest()

    # What others ask --------------------------------------------------------------

    def _figures_sql(self):
        """Query of the figures of this period: the columns of
        ``sipbd_period_figure``, one row per asset that was in the register."""
        self.ensure_one()
        return SQL("SELECT * FROM sipbd_period_figure WHERE period_id = %s", self.id)


class _Digest:
    """A file that keeps nothing but the hash of what is written to it."""

    def __init__(self):
        self._hash = hashlib.sha256()

    def write(self, data):
        self._hash.update(data)

    def hexdigest(self):
        return self._hash.hexdigest()
