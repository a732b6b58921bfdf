from datetime import date

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

    def test_who_has_left_or_has_no_address_gets_none_and_others_theirs(self):
        gone, nowhere, odd = (
            self.make_user(f"ap_{name}", "test_clerk", self.opd_a)
            for name in ("gone", "nowhere", "odd")
        )
        gone.email, nowhere.email, odd.email = "gone@example.com", False, "no address"
        for user in (gone, nowhere, odd):
            letter = self.make_letters(user=user)
            letter.action_submit()
            self.decide(letter, self.head, "return", "Again")
        self.submitted()
        gone.active = False
        with freeze_time(WEDNESDAY):
            mails = self.sent()
        self.assertTrue(self.mail_to(self.head, mails))
        self.assertNotIn("gone@example.com", str(list(mails)))
        self.assertNotIn("ap_nowhere", str(list(mails)))

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

    def test_missing_holidays_are_told_to_the_admin_once(self):
        admin = self.make_user("ap_admin", "admin_pemda", self.root)
        admin.email = "ap_admin@example.com"
        holidays = self.env["pemda.holiday"]
        with freeze_time("2026-12-02 03:00:00"):
            self.assertFalse(self.mail_to(admin, self.sent()), "2027 is there")
        holidays.search([("date", ">=", "2027-01-01")]).unlink()
        with freeze_time("2026-10-28 03:00:00"):
            self.assertFalse(self.mail_to(admin, self.sent()), "not decreed yet")
        with freeze_time("2026-11-04 03:00:00"):
            mail = self.mail_to(admin, self.sent())
        self.assertIn("2027", mail.subject)
        with freeze_time("2026-11-05 03:00:00"):
            self.assertFalse(self.mail_to(admin, self.sent()), "once")

    def test_holidays_are_those_of_the_decrees(self):
        holidays = self.env["pemda.holiday"]
        for year, national, joint in ((2026, 17, 8), (2027, 18, 8)):
            days = holidays.search([]).filtered(
                lambda day, year=year: day.date.year == year
            )
            self.assertEqual(len(days.filtered("joint_leave")), joint)
            self.assertEqual(len(days) - joint, national)
            self.assertTrue(all(days.mapped("legal_basis")))
        # Idulfitri and Iduladha of next year are fixed anew by the minister
        self.assertEqual(
            holidays.search([("unconfirmed", "=", True)], order="date").mapped("date"),
            [date(2027, 3, 10), date(2027, 3, 11), date(2027, 5, 17)],
        )
