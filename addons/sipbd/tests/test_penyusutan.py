"""Figures of periods: the engine against the rules, chains, findings, staleness."""

from datetime import date
from random import Random
from unittest.mock import patch

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import SQL, mute_logger

from ..models.figure_writer import Row, entry_of
from ..models.sql_file import sql_file
from ..rules.penyusutan_course import Course
from .common import CAR, LAND, RACK, SAFE
from .susut_register import make_register
from .test_period import PeriodCase

GEDUNG, KDP, ASIDE = "1.3.3.01.01.01.001", "1.3.6.01.01.01.001", "1.5.4.01.01.01.002"


class FigureCase(PeriodCase):
    """Figures of one asset, in rupiah."""

    @classmethod
    def run_to(cls, day, user=None):
        cls.period(day).with_user(user or cls.manager).action_run()
        return cls.period(day)

    def figure(self, asset, day):
        return self.env["sipbd.period.figure"].search(
            [("period_id", "=", self.period(day).id), ("asset_id", "=", asset.id)]
        )

    def assertFigure(self, asset, day, **expected):
        figure = self.figure(asset, day)
        self.assertEqual({name: figure[name] for name in expected}, expected)

    @classmethod
    def buy(cls, code=SAFE, nilai=10_000_000, day="2024-03-05", user=None, **vals):
        vals.setdefault("tanggal_perolehan", day)
        return cls.make_asset(
            user or cls.clerk_a,
            cls.opd_a,
            code,
            nilai_perolehan=nilai,
            document_date=day,
            **vals,
        )


@tagged("post_install", "-at_install")
class TestEngineAgainstRules(PeriodCase):
    """A chain of runs gives what the rules say at once, on random ledgers."""

    SIZE = 1200

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        random = Random(20261122)
        units = [cls.opd_a.id, cls.unit_a1.id, cls.opd_b.id]
        codes = [cls.kode(c).id for c in (SAFE, RACK, CAR, GEDUNG, KDP, ASIDE, LAND)]
        cls.unknown = cls.kode("1.3.2.19.01.01.001")
        cls.env["sipbd.masa.manfaat"].search(
            [("prefix", "=like", "1.3.2.19%")]
        ).unlink()
        codes.append(cls.unknown.id)
        cls.env.flush_all()
        cls.ids = make_register(cls.env.cr, random, cls.SIZE, units, codes)
        cls.env.invalidate_all()

    def courses(self, rules):
        """The course of each random asset, by id."""
        cr = self.env.cr
        cr.execute("SELECT id, code FROM sipbd_kode")
        codes = dict(cr.fetchall())
        random_ones = SQL("entry.asset_id = ANY(%s)", self.ids)
        cr.execute(sql_file("figure_entries", previous=0, assets=random_ones))
        ledgers = {}
        for row in map(Row._make, cr.fetchall()):
            ledgers.setdefault(row.asset_id, []).append(row)
        return {
            asset_id: Course(
                rules, [entry_of(r, codes) for r in rows], rows[0].acquired
            )
            for asset_id, rows in ledgers.items()
        }

    def stored(self, period):
        self.env.cr.execute(
            """
            SELECT figure.asset_id, kode.code, figure.komptabel,
                   (jumlah * 100)::bigint, (nilai * 100)::bigint,
                   (akumulasi * 100)::bigint, sisa, (dasar * 100)::bigint, masa, status
              FROM sipbd_period_figure AS figure
              JOIN sipbd_kode AS kode ON kode.id = figure.code_id
             WHERE period_id = %s AND asset_id = ANY(%s)
            """,
            [period.id, self.ids],
        )
        return {row[0]: row[1:] for row in self.env.cr.fetchall()}

    def compare(self, years):
        self.generate(*years)
        rules = self.env["sipbd.penyusutan.policy"]._rules()
        courses = self.courses(rules)
        compared = 0
        for period in self.periods.search([], order="date_from"):
            period.with_user(self.manager).action_run()
            index = rules.timeline.index(period.date_to)
            states = {
                asset_id: course.state_at(index) for asset_id, course in courses.items()
            }
            expected = {
                asset_id: (
                    state.code,
                    state.komptabel,
                    state.jumlah,
                    state.nilai,
                    state.akumulasi,
                    state.sisa,
                    state.dasar,
                    state.masa,
                    state.standing,
                )
                for asset_id, state in states.items()
                if state and state.jumlah > 0
            }
            self.assertEqual(self.stored(period), expected, period.name)
            compared += len(expected)
        self.assertGreater(compared, self.SIZE * 3)

    def test_semesters(self):
        self.compare((2021, 2025))

    def test_the_running_total_is_rounded(self):
        self.env["sipbd.penyusutan.policy"].search([]).rounding = "berjalan"
        self.compare((2022, 2025))

    def test_years_then_months_without_ekstrakomptabel(self):
        policy = self.env["sipbd.penyusutan.policy"].search([])
        policy.write({"months": "12", "first_period": "berikutnya"})
        self.policy(2024, months="1", ekstra=False, included="1.3.1")
        self.compare((2021, 2024))

    def test_place_and_condition_are_those_of_the_last_entry(self):
        self.generate(2021, 2023)
        for period in self.periods.search([], order="date_from"):
            period.with_user(self.manager).action_run()
            self.env.cr.execute(
                """
                SELECT figure.asset_id
                  FROM sipbd_period_figure AS figure
                  JOIN LATERAL (
                      SELECT unit_id, code_id, komptabel, kondisi, room_id, holder_id
                        FROM sipbd_entry AS entry
                       WHERE entry.asset_id = figure.asset_id
                         AND booking_date <= %s
                       ORDER BY booking_date DESC, id DESC LIMIT 1
                  ) AS latest ON TRUE
                 WHERE period_id = %s
                   AND (figure.unit_id, figure.code_id, figure.komptabel,
                        figure.kondisi, figure.room_id, figure.holder_id)
                       IS DISTINCT FROM
                       (latest.unit_id, latest.code_id, latest.komptabel,
                        latest.kondisi, latest.room_id, latest.holder_id)
                """,
                [period.date_to, period.id],
            )
            self.assertEqual(self.env.cr.fetchall(), [])


