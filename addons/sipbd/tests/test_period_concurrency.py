"""Booking in a period while it is closed: one wins, the other is told."""

from psycopg2.errors import SerializationFailure

from odoo.exceptions import ConcurrencyError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

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
