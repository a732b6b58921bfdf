"""Losses: what cannot be reported, and when the books let go of lost goods."""

from datetime import date, timedelta

from psycopg2 import IntegrityError

from odoo import Command
from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .test_pakai import PakaiCase
from .test_pakai_more import HilangMixin


@tagged("post_install", "-at_install")
class TestHilangRefused(HilangMixin, PakaiCase):
    def test_another_custodian_by_now(self):
        """The report would name somebody who does not have the goods."""
        hilang = self.hilang()
        hilang.action_submit()
        self.decide(hilang, self.ppb_a)
        self.car.sudo()._hand_over(self.budi, self.document(str(self.today)))
        with self.assertRaisesRegex(UserError, "has another custodian"):
            self.decide(hilang, self.pengguna_a)
        self.decide(hilang, self.pengguna_a, "return", "Pemegang berubah")
        hilang.action_submit()
        self.assertEqual(hilang.line_ids.holder_id, self.budi)

    def test_lost_before_it_was_acquired(self):
        day = date(2020, 1, 1)
        hilang = self.hilang(lost_date=day, polisi_date=day)
        with self.assertRaisesRegex(UserError, "acquired after the day of the loss"):
            hilang.action_submit()

    @mute_logger("odoo.sql_db")
    def test_days_that_nobody_means(self):
        for vals in (
            {"lost_date": date(1, 1, 1)},
            {"lost_date": date(1, 1, 1), "polisi_date": date(1, 1, 2)},
        ):
            with self.assertRaises(IntegrityError), self.cr.savepoint():
                self.hilang(**vals)

    def test_the_decision_on_the_claim_is_of_its_time(self):
        hilang = self.approve(self.hilang())
        vals = {"tgr": "ganti", "tgr_number": "7/TGR"}
        for day in (date(9999, 12, 31), self.today - timedelta(days=400)):
            with self.assertRaisesRegex(ValidationError, "between the loss and today"):
                hilang.write({**vals, "tgr_date": day})
        hilang.write({**vals, "tgr_date": self.today})

    def test_what_is_missing_is_told_before(self):
        hilang = self.hilang(attached=False, place=" ")
        self.assertIn("“Place” says nothing", hilang.kurang)
        self.assertIn("kepolisian", hilang.kurang)
        self.attach(hilang)
        hilang.place = "Parkir pasar"
        hilang.invalidate_recordset()
        self.assertFalse(hilang.kurang)
        hilang.action_submit()
        self.assertFalse(hilang.kurang)

    def test_texts_that_say_nothing(self):
        hilang = self.hilang(polisi_number="  ", place="\n")
        with self.assertRaises(UserError) as refused:
            hilang.action_submit()
        self.assertIn("“Police letter number” says nothing", str(refused.exception))
        self.assertIn("“Place” says nothing", str(refused.exception))

    def test_struck_off_once_the_claim_is_decided(self):
        """Nobody returns what is lost: its custodian answers for it until then."""
        self.approve(self.pakai())
        hilang = self.approve(self.hilang())
        sebab = self.env.ref("sipbd_lifecycle.sebab_hilang")
        paper = {"number": "1/2026", "date": self.today}
        hapus = self.make_document(
            "sipbd.hapus",
            self.car,
            sebab_id=sebab.id,
            reason="Hilang",
            dokumen_ids=[
                Command.create({**paper, "jenis_id": jenis.id})
                for jenis in sebab.jenis_ids
            ],
        )
        for line in hapus._approval_kind().requirement_ids:
            self.env["ir.attachment"].create(
                {
                    "name": "surat.pdf",
                    "raw": b"%PDF-1.4 x",
                    "res_model": hapus._name,
                    "res_id": hapus.id,
                    "approval_requirement_id": line.id,
                }
            )
        with self.assertRaisesRegex(UserError, "claim for damages .* is not decided"):
            hapus.action_submit()
        hilang.write({"tgr": "bebas", "tgr_number": "7", "tgr_date": self.today})
        hapus.action_submit()
        bupati = self.make_user("lc_bupati", "kepala_daerah", self.root)
        self.run_through(
            hapus, (self.ppb_a, self.pengguna_a, self.ppb, bupati, self.pengelola)
        )
        self.assertEqual((self.car.state, self.car.holder_id.id), ("akhir", False))

    def test_what_is_done_instead_of_undoing_it(self):
        self.approve(self.hilang())
        wizard = self.env["sipbd.entry.wizard"].with_user(self.clerk_a)
        wizard = wizard.create(
            {
                "asset_id": self.car.id,
                "act": "batal",
                "document_kind": "ba",
                "document_number": "7",
                "document_date": self.today,
            }
        )
        with self.assertRaisesRegex(UserError, "Found again or reported in error"):
            wizard.action_book()
