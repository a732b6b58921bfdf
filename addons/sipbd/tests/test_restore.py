from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import RACK, SipbdCase


@tagged("post_install", "-at_install")
class TestRestore(SipbdCase):
    """Pembatalan penghapusan: goods that were struck off are acquired again."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.decree = cls.document(
            date="2025-02-10", document_kind="sk", document_number="030/1/2025"
        )
        cls.undone = cls.document(
            date="2026-03-02", document_kind="sk", document_number="030/9/2026"
        )

    def struck_off(self):
        return self.asset_a.with_user(self.manager)._end("1406", self.decree)

    def test_it_is_what_it_was(self):
        before = self.asset_a.read(["nibar", "kode_register", "nilai_perolehan"])[0]
        asset = self.struck_off()
        self.assertEqual((asset.state, asset.jumlah), ("akhir", 0))
        asset._restore(self.undone)
        self.assertEqual(asset.state, "aktif")
        self.assertEqual(asset.jumlah, 1)
        self.assertEqual(
            asset.read(["nibar", "kode_register", "nilai_perolehan"])[0], before
        )
        entry = asset.entry_ids.sorted("id")[-1]
        self.assertEqual((entry.kind, str(entry.booking_date)), ("0109", "2026-03-02"))
        self.assertEqual(asset._ledger_differences(asset.ids), [])

    def test_depreciation_goes_on_where_it_stopped(self):
        asset = self.struck_off()
        stopped = self.asset_a._penyusutan_preview(day="2024-12-31")[asset.id]["after"]
        asset._restore(self.undone)
        back = asset._penyusutan_preview(day="2026-03-02")[asset.id]["after"]
        self.assertEqual(back["akumulasi_awal"], stopped["akumulasi"])
        self.assertEqual(back["sisa_awal"], stopped["sisa_bulan"])
        self.assertGreater(back["beban"], 0)

    def test_only_what_was_struck_off_comes_back(self):
        with self.assertRaisesRegex(UserError, "not struck off"):
            self.asset_a.with_user(self.manager)._restore(self.undone)
        asset = self.struck_off()
        asset._restore(self.undone)
        with self.assertRaisesRegex(UserError, "not struck off"):
            asset._restore({**self.undone, "document_number": "030/10/2026"})

    def test_what_was_recorded_twice_does_not_come_back(self):
        asset = self.asset_a.with_user(self.manager)
        asset._recorded_twice(self.decree)
        with self.assertRaisesRegex(UserError, "not struck off"):
            asset._restore(self.undone)

    def test_a_clerk_does_not_bring_back(self):
        self.struck_off()
        with self.assertRaisesRegex(UserError, "pengurus barang pengelola"):
            self.asset_a.with_user(self.clerk_a)._restore(self.undone)

    def test_nothing_else_is_booked_on_what_has_left(self):
        asset = self.struck_off()
        with self.assertRaisesRegex(UserError, "no longer in the register"):
            asset._reclassify(self.kode(RACK), self.undone)

    def test_a_cancellation_is_not_reversed(self):
        asset = self.struck_off()
        asset._restore(self.undone)
        with self.assertRaisesRegex(UserError, "Strike it off again"):
            asset._reverse_latest(self.document(date="2026-03-03"))
        asset._end("1406", {**self.decree, "document_date": "2026-04-01"})
        self.assertEqual(asset.state, "akhir")
