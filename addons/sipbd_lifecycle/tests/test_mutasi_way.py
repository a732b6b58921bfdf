"""The way of a transfer: inside one pengguna or to another one, and its letters."""

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import LifecycleCase


class MutasiCase(LifecycleCase):
    def mutasi(self, assets=None, **vals):
        return self.make_document(
            "sipbd.mutasi",
            self.asset_a if assets is None else assets,
            **{"to_unit_id": self.opd_b.id, "reason": "Dipakai", **vals},
        )

    def through(self, mutasi):
        mutasi.action_submit()
        self.run_through(mutasi, (self.ppb_a, self.pengguna_a))
        if mutasi.jenis == "antar":
            self.run_through(mutasi, (self.ppb, self.pengelola, self.pengguna_b))
        self.assertEqual(mutasi.state, "approved")
        return mutasi

    def room_of(self, mutasi, unit, user):
        room = self.make_room(unit)
        mutasi.with_user(user)._choose_room(room.with_user(user))
        return room


@tagged("post_install", "-at_install")
class TestMutasiWay(MutasiCase):
    def reorganise(self):
        """The UPT goes over to the other OPD."""
        self.unit_a1.parent_id = self.opd_b
        self.env.flush_all()
        self.env.invalidate_all()

    def test_what_was_decided_stays_what_it_was(self):
        mutasi = self.through(self.mutasi(to_unit_id=self.unit_a1.id))
        self.reorganise()
        self.assertEqual(mutasi.jenis, "internal")

    def test_units_that_part_on_the_way(self):
        mutasi = self.mutasi(to_unit_id=self.unit_a1.id)
        mutasi.action_submit()
        self.decide(mutasi, self.ppb_a)
        self.reorganise()
        with self.assertRaisesRegex(UserError, "other offices have to decide"):
            self.decide(mutasi, self.pengguna_a)
        self.decide(mutasi, self.pengguna_a, "return", "Pindah OPD")
        mutasi.action_submit()
        self.assertEqual(mutasi.jenis, "antar")

    def test_a_client_does_not_say_which_way(self):
        """Else the pengelola would never see it."""
        made, written = self.mutasi(jenis="internal"), self.mutasi(self.asset_a1)
        written.write({"jenis": "internal"})
        for mutasi in (made, written):
            mutasi.action_submit()
            self.run_through(mutasi, (self.ppb_a, self.pengguna_a))
            self.assertEqual((mutasi.state, mutasi.jenis), ("running", "antar"))

    def test_outside_of_all_opd_is_not_inside_one(self):
        mutasi = self.env["sipbd.mutasi"].with_user(self.manager)
        other = self.make_unit("T09", "Bagian", "bidang", self.root)
        mutasi = mutasi.create(
            {"unit_id": self.root.id, "to_unit_id": other.id, "reason": "x"}
        )
        self.assertEqual(mutasi.jenis, "antar")

    def test_a_document_is_not_given_to_a_foreign_unit(self):
        mutasi = self.mutasi()
        with self.assertRaises(AccessError):
            mutasi.write({"unit_id": self.opd_b.id, "to_unit_id": self.unit_a1.id})

    def test_numbers_of_letters_are_not_emptied(self):
        mutasi = self.mutasi()
        mutasi.action_submit()
        self.run_through(mutasi, (self.ppb_a, self.pengguna_a))
        self.assertTrue(mutasi.usul_number)
        self.decide(mutasi, self.ppb, "return", "Perbaiki")
        for name in ("usul_number", "usul_date", "sk_number", "to_room_id"):
            with self.assertRaisesRegex(AccessError, "come from decisions"):
                mutasi.write({name: False})

    def test_returned_and_kept_inside(self):
        """Decree and room of the other way are not those of this one."""
        mutasi = self.mutasi()
        mutasi.action_submit()
        self.room_of(mutasi, self.opd_b, self.clerk_b)
        users = (self.ppb_a, self.pengguna_a, self.ppb, self.pengelola)
        self.run_through(mutasi, users)
        self.assertTrue(mutasi.sk_number)
        self.decide(mutasi, self.pengguna_b, "return", "Tidak cocok")
        mutasi.to_unit_id = self.unit_a1
        self.through(mutasi)
        self.assertEqual(self.asset_a.unit_id, self.unit_a1)
        self.assertFalse(mutasi.to_room_id)
        self.assertFalse(mutasi.sk_number)
        entry = self.asset_a.entry_ids.sorted("id")[-1]
        self.assertFalse(entry.note.startswith("SK"))

    def test_room_that_is_given_up(self):
        mutasi = self.mutasi()
        mutasi.action_submit()
        room = self.room_of(mutasi, self.opd_b, self.clerk_b)
        users = (self.ppb_a, self.pengguna_a, self.ppb, self.pengelola)
        self.run_through(mutasi, users)
        room.active = False
        with self.assertRaisesRegex(UserError, "is not a room of Badan Uji any more"):
            self.decide(mutasi, self.pengguna_b)
        self.decide(mutasi, self.pengguna_b, "return", "Ruang tutup")
        self.through(mutasi)
        self.assertFalse(self.asset_a.room_id)

    def test_a_draft_says_what_the_register_says_at_submission(self):
        mutasi = self.mutasi()
        today = str(self.env.company._pemda_today())
        self.asset_a.sudo()._correct_date(
            date(2023, 1, 2), self.document(today, document_number="K1")
        )
        mutasi.action_submit()
        self.assertEqual(mutasi.line_ids.tahun_perolehan, 2023)

    def test_nothing_is_lost_on_the_way(self):
        """Sums of the ledger per document and per pemda, to the sen."""
        other = self.make_asset(self.clerk_a, self.opd_a, nilai_perolehan=1234567.89)
        goods = self.asset_a | other

        def sums():
            return self.env["sipbd.entry"]._read_group(
                [("asset_id", "in", goods.ids)],
                [],
                ["nilai:sum", "jumlah:sum", "akumulasi:sum"],
            )

        before = sums()
        mutasi = self.through(self.mutasi(goods))
        self.assertEqual(sums(), before)
        self.assertEqual(mutasi.nilai, 2734567.89)
        into = goods.entry_ids.filtered(lambda entry: entry.kind == "03")
        self.assertAlmostEqual(sum(into.mapped("nilai")), mutasi.nilai, 2)
