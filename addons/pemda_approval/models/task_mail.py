from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import format_date

from ..rules import transitions as rules
from ..rules import working_days
from .engine_token import as_engine
from .sql_file import sql_file

FIRST_HOUR = 6
DIGEST_ON = "pemda_approval.digest"
HOLIDAYS_REMINDED = "pemda_approval.holidays_reminded"
LINE = Markup("<p>{text}</p>")
LINK = Markup('<p><a href="{url}">{text}</a></p>')


class ApprovalTask(models.Model):
    """Mail about what waits: a digest every working day, and what is overdue to whom
    the flow names. No mail names a person or the content of a document."""

    _inherit = "pemda.approval.task"

    escalated_on = fields.Date(readonly=True)

    @api.model
    def _cron_mail(self):
        """Send what is to be sent today; a second run on the same day sends nothing."""
        today = self.env.company.sudo()._pemda_today()
        parameters = self.env["ir.config_parameter"].sudo()
        if self._local_hour() < FIRST_HOUR:
            return
        if parameters.get_param(DIGEST_ON) == "off":
            return
        if not working_days.is_working_day(today, self.env["pemda.holiday"]._days()):
            return
        sent = parameters.get_param("pemda_approval.digest_sent")
        if sent == fields.Date.to_string(today):
            return
        self._mail_digest(today)
        self._escalate(today)
        self._remind_of_holidays(today)
        parameters.set_param("pemda_approval.digest_sent", today)

    @api.model
    def _local_hour(self):
        zone = ZoneInfo(self.env.company.sudo().pemda_timezone)
        return datetime.now(zone).hour

    @api.model
    def _mail_digest(self, today):
        """One mail to everybody for whom something waits, maker or decider."""
        texts = {}
        for row in self._digest_rows(today):
            user = self.env["res.users"].sudo().browse(row["user_id"])
            texts.setdefault(user, []).append(self._waiting_text(user, row))
        for user, count in self._returned():
            texts.setdefault(user, []).append(self._returned_text(user, count))
        for user, lines in texts.items():
            self._queue_mail(user, lines[0], lines)

    @api.model
    def _digest_rows(self, today):
        query = sql_file("digest", today=today, turns=self._turns())
        return self.env.execute_query_dict(query)

    @api.model
    def _returned(self):
        """Makers of documents that wait for them: pairs (user, count)."""
        return (
            self.env["pemda.approval.request"]
            .sudo()
            ._read_group([("state", "=", rules.RETURNED)], ["maker_id"], ["__count"])
        )

    def _waiting_text(self, user, row):
        env = self.env(context={"lang": user.lang})
        text = env._(
            "%(count)s documents wait for your decision, %(late)s of them past their "
            "term.",
            count=row["waiting"],
            late=row["late"],
        )
        return f"{text} " + env._(
            "The oldest has waited since %(date)s.",
            date=format_date(env, row["oldest"].date()),
        )

    def _returned_text(self, user, count):
        env = self.env(context={"lang": user.lang})
        return env._(
            "%(count)s of your documents were returned for revision.", count=count
        )

    @api.model
    def _escalate(self, today):
        """Tell the offices that the flow names of terms that have passed, once."""
        late = self.sudo().search(
            [
                ("state", "=", "waiting"),
                ("due_date", "<", today),
                ("escalated_on", "=", False),
                ("step_id.escalation_office_id", "!=", False),
            ]
        )
        by_user = {}
        for task in late:
            for user in task._told_when_late(today):
                by_user.setdefault(user, self.browse())
                by_user[user] |= task
        for user, tasks in by_user.items():
            env = self.env(context={"lang": user.lang})
            offices = {f"{t.office_id.name}, {t.unit_id.name}" for t in tasks}
            text = env._(
                "%(count)s documents are past their term: %(offices)s.",
                count=len(tasks),
                offices="; ".join(sorted(offices)),
            )
            self._queue_mail(user, text, [text])
        as_engine(late).write({"escalated_on": today})

    def _told_when_late(self, today):
        self.ensure_one()
        office = self.step_id.escalation_office_id
        holders = self.env["pemda.office.holder"].sudo()
        place = holders._in_office(self.unit_id, office.code, today).unit_id
        return holders._acting(office, place, self.kind_id).user_id

    @api.model
    def _remind_of_holidays(self, today):
        """Tell the admins pemda once when the holidays of a year are missing."""
        year = self.env["pemda.holiday"]._year_without(today)
        parameters = self.env["ir.config_parameter"].sudo()
        if not year or parameters.get_param(HOLIDAYS_REMINDED) == str(year):
            return
        holders = self.env["pemda.office.holder"].sudo()
        admins = self.env.ref("pemda_base.office_admin_pemda")
        in_office = holders.search(
            holders._in_force(today) & Domain("office_id", "=", admins.id)
        )
        for user in in_office.user_id:
            env = self.env(context={"lang": user.lang})
            text = env._(
                "The holidays of %(year)s are not entered yet, so terms of decisions "
                "run on them. Enter them from the joint decree (SKB) under Approvals, "
                "Settings, Holidays.",
                year=year,
            )
            self._queue_mail(user, text, [text])
        parameters.set_param(HOLIDAYS_REMINDED, year)

    @api.model
    def _queue_mail(self, user, subject, lines):
        """Put a mail into Odoo's queue; whoever has no address reads the inbox, and
        whoever has left is told nothing."""
        if not user.email or not user.active:
            return
        env = self.env(context={"lang": user.lang})
        base = self.env["ir.config_parameter"].sudo().get_param("web.base.url", "")
        body = Markup().join(LINE.format(text=line) for line in lines)
        body += LINK.format(
            url=f"{base}/odoo/persetujuan", text=env._("Open the inbox")
        )
        self.env["mail.mail"].sudo().create(
            {
                "subject": subject,
                "body_html": body,
                "email_to": user.email_formatted,
                "auto_delete": True,
            }
        )
