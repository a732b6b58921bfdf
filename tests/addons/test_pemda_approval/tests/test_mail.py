from freezegun import freeze_time

from odoo.tests import tagged

from .common import FLOW, ApprovalCase

WEDNESDAY, SATURDAY = "2031-03-05 03:00:00", "2031-03-08 03:00:00"


@tagged("post_install", "-at_install")
class TestMail(ApprovalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        parameters = cls.env["ir.config_parameter"].sudo()
        parameters.set_param("pemda_approval.digest_sent", "")
        for user in (cls.head, cls.sekda, cls.clerk):
            user.email = f"{user.login}@example.com"

    def sent(self):
        """Mails that the run puts into the queue, by address."""
        before = self.env["mail.mail"].search([])
        self.env["pemda.approval.task"]._cron_mail()
        return {m.email_to: m for m in self.env["mail.mail"].search([]) - before}

    def mail_to(self, user, mails):
        return mails.get(user.email_formatted)

    def test_the_digest_counts_what_waits(self):
        letters = self.submitted(3, name="Rahasia Pribadi")
        self.decide(letters[0], self.head, "return", "Again")
        with freeze_time(WEDNESDAY):
            mails = self.sent()
            again = self.sent()
        self.assertIn("2", self.mail_to(self.head, mails).subject)
        self.assertIn("1", self.mail_to(self.clerk, mails).subject)
        self.assertFalse(self.mail_to(self.sekda, mails))
        self.assertEqual(again, {})
        for mail in mails.values():
            self.assertIn("/odoo/persetujuan", mail.body_html)
            self.assertNotIn("Rahasia", mail.body_html + mail.subject)

    def test_no_mail_on_days_without_work_nor_when_it_is_off(self):
        self.submitted()
        with freeze_time(SATURDAY):
            self.assertEqual(self.sent(), {})
        self.env["pemda.holiday"].create({"name": "Libur", "date": WEDNESDAY[:10]})
        with freeze_time(WEDNESDAY):
            self.assertEqual(self.sent(), {})
        self.env["pemda.holiday"].search([]).unlink()
        parameters = self.env["ir.config_parameter"].sudo()
        parameters.set_param("pemda_approval.digest", "off")
        with freeze_time(WEDNESDAY):
            self.assertEqual(self.sent(), {})

    def test_past_the_term_the_named_office_is_told_once(self):
        office = self.office("test_sekda")
        term = {"deadline_days": 2, "escalation_office_id": office.id}
        self.replace_flow([(*FLOW[0][:4], term), FLOW[1]])
        self.submitted(2)
        with freeze_time(WEDNESDAY):
            mail = self.mail_to(self.sekda, self.sent())
        self.assertIn("2", mail.subject)
        self.assertIn(self.opd_a.name, mail.subject)
        self.assertFalse(self.inbox(self.sekda), "it is told, it does not decide")
        with freeze_time("2031-03-06 03:00:00"):
            self.assertFalse(self.mail_to(self.sekda, self.sent()))
