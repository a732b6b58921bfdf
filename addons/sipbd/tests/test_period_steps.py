"""A run of a large register in steps: what is seen meanwhile, what makes it void."""

from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..models import period_steps
from .common import CAR
from .test_period_close import CloseCase


@tagged("post_install", "-at_install")
class TestPeriodSteps(CloseCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.safe, cls.car = cls.buy(), cls.buy(CAR)
        cls.generate(2024, 2024)
        cls.first = cls.period("2024-06-30")

    def setUp(self):
        super().setUp()
        self.startPatcher(patch.object(period_steps, "SLICE", 1))
        self.startPatcher(patch.object(period_steps, "AT_ONCE", 1))
        self.startPatcher(patch.object(period_steps, "LONG_SECONDS", -1))

    def press(self, period=None, since=None, user=None):
        period = (period or self.first).with_user(user or self.manager)
        return period.action_run_step(since)

    def finish(self, period, since):
        answers = []
        for _turn in range(50):
            answers.append(self.press(period, since))
            if answers[-1]["finished"]:
                return answers
        raise AssertionError("it does not come to an end")

    def figures(self, period):
        self.env.flush_all()
        self.env.cr.execute(
            "SELECT to_jsonb(f) - 'id' FROM sipbd_period_figure f"
            " WHERE period_id = %s ORDER BY asset_id",
            [period.id],
        )
        return self.env.cr.fetchall()

    def test_steps_give_what_one_run_gives(self):
        action = self.first.with_user(self.manager).action_run()
        self.assertEqual(action["tag"], "sipbd_period_run")
        answer = action["params"]["answer"]
        self.assertEqual((answer["finished"], answer["done"]), (False, 0))
        done = [each["done"] for each in self.finish(self.first, answer["since"])]
        self.assertEqual(done[:-1], sorted(done[:-1]))
        stepwise = self.figures(self.first)
        self.assertGreaterEqual(len(stepwise), 5)
        period_steps.AT_ONCE = 1000
        self.first._run()
        self.assertEqual(self.figures(self.first), stepwise)
        acts = self.first.log_ids.filtered(lambda log: log.act == "run")
        self.assertEqual(len(acts), 2)
        self.assertEqual(acts[-1].create_uid, self.manager)

    def test_quiet_assets_and_findings_go_the_same_way(self):
        second = self.period("2024-12-31")
        self.first._run()
        for asset in (self.safe, self.car):
            asset.with_user(self.clerk_a)._correct_value(0, self.document("2024-08-01"))
        answer = self.press(second)
        self.assertEqual(answer["total"], 2)
        self.finish(second, answer["since"])
        stepwise = self.figures(second)
        self.assertEqual(second.findings, 4)  # zero value, and below what was charged
        period_steps.AT_ONCE = 1000
        second._run()
        self.assertEqual(self.figures(second), stepwise)
        self.assertEqual(second.findings, 4)

    def test_the_figures_are_replaced_at_the_end(self):
        self.first._run()
        before = self.figures(self.first)
        self.car.with_user(self.clerk_a)._correct_value(
            7_000, self.document("2024-05-05")
        )
        since = self.press()["since"]
        for _turn in range(3):
            self.press(since=since)
            self.env.invalidate_all()
            self.assertEqual(self.figures(self.first), before)
            shown = self.first.with_user(self.clerk_a)
            self.assertTrue(shown.stale)
            self.assertEqual(shown.progress_by_id, self.manager)
            self.assertGreater(shown.progress_total, shown.progress_done)
        self.finish(self.first, since)
        self.assertNotEqual(self.figures(self.first), before)
        self.assertFalse(self.first.progress_id)
        self.assertFalse(self.first.stale)

    def test_earlier_periods_come_first(self):
        second = self.period("2024-12-31")
        answer = self.press(second)
        self.assertEqual(answer["period"], self.first.name)
        self.finish(second, answer["since"])
        self.assertFalse(self.periods._stale_periods())

    def test_what_is_booked_meanwhile_makes_it_out_of_date(self):
        since = self.press()["since"]
        self.buy(day="2024-05-06")
        self.finish(self.first, since)
        self.assertTrue(self.first.stale)
        with self.assertRaisesRegex(UserError, "Compute and check it again"):
            self.first.with_user(self.manager).action_check()

    def test_a_setting_changed_meanwhile_begins_it_anew(self):
        since = self.press()["since"]
        self.press(since=since)
        self.assertEqual(self.first._progress().done, 1)
        life = self.env["sipbd.masa.manfaat"].search([("prefix", "=", "1.3.2.05.01")])
        life.with_user(self.manager).write({"years": 10})
        self.env.cr.execute(
            "UPDATE sipbd_masa_manfaat SET write_date = now() + interval '1 s'"
            " WHERE id = %s",
            [life.id],
        )
        self.env.invalidate_all()
        self.press(since=since)
        self.assertEqual(self.first._progress().done, 0)
        self.finish(self.first, since)
        self.assertFigure(self.safe, "2024-06-30", beban=500_000)

    def test_closing_ends_a_run_that_is_under_way(self):
        self.first._run()
        self.first.with_user(self.manager).action_check()
        since = self.press()["since"]
        self.first.with_user(self.manager).action_close()
        self.assertFalse(self.first.progress_id)
        with self.assertRaisesRegex(UserError, "is closed"):
            self.press(since=since)

    def test_who_may(self):
        for user in (self.clerk_a, self.auditor, self.sekda, self.plain):
            with self.assertRaises(AccessError):
                self.press(user=user)
