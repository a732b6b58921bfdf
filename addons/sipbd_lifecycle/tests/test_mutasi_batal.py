from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import LifecycleCase

BACK = ("ppb_a", "pengguna_b", "pengelola", "pengguna_a")


@tagged("post_install", "-at_install")
class TestMutasiBatal(LifecycleCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["sipbd.asset"].browse(cls.asset_a.id)._place(
            cls.make_room(cls.opd_a), cls.document(date="2024-04-01")
        )

    def moved(self, assets=None, to_unit=None):
        mutasi = self.make_document(
            "sipbd.mutasi",
            self.asset_a if assets is None else assets,
            to_unit_id=(to_unit or self.opd_b).id,
            reason="Dipakai",
        )
        mutasi.action_submit()
        self.run_through(mutasi, self.all_offices(mutasi))
        self.assertEqual(mutasi.state, "approved")
        return mutasi

    def all_offices(self, mutasi):
        if mutasi.jenis == "internal":
            return self.ppb_a, self.pengguna_a
        return self.ppb_a, self.pengguna_a, self.ppb, self.pengelola, self.pengguna_b

    def batal(self, mutasi, user=None):
        documents = self.env["sipbd.mutasi.batal"].with_user(user or self.clerk_a)
        return documents.create({"mutasi_id": mutasi.id, "reason": "Salah barang"})

    def back(self, batal):
        batal.action_submit()
        self.run_through(batal, [getattr(self, name) for name in BACK])

    def test_what_never_happened_is_reversed(self):
        room = self.asset_a.room_id
        self.assertTrue(room)
        mutasi = self.moved()
        self.assertFalse(self.asset_a.room_id)
        batal = self.batal(mutasi)
        self.assertEqual((batal.unit_id, batal.line_count), (self.opd_a, 1))
        self.back(batal)
        self.assertEqual((batal.state, mutasi.state), ("approved", "cancelled"))
        self.assertEqual(
            (self.asset_a.unit_id, self.asset_a.room_id), (self.opd_a, room)
        )
        entries = self.asset_a.entry_ids.sorted("id")[-2:]
        self.assertEqual(set(entries.mapped("kind")), {"batal"})
        self.assertEqual(set(entries.mapped("document_number")), {batal.number})
        self.assertFalse(self.env["sipbd.asset"]._ledger_differences(self.asset_a.ids))

    def test_what_has_later_entries_is_transferred_back(self):
        mutasi = self.moved()
        today = self.env.company._pemda_today()
        asset = self.asset_a.with_user(self.clerk_b)
        asset._change_condition("RR", self.document(date=today, document_number="9"))
        self.back(self.batal(mutasi))
        self.assertEqual(
            (self.asset_a.unit_id, self.asset_a.kondisi), (self.opd_a, "RR")
        )
        entries = self.asset_a.entry_ids.sorted("id")[-2:]
        self.assertEqual(entries.mapped("kind"), ["04", "03"])

    def test_goods_that_went_on_are_not_taken_back(self):
        mutasi = self.moved()
        unit_c = self.make_unit("T03", "Dinas Lain", "dinas", self.root)
        batal = self.batal(mutasi)
        self.asset_a.sudo()._book_plan(
            self.asset_a._plan("03", lambda a: {"unit_id": unit_c.id}),
            self.document(date=self.env.company._pemda_today(), document_number="SK/9"),
        )
        with self.assertRaisesRegex(UserError, "Dinas Lain"):
            batal.action_submit()

    def test_inside_the_pengguna_the_pengguna_decides(self):
        mutasi = self.moved(to_unit=self.unit_a1)
        batal = self.batal(mutasi)
        batal.action_submit()
        self.run_through(batal, (self.ppb_a, self.pengguna_a))
        self.assertEqual((batal.state, self.asset_a.unit_id), ("approved", self.opd_a))

    def test_a_transfer_is_taken_back_once(self):
        mutasi = self.moved()
        first, second = self.batal(mutasi), self.batal(mutasi)
        first.action_submit()
        with self.assertRaisesRegex(UserError, "another document on its way"):
            second.action_submit()
        self.run_through(first, [getattr(self, name) for name in BACK])
        with self.assertRaisesRegex(UserError, "still stands"):
            second.action_submit()

    def test_others_cannot_begin_it(self):
        mutasi = self.moved()
        for user in (self.clerk_b, self.head_a, self.clerk_a1):
            with self.assertRaises(AccessError):
                self.batal(mutasi, user)

    def test_it_stays_with_its_transfer(self):
        first, second = self.moved(), self.moved(self.asset_a1, self.opd_b)
        batal = self.batal(first)
        with self.assertRaisesRegex(UserError, "stays with its document"):
            batal.mutasi_id = second
