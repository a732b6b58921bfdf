"""Pembatalan penghapusan: goods come back as a new acquisition."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .hapus_common import HapusCase


@tagged("post_install", "-at_install")
class TestHapusBatal(HapusCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.back_way = (cls.ppb_a, cls.pengguna_a, cls.ppb, cls.pengelola)

    def make_batal(self, hapus, user=None, **vals):
        return (
            self.env["sipbd.hapus.batal"]
            .with_user(user or self.clerk_a)
            .create(
                {
                    "hapus_id": hapus.id,
                    "dasar": "BA pemeriksaan 9/2026",
                    "reason": "Barang ditemukan kembali",
                    **vals,
                }
            )
        )

    def test_all_goods_come_back_and_the_decree_is_cancelled(self):
        before = {
            asset: (asset.nibar, asset.kode_register, asset.nilai_perolehan)
            for asset in self.damaged
        }
        hapus = self.approved()
        batal = self.make_batal(hapus)
        self.assertEqual((batal.line_count, batal.nilai), (3, 93_000_000))
        batal.action_submit()
        self.run_through(batal, self.back_way)
        self.assertEqual((batal.state, hapus.state), ("approved", "cancelled"))
        self.assertEqual(batal.number, f"030/001/SK-BATAL-HAPUS/{self.today.year}")
        for asset in self.damaged:
            entry = asset.entry_ids.sorted("id")[-1]
            self.assertEqual(
                (entry.kind, entry.booking_date, entry.document_number),
                ("0109", self.today, batal.number),
            )
            self.assertEqual((asset.state, asset.jumlah), ("aktif", 1))
            now = (asset.nibar, asset.kode_register, asset.nilai_perolehan)
            self.assertEqual(now, before[asset])
        self.assertEqual(
            self.env["sipbd.asset"]._ledger_differences(self.damaged.ids), []
        )
        # and may be struck off once more
        self.approved()

    def test_some_goods_come_back_and_the_decree_stands(self):
        hapus = self.approved()
        batal = self.make_batal(hapus)
        batal.line_ids[1:].unlink()
        batal.action_submit()
        self.run_through(batal, self.back_way)
        self.assertEqual(hapus.state, "approved")
        self.assertEqual(
            sorted(self.damaged.mapped("state")), ["akhir", "akhir", "aktif"]
        )
        rest = self.make_batal(hapus)
        self.assertEqual(rest.line_count, 2)
        rest.action_submit()
        self.run_through(rest, self.back_way)
        self.assertEqual(hapus.state, "cancelled")

    def test_two_cancellations_of_the_same_goods(self):
        hapus = self.approved()
        first, second = self.make_batal(hapus), self.make_batal(hapus)
        first.action_submit()
        with self.assertRaisesRegex(UserError, "another document on its way"):
            second.action_submit()
        self.run_through(first, self.back_way)
        with self.assertRaisesRegex(UserError, "Only an approved document"):
            second.action_submit()

    def test_reversed_meanwhile(self):
        hapus = self.approved()
        batal = self.make_batal(hapus)
        batal.action_submit()
        self.run_through(batal, self.back_way[:-1])
        self.damaged[0].with_user(self.manager)._reverse_latest(
            self.document(self.today, document_kind="ba")
        )
        with self.assertRaisesRegex(UserError, "is in the register: there is nothing"):
            self.decide(batal, self.pengelola)
        self.assertEqual(batal.state, "running")
        self.assertEqual(self.damaged[1].state, "akhir")

    def test_a_decree_of_the_kepala_daerah_is_cancelled_by_him(self):
        hapus = self.make_hapus(penguasaan="pengelola", user=self.manager)
        hapus.action_submit()
        self.run_through(hapus, (self.ppb, self.pengelola, self.bupati))
        batal = self.make_batal(hapus)
        batal.action_submit()
        self.run_through(batal, (self.ppb, self.pengelola))
        self.assertEqual(batal.state, "running")
        self.decide(batal, self.bupati)
        self.assertEqual(hapus.state, "cancelled")
        self.assertIn("KEP-BATAL-HAPUS", batal.number)

    def test_only_goods_of_the_decree(self):
        hapus = self.approved(self.damaged[:1])
        other = self.approved(self.damaged[1:])
        batal = self.make_batal(hapus)
        with self.assertRaisesRegex(UserError, "not among the goods"):
            batal._add_goods(other.line_ids.asset_id.with_user(self.clerk_a))

    def test_only_what_was_decreed(self):
        with self.assertRaisesRegex(UserError, "Only an approved document"):
            self.make_batal(self.make_hapus())

    def test_clerk_of_another_opd(self):
        hapus = self.approved()
        with self.assertRaises(AccessError):
            self.make_batal(hapus, self.clerk_b)

    def test_whoever_made_it_does_not_decide(self):
        hapus = self.approved()
        self.appoint(self.clerk_a, "ppb_pengguna", self.opd_a, capacity="plh")
        batal = self.make_batal(hapus)
        batal.action_submit()
        with self.assertRaises(UserError):
            self.decide(batal, self.clerk_a)
