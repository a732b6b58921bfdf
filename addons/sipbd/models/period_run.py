from datetime import date

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..rules import susut_line, susut_policy
from ..rules.penyusutan import NO_LIFE, NO_VALUE
from .figure_writer import FigureWriter
from .sql_file import sql_file

# Assets of the working table (figure_touched.sql) that the rules compute.
BY_RULES = SQL("entry.asset_id IN (SELECT asset_id FROM sipbd_touched WHERE by_rules)")
# Nothing is booked before this day.
BEGINNING = date(1900, 1, 1)


class Period(models.Model):
    """Computing the figures of a period from those of the period before.

    Most assets have nothing booked in a period: one statement carries them on. Those
    whose course may have changed are computed by the rules in plain Python from their
    whole ledger. As long as the period is open its figures are provisional. How a run
    goes, in one step or many, is in ``period_steps.py``.
    """

    _inherit = "sipbd.period"

    run_id = fields.Many2one(
        "sipbd.period.log", string="Last run", compute="_compute_run"
    )
    run_at = fields.Datetime(string="Computed at", compute="_compute_run")
    stale = fields.Boolean(
        string="Out of date",
        compute="_compute_run",
        help="Something was booked, or a table was changed, since it was computed.",
    )
    aset = fields.Integer(string="Assets", compute="_compute_run")
    nilai = fields.Float(
        string="Acquisition value", digits=(22, 2), compute="_compute_run"
    )
    akumulasi = fields.Float(
        string="Accumulated depreciation", digits=(22, 2), compute="_compute_run"
    )
    beban = fields.Float(string="Charge", digits=(22, 2), compute="_compute_run")
    koreksi = fields.Float(string="Correction", digits=(22, 2), compute="_compute_run")
    findings = fields.Integer(compute="_compute_run")
    blocking = fields.Integer(
        string="Findings that hinder closing", compute="_compute_run"
    )

    def _compute_run(self):
        stale = self._stale_periods()
        for period in self:
            run = period._last_run()
            period.run_id = run
            period.run_at = run.create_date
            for name in ("aset", "nilai", "akumulasi", "beban", "koreksi"):
                period[name] = run[name]
            period.findings = run.findings
            period.blocking = run.blocking
            period.stale = period in stale

    def _last_run(self):
        self.ensure_one()
        return (
            self.env["sipbd.period.log"]
            .sudo()
            .search([("period_id", "=", self.id), ("act", "=", "run")], limit=1)
        )

    def _previous(self):
        """The period before; empty for the first."""
        return self.search(
            [("date_to", "<", self.date_from)], order="date_to desc", limit=1
        )

    # Out of date? -----------------------------------------------------------------

    @api.model
    def _stale_periods(self):
        """Periods whose figures, computed now, might be others, or have none yet.

        Nothing marks a period when something is booked: what it was computed of is
        compared with what is there. All that follow an outdated period are outdated.
        """
        stale, latest = self.browse(), 0
        changed = self._settings_changed()
        for period in self.search([], order="date_from"):  # pylint: disable=no-search-all
            run = period._last_run()
            if period.state != "closed" and (
                stale
                or not run
                or run.id < latest
                or run.create_date < changed
                or period._booked() != (run.entries, run.last_entry_id)
            ):
                stale |= period
            latest = max(latest, run.id)
        return stale

    def _booked(self):
        """Number of entries that count for the first time in this period, and the
        largest id of them."""
        self.env["sipbd.entry"].flush_model()
        self.env.cr.execute(
            SQL(
                """
                SELECT count(*), coalesce(max(id), 0) FROM sipbd_entry
                 WHERE booking_date BETWEEN %s AND %s
                """,
                self._first_counted_day(),
                self.date_to,
            )
        )
        return self.env.cr.fetchone()

    def _first_counted_day(self):
        """Entries before the first period are counted in it."""
        return self.date_from if self._previous() else BEGINNING

    @api.model
    def _settings_changed(self):
        """When policies, lives or bands were last written."""
        changes = [
            self.env[name]
            .sudo()
            .search([], order="write_date desc", limit=1)
            .write_date
            for name in (
                "sipbd.penyusutan.policy",
                "sipbd.masa.manfaat",
                "sipbd.masa.manfaat.band",
            )
        ]
        return max(filter(None, changes))

    # Opening what was computed ----------------------------------------------------

    def action_open_figures(self):
        """The figures of the assets of this period."""
        return self._open("sipbd.sipbd_period_figure_action")

    def action_open_totals(self):
        """Sums by unit and code: frozen ones, or the figures themselves grouped."""
        self.ensure_one()
        if self.state == "closed":
            return self._open("sipbd.sipbd_period_total_action", group_unit=1)
        return self._open(
            "sipbd.sipbd_period_figure_action", group_unit=1, group_code=1
        )

    def action_open_findings(self):
        """What was noticed when this period was computed."""
        return self._open("sipbd.sipbd_period_finding_action", group_kind=1)

    def _open(self, action, **defaults):
        self.ensure_one()
        self.check_access("read")
        return {
            **self.env["ir.actions.act_window"]._for_xml_id(action),
            "domain": [("period_id", "=", self.id)],
            "context": {f"search_default_{k}": v for k, v in defaults.items()},
        }

    # The computation ---------------------------------------------------------------

    def _run_rules(self):
        """What this period is computed by: all rules, and the policy in force.

        :raises UserError: when the policy cuts the year otherwise
        """
        rules = self.env["sipbd.penyusutan.policy"]._rules()
        policy = rules.timeline.policy(rules.timeline.index(self.date_to))
        if str(policy.months) != self.months:
            raise UserError(
                self.env._(
                    "The policy of %(year)s charges by periods of %(policy)s months, "
                    "but %(period)s has %(months)s. Set the policy right.",
                    year=self.date_from.year,
                    policy=policy.months,
                    period=self.name,
                    months=self.months,
                )
            )
        return rules, policy

    def _clear(self, *names):
        """Delete the rows of this period in its tables."""
        for name in names:
            self.env.cr.execute(
                SQL(
                    "DELETE FROM %s WHERE period_id = %s",
                    SQL.identifier(f"sipbd_period_{name}"),
                    self.id,
                )
            )

    def _touch(self, rules, policy, previous):
        """Find the assets that something happened to, in a working table."""
        cr = self.env.cr
        cr.execute("DROP TABLE IF EXISTS sipbd_touched")
        cr.execute(
            sql_file(
                "figure_touched",
                previous=previous.id or 0,
                first=self._first_counted_day(),
                last=self.date_to,
            )
        )
        if previous:
            self._touch_restood(rules, policy, previous)
        cr.execute("ANALYZE sipbd_touched")

    def _touch_restood(self, rules, policy, previous):
        """Add those that stand otherwise to depreciation without an entry."""
        before = rules.timeline.policy(rules.timeline.index(previous.date_to))
        self.env.cr.execute(
            sql_file(
                "figure_classes",
                previous=previous.id,
                # under the same policy only a life that has become known matters
                findings=before == policy,
                no_life=NO_LIFE,
            )
        )
        classes = [
            (code_id, komptabel, self._standing(rules, policy, code, komptabel))
            for code_id, code, komptabel in self.env.cr.fetchall()
        ]
        if classes:
            codes, komptabels, standings = zip(*classes, strict=True)
            self.env.cr.execute(
                sql_file(
                    "figure_restand",
                    previous=previous.id,
                    codes=list(codes),
                    komptabels=list(komptabels),
                    standings=list(standings),
                )
            )

    def _standing(self, rules, policy, code, komptabel):
        """How goods of a code stand to depreciation in this period."""
        standing = rules.standing(code, komptabel, policy)
        if standing == susut_policy.SUSUT and not rules.months(code, self.date_to):
            return susut_policy.TANPA_MASA
        return standing

    def _carry_on(self, policy, previous, figures, findings):
        """The assets to whose course nothing happened, in one statement.

        :param figures, findings: SQL names of the tables they are written to
        """
        lines = sql_file("figure_lines", previous=previous.id)
        if previous.months != self.months:
            lines = sql_file(
                "figure_lines_converted",
                lines=lines,
                old_months=int(previous.months),
                new_months=int(self.months),
            )
        self.env.cr.execute(
            sql_file(
                "figure_quiet",
                figures=figures,
                period=self.id,
                lines=lines,
                running=policy.rounding == susut_line.RUNNING,
            )
        )
        self.env.cr.execute(
            sql_file(
                "figure_findings",
                figures=figures,
                findings=findings,
                period=self.id,
                previous=previous.id,
                kinds=[NO_LIFE, NO_VALUE],
            )
        )

    def _compute_by_rules(self, rules, previous, figures, findings, assets=BY_RULES):
        """The others from their ledger, by the rules.

        :param assets: SQL condition on the entries that says which
        """
        self.env.cr.execute("SELECT id, code FROM sipbd_kode")
        codes = dict(self.env.cr.fetchall())
        writer = FigureWriter(
            self.env.cr, self.id, rules, codes, self.date_to, (figures, findings)
        )
        writer.write(
            sql_file("figure_entries", previous=previous.id or 0, assets=assets)
        )

    def _sums(self):
        """Sums over the figures of this period, for its history."""
        self.env.cr.execute(
            SQL(
                """
                SELECT count(*), coalesce(sum(nilai), 0), coalesce(sum(akumulasi), 0),
                       coalesce(sum(beban), 0), coalesce(sum(koreksi), 0)
                  FROM sipbd_period_figure WHERE period_id = %s
                """,
                self.id,
            )
        )
        names = ("aset", "nilai", "akumulasi", "beban", "koreksi")
        sums = dict(zip(names, self.env.cr.fetchone(), strict=True))
        findings = self.env["sipbd.period.finding"].sudo()
        here = [("period_id", "=", self.id)]
        return {
            **sums,
            "findings": findings.search_count(here),
            "blocking": findings.search_count([*here, ("blocking", "=", True)]),
        }
