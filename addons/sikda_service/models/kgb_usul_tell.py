from datetime import timedelta

from markupsafe import Markup

from odoo import models
from odoo.fields import Domain

from odoo.addons.pemda_approval.models.task_mail import DIGEST_ON, LINE, LINK

TODO = "mail.mail_activity_data_todo"
#: days that the OPD has to look through its proposal
DAYS = 7


class KgbUsul(models.Model):
    """The OPD is told once that the monthly run has proposed: whoever confirms gets an
    activity on each proposal, and one mail about all of his. No mail names a person."""

    _name = "sikda.kgb.usul"
    _inherit = ["sikda.kgb.usul", "mail.activity.mixin"]

    def _tell_proposed(self):
        """Tell whoever confirms these proposals."""
        theirs = {}
        for usul in self:
            for user in usul._confirmed_by():
                theirs[user] = theirs.get(user, self.browse()) | usul
        for user, proposals in theirs.items():
            proposals._tell(user)

    def _confirmed_by(self):
        """Users who may submit the proposal today: of the OPD itself, or else of the
        nearest unit above it whose office gives that right."""
        self.ensure_one()
        group = self.env.ref("sikda.group_asn_operator")
        holders = self.env["pemda.office.holder"].sudo()
        today = self.env.company.sudo()._pemda_today()
        unit = self.unit_id
        while unit:
            here = holders.search(
                holders._in_force(today)
                & Domain("unit_id", "=", unit.id)
                & Domain("user_id.active", "=", True)
            )
            able = here.filtered(
                lambda holder: group in holder.office_id.group_id.all_implied_ids
            )
            if able:
                return able.user_id
            unit = unit.parent_id
        return self.env["res.users"]

    def _tell(self, user):
        """An activity on each of these proposals, and a mail about all of them."""
        today = self.env.company.sudo()._pemda_today()
        env = self.env(context={"lang": user.lang})
        # the mail below tells of all of them at once
        quietly = self.with_env(env).with_context(mail_activity_quick_update=True)
        quietly.activity_schedule(
            TODO,
            today + timedelta(days=DAYS),
            env._("Look through the proposal of KGB and submit it"),
            user_id=user.id,
        )
        if self.env["ir.config_parameter"].sudo().get_param(DIGEST_ON) != "off":
            self.with_env(env)._mail_proposed(user)

    def _mail_proposed(self, user):
        """Put one mail about these proposals into Odoo's queue."""
        if not user.email:
            return
        _ = self.env._
        subject = _(
            "%(count)s proposals of KGB wait for you to look through and submit.",
            count=len(self),
        )
        lines = [subject] + [
            _(
                "%(unit)s: %(proposed)s proposed, %(left)s not proposed.",
                unit=usul.unit_id.name,
                proposed=usul.line_count,
                left=usul.lain_count,
            )
            for usul in self.sorted(lambda usul: usul.unit_id.code or "")
        ]
        base = self.env["ir.config_parameter"].sudo().get_param("web.base.url", "")
        body = Markup().join(LINE.format(text=line) for line in lines)
        body += LINK.format(url=f"{base}/odoo/usul-kgb", text=_("Open the proposals"))
        self.env["mail.mail"].sudo().create(
            {
                "subject": subject,
                "body_html": body,
                "email_to": user.email_formatted,
                "auto_delete": True,
            }
        )

    def action_submit(self):
        """What is submitted asks nobody any more."""
        result = super().action_submit()
        self.sudo().activity_unlink([TODO])
        return result
