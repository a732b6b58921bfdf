"""Recaps and reports of changes: what they add up, and that it ties."""

from decimal import Decimal
from io import BytesIO
from unittest.mock import patch

import openpyxl

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import CAR, LAND, SAFE, SipbdCase
from .import_common import ImportCase
from .report_common import FORMS, ReportMixin, pdf_text

RECAPS = ("rekap_buku_inventaris", "rekap_skpd", "rekap_register")
CHANGES = ("laporan_mutasi", "rekap_mutasi")
STAGES = ("awal", "kurang", "tambah", "akhir")
SEMESTER = {"date_from": "2025-01-01", "date": "2025-06-30"}


@tagged("post_install", "-at_install")
class TestRecap(ReportMixin, SipbdCase):
    """Land of 2023 and three safes of 2024, two of them in ``opd_a`` and below."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.land = cls.make_asset(
            cls.clerk_a,
            cls.opd_a,
            LAND,
            nilai_perolehan=900000000.5,
            komptabel="02",
            **cls.document("2023-02-01"),
        )

    def filled(self, name, **kw):
        return [row for row in self.rows(name, **kw) if row["nilai"]]

    def test_by_bidang(self):
        rows = self.rows("rekap_buku_inventaris")
        self.assertEqual(len(rows), 39, "every bidang, with goods or without")
        filled = [
            (row["kode"], row["jumlah"], row["nilai"]) for row in rows if row["nilai"]
        ]
        self.assertEqual(
            filled,
            [
                ("1.3.1.01", Decimal(1), Decimal("900000000.50")),
                ("1.3.2.05", Decimal(2), Decimal(3000000)),
            ],
        )
        self.assertEqual(rows[0]["label"], "1.3.1 Tanah")

    def test_by_code(self):
        rows = self.rows("rekap_buku_inventaris", per_code=True)
        self.assertEqual(
            [(row["golongan"], row["kode"], row["jumlah"]) for row in rows],
            [("1.3.1", LAND, 1), ("1.3.2", SAFE, 2)],
        )

    def test_the_past_and_one_unit(self):
        name = "rekap_buku_inventaris"
        self.assertEqual(self.filled(name, date="2023-01-31"), [])
        (row,) = self.filled(name, date="2023-02-01")
        self.assertEqual(row["kode"], "1.3.1.01")
        (row,) = self.filled(name, unit=self.unit_a1)
        self.assertEqual((row["kode"], row["jumlah"]), ("1.3.2.05", 1))

    def test_by_unit_and_book(self):
        rows = self.rows("rekap_skpd", user=self.auditor, unit=self.root)
        values = {row["kode"]: row for row in rows}
        self.assertEqual(values["T01"]["a"], Decimal("900000000.50"))
        self.assertEqual(values["T01"]["b"], 3000000)
        self.assertEqual(values["T01"]["nilai"], Decimal("903000000.50"))
        self.assertEqual(values["T02"]["jumlah"], 1)
        self.assertNotIn("T01.01", values, "an OPD is one row for the pemda")
        below = {row["kode"]: row["b"] for row in self.rows("rekap_skpd")}
        self.assertEqual(below, {"T01": 1500000, "T01.01": 1500000})

    def test_a_unit_without_goods_is_a_row_while_it_is_in_force(self):
        self.make_unit(
            "T01.02", "UPT Kosong", "upt", self.opd_a
        ).date_end = "2025-12-31"
        shown = [
            [row["kode"] for row in self.rows("rekap_skpd", date=date)]
            for date in ("2025-12-31", "2026-01-01")
        ]
        self.assertEqual(shown, [["T01", "T01.01", "T01.02"], ["T01", "T01.01"]])

    def test_by_code_with_registers(self):
        land, safe = self.rows("rekap_register")
        self.assertEqual((land["kode"], land["banyaknya"]), (LAND, 1))
        self.assertEqual(
            (safe["kode"], safe["banyaknya"], safe["jumlah"]), (SAFE, 2, 2)
        )
        registers = sorted((self.asset_a + self.asset_a1).mapped("register"))
        self.assertEqual([safe["register_awal"], safe["register_akhir"]], registers)

    def test_komptabel(self):
        """Permendagri 47/2021 Pasal 4: each list in three ways."""
        for name in (*RECAPS, "buku_inventaris"):
            sums = {
                way: sum(row["nilai"] for row in self.rows(name, komptabel=way))
                for way in ("gabungan", "01", "02")
            }
            with self.subTest(name):
                self.assertEqual(sums["01"], 3000000)
                self.assertEqual(sums["02"], Decimal("900000000.50"))
                self.assertEqual(sums["gabungan"], sums["01"] + sums["02"])
        text = pdf_text(
            self.source("buku_inventaris")._render(self.options(komptabel="02"), "pdf")
        )
        self.assertIn("Ekstrakomptabel", text)
        document = self.env["pemda.report.document"].search([], limit=1)
        self.assertEqual(document.details, "Ekstrakomptabel")

    def test_all_recaps_agree_with_the_book(self):
        for unit in (self.opd_a, self.unit_a1):
            book = sum(row["nilai"] for row in self.rows("buku_inventaris", unit=unit))
            for name in RECAPS:
                with self.subTest(name=name, unit=unit.code):
                    rows = self.rows(name, unit=unit)
                    self.assertEqual(sum(row["nilai"] for row in rows), book)
                    self.assertTrue(
                        self.source(name)._render(self.options(unit), "pdf")
                    )

    def test_not_printed_when_the_ledger_says_otherwise(self):
        for name in RECAPS:
            source = self.source(name)
            rows, totals = source._read(self.options())
            sums = (*totals.sums[:-1], totals.sums[-1] + 1)
            wrong = rows, type(totals)(totals.rows, sums)
            with (
                self.subTest(name),
                patch.object(type(source), "_read", lambda *_, wrong=wrong: wrong),
                self.assertRaisesRegex(UserError, "the database says"),
            ):
                source._render(self.options(), "pdf")

    def test_an_empty_unit_gets_an_empty_form(self):
        empty = self.make_unit("T01.02", "UPT Kosong", "upt", self.opd_a)
        options = self.options(empty, date_from="2026-01-01")
        for name in FORMS:
            for output in ("pdf", "xlsx"):
                with self.subTest(name=name, output=output):
                    self.assertTrue(self.source(name)._render(options, output))

    def test_workbook_holds_the_totals(self):
        content = self.source("rekap_skpd")._render(self.options(), "xlsx")
        sheet = openpyxl.load_workbook(BytesIO(content), data_only=True).active
        (total,) = [row for row in sheet.values if row[0] == "JUMLAH"]
        self.assertEqual(total[-1], 903000000.5)

    def test_who_prints_for_whom(self):
        options = self.options(date_from="2026-01-01")
        for name in FORMS:
            for user in (self.clerk_b, self.clerk_a1, self.plain):
                source = self.source(name, user)
                with self.subTest(name=name, user=user.login):
                    for output in ("pdf", "xlsx"):
                        with self.assertRaises(AccessError):
                            source._render(options, output)
                    with self.assertRaises(AccessError):
                        source._preview(options, 10)
            for user in (self.head_a, self.auditor):
                self.assertTrue(self.source(name, user)._preview(options, 10))


@tagged("post_install", "-at_install")
class TestGoldenTotals(ReportMixin, ImportCase):
    """A real file (KIB B of a kecamatan) loaded and printed by every form."""

    ITEMS, TOTAL = 1155, 38810484557
    BEFORE = 1500000  # the safe that was there

    def test_forms_say_the_total_of_the_file(self):
        unit = self.unit_a1
        content = self.sample("kib_b_dki.xlsx")
        load = self.checked(self.clerk_a, unit, content, "dki.xlsx")
        load.question_ids.action_accept_suggestion()
        load.action_step()
        load.action_load()
        day = self.env["sipbd.entry"].search([("load_id", "=", load.id)], limit=1)
        total = self.TOTAL + self.BEFORE
        printed = f"{total:,}".replace(",", ".")
        kw = {"unit": unit, "date": day.booking_date, "date_from": day.booking_date}
        for name in (
            "kib_b",
            "buku_inventaris",
            "rekap_buku_inventaris",
            "rekap_skpd",
            "rekap_register",
            "rekap_mutasi",
            "laporan_mutasi",
        ):
            with self.subTest(name):
                options = self.options(**kw)
                text = pdf_text(self.source(name)._render(options, "pdf"))
                self.assertIn(printed, text)
                content = self.source(name)._render(options, "xlsx")
                book = openpyxl.load_workbook(BytesIO(content), data_only=True)
                rows = [row for row in book.active.values if row[0] == "JUMLAH"]
                self.assertIn(total, rows[-1])
        rows = self.rows("rekap_register", **kw)
        self.assertEqual(sum(row["banyaknya"] for row in rows), self.ITEMS + 1)
        rows = self.rows("rekap_mutasi", **kw)
        stages = [int(sum(row[f"nilai_{stage}"] for row in rows)) for stage in STAGES]
        self.assertEqual(stages, [self.BEFORE, 0, self.TOTAL, total])


@tagged("post_install", "-at_install")
class TestChanges(ReportMixin, SipbdCase):
    """The first semester of 2025, on safes acquired in 2024."""

    def change(self, date, asset=None, **document):
        return (asset or self.asset_a).with_user(self.clerk_a), self.document(
            date, **document
        )

    def changes(self, name="laporan_mutasi", **kw):
        """Rows as (label, code, values of the four stages)."""
        return [
            (
                row.get("unit"),
                row["kode"],
                *(int(row[f"nilai_{stage}"]) for stage in STAGES),
            )
            for row in self.rows(name, **{**SEMESTER, **kw})
            if any(row[f"nilai_{stage}"] for stage in STAGES)
        ]

    def total(self, name, **kw):
        rows = self.rows(name, **{**SEMESTER, **kw})
        return [int(sum(row[f"nilai_{stage}"] for row in rows)) for stage in STAGES]

    def assert_ties(self, **kw):
        """Both reports can be printed and say what the books say."""
        kw = {**SEMESTER, **kw}
        until = {name: kw[name] for name in kw.keys() - {"date_from"}}
        book = sum(row["nilai"] for row in self.rows("buku_inventaris", **until))
        for name in CHANGES:
            before, less, more, after = self.total(name, **kw)
            self.assertEqual(before - less + more, after)
            self.assertEqual(after, book)
            self.assertTrue(self.source(name)._render(self.options(**kw), "xlsx"))

    def test_correction_and_acquisition(self):
        asset, document = self.change("2025-03-01")
        asset._correct_value(2000000, document)
        self.make_asset(
            self.clerk_a,
            self.opd_a,
            CAR,
            nilai_perolehan=250000000,
            **self.document("2025-05-02"),
        )
        a, a1 = "T01 Dinas Uji", "T01.01 UPT Uji"
        self.assertEqual(
            self.changes(),
            [
                (a, CAR, 0, 0, 250000000, 250000000),
                (a, SAFE, 1500000, 0, 500000, 2000000),
                (a1, None, 1500000, 0, 0, 1500000),
            ],
        )
        listed = self.changes(all_items=True)
        self.assertEqual(listed[2], (a1, SAFE, 1500000, 0, 0, 1500000))
        self.assertEqual(
            self.changes("rekap_mutasi"),
            [
                (None, "1.3.2.02", 0, 0, 250000000, 250000000),
                (None, "1.3.2.05", 3000000, 0, 500000, 3500000),
            ],
        )
        self.assert_ties()

    def test_a_move_within_shows_by_unit_and_not_in_the_total(self):
        asset, document = self.change("2025-03-01")
        asset._move_internally(self.unit_a1, document)
        a, a1 = "T01 Dinas Uji", "T01.01 UPT Uji"
        within = "Perpindahan di dalam lingkup laporan"
        self.assertEqual(
            self.changes(),
            [
                (a, SAFE, 1500000, 1500000, 0, 0),
                (a1, SAFE, 0, 0, 1500000, 1500000),
                (a1, None, 1500000, 0, 0, 1500000),
                (within, None, 0, -1500000, -1500000, 0),
            ],
        )
        whole = [3000000, 0, 0, 3000000]
        self.assertEqual(self.total("laporan_mutasi"), whole)
        self.assertEqual(
            self.changes("rekap_mutasi"), [(None, "1.3.2.05", *whole)], "one table"
        )
        self.assertEqual(
            self.changes("rekap_mutasi", per_unit=True),
            [
                (a, "1.3.2.05", 1500000, 1500000, 0, 0),
                (a1, "1.3.2.05", 1500000, 0, 1500000, 3000000),
                (within, None, 0, -1500000, -1500000, 0),
            ],
        )
        self.assertEqual(
            self.total("laporan_mutasi", with_sub_units=False),
            [1500000, 1500000, 0, 0],
            "for the unit alone it left",
        )
        self.assert_ties()
        self.assert_ties(unit=self.unit_a1)
        self.assert_ties(with_sub_units=False)

    def test_reclassified_within_and_between_bidang(self):
        asset, document = self.change("2025-03-01")
        asset._reclassify(self.kode(CAR), document)
        rows = self.changes("rekap_mutasi")
        self.assertEqual(
            rows,
            [
                (None, "1.3.2.02", 0, 0, 1500000, 1500000),
                (None, "1.3.2.05", 3000000, 1500000, 0, 1500000),
                (None, None, 0, -1500000, -1500000, 0),
            ],
        )
        self.assertEqual(self.total("rekap_mutasi"), [3000000, 0, 0, 3000000])
        self.assert_ties()

    def test_what_never_happened_is_no_change(self):
        asset, document = self.change("2025-03-01")
        asset._correct_value(2000000, document)
        asset._reverse_latest(self.document("2025-03-02", document_number="B/1"))
        self.assertEqual(
            [row[1:] for row in self.changes()],
            [
                (SAFE, 1500000, 0, 0, 1500000),
                (None, 1500000, 0, 0, 1500000),
            ],
        )
        self.assert_ties()

    def test_more_and_less_by_two_documents_are_both_shown(self):
        asset, document = self.change("2025-03-01")
        asset._correct_value(2000000, document)
        asset, document = self.change("2025-03-01", document_number="2")
        asset._correct_value(1800000, document)
        self.assertEqual(
            self.changes()[0][1:], (SAFE, 1500000, 200000, 500000, 1800000)
        )
        self.assert_ties()

    def test_a_day_before_and_after(self):
        """The first and the last day belong to the span."""
        asset, document = self.change("2025-01-01")
        asset._correct_value(1600000, document)
        asset, document = self.change("2025-06-30", document_number="2")
        asset._correct_value(1700000, document)
        self.assertEqual(self.total("rekap_mutasi"), [3000000, 0, 200000, 3200000])
        spans = {
            ("2024-12-31", "2025-06-29"): [3000000, 0, 100000, 3100000],
            ("2025-01-02", "2025-06-29"): [3100000, 0, 0, 3100000],
            ("2025-01-02", "2025-07-01"): [3100000, 0, 100000, 3200000],
        }
        for (first, last), total in spans.items():
            for name in CHANGES:
                self.assertEqual(self.total(name, date_from=first, date=last), total)
            self.assert_ties(date_from=first, date=last)

    def test_refused_when_it_does_not_tie(self):
        for name in CHANGES:
            source = self.source(name)
            sums = source._whole(self.options(**SEMESTER))
            for wrong in ("nilai_awal", "nilai_akhir", "jumlah_tambah"):
                changed = {**sums, wrong: sums[wrong] + 1}
                with (
                    self.subTest(name=name, wrong=wrong),
                    patch.object(
                        type(source), "_whole", lambda *_, changed=changed: changed
                    ),
                    self.assertRaisesRegex(UserError, "would not be right"),
                ):
                    source._render(self.options(**SEMESTER), "pdf")

    def test_refused_spans(self):
        today = self.env.company._pemda_today()
        for change, message in (
            ({"date_from": "2025-07-01"}, "comes after"),
            ({"date_from": None}, "first day"),
            ({"date": today.replace(year=today.year + 1)}, "still to come"),
        ):
            for name in CHANGES:
                source = self.source(name)
                options = self.options(**{**SEMESTER, **change})
                with self.subTest(name=name, change=change):
                    with self.assertRaisesRegex(UserError, message):
                        source._render(options, "pdf")
                    with self.assertRaisesRegex(UserError, message):
                        source._preview(options, 10)

    def test_the_wizard_asks_what_the_report_asks(self):
        wizards = self.env["pemda.report.wizard"].with_user(self.clerk_a)
        wizard = wizards.create({"source": "report.sipbd.kib_b", "date": "2025-08-17"})
        self.assertFalse(wizard.asks_span)
        self.assertTrue(wizard.asks_komptabel)
        wizard.source = "report.sipbd.laporan_mutasi"
        self.assertTrue(wizard.asks_span and wizard.asks_all_items)
        self.assertEqual(str(wizard.date_from), "2025-07-01", "the semester")
        wizard.write({"date_from": "2025-01-01", "output": "screen", "komptabel": "01"})
        wizard.action_print()
        self.assertIn("Barang lain yang tidak bermutasi", wizard.preview)
        wizard._render("pdf")
        document = self.env["pemda.report.document"].search([], limit=1)
        self.assertEqual(str(document.date_from), "2025-01-01")
        self.assertEqual(document.details, "Intrakomptabel")
