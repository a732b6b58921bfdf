"""What cancellations of all kinds have in common."""

from odoo.exceptions import UserError
from odoo.tests import tagged

from .hapus_common import HapusCase
from .test_mutasi_way import MutasiCase
from .test_pakai import PakaiCase


@tagged("post_install", "-at_install")
class TestBatalOfMutasi(MutasiCase):
    def batal(self, mutasi, **vals):
        documents = self.env["sipbd.mutasi.batal"].with_user(self.clerk_a)
        return documents.create({"mutasi_id": mutasi.id, "reason": "Salah", **vals})

    def test_labels_of_goods_that_come_back_are_right_again(self):
        former = (self.asset_a.nibar, self.asset_a.kode_register)
        batal = self.batal(self.through(self.mutasi(to_unit_id=self.unit_a1.id)))
        self.assertNotEqual(self.asset_a.kode_register, former[1])
        batal.action_submit()
        self.run_through(batal, (self.ppb_a, self.pengguna_a))
        self.assertEqual((self.asset_a.nibar, self.asset_a.kode_register), former)

    def test_begun_after_the_decision_only(self):
        """Else it would lack what was added to the document since."""
        mutasi = self.mutasi()
        with self.assertRaisesRegex(UserError, "Only an approved document"):
            self.batal(mutasi)
        mutasi.action_submit()
        with self.assertRaisesRegex(UserError, "Only an approved document"):
            self.batal(mutasi)

    def test_what_to_do_when_some_of_the_goods_are_gone(self):
        other = self.make_asset(self.clerk_a, self.opd_a)
        mutasi = self.through(self.mutasi(self.asset_a | other))
        batal = self.batal(mutasi)
        today = str(self.env.company._pemda_today())
        other.sudo()._end("1402", self.document(today, document_kind="sk"))
        with self.assertRaisesRegex(UserError, "by a new document instead"):
            batal.action_submit()
        with self.assertRaises(UserError):
            batal.line_ids.unlink()

    def test_a_unit_that_has_ended_since(self):
        goods = self.asset_a1
        mutasi = self.through(self.mutasi(goods))
        batal = self.batal(mutasi)
        today = str(self.env.company._pemda_today())
        goods.sudo()._change_condition("RR", self.document(today))
        self.unit_a1.date_end = "2025-12-31"
        with self.assertRaisesRegex(UserError, "UPT Uji.* is not in force"):
            batal.action_submit()

    def test_it_belongs_to_the_unit_of_its_document(self):
        mutasi = self.through(self.mutasi())
        batal = self.batal(mutasi, unit_id=self.unit_a1.id)
        self.assertEqual(batal.unit_id, self.opd_a)
        with self.assertRaisesRegex(UserError, "stays with its document"):
            batal.write({"unit_id": self.unit_a1.id})

    def test_conditions_of_flows_may_ask_its_goods(self):
        facts = self.batal(self.through(self.mutasi()))._approval_facts()
        self.assertEqual((facts.amount, facts.between_opd), (1500000, True))
        self.assertEqual(facts.codes, (self.asset_a.code_id.code,))


@tagged("post_install", "-at_install")
class TestBatalOfPakai(PakaiCase):
    def batal(self, pakai):
        model = self.env["sipbd.pakai.batal"].with_user(self.clerk_a)
        return model.create({"pakai_id": pakai.id, "reason": "Salah orang"})

    def test_an_entry_that_bears_its_number_is_not_its_own(self):
        pakai = self.approve(self.pakai())
        self.car.sudo()._correct_value(
            99,
            {
                "document_kind": "bast",
                "document_number": pakai.number,
                "document_date": pakai.date,
            },
        )
        with self.assertRaisesRegex(UserError, "has entries after that document"):
            self.batal(pakai).action_submit()

    def test_the_print_of_what_was_cancelled_names_who_signed_it(self):
        pakai = self.approve(self.pakai())
        self.approve(self.batal(pakai))
        source = self.env["report.sipbd_lifecycle.pakai"].with_user(self.clerk_a)
        signer = source.sudo()._decided_by(pakai.sudo())
        self.assertEqual(signer.name, self.pengguna_a.name)


@tagged("post_install", "-at_install")
class TestBatalOfHapus(HapusCase):
    def test_the_last_goods_come_back_by_two_that_are_decided_at_once(self):
        hapus = self.approved()
        model = self.env["sipbd.hapus.batal"].with_user(self.clerk_a)
        vals = {"hapus_id": hapus.id, "dasar": "BA 9", "reason": "Ditemukan"}
        first, second = model.create([vals, vals])
        first.line_ids[1:].unlink()
        second.line_ids[0].unlink()
        both = first | second
        both.action_submit()
        self.run_through(both, (self.ppb_a, self.pengguna_a, self.ppb, self.pengelola))
        self.assertEqual(both.mapped("state"), ["approved", "approved"])
        self.assertEqual(hapus.state, "cancelled")
        self.assertEqual(set(self.damaged.mapped("state")), {"aktif"})
