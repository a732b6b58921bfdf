"""Forms at the end of periods: depreciation, and figures that stay once closed."""

from datetime import date
from decimal import Decimal

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .common import CAR, LAND, RACK, SAFE
from .report_common import FIGURE_FORMS, FORMS, ReportMixin, pdf_text
from .test_period import PeriodCase

HALF_1, HALF_2 = "2025-06-30", "2025-12-31"
SOFTWARE = "1.5.3.01.01.05.001"
OFFICE = "1.3.3.01.01.01.001"
ROAD = "1.3.4.01.01.01.001"
BOOK = "1.3.5.01.01.01.001"
PROGRESS = "1.3.6.01.01.01.003"
DAMAGED = "1.5.4.01.01.01.002"


class PeriodReportCase(ReportMixin, PeriodCase):
    """Semesters of 2024 and 2025; safes of 5 years, one of them of 2025."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.generate(2024, 2025)
        cls.safe = cls.make_asset(
            cls.clerk_a,
            cls.opd_a,
            RACK,
            nilai_perolehan=10000000,
            **cls.document("2025-01-10", document_number="S/1"),
        )

    @classmethod
    def run_to(cls, day):
        cls.period(day).with_user(cls.manager).action_run()

    @classmethod
    def close_to(cls, day):
        """Close all periods up to the one that ends on the day."""
        for period in cls.periods.search([("date_to", "<=", day)], order="date_to"):
            if period.state == "closed":
                continue
            steps = period.with_user(cls.manager)
            steps.action_run()
            steps.action_check()
            steps.action_close()


class FrozenCase(PeriodReportCase):
    """Forms at three ends of periods."""

    DAYS = ("2024-12-31", HALF_1, HALF_2)
    OTHERS = {"laporan_mutasi", "rekap_mutasi"}
    FROZEN = (*(set(FORMS) - OTHERS), *FIGURE_FORMS)

    def pictures(self):
        """All rows of all forms at the three dates."""
        return {
            (name, day, unit.code): self.rows(name, self.auditor, date=day, unit=unit)
            for name in self.FROZEN
            for day in self.DAYS
            for unit in (self.root, self.opd_a)
        }

    def changes(self):
        span = {"date_from": "2025-01-01", "date": HALF_1}
        return [
            self.rows(name, self.auditor, unit=self.opd_a, **span, **choice)
            for name, choice in (
                ("laporan_mutasi", {}),
                ("laporan_mutasi", {"all_items": True}),
                ("rekap_mutasi", {}),
                ("rekap_mutasi", {"per_unit": True}),
            )
        ]


@tagged("post_install", "-at_install")
class TestPenyusutanReport(PeriodReportCase):
    def test_forms_have_the_numbers_of_the_regulation(self):
        self.run_to(HALF_1)
        options = self.options(date=HALF_1)
        for name, count in FIGURE_FORMS.items():
            with self.subTest(name):
                report = self.source(name)._describe(options)
                numbers = [column.number for column in report.leaves]
                self.assertEqual(numbers, [str(i + 1) for i in range(count)])
                text = pdf_text(self.source(name)._render(options, "pdf"))
                self.assertIn(report.title[0], text)
                self.assertIn("ANGKA SEMENTARA", text)
                self.assertTrue(self.source(name)._render(options, "xlsx"))

    def test_first_example(self):
        """assets.md §4, example 1: 10,000,000 over 5 years, ten charges alike."""
        self.run_to(HALF_2)
        for day, charged, left, age in ((HALF_1, 1, "4.5", 0), (HALF_2, 2, "4", 0)):
            rows = self.rows("daftar_penyusutan", date=day)
            (row,) = [row for row in rows if row["kode"] == RACK]
            self.assertEqual(row["nilai"], 10000000)
            self.assertEqual(row["beban"], 1000000)
            self.assertEqual(row["akumulasi"], charged * 1000000)
            self.assertEqual(row["buku"], (10 - charged) * 1000000)
            self.assertEqual(row["persen"], charged * 10)
            self.assertEqual((row["masa"], row["umur"]), (5, age))
            rows = self.rows("daftar_penyusutan_ringkas", date=day)
            (row,) = [row for row in rows if row["kode"] == RACK]
            self.assertEqual(row["sisa"], Decimal(left))

    def test_improvements_have_their_column(self):
        self.safe.with_user(self.clerk_a)._improve(
            3000000, self.document("2025-08-01", document_number="S/2")
        )
        self.run_to(HALF_2)
        for day, improved in ((HALF_1, 0), (HALF_2, 3000000)):
            rows = self.rows("daftar_penyusutan_ringkas", date=day)
            (row,) = [row for row in rows if row["kode"] == RACK]
            self.assertEqual(row["perolehan"], 10000000)
            self.assertEqual(row["kapitalisasi"], improved)
            self.assertEqual(row["buku"], 10000000 + improved - row["akumulasi"])
            options = self.options(date=day)
            self.assertTrue(
                self.source("daftar_penyusutan_ringkas")._render(options, "pdf")
            )

    def test_land_is_not_listed_but_reported(self):
        self.make_asset(
            self.clerk_a,
            self.opd_a,
            LAND,
            nilai_perolehan=500,
            **self.document("2025-01-10", document_number="S/3"),
        )
        self.run_to(HALF_1)
        listed = {row["kode"] for row in self.rows("daftar_penyusutan", date=HALF_1)}
        self.assertEqual(listed, {SAFE, RACK})
        rows = {row["kode"]: row for row in self.rows("laporan_bmd", date=HALF_1)}
        self.assertEqual((rows["1.3.1"]["nilai"], rows["1.3.1"]["jumlah"]), (500, 1))

    def test_not_at_the_end_of_a_period_or_not_computed(self):
        for name in FIGURE_FORMS:
            source = self.source(name)
            for day, message in (
                ("1990-06-30", "none ends up to"),
                ("2025-06-29", "is of the end of a period.*2024"),
                (HALF_1, "has not been computed"),
            ):
                options = self.options(date=day)
                with self.subTest(name=name, day=day):
                    with self.assertRaisesRegex(UserError, message):
                        source._render(options, "pdf")
                    with self.assertRaisesRegex(UserError, message):
                        source._preview(options, 10)
        self.run_to(HALF_1)
        self.safe.with_user(self.clerk_a)._correct_value(
            11000000, self.document("2025-02-01", document_number="S/4")
        )
        with self.assertRaisesRegex(UserError, "something was booked since"):
            self.source("laporan_bmd")._render(self.options(date=HALF_1), "pdf")

    def test_the_wizard_proposes_the_last_period_that_is_over(self):
        wizards = self.env["pemda.report.wizard"].with_user(self.clerk_a)
        today = self.env.company._pemda_today()
        for name, day in (("laporan_bmd", HALF_2), ("kib_b", str(today))):
            source = f"report.sipbd.{name}"
            proposed = wizards.with_context(default_source=source).create({})
            self.assertEqual(str(proposed.date), day)
        form = Form(wizards.with_context(default_source="report.sipbd.kib_b"))
        form.source = "report.sipbd.laporan_bmd"
        self.assertEqual(str(form.date), HALF_2)
        form.date = HALF_1
        form.source = "report.sipbd.daftar_penyusutan"
        self.assertEqual(str(form.date), HALF_1, "a day that was chosen stays")

    def test_refused_when_the_figures_are_not_those_of_the_ledger(self):
        self.run_to(HALF_1)
        self.cr.execute(
            "UPDATE sipbd_period_figure SET nilai = nilai + 1 WHERE asset_id = %s",
            [self.safe.id],
        )
        for name in FIGURE_FORMS:
            with self.assertRaisesRegex(UserError, "would not be right"):
                self.source(name)._render(self.options(date=HALF_1), "pdf")

    def test_who_prints_for_whom(self):
        self.run_to(HALF_1)
        options = self.options(date=HALF_1)
        for name in FIGURE_FORMS:
            for user in (self.clerk_b, self.clerk_a1, self.plain):
                with self.subTest(name=name, user=user.login):
                    source = self.source(name, user)
                    with self.assertRaises(AccessError):
                        source._render(options, "pdf")
                    with self.assertRaises(AccessError):
                        source._preview(options, 10)
            for user in (self.head_a, self.auditor):
                self.assertTrue(self.source(name, user)._render(options, "pdf"))

    def test_an_empty_unit_gets_an_empty_form(self):
        empty = self.make_unit("T01.02", "UPT Kosong", "upt", self.opd_a)
        self.run_to(HALF_1)
        for name in FIGURE_FORMS:
            options = self.options(empty, date=HALF_1)
            self.assertTrue(self.source(name)._render(options, "pdf"))
        rows = self.rows("laporan_bmd", unit=empty, date=HALF_1)
        self.assertEqual(len(rows), 13, "every golongan")
        self.assertEqual({row["nilai"] for row in rows}, {0})


@tagged("post_install", "-at_install")
class TestLaporanBmd(PeriodReportCase):
    """The feet of IV.L.4 in published reports (assets.md §4, examples 13 and 14)."""

    def report_feet(self, values, worn):
        """Rows by golongan, and the feet by kelompok, of a unit of its own.

        :param values: dict of code -> value
        :param worn: dict of code -> what is depreciated
        """
        unit = self.make_unit("T03", "Dinas Contoh", "dinas", self.root)
        clerk = self.make_user("clerk_c", "pengurus_barang_pengguna", unit)
        for code, nilai in values.items():
            self.make_asset(
                clerk,
                unit,
                code,
                nilai_perolehan=nilai,
                **self.document("2024-01-10"),
            )
        self.env.flush_all()
        self.run_to(HALF_1)
        self.cr.execute(
            "UPDATE sipbd_period_figure SET akumulasi = 0 WHERE unit_id = %s", [unit.id]
        )
        for code, amount in worn.items():
            self.cr.execute(
                """UPDATE sipbd_period_figure SET akumulasi = %s
                    WHERE unit_id = %s AND code_id = %s""",
                [amount, unit.id, self.kode(code).id],
            )
        options = self.options(unit, date=HALF_1)
        source = self.source("laporan_bmd", self.auditor)
        text = pdf_text(source._render(options, "pdf"))
        rows = self.rows("laporan_bmd", self.auditor, unit=unit, date=HALF_1)
        feet = {}
        for row in rows:
            kelompok = row["kode"][:3]
            feet[kelompok] = feet.get(kelompok, 0) + row["nilai"]
        return {row["kode"]: row for row in rows}, feet, text

    def test_example_13(self):
        rows, feet, text = self.report_feet(
            {
                LAND: "20000000000",
                CAR: "8087419588",
                OFFICE: "30000000000",
                SOFTWARE: "3000000000",
                DAMAGED: "349005357",
            },
            {
                CAR: 5000000000,
                OFFICE: 763186278,
                SOFTWARE: 2400000000,
                DAMAGED: 77536505,
            },
        )
        self.assertEqual(rows["1.3.7"]["nilai"], -5763186278)
        self.assertEqual(rows["1.5.5"]["nilai"], -2400000000)
        self.assertEqual(rows["1.5.6"]["nilai"], -77536505)
        self.assertEqual(feet, {"1.1": 0, "1.3": 52324233310, "1.5": 871468852})
        for printed in ("52.324.233.310", "871.468.852", "-5.763.186.278"):
            self.assertIn(printed, text)
        self.assertIsNone(rows["1.3.7"]["jumlah"])
        self.assertIn("–", text, "accumulations have no quantity")

    def test_example_14(self):
        """With cents, as real data have them."""
        values = {
            LAND: "396057709463.53",
            CAR: "829142544230.86",
            OFFICE: "1243628892995.83",
            ROAD: "1510647833463.21",
            BOOK: "47407950390.93",
            PROGRESS: "7206547670.53",
        }
        worn = {OFFICE: Decimal("1384885699086.37")}
        rows, feet, text = self.report_feet(values, worn)
        for code, nilai in values.items():
            self.assertEqual(rows[code[:5]]["nilai"], Decimal(nilai))
        self.assertEqual(feet["1.3"], Decimal("2649205779128.52"))
        self.assertIn("2.649.205.779.128,52", text)

    def test_of_the_pemda(self):
        self.run_to(HALF_1)
        for unit, form in ((self.root, "IV.L.4.4"), (self.opd_a, "IV.L.4.2")):
            options = self.options(unit, date=HALF_1)
            source = self.source("laporan_bmd", self.auditor)
            self.assertIn(form, pdf_text(source._render(options, "pdf")))


@tagged("post_install", "-at_install")
class TestFrozenReports(FrozenCase):
    """Past dates give what they gave when they were closed, whatever came after."""

    def test_closing_changes_nothing_and_nothing_changes_after(self):
        self.asset_a.with_user(self.clerk_a)._correct_value(
            1700000, self.document("2025-03-01", document_number="S/5")
        )
        self.asset_a1.with_user(self.clerk_a1)._improve(
            500000, self.document("2025-09-01", document_number="S/6")
        )
        room = self.env["sipbd.ruang"].create(
            {"code": "R1", "name": "Ruang Kepala", "unit_id": self.opd_a.id}
        )
        self.safe.with_user(self.clerk_a)._place(
            room, self.document("2025-05-01", document_number="S/11")
        )
        self.run_to(HALF_2)
        open_books, open_changes = self.pictures(), self.changes()
        self.close_to(HALF_2)
        frozen = self.pictures()
        for key, rows in frozen.items():
            with self.subTest(key):
                self.assertEqual(rows, open_books[key])
        self.assertEqual(self.changes(), open_changes)

        clerk, later = self.clerk_a, "2026-02-01"
        asset = self.asset_a.with_user(clerk)
        asset._correct_date(
            date(2023, 5, 1),
            self.document(later, document_number="S/7"),
        )
        asset._move_internally(
            self.unit_a1, self.document(later, document_number="S/8")
        )
        self.safe.with_user(clerk)._reclassify(
            self.kode(CAR), self.document(later, document_number="S/9")
        )
        self.asset_a1.with_user(clerk)._change_condition(
            "RB", self.document(later, document_number="S/10")
        )
        self.env.flush_all()
        after = self.pictures()
        for key, rows in after.items():
            with self.subTest(key):
                self.assertEqual(rows, frozen[key])
        self.assertEqual(self.changes(), open_changes)
        now = self.rows("buku_inventaris", date="2026-02-01")
        self.assertNotEqual(now, frozen["buku_inventaris", HALF_2, "T01"])
        (moved,) = [row for row in now if row["tahun"] == 2023]
        self.assertEqual(moved["unit"], "T01.01 UPT Uji")
        for name in self.FROZEN:
            options = self.options(date=HALF_1)
            self.assertTrue(self.source(name)._render(options, "pdf"), name)
        text = pdf_text(
            self.source("laporan_bmd")._render(self.options(date=HALF_1), "pdf")
        )
        self.assertIn("(ditutup)", text)

    def test_a_recap_after_a_closed_period_adds_what_came_since(self):
        self.close_to(HALF_1)
        self.make_asset(
            self.clerk_a,
            self.opd_a,
            CAR,
            nilai_perolehan=200000000,
            **self.document("2025-07-01"),
        )
        for name in ("rekap_buku_inventaris", "rekap_skpd"):
            for day, total in (
                ("2025-06-29", 13000000),
                (HALF_1, 13000000),
                ("2025-07-01", 213000000),
            ):
                rows = self.rows(name, date=day)
                self.assertEqual(sum(row["nilai"] for row in rows), total)
                self.assertTrue(
                    self.source(name)._render(self.options(date=day), "pdf")
                )

    def test_kept_totals_that_differ_from_the_figures_are_not_printed(self):
        self.close_to(HALF_1)
        self.cr.execute("ALTER TABLE sipbd_period_total DISABLE TRIGGER USER")
        self.cr.execute("UPDATE sipbd_period_total SET nilai = nilai + 1")
        for name in FIGURE_FORMS:
            with self.assertRaisesRegex(UserError, "would not be right"):
                self.source(name)._render(self.options(date=HALF_1), "pdf")
