"""The OPD is told what the monthly run has proposed."""

from odoo.tests import tagged

from odoo.addons.pemda_approval.models.task_mail import DIGEST_ON
from odoo.addons.sikda.rules.dates import add_months

from ..models.kgb_usul_propose import LAST_RUN
from .common import KgbCase


@tagged("post_install", "-at_install")
class TestTell(KgbCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # another database may have had its run, and people of its own at the BKD
        cls.env["ir.config_parameter"].sudo().set_param(LAST_RUN, "")
        for user in (cls.operator, cls.operator_b, cls.head, cls.bkd):
            user.email = f"{user.login}@example.com"
        cls.operator.lang = cls.operator_b.lang = "id_ID"

    def run_cron(self):
        """Mails that the run puts into the queue, by address."""
        before = self.env["mail.mail"].search([])
        self.env["sikda.kgb.usul"].sudo()._cron_propose()
        return {m.email_to: m for m in self.env["mail.mail"].search([]) - before}

    def proposal(self, unit):
        return self.env["sikda.kgb.usul"].search(
            [("otomatis", "=", True), ("unit_id", "=", unit.id)]
        )

    def test_whoever_confirms_is_told_once(self):
        mails = self.run_cron()
        self.assertIn(self.operator.email_formatted, mails)
        self.assertIn(self.operator_b.email_formatted, mails)
        self.assertNotIn(self.head.email_formatted, mails)
        usul = self.proposal(self.opd_a)
        self.assertEqual(usul.activity_ids.user_id, self.operator)
        self.assertEqual(self.run_cron(), {}, "the run of this month is over")
        last = self.env["ir.config_parameter"].sudo()
        last.set_param(LAST_RUN, add_months(self.month, -1).strftime("%Y-%m"))
        again = self.run_cron()
        self.assertNotIn(self.operator.email_formatted, again, "told already")
        self.assertEqual(len(usul.activity_ids), 1)

    def test_the_mail_names_nobody(self):
        mail = self.run_cron()[self.operator.email_formatted]
        self.assertIn("/odoo/usul-kgb", mail.body_html)
        self.assertIn("Dinas Uji: 2 diusulkan", mail.body_html)
        self.assertIn("1 usul KGB", mail.subject)
        self.assertEqual(mail.state, "outgoing")
        for person in self.budi | self.sari:
            for text in (person.name, person.nip, "Badan Uji"):
                self.assertNotIn(text, mail.body_html + mail.subject)

    def test_where_no_operator_is_the_next_above(self):
        self.operator.office_holder_ids.date_to = add_months(self.today, -1)
        self.operator_b.active = False
        mails = self.run_cron()
        self.assertNotIn(self.operator.email_formatted, mails)
        mail = mails[self.bkd.email_formatted]
        for name in ("Dinas Uji", "Badan Uji"):
            self.assertIn(name, mail.body_html)
        self.assertIn(self.bkd, self.proposal(self.opd_a).activity_ids.user_id)

    def test_nothing_to_do_nobody_told(self):
        self.env["sikda.riwayat.pangkat"].search(
            [("employee_id", "in", (self.budi | self.sari).ids)]
        ).sudo().verified = False
        mails = self.run_cron()
        self.assertNotIn(self.operator.email_formatted, mails)
        self.assertFalse(self.proposal(self.opd_a))

    def test_submitting_ends_it(self):
        self.run_cron()
        usul = self.proposal(self.opd_a).with_user(self.operator)
        usul.action_submit()
        self.assertFalse(usul.sudo().activity_ids)

    def test_without_mail(self):
        self.env["ir.config_parameter"].sudo().set_param(DIGEST_ON, "off")
        self.assertEqual(self.run_cron(), {})
        self.assertTrue(self.proposal(self.opd_a).activity_ids)
