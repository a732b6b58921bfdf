"""Forms and buttons of periods, as who presses them."""

from odoo.exceptions import AccessError
from odoo.tests import Form, tagged

from .test_period_close import CloseCase


@tagged("post_install", "-at_install")
class TestPeriodScreens(CloseCase):
    def test_periods_are_made_by_their_form(self):
        form = Form(self.env["sipbd.period.generate"].with_user(self.manager))
        self.assertEqual(form.year_from, self.env.company._pemda_today().year)
        form.year_from = form.year_to = 2024
        action = form.save().action_generate()
        self.assertEqual(action["res_model"], "sipbd.period")
        self.assertEqual(len(self.periods.search([])), 2)
        form = Form(self.env["sipbd.period.generate"].with_user(self.manager))
        self.assertEqual((form.year_from, form.year_to), (2025, 2025))
        with self.assertRaises(AccessError):
            self.env["sipbd.period.generate"].with_user(self.sekda).create({})

    def test_a_period_is_reopened_by_its_form(self):
        self.generate(2024, 2024)
        period = self.close("2024-06-30")
        form = Form(
            self.env["sipbd.period.reopen"]
            .with_user(self.sekda)
            .with_context(default_period_id=period.id)
        )
        form.reason = "Temuan BPK nomor 1"
        form.save().action_reopen()
        self.assertEqual(period.state, "open")
        with self.assertRaises(AccessError):
            self.env["sipbd.period.reopen"].with_user(self.manager).create(
                {"period_id": period.id, "reason": "x"}
            )

    def test_what_was_computed_is_opened(self):
        self.buy()
        self.generate(2024, 2024)
        period = self.run_to("2024-06-30").with_user(self.clerk_a)
        provisional = period.action_open_totals()
        self.assertEqual(provisional["res_model"], "sipbd.period.figure")
        self.close("2024-06-30")
        for action, model in (
            (period.action_open_figures(), "sipbd.period.figure"),
            (period.action_open_totals(), "sipbd.period.total"),
            (period.action_open_findings(), "sipbd.period.finding"),
        ):
            self.assertEqual(action["res_model"], model)
            seen = self.env[model].with_user(self.clerk_a).search(action["domain"])
            self.assertLessEqual(seen.unit_id, self.opd_a | self.unit_a1)
            if model != "sipbd.period.finding":
                self.assertTrue(seen)

    def test_settings_are_kept_by_the_clerk_of_the_pengelola(self):
        elsewhere = self.make_user(
            "manager_of_b", "pengurus_barang_pengelola", self.opd_b
        )
        life = self.env["sipbd.masa.manfaat"].search([], limit=1)
        self.assertTrue(life.unconfirmed or life.status == "confirmed")
        for user in (elsewhere, self.sekda, self.clerk_a, self.auditor):
            with self.assertRaises(AccessError):
                life.with_user(user).write({"years": 3})
        life.with_user(self.manager).write({"years": 3, "status": "local"})
        self.assertFalse(life.unconfirmed)
        found = life.search([("unconfirmed", "=", True)])
        self.assertTrue(found)
        self.assertNotIn(life, found)
