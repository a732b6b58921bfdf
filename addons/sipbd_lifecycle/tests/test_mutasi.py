from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import LifecycleCase


@tagged("post_install", "-at_install")
class TestMutasi(LifecycleCase):
    def mutasi(self, assets=None, **vals):
        return self.make_document(
            "sipbd.mutasi",
            self.asset_a if assets is None else assets,
            **{"to_unit_id": self.unit_a1.id, "reason": "Dipakai UPT", **vals},
        )

    def between(self, assets=None, **vals):
        return self.mutasi(assets, to_unit_id=self.opd_b.id, **vals)

    def entries(self, asset):
        return self.env["sipbd.entry"].search(
            [("asset_id", "=", asset.id)], order="booking_date, id"
        )

    def test_inside_the_pengguna(self):
        mutasi = self.mutasi()
        self.assertEqual((mutasi.jenis, mutasi.line_count), ("internal", 1))
        self.assertIs(mutasi.action_submit(), True)
        self.decide(mutasi, self.ppb_a)
        self.assertEqual(self.asset_a.unit_id, self.opd_a)
        self.decide(mutasi, self.pengguna_a)
        self.assertEqual(mutasi.state, "approved")
        self.assertEqual(self.asset_a.unit_id, self.unit_a1)
        out, into = self.entries(self.asset_a)[-2:]
        self.assertEqual((out.kind, into.kind), ("04", "03"))
        self.assertEqual((out.unit_id, into.unit_id), (self.opd_a, self.unit_a1))
        self.assertEqual(out.nilai + into.nilai, 0)
        today = self.env.company._pemda_today()
        for entry in (out, into):
            self.assertEqual(entry.document_number, mutasi.number)
            self.assertEqual((entry.document_kind, entry.booking_date), ("ba", today))
        self.assertIn("BA-MUT", mutasi.number)
        self.assertFalse(mutasi.sk_number)

    def test_to_another_pengguna(self):
        nibar = self.asset_a.nibar
        mutasi = self.between()
        mutasi.action_submit()
        self.assertFalse(mutasi.usul_number)
        self.run_through(mutasi, (self.ppb_a, self.pengguna_a))
        self.assertIn("USUL", mutasi.usul_number)
        self.run_through(mutasi, (self.ppb, self.pengelola))
        self.assertIn("SK", mutasi.sk_number)
        self.assertEqual((mutasi.state, self.asset_a.unit_id), ("running", self.opd_a))
        self.decide(mutasi, self.pengguna_b)
        self.assertEqual((mutasi.state, self.asset_a.unit_id), ("approved", self.opd_b))
        self.assertEqual(self.asset_a.nibar, nibar)
        out, into = self.entries(self.asset_a)[-2:]
        self.assertEqual((out.document_kind, into.kind), ("bast", "03"))
        self.assertIn(mutasi.sk_number, into.note)

    def test_goods_stand_in_one_running_document(self):
        first, second = self.mutasi(), self.between()
        first.action_submit()
        with self.assertRaisesRegex(UserError, "another document on its way"):
            second.action_submit()
        self.assertEqual(second.state, "draft")
        first.action_withdraw()
        second.action_submit()
        self.assertEqual(second.state, "running")