@tagged("post_install", "-at_install")
class TestPeriodRun(FigureCase):
    def test_a_bought_safe(self):
        safe = self.buy()
        self.generate(2024, 2025)
        period = self.run_to("2025-06-30")
        self.assertFigure(
            safe, "2024-06-30", beban=1_000_000, akumulasi=1_000_000, sisa=9
        )
        self.assertFigure(
            safe,
            "2025-06-30",
            beban=1_000_000,
            akumulasi=3_000_000,
            sisa=7,
            buku=7_000_000,
            status="susut",
            tahun_perolehan=2024,
        )
        self.assertEqual(period.run_id.create_uid, self.manager)
        self.assertFalse(period.stale)

    def test_an_asset_that_left_has_no_figures(self):
        safe = self.buy()
        safe.with_user(self.clerk_a)._reverse_latest(self.document("2024-03-05"))
        self.generate(2024, 2024)
        self.run_to("2024-12-31")
        self.assertFalse(self.figure(safe, "2024-06-30"))

    def test_an_opening_balance_of_a_form_goes_on(self):
        safe = self.buy(
            nilai=100_000_000,
            day="2024-12-31",
            tanggal_perolehan="2022-02-02",
            document_kind="daftar_lama",
            opening_akumulasi=40_000_000,
            opening_sisa_bulan=36,
        )
        self.generate(2024, 2025)
        self.run_to("2025-06-30")
        self.assertFigure(safe, "2024-12-31", beban=0, akumulasi=40_000_000, sisa=6)
        self.assertFigure(
            safe, "2025-06-30", beban=10_000_000, akumulasi=50_000_000, sisa=5
        )

    def test_an_opening_balance_without_remaining_life_takes_it_from_the_table(self):
        safe = self.buy(
            nilai=100_000_000,
            day="2024-12-31",
            tanggal_perolehan="2023-02-02",
            document_kind="daftar_lama",
            opening_akumulasi=40_000_000,
        )
        self.generate(2024, 2025)
        self.run_to("2025-06-30")
        self.assertFigure(safe, "2025-06-30", beban=10_000_000, sisa=5)

    def test_unknown_life_is_a_finding(self):
        self.env["sipbd.masa.manfaat"].search(
            [("prefix", "=like", "1.3.2.05.01%")]
        ).unlink()
        safe = self.buy()
        self.generate(2024, 2024)
        period = self.run_to("2024-12-31")
        findings = self.env["sipbd.period.finding"].search(
            [("period_id", "=", period.id), ("asset_id", "=", safe.id)]
        )
        self.assertEqual(findings.mapped("kind"), ["tanpa_masa"])
        self.assertTrue(findings.blocking)
        self.assertFigure(safe, "2024-12-31", beban=0, status="tanpa_masa")

    def findings_of(self, asset, day):
        return self.env["sipbd.period.finding"].search(
            [("period_id", "=", self.period(day).id), ("asset_id", "=", asset.id)]
        )

    def test_a_value_of_zero_is_a_finding(self):
        safe = self.buy(nilai=0)
        self.generate(2024, 2024)
        self.run_to("2024-12-31")
        for day in ("2024-06-30", "2024-12-31"):  # also where it was only carried on
            found = self.findings_of(safe, day)
            self.assertEqual(found.mapped("kind"), ["nilai_nol"])
            self.assertFalse(found.blocking)
            self.assertFigure(safe, day, beban=0, buku=0)

    def test_a_book_value_below_zero_is_floored_and_a_finding(self):
        safe = self.buy()
        self.generate(2024, 2024)
        self.run_to("2024-06-30")
        safe.with_user(self.clerk_a)._correct_value(
            400_000, self.document("2024-08-01")
        )
        self.run_to("2024-12-31")
        self.assertFigure(
            safe,
            "2024-12-31",
            nilai=400_000,
            akumulasi=400_000,
            buku=0,
            koreksi=-600_000,
        )
        found = self.findings_of(safe, "2024-12-31")
        self.assertIn("buku_negatif", found.mapped("kind"))

    @mute_logger("odoo.sql_db")
    def test_a_life_of_nothing_is_refused(self):
        lives = self.env["sipbd.masa.manfaat"].with_user(self.manager)
        for years in (0, -1, 201):
            with self.assertRaises(IntegrityError), self.cr.savepoint():
                lives.create(
                    {
                        "prefix": "1.3.2.05",
                        "name": "-",
                        "years": years,
                        "legal_basis": "P",
                    }
                )

    def test_a_life_that_is_entered_later_makes_up_for_it(self):
        lives = self.env["sipbd.masa.manfaat"].search(
            [("prefix", "=like", "1.3.2.05.01%")]
        )
        lives.unlink()
        safe = self.buy()
        self.generate(2024, 2025)
        self.run_to("2024-06-30")
        self.env["sipbd.masa.manfaat"].with_user(self.manager).create(
            {"prefix": "1.3.2.05.01", "name": "Alat", "years": 5, "legal_basis": "P"}
        )
        self.period("2024-12-31").with_user(self.manager).sudo()._run()
        self.assertFigure(
            safe,
            "2024-12-31",
            koreksi=1_000_000,
            beban=1_000_000,
            akumulasi=2_000_000,
            status="susut",
        )

    def test_only_the_clerk_of_the_pengelola_runs(self):
        self.generate(2024, 2024)
        for user in (self.clerk_a, self.auditor, self.sekda, self.plain):
            with self.assertRaises(AccessError):
                self.run_to("2024-06-30", user=user)

    def test_a_policy_that_cuts_the_year_otherwise_is_refused(self):
        self.generate(2024, 2024)
        self.policy(2024, months="12")
        with self.assertRaisesRegex(UserError, "periods of 12 months"):
            self.run_to("2024-06-30")

    def test_it_is_out_of_date_once_something_is_booked(self):
        safe = self.buy()
        self.generate(2024, 2025)
        self.run_to("2025-06-30")
        stale = self.periods._stale_periods()
        self.assertEqual(stale.mapped("name"), ["2025 Semester II"])
        safe.with_user(self.clerk_a)._correct_value(
            12_000_000, self.document("2024-08-01")
        )
        stale = self.periods._stale_periods()
        self.assertEqual(len(stale), 3)
        self.assertNotIn(self.period("2024-06-30"), stale)
        self.run_to("2025-06-30")
        self.assertFigure(safe, "2024-06-30", beban=1_000_000)
        self.assertFigure(safe, "2024-12-31", beban=1_222_222)

    def test_it_is_out_of_date_once_a_table_is_changed(self):
        self.buy()
        self.generate(2024, 2024)
        self.run_to("2024-12-31")
        self.assertFalse(self.periods._stale_periods())
        self.env.cr.execute(
            "UPDATE sipbd_masa_manfaat SET write_date = now() + interval '1 minute'"
        )
        self.env.invalidate_all()
        self.assertEqual(len(self.periods._stale_periods()), 2)

    def test_the_night_runs_what_has_begun(self):
        self.buy()
        self.generate(2024, 2030)
        # It commits; this transaction is taken back.
        with patch.object(
            type(self.env["ir.cron"]), "_commit_progress", lambda *_, **__: 1
        ):
            self.env["sipbd.period"]._cron_run()
        ran = self.periods.search([]).filtered("run_at")
        today = self.env.company._pemda_today()
        self.assertEqual(
            ran, self.periods.search([("date_from", "<=", date.isoformat(today))])
        )

    def test_figures_are_read_in_the_units_of_ones_office(self):
        mine, other = self.buy(), self.asset_b
        self.generate(2024, 2024)
        self.run_to("2024-06-30")
        figures = self.env["sipbd.period.figure"]
        seen = figures.with_user(self.clerk_a).search([]).asset_id
        self.assertIn(mine, seen)
        self.assertNotIn(other, seen)
        self.assertIn(other, figures.with_user(self.auditor).search([]).asset_id)

    def test_figures_are_not_entered_by_hand(self):
        self.buy()
        self.generate(2024, 2024)
        self.run_to("2024-06-30")
        figure = self.env["sipbd.period.figure"].search([], limit=1)
        for user in (self.manager, self.sekda, self.env.user):
            with self.assertRaises(AccessError):
                figure.with_user(user).write({"beban": 0})
            with self.assertRaises(AccessError):
                figure.with_user(user).unlink()
            with self.assertRaises(AccessError):
                figure.with_user(user).create({"beban": 0})
