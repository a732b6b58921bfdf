"""Lost goods that were found again, and losses that never happened."""

from datetime import timedelta
from io import BytesIO
from unittest.mock import patch

from pypdf import PdfReader

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.sipbd.models.asset_act_class import LOST
from odoo.addons.sipbd.tests.common import CAR

from .test_pakai import PakaiCase
from .test_pakai_more import HilangMixin


@tagged("post_install", "-at_install")
class TestHilangBatal(HilangMixin, PakaiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.way = (cls.ppb_a, cls.pengguna_a)

    def batal(self, hilang, user=None, attached=True, **vals):
        model = self.env["sipbd.hilang.batal"].with_user(user or self.clerk_a)
        batal = model.create(
            {
                "hilang_id": hilang.id,
                "sebab": "ditemukan",
                "found_date": self.today,
                "dasar": "BA penemuan 3/2026",
                "reason": "Ditemukan polisi",
                **vals,
            }
        )
        if attached:
            self.attach(batal)
        return batal

    def sound(self, assets):
        self.env.flush_all()
        self.assertEqual(self.env["sipbd.asset"]._ledger_differences(assets.ids), [])

    def strike_off(self, asset, number="SK/77"):
        document = self.document(
            str(self.today), document_kind="sk", document_number=number
        )
        asset.sudo()._end("1406", document)

    def test_found_again(self):
        self.approve(self.pakai())
        hilang = self.approve(self.hilang())
        batal = self.batal(hilang)
        self.assertEqual(
            (batal.unit_id, batal.line_ids.asset_id), (self.opd_a, self.car)
        )
        batal.line_ids.kondisi_kembali = "RR"
        batal.action_submit()
        self.decide(batal, self.ppb_a)
        self.assertEqual(self.car.code_id.code, LOST)
        self.decide(batal, self.pengguna_a)
        self.assertEqual((batal.state, hilang.state), ("approved", "cancelled"))
        self.assertEqual(batal.number, f"001/BA-BATAL-HILANG/T01/{self.today.year}")
        self.assertEqual(
            (self.car.code_id.code, self.car.kondisi, self.car.holder_id),
            (CAR, "RR", self.budi),
        )
        entry = self.entries(self.car, ("0607",))[-1]
        self.assertEqual(
            (entry.document_number, entry.booking_date), (batal.number, self.today)
        )
        self.assertIn(hilang.number, entry.note)
        self.sound(self.car)
        self.assertEqual(list(hilang.sudo().request_id._findings()), [])
        # and may be lost once more
        self.assertEqual(self.approve(self.hilang()).state, "approved")

    def test_reported_in_error(self):
        before = (self.car.kode_register, self.car.kondisi, self.car.nilai_perolehan)
        hilang = self.approve(self.hilang())
        self.approve(self.batal(hilang, sebab="keliru", found_date=False))
        entries = self.entries(self.car, ("0604", "batal"))
        self.assertEqual(entries.mapped("kind"), ["0604", "0604", "batal", "batal"])
        self.assertEqual(entries[2:].reversal_of_id, entries[:2])
        self.assertEqual(self.car.code_id.code, CAR)
        after = (self.car.kode_register, self.car.kondisi, self.car.nilai_perolehan)
        self.assertEqual(after, before)
        self.sound(self.car)

    def test_an_error_with_something_booked_since_comes_back_today(self):
        hilang = self.approve(self.hilang())
        self.car.sudo()._correct_value(
            90_000_000, self.document(str(self.today), document_number="9")
        )
        self.approve(self.batal(hilang, sebab="keliru", found_date=False))
        self.assertEqual(self.entries(self.car, ("batal",)), self.env["sipbd.entry"])
        self.assertEqual(
            (self.car.code_id.code, self.car.nilai_perolehan), (CAR, 90_000_000)
        )
        self.sound(self.car)

    def test_an_error_in_a_closed_period_comes_back_today(self):
        hilang = self.approve(self.hilang())
        batal = self.batal(hilang, sebab="keliru", found_date=False)
        assets = self.env.registry["sipbd.asset"]
        sudo = batal.sudo()
        self.assertEqual([len(acts) for acts in sudo._acts_back()], [2, 0])
        with patch.object(assets, "_closed_until", lambda _self: hilang.date):
            reversals, acts = sudo._acts_back()
        self.assertEqual((reversals, [act["kind"] for act in acts]), ([], ["0607"]))

    def test_some_are_found_and_the_report_stands(self):
        both = self.car | self.asset_a
        hilang = self.approve(self.hilang(both))
        first = self.batal(hilang)
        first.line_ids.filtered(lambda line: line.asset_id == self.asset_a).unlink()
        self.approve(first)
        self.assertEqual(hilang.state, "approved")
        self.assertEqual(self.asset_a.code_id.code, LOST)
        rest = self.batal(hilang)
        self.assertEqual(rest.line_ids.asset_id, self.asset_a)
        self.approve(rest)
        self.assertEqual(hilang.state, "cancelled")
        self.assertEqual(hilang.batal_ids, first | rest)
        self.sound(both)

    def test_struck_off_since(self):
        hilang = self.approve(self.hilang(self.car | self.asset_a))
        draft = self.batal(hilang)
        self.strike_off(self.car)
        with self.assertRaisesRegex(UserError, "struck off by decree SK/77"):
            draft.action_submit()
        self.strike_off(self.asset_a, "SK/78")
        with self.assertRaisesRegex(UserError, "struck off by decree SK/7"):
            hilang.action_revoke()
        with self.assertRaisesRegex(UserError, "struck off by decree SK/7"):
            self.batal(hilang)
        self.assertEqual(self.car.state, "akhir")

    def test_struck_off_while_it_is_on_its_way(self):
        hilang = self.approve(self.hilang())
        batal = self.batal(hilang)
        batal.action_submit()
        self.decide(batal, self.ppb_a)
        self.strike_off(self.car)
        with self.assertRaisesRegex(UserError, "struck off by decree SK/77"):
            self.decide(batal, self.pengguna_a)
        self.assertEqual((hilang.state, self.car.state), ("approved", "akhir"))

    def test_back_already_or_lost_again(self):
        hilang = self.approve(self.hilang())
        batal = self.batal(hilang)
        today = self.document(str(self.today), document_number="11")
        self.car.sudo()._bring_back(self.kode(CAR), today)
        with self.assertRaisesRegex(UserError, "in use again already"):
            batal.action_submit()
        with self.assertRaisesRegex(UserError, "is lost any more"):
            hilang.action_revoke()
        again = self.approve(self.hilang())
        with self.assertRaisesRegex(UserError, "lost again by another document"):
            batal.action_submit()
        self.approve(self.batal(again))
        self.assertEqual((again.state, hilang.state), ("cancelled", "approved"))

    def test_the_claim_on_what_was_found_stops_no_write_off(self):
        hilang = self.approve(self.hilang(self.car | self.asset_a))
        found = self.batal(hilang)
        found.line_ids.filtered(lambda line: line.asset_id == self.asset_a).unlink()
        self.approve(found)
        again = self.approve(self.hilang(self.car))
        again.write({"tgr": "bebas", "tgr_number": "7", "tgr_date": self.today})
        hapus = self.make_document(
            "sipbd.hapus",
            self.car | self.asset_a,
            sebab_id=self.env.ref("sipbd_lifecycle.sebab_hilang").id,
            reason="Hilang",
        )
        claims = [
            r["goods"] for r in hapus._hapus_problems() if r["problem"] == "claim"
        ]
        self.assertEqual(claims, [f"{self.asset_a.nibar} {self.asset_a.name}"])

    def test_what_is_missing(self):
        hilang = self.approve(self.hilang())
        with self.assertRaisesRegex(UserError, "Berita acara penemuan"):
            self.batal(hilang, attached=False).action_submit()
        for day in (False, self.today + timedelta(1), hilang.lost_date - timedelta(1)):
            with self.assertRaisesRegex(UserError, "found"):
                self.batal(hilang, found_date=day).action_submit()
        with self.assertRaisesRegex(UserError, "says nothing"):
            self.batal(hilang, dasar=" ").action_submit()
        with self.assertRaisesRegex(UserError, "not among the goods"):
            self.batal(hilang)._add_goods(self.asset_a.with_user(self.clerk_a))

    def test_before_the_decision_and_by_others(self):
        draft = self.hilang()
        with self.assertRaisesRegex(UserError, "Only an approved document"):
            self.batal(draft, attached=False)
        hilang = self.approve(draft)
        for user in (self.clerk_b, self.head_a, self.pengguna_a, self.auditor):
            with self.assertRaises(AccessError):
                self.batal(hilang, user, attached=False)
        batal = self.batal(hilang)
        with self.assertRaises(AccessError):
            batal.line_ids.write({"kode": "1.3.1"})

    def test_two_at_once(self):
        hilang = self.approve(self.hilang())
        first, second = self.batal(hilang), self.batal(hilang)
        first.action_submit()
        with self.assertRaisesRegex(UserError, "another document on its way"):
            second.action_submit()
        self.run_through(first, self.way)
        with self.assertRaisesRegex(UserError, "Only an approved document"):
            second.action_submit()

    def test_print(self):
        hilang = self.approve(self.hilang())
        batal = self.approve(self.batal(hilang))
        source = self.env["report.sipbd_lifecycle.hilang_batal"]
        pdf = PdfReader(BytesIO(source.with_user(self.clerk_a)._print(batal)))
        text = " ".join(" ".join(p.extract_text() for p in pdf.pages).split())
        for part in (
            "BERITA ACARA PENEMUAN KEMBALI",
            batal.number,
            hilang.number,
            "BA penemuan 3/2026",
            "Ditemukan polisi.",
            self.pengguna_a.name,
            CAR,
        ):
            self.assertIn(part, text)
        self.assertNotIn(LOST, text)
