"""Rekap mutasi of IV.L.4.1 and IV.L.4.3: from the end of a period to another's."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import CAR, LAND
from .report_common import pdf_text
from .test_report_period import HALF_1, HALF_2, OFFICE, PeriodReportCase

NAME = "laporan_mutasi_bmd"
SPAN_1 = {"date_from": "2025-01-01", "date": HALF_1}
SPAN_2 = {"date_from": "2025-07-01", "date": HALF_2}
YEAR = {"date_from": "2025-01-01", "date": HALF_2}
STAGES = ("awal", "kurang", "tambah", "akhir")


@tagged("post_install", "-at_install")
class TestMutasiBmd(PeriodReportCase):
    def table(self, what="nilai", **kw):
        """Golongan -> values of the four stages, of those that have any."""
        rows = {
            row["kode"]: tuple(row[f"{what}_{stage}"] for stage in STAGES)
            for row in self.rows(NAME, **kw)
        }
        self.assertEqual(len(rows), 13, "every golongan")
        return {code: values for code, values in rows.items() if any(values)}

    def assert_ties_with_the_laporan_bmd(self, **kw):
        """Golongan by golongan, before the span and at its end."""
        until = {name: kw[name] for name in kw.keys() - {"date_from"}}
        ended = {row["kode"]: row for row in self.rows("laporan_bmd", **until)}
        for row in self.rows(NAME, **kw):
            end = ended[row["kode"]]
            self.assertEqual(row["nilai_akhir"], end["nilai"])
            self.assertEqual(row["jumlah_akhir"], end["jumlah"])
            self.assertEqual(
                row["nilai_awal"] - row["nilai_kurang"] + row["nilai_tambah"],
                row["nilai_akhir"],
            )
        for output in ("pdf", "xlsx"):
            self.assertTrue(self.source(NAME)._render(self.options(**kw), output))

    def test_columns_and_format(self):
        self.run_to(HALF_1)
        for unit, form in ((self.opd_a, "IV.L.4.1"), (self.root, "IV.L.4.3")):
            options = self.options(unit, **SPAN_1)
            source = self.source(NAME, self.auditor)
            numbers = [c.number for c in source._describe(options).leaves]
            self.assertEqual(numbers, [str(i + 1) for i in range(11)])
            text = pdf_text(source._render(options, "pdf"))
            for part in (form, "ANGKA SEMENTARA", "Saldo Awal", "Bertambah", "–"):
                self.assertIn(part, text)

    def test_an_acquisition_and_the_charges(self):
        """Two safes of 1,500,000 of 2024 and one of 10,000,000 of January 2025, all
        of five years: charges of 150,000 and of 1,000,000 in a semester."""
        self.run_to(HALF_2)
        before = {row["kode"]: row for row in self.rows("laporan_bmd", date=HALF_1)}
        opened = {
            row["kode"]: row for row in self.rows("laporan_bmd", date="2024-12-31")
        }
        worn = opened["1.3.7"]["nilai"]
        self.assertLess(worn, 0)
        self.assertEqual(
            self.table(**SPAN_1),
            {
                "1.3.2": (3000000, 0, 10000000, 13000000),
                "1.3.7": (worn, 0, -1300000, worn - 1300000),
            },
        )
        self.assertEqual(self.table("jumlah", **SPAN_1), {"1.3.2": (2, 0, 1, 3)})
        worn = before["1.3.7"]["nilai"]
        self.assertEqual(
            self.table(**SPAN_2),
            {
                "1.3.2": (13000000, 0, 0, 13000000),
                "1.3.7": (worn, 0, -1300000, worn - 1300000),
            },
        )
        for span in (SPAN_1, SPAN_2, YEAR):
            self.assert_ties_with_the_laporan_bmd(**span)

    def test_from_golongan_to_golongan(self):
        """Goods that are taken out of use bring what was depreciated with them."""
        self.run_to(HALF_1)
        clerk = self.safe.with_user(self.clerk_a)
        clerk._change_condition(
            "RB", self.document("2025-08-01", document_number="S/20")
        )
        clerk._set_aside(self.document("2025-08-01", document_number="S/21"))
        self.run_to(HALF_2)
        values = self.table(**SPAN_2)
        self.assertEqual(values["1.3.2"], (13000000, 10000000, 0, 3000000))
        self.assertEqual(values["1.5.4"], (0, 0, 10000000, 10000000))
        self.assertEqual(values["1.5.6"], (0, 0, -1000000, -1000000))
        self.assertEqual(values["1.3.7"][1:3], (-1000000, -300000))
        self.assert_ties_with_the_laporan_bmd(**SPAN_2)
        self.assert_ties_with_the_laporan_bmd(**YEAR)

    def test_a_transfer_within_is_none_of_the_whole(self):
        self.run_to(HALF_1)
        self.safe.with_user(self.clerk_a)._move_internally(
            self.unit_a1, self.document("2025-08-01", document_number="S/22")
        )
        self.run_to(HALF_2)
        whole = self.table(**SPAN_2)
        self.assertEqual(whole["1.3.2"], (13000000, 0, 0, 13000000))
        left = self.table(with_sub_units=False, **SPAN_2)
        self.assertEqual(left["1.3.2"], (11500000, 10000000, 0, 1500000))
        self.assertEqual(left["1.3.7"][1], -1000000)
        came = self.table(unit=self.unit_a1, **SPAN_2)
        self.assertEqual(came["1.3.2"], (1500000, 0, 10000000, 11500000))
        for more in ({"with_sub_units": False}, {"unit": self.unit_a1}):
            self.assert_ties_with_the_laporan_bmd(**SPAN_2, **more)

    def test_before_all_periods_stands_what_was_taken_over(self):
        asset = self.make_asset(
            self.clerk_a,
            self.opd_a,
            OFFICE,
            nilai_perolehan=100000000,
            tanggal_perolehan="2020-01-01",
            opening_akumulasi=40000000,
            opening_sisa_bulan=120,
            **self.document("2023-12-31", document_kind="daftar_lama"),
        )
        self.assertTrue(asset)
        self.run_to(HALF_2)
        values = self.table(date_from="2024-01-01", date=HALF_2)
        self.assertEqual(values["1.3.3"], (100000000, 0, 0, 100000000))
        self.assertEqual(values["1.3.7"][0], -40000000)
        self.assert_ties_with_the_laporan_bmd(date_from="2024-01-01", date=HALF_2)

    def test_refused_within_a_period_or_not_computed(self):
        source = self.source(NAME)
        for span, message in (
            (SPAN_1, "has not been computed"),
            ({**SPAN_1, "date": "2025-06-29"}, "none ends on"),
        ):
            with self.assertRaisesRegex(UserError, message):
                source._render(self.options(**span), "pdf")
        self.run_to(HALF_1)
        with self.assertRaisesRegex(UserError, "none begins on"):
            options = self.options(date_from="2025-02-01", date=HALF_1)
            source._render(options, "pdf")

    def test_a_closed_span_stays(self):
        self.close_to(HALF_2)
        frozen = [self.rows(NAME, **span) for span in (SPAN_1, SPAN_2, YEAR)]
        self.safe.with_user(self.clerk_a)._reclassify(
            self.kode(CAR), self.document("2026-02-01", document_number="S/23")
        )
        self.opd_a.name = "Dinas Berganti Nama"
        self.unit_a1.parent_id = self.opd_b
        after = [self.rows(NAME, **span) for span in (SPAN_1, SPAN_2, YEAR)]
        self.assertEqual(after, frozen)
        self.assertTrue(self.source(NAME)._render(self.options(**YEAR), "pdf"))

    def test_who_prints_for_whom(self):
        self.run_to(HALF_1)
        options = self.options(**SPAN_1)
        for user in (self.clerk_b, self.clerk_a1, self.plain):
            with self.assertRaises(AccessError):
                self.source(NAME, user)._render(options, "pdf")
        for user in (self.head_a, self.auditor):
            self.assertTrue(self.source(NAME, user)._render(options, "pdf"))

    def test_an_empty_unit_and_the_land(self):
        empty = self.make_unit("T01.02", "UPT Kosong", "upt", self.opd_a)
        self.run_to(HALF_1)
        self.assertEqual(self.table(unit=empty, **SPAN_1), {})
        self.make_asset(
            self.clerk_a,
            self.opd_a,
            LAND,
            nilai_perolehan=500,
            **self.document("2025-02-01", document_number="S/24"),
        )
        self.run_to(HALF_1)
        self.assertEqual(self.table(**SPAN_1)["1.3.1"], (0, 0, 500, 500))
