from datetime import timedelta
from io import BytesIO
from unittest.mock import patch

from psycopg2 import IntegrityError
from pypdf import PdfReader

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.pemda_report.engine.formats import nip
from odoo.addons.sipbd.models.asset_act_class import LOST
from odoo.addons.sipbd.tests.report_common import ReportMixin
from odoo.addons.sipbd.tests.test_rooms import NIP_A, NIP_A1

from .test_pakai import PakaiCase


class HilangMixin:
    def hilang(self, assets=None, user=None, attached=True, **vals):
        day = self.today - timedelta(days=2)
        hilang = self.make_document(
            "sipbd.hilang",
            self.car if assets is None else assets,
            user,
            **{
                "lost_date": day,
                "place": "Parkir pasar",
                "reason": "Dicuri <b>malam</b>",
                "polisi_number": "SKTLK/12",
                "polisi_date": day,
                **vals,
            },
        )
        if attached:
            self.attach(hilang)
        return hilang

    def attach(self, document):
        lines = document._approval_kind().requirement_ids
        for line in lines.filtered(lambda each: each.need == "required"):
            self.env["ir.attachment"].with_user(document.env.user).create(
                {
                    "name": "surat.pdf",
                    "raw": b"%PDF-1.4 x",
                    "res_model": document._name,
                    "res_id": document.id,
                    "approval_requirement_id": line.id,
                }
            )


@tagged("post_install", "-at_install")
class TestHilang(HilangMixin, PakaiCase):
    def test_lost_and_who_answers_for_it(self):
        self.approve(self.pakai())
        hilang = self.approve(self.hilang())
        self.assertEqual(hilang.state, "approved")
        self.assertEqual(self.car.code_id.code, LOST)
        self.assertEqual(self.car.holder_id, self.budi)
        self.assertEqual(
            (hilang.line_ids.holder_name, hilang.line_ids.holder_nip),
            ("Budi Santoso", NIP_A),
        )
        entry = self.entries(self.car, ("0604",))[-1]
        self.assertEqual(entry.document_number, hilang.number)
        self.assertIn("SKTLK/12", entry.note)
        with self.assertRaisesRegex(UserError, "reported lost before"):
            self.hilang().action_submit()
        with self.assertRaisesRegex(UserError, "was reported lost"):
            self.pakai(holder_nip=NIP_A1, oper=True).action_submit()

    def test_claim_is_written_afterwards(self):
        hilang = self.approve(self.hilang())
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(IntegrityError),
            self.env.cr.savepoint(),
        ):
            hilang.tgr = "ganti"
            hilang.flush_recordset()
        hilang.invalidate_recordset()
        hilang.write({"tgr": "ganti", "tgr_number": "7/TGR", "tgr_date": self.today})
        self.assertEqual(hilang.tgr, "ganti")
        with self.assertRaisesRegex(UserError, "stays as it is"):
            hilang.write({"place": "Lain"})
        with self.assertRaises(AccessError):
            hilang.with_user(self.clerk_b).write({"tgr_note": "x"})
        with self.assertRaises(AccessError):
            hilang.with_user(self.pengguna_a).write({"tgr_note": "x"})

    def test_needs_the_police_and_its_letters(self):
        tomorrow = self.today + timedelta(days=1)
        with self.assertRaisesRegex(UserError, "kepolisian"):
            self.hilang(attached=False).action_submit()
        with self.assertRaisesRegex(UserError, "yet to come"):
            self.hilang(lost_date=tomorrow, polisi_date=tomorrow).action_submit()
        with self.assertRaisesRegex(UserError, "older than the loss"):
            self.hilang(lost_date=self.today).action_submit()
        with self.assertRaises(AccessError):
            self.hilang(self.asset_b)
        with self.assertRaises(AccessError):
            self.hilang().line_ids.write({"holder_name": "Orang lain"})


