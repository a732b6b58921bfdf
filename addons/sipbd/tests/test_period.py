"""Periods: made without gaps, kept by the pengelola's, closed ones refuse bookings."""

from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..models.ledger_key import with_ledger_key
from .common import SipbdCase


class PeriodCase(SipbdCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.periods = cls.env["sipbd.period"]
        cls.sekda = cls.make_user("sekda", "pengelola_barang", cls.root)

    @classmethod
    def generate(cls, year_from, year_to, user=None):
        periods = cls.periods.with_user(user or cls.manager)
        return periods._generate(year_from, year_to)

    @classmethod
    def policy(cls, year, **vals):
        return cls.env["sipbd.penyusutan.policy"].create(
            {"date_from": f"{year}-01-01", "legal_basis": "Perbup 1", **vals}
        )

    @classmethod
    def period(cls, day):
        return cls.periods.search([("date_from", "<=", day), ("date_to", ">=", day)])


@tagged("post_install", "-at_install")
class TestPeriodGeneration(PeriodCase):
    def test_semesters_of_two_years(self):
        made = self.generate(2024, 2025)
        self.assertEqual(
            sorted(made.mapped("name")),
            [f"{y} Semester {s}" for y in (2024, 2025) for s in ("I", "II")],
        )
        self.assertEqual(set(made.mapped("state")), {"open"})
        self.assertEqual(set(made.log_ids.mapped("act")), {"generate"})
        self.assertEqual(made.log_ids.create_uid, self.manager)

    def test_months_end_on_their_last_day(self):
        self.policy(2024, months="1")
        made = self.generate(2024, 2024)
        self.assertEqual(len(made), 12)
        self.assertEqual(self.period("2024-02-29").date_to, date(2024, 2, 29))
        self.assertEqual(self.period("2024-02-29").name, "2024 02 Februari")

    def test_again_makes_only_what_is_missing(self):
        self.generate(2024, 2024)
        self.policy(2025, months="12")
        self.assertEqual(self.generate(2024, 2025).mapped("name"), ["2025"])
        self.assertEqual(self.generate(2024, 2025), self.periods)

    def test_no_gap_and_nothing_in_front(self):
        self.generate(2024, 2024)
        with self.assertRaisesRegex(UserError, "make those of 2025 first"):
            self.generate(2026, 2026)
        with self.assertRaisesRegex(UserError, "begin with 2024"):
            self.generate(2023, 2024)

    def test_absurd_years_are_refused(self):
        for first, last in [(1899, 1900), (2025, 2024), (2000, 2199), (2201, 2201)]:
            with self.assertRaisesRegex(UserError, "Give years between"):
                self.generate(first, last)

    def test_kept_by_the_clerk_of_the_pengelola_in_the_pemda_alone(self):
        elsewhere = self.make_user(
            "manager_of_a", "pengurus_barang_pengelola", self.opd_a
        )
        for user in (self.clerk_a, self.auditor, self.sekda, self.plain, elsewhere):
            with self.assertRaises(AccessError):
                self.generate(2024, 2024, user=user)

    def test_not_written_by_hand(self):
        made = self.generate(2024, 2024)
        for user in (self.manager, self.sekda):
            with self.assertRaises(AccessError):
                made[0].with_user(user).write({"state": "closed"})
            with self.assertRaises(AccessError):
                made[0].with_user(user).unlink()
            with self.assertRaises(AccessError):
                self.periods.with_user(user).create(
                    {"name": "x", "date_from": "2030-01-01", "date_to": "2030-06-30"}
                )
            with self.assertRaises(AccessError):
                self.env["sipbd.period.log"].with_user(user).create(
                    {"period_id": made[0].id, "act": "close"}
                )

    def test_the_database_refuses_overlap(self):
        self.generate(2024, 2024)
        with (
            self.assertRaises(IntegrityError),
            self.cr.savepoint(),
            mute_logger("odoo.sql_db"),
        ):
            self.periods.sudo().create(
                {
                    "name": "twice",
                    "date_from": "2024-06-30",
                    "date_to": "2024-07-02",
                    "months": "1",
                }
            )


@tagged("post_install", "-at_install")
class TestRequireOpen(PeriodCase):
    def close(self, day):
        with_ledger_key(self.period(day)).write({"state": "closed"})

    def test_without_periods_every_day_is_open(self):
        self.periods._require_open([date(1950, 1, 1), date(2024, 5, 5)])
        self.periods._require_open([])

    def test_a_closed_day_is_refused_by_name(self):
        self.generate(2024, 2025)
        self.close("2024-05-05")
        self.periods._require_open([date(2024, 7, 1), date(2026, 1, 1)])
        with self.assertRaisesRegex(UserError, "2024 Semester I is closed"):
            self.periods._require_open([date(2024, 7, 1), date(2024, 6, 30)])

    def test_a_day_before_all_periods_is_closed_with_the_first(self):
        self.generate(2024, 2025)
        self.periods._require_open([date(2020, 1, 1)])
        self.close("2024-05-05")
        with self.assertRaisesRegex(UserError, "everything up to 2024-06-30"):
            self.periods._require_open([date(2020, 1, 1)])

    def test_as_a_clerk(self):
        self.generate(2024, 2024)
        self.periods.with_user(self.clerk_a)._require_open([date(2024, 2, 2)])

    def test_the_closed_period_that_ends_on_a_day(self):
        self.generate(2024, 2024)
        self.assertFalse(self.periods._closed_at("2024-06-30"))
        self.close("2024-05-05")
        closed = self.periods._closed_at(date(2024, 6, 30))
        self.assertEqual(closed.name, "2024 Semester I")
        self.assertFalse(self.periods._closed_at("2024-06-29"))
