"""What a form shows of depreciation before an act is booked."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .test_penyusutan import FigureCase


@tagged("post_install", "-at_install")
class TestPreview(FigureCase):
    def preview(self, asset, act=None, day="2025-03-03", user=None):
        asset = asset.with_user(user or self.clerk_a)
        return asset._penyusutan_preview({asset.id: act}, day)[asset.id]

    def test_as_things_stand(self):
        told = self.preview(self.buy())
        self.assertEqual(told["before"], told["after"])
        self.assertEqual(
            told["after"],
            {
                "nilai": 10_000_000,
                "akumulasi_awal": 2_000_000,
                "buku_awal": 8_000_000,
                "beban": 1_000_000,
                "koreksi": 0,
                "akumulasi": 3_000_000,
                "buku": 7_000_000,
                "sisa_awal": 48,
                "sisa_bulan": 42,
                "status": "susut",
                "improvement": None,
                "findings": set(),
            },
        )

    def test_an_improvement(self):
        told = self.preview(self.buy(), {"kind": "08", "nilai": 8_000_000})["after"]
        self.assertEqual(told["nilai"], 18_000_000)
        self.assertGreater(told["beban"], 1_000_000)

    def test_what_is_booked_afterwards_is_what_was_shown(self):
        car = self.buy("1.3.2.02.01.01.001", nilai=70_000_000)
        act = {"kind": "08", "nilai": 20_000_000}
        told = self.preview(car, act)["after"]
        document = self.document("2025-03-03")
        car.with_user(self.clerk_a)._book([{**document, **act, "asset_id": car.id}])
        self.generate(2024, 2025)
        self.run_to("2025-06-30")
        self.assertFigure(
            car,
            "2025-06-30",
            beban=told["beban"],
            akumulasi=told["akumulasi"],
            sisa=told["sisa_bulan"] / 6,
        )

    def test_out_of_use_and_gone(self):
        safe = self.buy()
        aside = self.kode("1.5.4.01.01.01.002")
        told = self.preview(safe, {"kind": "0603", "code_id": aside.id})["after"]
        self.assertEqual((told["beban"], told["status"]), (0, "henti"))
        gone = {"kind": "1406", "nilai": -10_000_000, "jumlah": -1}
        self.assertIsNone(self.preview(safe, gone)["after"])

    def test_a_corrected_date(self):
        told = self.preview(self.buy(), {"kind": "0704", "tanggal_baru": "2023-01-01"})
        self.assertEqual(told["after"]["koreksi"], 2_000_000)

    def test_of_a_foreign_asset(self):
        with self.assertRaises(AccessError):
            self.preview(self.asset_b)

    def test_the_tab_shows_what_the_user_may_read(self):
        safe = self.buy()
        self.generate(2024, 2024)
        self.run_to("2024-12-31")
        figures = safe.with_user(self.clerk_a).figure_ids
        self.assertEqual(figures.mapped("beban"), [1_000_000, 1_000_000])
        self.assertEqual(figures[0].period_id, self.period("2024-12-31"))