@tagged("post_install", "-at_install")
class TestPakaiBatal(PakaiCase):
    def batal(self, pakai, user=None):
        model = self.env["sipbd.pakai.batal"].with_user(user or self.clerk_a)
        return model.create({"pakai_id": pakai.id, "reason": "Salah orang"})

    def test_made_in_error(self):
        pakai = self.approve(self.pakai(self.car | self.asset_a))
        batal = self.approve(self.batal(pakai))
        self.assertEqual((pakai.state, batal.line_count), ("cancelled", 2))
        self.assertFalse((self.car | self.asset_a).holder_id)
        last = self.entries(self.car, ("batal",))
        self.assertEqual(last.reversal_of_id.kind, "1301")
        self.assertFalse(self.env["sipbd.asset"]._ledger_differences(self.car.ids))

    def test_the_former_custodian_has_it_again(self):
        self.approve(self.pakai())
        taken = self.approve(self.pakai(holder_nip=NIP_A1, oper=True))
        self.assertEqual(self.car.holder_id, self.siti)
        self.approve(self.batal(taken))
        self.assertEqual(self.car.holder_id, self.budi)

    def test_a_return_made_in_error(self):
        self.approve(self.pakai())
        back = self.back()
        back.line_ids.kondisi_kembali = "RB"
        before = self.car.kondisi
        self.approve(back)
        self.approve(self.batal(back))
        self.assertEqual((self.car.holder_id, self.car.kondisi), (self.budi, before))

    def test_what_has_gone_on_is_not_undone(self):
        pakai = self.approve(self.pakai())
        self.approve(self.back())
        with self.assertRaisesRegex(UserError, "has entries after that document"):
            self.batal(pakai).action_submit()
        draft = self.pakai()
        with self.assertRaisesRegex(UserError, "Only an approved document"):
            self.batal(draft).action_submit()

    def test_of_another_opd(self):
        pakai = self.approve(self.pakai())
        with self.assertRaises(AccessError):
            self.batal(pakai, self.clerk_b)
        other = self.approve(self.pakai(self.asset_a))
        with self.assertRaisesRegex(UserError, "stays with its document"):
            self.batal(pakai).write({"pakai_id": other.id})


@tagged("post_install", "-at_install")
class TestPakaiMany(PakaiCase):
    def test_five_thousand_for_one_and_back(self):
        vals = self.asset_vals(self.opd_a, name="Kursi")
        many = self.env["sipbd.asset"].with_user(self.clerk_a).create([vals] * 5000)
        pakai = self.approve(self.pakai(many))
        self.assertEqual((pakai.line_count, many.holder_id), (5000, self.budi))
        self.approve(self.back(many))
        self.assertFalse(many.holder_id)

    def test_what_is_wrong_with_many_is_told_shortly(self):
        vals = self.asset_vals(self.opd_a, name="Kursi")
        many = self.env["sipbd.asset"].with_user(self.clerk_a).create([vals] * 25)
        self.approve(self.pakai(many))
        with self.assertRaisesRegex(UserError, "And 15 more goods") as refused:
            self.pakai(many, holder_nip=NIP_A1).action_submit()
        self.assertEqual(str(refused.exception).count("is with Budi Santoso"), 10)

    def test_in_a_closed_period(self):
        pakai = self.pakai()
        pakai.action_submit()
        self.decide(pakai, self.ppb_a)
        with patch.object(
            self.env.registry["sipbd.asset"], "_closed_until", lambda _self: self.today
        ):
            with self.assertRaisesRegex(UserError, "is closed"):
                self.decide(pakai, self.pengguna_a)
            with self.assertRaisesRegex(UserError, "is closed"):
                self.pakai(self.asset_a).action_submit()


@tagged("post_install", "-at_install")
class TestHolderLeaves(PakaiCase):
    def leaving(self, user=None):
        assets = self.env["sipbd.asset"].with_user(user or self.clerk_a)
        return assets.search([("holder_leaves", "=", True)])

    def test_who_leaves_soon_or_serves_elsewhere(self):
        self.approve(self.pakai())
        self.assertFalse(self.leaving())
        self.budi.departure_date = self.today + timedelta(days=60)
        self.assertEqual(self.leaving(), self.car)
        self.assertTrue(self.car.holder_leaves)
        self.assertFalse(self.leaving(self.clerk_b))
        self.budi.departure_date = self.today + timedelta(days=200)
        self.assertFalse(self.leaving())
        self.budi.department_id = self.opd_b
        self.assertEqual(self.leaving(), self.car)
        self.budi.write({"department_id": self.opd_a.id, "active": False})
        self.assertEqual(self.leaving(), self.car)

    def test_a_custodian_without_nip(self):
        self.car.sudo()._hand_over(self.helper, self.document(str(self.today)))
        with self.assertRaisesRegex(UserError, "Budi Honorer has no NIP"):
            self.car.with_user(self.clerk_a).action_begin_return()

    def test_card_and_return(self):
        self.approve(self.pakai(self.car | self.asset_a))
        self.budi.active = False
        work = self.env["sipbd.pekerjaan"].with_user(self.clerk_a)
        cards = {
            card["key"]: card["count"]
            for section in work.get_work()["sections"]
            for card in section["cards"]
        }
        self.assertEqual(cards["holder_leaves"], 2)
        action = work.open_card("holder_leaves")
        goods = self.env["sipbd.asset"].with_user(self.clerk_a)
        goods = goods.search([*action["domain"], ("holder_leaves", "=", True)])
        self.assertEqual(goods, self.car | self.asset_a)
        opened = goods.action_begin_return()
        back = self.env["sipbd.pakai"].with_user(self.clerk_a).browse(opened["res_id"])
        self.assertEqual((back.jenis, back.line_count), ("kembali", 2))
        self.approve(back)
        self.assertFalse(goods.holder_id)
        with self.assertRaisesRegex(UserError, "one custodian"):
            goods.action_begin_return()
        with self.assertRaises(AccessError):
            goods.with_user(self.clerk_b).action_begin_return()


