"""Opening balances of the depreciation out of a list of e-BMD."""

import io

import xlsxwriter

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import SAFE
from .import_common import ImportSteps
from .test_period_close import CloseCase

HEADINGS = ["No", "Perangkat Daerah", "NIBAR", "Kode Barang", "Nama Barang"]
HEADINGS += ["Nomor Register", "Tahun Pembelian", "Harga", "Jumlah"]


def ebmd(*rows, extra):
    """Bytes of a list; each row is value, quantity and what the extra columns hold."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet("Daftar Barang")
        sheet.write(0, 0, "DAFTAR BARANG MILIK DAERAH")
        sheet.write_row(3, 0, [*HEADINGS, *extra])
        for number, (price, count, *cells) in enumerate(rows, 1):
            sheet.write_row(
                3 + number,
                0,
                [number, "Dinas Uji", f"1{number:044}", SAFE, "Lemari Besi"]
                + [f"{number:06}", 2022, price, count, *cells],
            )
    return buffer.getvalue()


@tagged("post_install", "-at_install")
class TestImportOpening(ImportSteps, CloseCase):
    def check(self, *rows, extra, **vals):
        vals.setdefault("cut_off_date", "2024-12-31")
        return self.checked(
            self.clerk_a, self.opd_a, ebmd(*rows, extra=extra), "ebmd.xlsx", **vals
        )

    def kinds(self, load, severity="error"):
        return set(
            load.finding_ids.filtered(lambda f: f.severity == severity).mapped("kind")
        )

    def load(self, *rows, extra, **vals):
        load = self.check(*rows, extra=extra, **vals)
        load.action_load()
        self.assertEqual(load.state, "loaded", load.finding_ids.mapped("message"))
        return load.asset_ids.sorted("id")

    def test_accumulation_and_remaining_semesters_are_the_start(self):
        assets = self.load(
            (100_000_000, 1, 40_000_000, 6),
            extra=["Akumulasi Penyusutan", "Sisa Umur (Semester)"],
        )
        entry = assets.entry_ids
        self.assertEqual((entry.akumulasi, entry.sisa_bulan), (40_000_000, 36))
        self.generate(2024, 2025)
        self.run_to("2025-06-30")
        self.assertFigure(assets, "2024-12-31", akumulasi=40_000_000, beban=0, sisa=6)
        self.assertFigure(
            assets, "2025-06-30", akumulasi=50_000_000, beban=10_000_000, sisa=5
        )

    def test_remaining_months(self):
        assets = self.load(
            (100_000_000, 1, 40_000_000, 30), extra=["Akumulasi", "Sisa Bulan"]
        )
        self.assertEqual(assets.entry_ids.sisa_bulan, 30)

    def test_several_items_share_the_accumulation(self):
        assets = self.load((1000, 3, 100), extra=["Akumulasi Penyusutan"])
        self.assertEqual(assets.entry_ids.mapped("akumulasi"), [33, 33, 34])
        self.assertEqual(assets.mapped("nilai_perolehan"), [333, 333, 334])

    def test_impossible_balances_are_refused(self):
        for akumulasi in (-1, 1001):
            load = self.check((1000, 1, akumulasi), extra=["Akumulasi"])
            self.assertIn("akumulasi-implausible", self.kinds(load))
        for months in (-1, 2.5, 2401):
            load = self.check((1000, 1, months), extra=["Sisa Bulan"])
            self.assertIn("remaining-implausible", self.kinds(load))

    def test_umur_that_is_the_remaining_life_is_asked_about(self):
        rows = [(8_000_000, 1, 1_000_000, 7)]  # of 8 semesters one is used
        load = self.check(*rows, extra=["Akumulasi", "Umur"])
        self.assertEqual(self.kinds(load), {"umur-is-remaining"})
        load.confirm_reason = "SIMAN V2: kolom umur adalah sisa semester"
        load.action_load()
        self.assertEqual(load.asset_ids.entry_ids.sisa_bulan, 42)

    def test_umur_that_may_be_anything_is_left_aside(self):
        load = self.check((8_000_000, 1, 1_500_000, 4), extra=["Akumulasi", "Umur"])
        self.assertEqual(self.kinds(load), set())
        self.assertIn("umur-not-used", self.kinds(load, "note"))
        load.action_load()
        self.assertFalse(load.asset_ids.entry_ids.sisa_bulan)

    def test_nothing_is_loaded_into_a_closed_period(self):
        self.generate(2024, 2025)
        for day in ("2024-06-30", "2024-12-31"):
            self.close(day)
        load = self.check((1000, 1, 10), extra=["Akumulasi"])
        with self.assertRaisesRegex(UserError, "2024 Semester II is closed"):
            load.action_load()
