from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import LifecycleCase


@tagged("post_install", "-at_install")
class TestMutasiRefused(LifecycleCase):
    """What cannot be: clear sentences, and nothing half done."""

    def mutasi(self, assets=None, **vals):
        return self.make_document(
            "sipbd.mutasi",
            self.asset_a if assets is None else assets,
            **{"to_unit_id": self.unit_a1.id, "reason": "Dipakai UPT", **vals},
        )

    def today(self, number="SK/1", kind="sk"):
        return self.document(
            date=self.env.company._pemda_today(),
            document_number=number,
            document_kind=kind,
        )

    def refused_at_the_end(self, mutasi, sentence):
        """The last decision does not come about, and nothing is booked."""
        before = self.asset_a.entry_ids
        with self.assertRaisesRegex(UserError, sentence), self.cr.savepoint():
            self.decide(mutasi, self.pengguna_a)
        self.assertEqual((mutasi.state, self.asset_a.entry_ids), ("running", before))
        self.decide(mutasi, self.pengguna_a, "return", "Perbaiki")
        self.assertEqual(mutasi.state, "returned")

    def waiting_for_the_end(self):
        mutasi = self.mutasi()
        mutasi.action_submit()
        self.decide(mutasi, self.ppb_a)
        return mutasi

    def test_goods_that_ended_on_the_way(self):
        mutasi = self.waiting_for_the_end()
        self.asset_a.with_user(self.manager)._end("1402", self.today())
        self.refused_at_the_end(mutasi, "no longer in the register")

    def test_goods_that_moved_on_the_way(self):
        mutasi = self.waiting_for_the_end()
        self.asset_a._book_plan(
            self.asset_a._plan("03", lambda a: {"unit_id": self.opd_b.id}),
            self.today(),
        )
        self.refused_at_the_end(mutasi, "belongs to Badan Uji now")

    def test_goods_whose_value_changed_on_the_way(self):
        mutasi = self.waiting_for_the_end()
        self.asset_a._book(
            [{**self.today(), "asset_id": self.asset_a.id, "kind": "0701", "nilai": 5}]
        )
        self.refused_at_the_end(mutasi, "have changed since")
        # what is submitted again is what the register says by then
        mutasi.action_submit()
        self.assertEqual(mutasi.line_ids.nilai, self.asset_a.nilai_perolehan)
        self.run_through(mutasi, (self.ppb_a, self.pengguna_a))
        self.assertEqual(self.asset_a.unit_id, self.unit_a1)

    def test_a_closed_period(self):
        mutasi = self.waiting_for_the_end()
        assets = type(self.env["sipbd.asset"])
        self.patch(assets, "_closed_until", lambda self: date.max)
        self.refused_at_the_end(mutasi, "is closed")
        with self.assertRaisesRegex(UserError, "is closed"):
            mutasi.action_submit()

    def test_a_submitted_document_stays_as_it_is(self):
        other = self.make_asset(self.clerk_a, self.opd_a)
        mutasi = self.mutasi()
        mutasi.action_submit()
        for change in (
            lambda: mutasi.write({"reason": "x"}),
            lambda: mutasi.write({"to_unit_id": self.opd_b.id}),
            lambda: mutasi.line_ids.write({"keterangan": "x"}),
            lambda: mutasi.line_ids.unlink(),
            lambda: mutasi._add_goods(other.with_user(self.clerk_a)),
            lambda: mutasi.action_add(),
            lambda: mutasi.unlink(),
        ):
            with self.assertRaises(UserError), self.cr.savepoint():
                change()
        self.assertEqual(mutasi.line_ids.asset_id, self.asset_a)

    def test_what_only_the_system_writes(self):
        mutasi = self.mutasi()
        room = self.make_room(self.opd_a)
        for vals in (
            {"sk_number": "1"},
            {"usul_date": "2026-01-01"},
            {"to_room_id": room.id},
            {"state": "approved"},
        ):
            with self.assertRaises(AccessError):
                mutasi.write(vals)
            with self.assertRaises(AccessError):
                self.mutasi(**vals)
        for vals in ({"nilai": 1}, {"asset_id": self.asset_b.id}, {"nibar": "1"}):
            with self.assertRaises(AccessError):
                mutasi.line_ids.write(vals)
        lines = self.env["sipbd.mutasi.line"].with_user(self.clerk_a)
        with self.assertRaises(AccessError):
            lines.create({"document_id": mutasi.id, "asset_id": self.asset_b.id})
        drafts = self.env["sipbd.mutasi"].with_user(self.clerk_a)
        forged = drafts.with_context(default_sk_number="1", default_state="approved")
        vals = {"unit_id": self.opd_a.id, "to_unit_id": self.opd_b.id, "reason": "x"}
        self.assertFalse(forged.create(vals).sk_number)

    @mute_logger("odoo.addons.base.models.ir_rule")
    def test_units(self):
        with self.assertRaises(ValidationError):
            self.mutasi(to_unit_id=self.opd_a.id)
        with self.assertRaises(AccessError):
            self.mutasi(self.asset_b, unit_id=self.opd_b.id)
        for user in (self.head_a, self.auditor, self.plain, self.pengguna_a):
            with self.assertRaises(AccessError):
                self.mutasi(user=user)
        # goods of another OPD do not come in by their id
        with self.assertRaises(AccessError):
            self.mutasi(self.asset_b)
        empty = self.mutasi(self.env["sipbd.asset"])
        with self.assertRaisesRegex(UserError, "add them first"):
            empty.action_submit()

    def test_goods_that_are_there_already(self):
        mutasi = self.mutasi(self.asset_a | self.asset_a1)
        with self.assertRaisesRegex(UserError, "is in UPT Uji already"):
            mutasi.action_submit()

    def test_a_unit_that_ends(self):
        self.unit_a1.date_end = "2025-12-31"
        with self.assertRaisesRegex(UserError, "not in force"):
            self.mutasi().action_submit()

    def test_nobody_who_could_receive_is_told_at_once(self):
        unit = self.make_unit("T03", "Dinas Kosong", "dinas", self.root)
        mutasi = self.mutasi(to_unit_id=unit.id)
        self.assertIn("Dinas Kosong", mutasi.receiver_vacancy)
        notice = mutasi.action_submit()["params"]
        self.assertIn("Dinas Kosong", notice["message"])
        self.assertEqual(mutasi.state, "running")
        self.make_user("lc_late", "pengguna_barang", unit)
        self.env.invalidate_all()
        self.assertFalse(mutasi.receiver_vacancy)

    def test_the_receiver_returns_and_it_comes_again(self):
        mutasi = self.mutasi(to_unit_id=self.opd_b.id)
        mutasi.action_submit()
        above = (self.ppb_a, self.pengguna_a, self.ppb, self.pengelola)
        self.run_through(mutasi, above)
        usul, first = mutasi.usul_number, mutasi.sk_number
        self.decide(mutasi, self.pengguna_b, "return", "Rodanya hilang")
        self.assertEqual((mutasi.state, self.asset_a.unit_id), ("returned", self.opd_a))
        self.assertFalse(mutasi._approved_in(("pemda",)))
        mutasi.action_submit()
        self.run_through(mutasi, (*above, self.pengguna_b))
        self.assertEqual(self.asset_a.unit_id, self.opd_b)
        self.assertEqual(mutasi.usul_number, usul)
        self.assertNotEqual(mutasi.sk_number, first)

    def test_the_room_is_chosen_by_the_receiver(self):
        room, ours = self.make_room(self.opd_b), self.make_room(self.opd_a)
        land = self.make_asset(self.clerk_a, self.opd_a, "1.3.1.01.01.01.001")
        mutasi = self.mutasi(self.asset_a | land, to_unit_id=self.opd_b.id)
        with self.assertRaises(UserError):
            mutasi.with_user(self.clerk_b)._choose_room(room.with_user(self.clerk_b))
        mutasi.action_submit()
        self.assertTrue(mutasi.with_user(self.clerk_b).can_receive)
        self.assertFalse(mutasi.can_receive)
        for user, chosen in ((self.clerk_a, ours), (self.clerk_b, ours)):
            with self.assertRaises(UserError):
                mutasi.with_user(user)._choose_room(chosen.with_user(user))
        action = mutasi.with_user(self.clerk_b).action_choose_room()
        wizard = self.env[action["res_model"]].with_user(self.clerk_b)
        wizard = wizard.with_context(**action["context"]).create({"room_id": room.id})
        wizard.action_confirm()
        self.run_through(
            mutasi,
            (self.ppb_a, self.pengguna_a, self.ppb, self.pengelola, self.pengguna_b),
        )
        self.assertEqual(self.asset_a.room_id, room)
        self.assertEqual((land.unit_id, land.room_id), (self.opd_b, room.browse()))

    def test_texts_that_no_letter_holds(self):
        with self.assertRaisesRegex(UserError, "500 characters at most"):
            self.mutasi().line_ids.keterangan = "x" * 501
        mutasi = self.mutasi(reason="Alasan " * 4000)
        with self.assertRaisesRegex(UserError, "more than 20.000 characters"):
            mutasi.action_submit()
        mutasi.reason = " \n"
        with self.assertRaisesRegex(UserError, "“Reason” says nothing"):
            mutasi.action_submit()

    def test_words_of_people_are_words(self):
        evil = '=HYPERLINK("x") <script>alert(1)</script> {{7*7}} %(x)s'
        mutasi = self.mutasi(reason=evil)
        mutasi.line_ids.keterangan = evil
        mutasi.action_submit()
        tasks = self.env["pemda.approval.task"].with_user(self.ppb_a)
        task = tasks.search([("is_mine", "=", True)], limit=1)
        self.assertNotIn("<script>", task.preview)
        self.assertIn("&lt;script&gt;", task.preview)

    def test_it_is_seen_by_those_whom_it_concerns(self):
        mutasi = self.mutasi(to_unit_id=self.opd_b.id)
        mine = [("id", "=", mutasi.id)]
        documents = self.env["sipbd.mutasi"]
        self.assertFalse(documents.with_user(self.clerk_b).search(mine))
        mutasi.action_submit()
        for user in (self.clerk_a, self.clerk_b, self.ppb_a, self.auditor):
            self.assertTrue(documents.with_user(user).search(mine))
            self.assertEqual(mutasi.with_user(user).line_ids.asset_id, self.asset_a)
        for user in (self.plain, self.clerk_a1):
            with mute_logger("odoo.addons.base.models.ir_model"):
                try:
                    self.assertFalse(documents.with_user(user).search(mine))
                except AccessError:
                    self.assertEqual(user, self.plain)
