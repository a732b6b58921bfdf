"""Booking in a period while it is closed: one wins, the other is told."""

from unittest.mock import patch

from psycopg2.errors import SerializationFailure

from odoo.exceptions import ConcurrencyError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..models import period_steps
from .common import CAR
from .session_case import SessionCase

DAY = "2015-02-02"


@tagged("post_install", "-at_install")
class TestPeriodConcurrency(SessionCase):
    unit_code = "98.76.55"

    def setUp(self):
        super().setUp()
        with self.session() as env:
            self.period_id = env["sipbd.period"]._generate(2015, 2015)[0].id
            self.asset_id = self.enter(env).id
            env["sipbd.period"].browse(self.period_id)._run()

    def clean(self):  # pylint: disable=missing-return
        with self.session() as env:
            execute = env.cr.execute
            execute("UPDATE sipbd_period SET state = 'open'")
            execute("DELETE FROM sipbd_period_figure")
            execute("DELETE FROM sipbd_period_finding")
            execute("DELETE FROM sipbd_period_total")
            execute("ALTER TABLE sipbd_period_log DISABLE TRIGGER USER")
            execute("DELETE FROM sipbd_period_log")
            execute("ALTER TABLE sipbd_period_log ENABLE TRIGGER USER")
            execute("DELETE FROM sipbd_period_progress")
            execute("DELETE FROM sipbd_period")
        super().clean()

    def enter(self, env):
        kode = env["sipbd.kode"].search([("code", "=", CAR)])
        return env["sipbd.asset"].create(
            {
                "code_id": kode.id,
                "unit_id": self.unit_id,
                "nilai_perolehan": 14_000_000,
                "document_kind": "bast",
                "document_number": "1",
                "document_date": DAY,
            }
        )

    def period(self, env):
        return env["sipbd.period"].browse(self.period_id)

    def test_a_booking_in_progress_makes_the_closing_wait(self):
        with self.session() as booker, self.session() as closer:
            self.enter(booker)
            with self.assertRaisesRegex(UserError, "Somebody is booking"):
                self.period(closer).action_check()
            closer.cr.rollback()

    def test_bookings_do_not_hinder_each_other(self):
        with self.session() as one, self.session() as other:
            one["sipbd.period"]._require_open([self.day(one)])
            other["sipbd.period"]._require_open([self.day(other)])

    def day(self, env):
        return self.period(env).date_from

    def test_a_booking_is_told_that_it_is_being_closed(self):
        with self.session() as closer, self.session() as booker:
            self.period(closer).action_check()
            with self.assertRaisesRegex(UserError, "being checked or closed"):
                self.enter(booker)
            booker.cr.rollback()

    def test_a_booking_that_began_before_the_closing_is_begun_anew(self):
        with self.session() as booker:
            booker.cr.execute("SELECT 1 FROM sipbd_period")  # the snapshot is taken
            with self.session() as closer:
                self.period(closer).action_check()
                self.period(closer).action_close()
            with (
                self.assertRaises(SerializationFailure),
                mute_logger("odoo.sql_db"),
            ):
                self.enter(booker)
            booker.cr.rollback()
            with self.assertRaisesRegex(UserError, "2015 Semester I is closed"):
                self.enter(booker)
            booker.cr.rollback()

    def test_a_closing_that_has_not_seen_a_booking_is_begun_anew(self):
        with self.session() as closer:
            closer.cr.execute("SELECT 1 FROM sipbd_period")
            with self.session() as booker:
                self.enter(booker)
            with self.assertRaises(ConcurrencyError):
                self.period(closer).action_check()
            closer.cr.rollback()
            with self.assertRaisesRegex(UserError, "Compute and check it again"):
                self.period(closer).action_check()
            closer.cr.rollback()

    def test_two_runs_at_once(self):
        with self.session() as one, self.session() as other:
            self.period(one)._run()
            with self.assertRaisesRegex(UserError, "is being computed or closed"):
                self.period(other)._run()
            other.cr.rollback()
            with self.assertRaises(ConcurrencyError):  # its snapshot is from before
                one.cr.commit()
                self.period(other)._last_run()
                self.period(one)._run()
                one.cr.commit()
                self.period(other)._run()
            other.cr.rollback()

    def test_two_people_drive_one_run(self):
        """Each call is a transaction; who comes second goes on with the run."""
        with self.session() as env:
            self.enter(env)
        self.startPatcher(patch.object(period_steps, "SLICE", 1))
        self.startPatcher(patch.object(period_steps, "AT_ONCE", 1))
        self.startPatcher(patch.object(period_steps, "LONG_SECONDS", -1))
        with self.session() as one, self.session() as other:
            mine = self.press(one)
            self.assertEqual((mine["finished"], mine["total"] > 1), (False, True))
            theirs = self.press(other)
            self.assertTrue(theirs["waiting"])
            one.cr.commit()
            other.cr.commit()
            answers = [mine, theirs]
            for turn in range(20):
                env = (one, other)[turn % 2]
                answer = self.press(env, answers[turn % 2]["since"])
                env.cr.commit()
                self.assertFalse(answer["waiting"])
                if answer["finished"]:
                    break
            for env, answer in zip((one, other), answers, strict=True):
                env.cr.commit()
                self.assertTrue(self.press(env, answer["since"])["finished"])
                env.cr.commit()
            runs = self.period(one).log_ids.filtered(lambda log: log.act == "run")
            self.assertEqual(len(runs), 2)  # that of setUp and this one
            self.assertFalse(self.period(one)._progress())

    def test_a_step_that_another_has_done_is_not_done_again(self):
        with self.session() as env:
            self.enter(env)
        self.startPatcher(patch.object(period_steps, "SLICE", 1))
        self.startPatcher(patch.object(period_steps, "AT_ONCE", 1))
        self.startPatcher(patch.object(period_steps, "LONG_SECONDS", -1))
        with self.session() as one, self.session() as other:
            self.period(other)._last_run()  # the snapshot is taken
            self.press(one)
            one.cr.commit()
            with self.assertRaises(ConcurrencyError):
                self.press(other)
            other.cr.rollback()
            self.assertFalse(self.press(other)["finished"])

    def test_the_job_goes_on_with_a_run_that_was_left(self):
        with self.session() as env:
            self.enter(env)
        self.startPatcher(patch.object(period_steps, "SLICE", 1))
        self.startPatcher(patch.object(period_steps, "AT_ONCE", 1))
        self.startPatcher(patch.object(period_steps, "LONG_SECONDS", -1))
        with self.session() as env:
            since = self.press(env)["since"]
        with self.session() as job:
            self.assertTrue(self.period(job)._progress())
            job["sipbd.period"]._cron_run()
            self.assertGreater(self.period(job)._last_run().id, since)
            self.assertFalse(self.period(job)._progress())

    def press(self, env, since=None):
        return self.period(env).action_run_step(since)

    def test_a_run_that_began_before_the_closing(self):
        with self.session() as runner:
            runner.cr.execute("SELECT 1 FROM sipbd_period")
            with self.session() as closer:
                self.period(closer).action_check()
                self.period(closer).action_close()
            with (
                self.assertRaises(SerializationFailure),
                mute_logger("odoo.sql_db"),
            ):
                self.period(runner)._run()
            runner.cr.rollback()