@tagged("post_install", "-at_install")
class TestDaftarPemakai(ReportMixin, PakaiCase):
    def source(self, name="daftar_pemakai", user=None):
        source = self.env[f"report.sipbd_lifecycle.{name}"]
        return source.with_user(user or self.clerk_a)

    def test_who_had_what_on_a_day(self):
        pakai = self.approve(self.pakai(self.car | self.asset_a))
        self.approve(self.back(self.asset_a))
        (row,) = self.rows("daftar_pemakai", date=str(self.today))
        self.assertEqual(row["pemakai"], f"Budi Santoso, NIP {nip(NIP_A)}")
        self.assertEqual((row["nomor"], row["nomor_polisi"]), (1, "B 1234 XYZ"))
        self.assertIn(pakai.number, row["bast"])
        yesterday = str(self.today - timedelta(days=1))
        self.assertFalse(self.rows("daftar_pemakai", date=yesterday))
        for target in ("pdf", "xlsx"):
            self.assertTrue(
                self.source()._render(self.options(date=str(self.today)), target)
            )


@tagged("post_install", "-at_install")
class TestPakaiPrints(HilangMixin, PakaiCase):
    def printed(self, document, name, user=None):
        source = self.env[f"report.sipbd_lifecycle.{name}"]
        source = source.with_user(user or self.clerk_a)
        ((_document, data),) = source._render_pdf(document.with_env(source.env), {})
        return [
            " ".join(page.extract_text().split())
            for page in PdfReader(BytesIO(data)).pages
        ]

    def test_bast_and_pakta_integritas(self):
        self.appoint(self.pengguna_b, "pengguna_barang", self.opd_a, capacity="plh")
        pakai = self.pakai(
            holder_jabatan="Kepala Seksi", holder_pangkat="Penata, III/c"
        )
        pakai.line_ids.kelengkapan = "STNK, 2 kunci"
        bast, pakta, goods = self.printed(pakai, "pakai")
        for page in (bast, pakta):
            self.assertIn("KONSEP", page)
        pakai.action_submit()
        self.run_through(pakai, (self.ppb_a, self.pengguna_b))
        bast, pakta, goods = self.printed(pakai, "pakai")
        for part in (pakai.number, "Budi Santoso", "Plh. ", "Penata, III/c", "PIHAK"):
            self.assertIn(part, bast)
        self.assertIn("PAKTA INTEGRITAS", pakta)
        self.assertIn("Budi Santoso", pakta)
        for part in ("B 1234 XYZ", "R-77", "STNK, 2 kunci"):
            self.assertIn(part, goods)
        self.assertNotIn("KONSEP", bast + pakta + goods)
        with self.assertRaises(AccessError):
            self.printed(pakai, "pakai", self.clerk_b)

    def test_return_loss_and_cancellation(self):
        pakai = self.approve(self.pakai(self.car | self.asset_a))
        back = self.back(self.asset_a)
        back.line_ids.kondisi_kembali = "RB"
        self.approve(back)
        report, goods = self.printed(back, "pakai")
        self.assertIn("PENGEMBALIAN", report)
        self.assertIn("RB", goods)
        lost = self.approve(self.hilang())
        report, goods = self.printed(lost, "hilang")
        for part in ("KEHILANGAN", "SKTLK/12", "Dicuri <b>malam</b>"):
            self.assertIn(part, report)
        self.assertIn("Budi Santoso", goods)
        batal = self.env["sipbd.pakai.batal"].with_user(self.clerk_a)
        batal = batal.create({"pakai_id": pakai.id, "reason": "Salah"})
        report, goods = self.printed(batal, "pakai_batal")
        self.assertIn("PEMBATALAN", report)
        self.assertIn("KONSEP", report)
