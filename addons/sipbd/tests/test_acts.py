"""Each act: what it books, and what it refuses."""

import base64
from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import CAR, LAND, RACK, SAFE, SipbdCase

KDP = "1.3.6.01.01.01.003"
HOUSE = "1.3.3.01.01.01.001"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
    "AABJRU5ErkJggg=="
)


@tagged("post_install", "-at_install")
class TestActs(SipbdCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.asset = cls.asset_a.with_user(cls.clerk_a)

    def tearDown(self):
        self.assertEqual(self.env["sipbd.asset"]._ledger_differences(), [])
        super().tearDown()

    def later(self, day="2024-06-01", **vals):
        return self.document(day, document_kind="ba", **vals)

    def decree(self, day="2025-01-02"):
        return self.document(day, document_kind="sk")

    def refused(self, sentence, method, *args, **kwargs):
        with self.assertRaisesRegex(UserError, sentence), self.cr.savepoint():
            method(*args, **kwargs)

    def last(self, asset):
        return asset.entry_ids.sorted("id")[-1]

    # Value and life ------------------------------------------------------------------

    def test_a_further_cost_is_an_acquisition_without_quantity(self):
        self.asset._add_cost(250000, self.later(), "0103")
        entry = self.last(self.asset)
        self.assertEqual((entry.kind, entry.nilai, entry.jumlah), ("0103", 250000, 0))
        self.assertEqual(self.asset.nilai_perolehan, 1750000)
        for cost in (0, -5, float("nan")):
            self.refused("above zero", self.asset._add_cost, cost, self.decree())
        self.refused("way", self.asset._add_cost, 5, self.decree(), "0701")

    def test_improvement(self):
        self.asset._improve(500000, self.later())
        entry = self.last(self.asset)
        self.assertEqual((entry.kind, entry.nilai), ("08", 500000))
        self.refused("above zero", self.asset._improve, 0, self.decree())

    def test_remaining_life(self):
        self.asset._correct_life(18, self.later())
        self.assertEqual(self.last(self.asset).sisa_bulan, 18)
        self.refused("number of months", self.asset._correct_life, 0, self.decree())
        for months in (2401, 2**31 - 1):
            self.refused("at most 200", self.asset._correct_life, months, self.decree())

    def test_description(self):
        self.asset._correct_description("merk_type", "Brother", self.later())
        self.assertEqual(self.asset.merk_type, "Brother")
        self.assertIn("- → Brother", self.last(self.asset).note)
        correct = self.asset._correct_description
        self.refused("directly", correct, "nilai_perolehan", "5", self.decree())

    # Class --------------------------------------------------------------------------

    def test_construction_grows_by_terms_and_is_finished(self):
        kdp = self.make_asset(self.clerk_a, self.opd_a, KDP).with_user(self.clerk_a)
        self.assertEqual(kdp.kib, "F")
        house = self.kode(HOUSE)
        kdp._add_cost(400, self.later("2024-05-01"))
        kdp._add_cost(600, self.later("2024-06-01"))
        self.refused("finished asset", kdp._finish, self.kode(KDP), self.later())
        kdp._finish(house, self.later("2024-12-01"))
        self.assertEqual((kdp.code_id, kdp.kib), (house, "C"))
        self.assertEqual(kdp.nilai_perolehan, 1501000)
        self.refused("not construction", kdp._finish, house, self.decree())

    def test_between_intra_and_ekstra(self):
        register = self.asset.kode_register
        self.asset._change_komptabel("02", self.later())
        self.assertEqual(self.asset.komptabel, "02")
        self.assertNotEqual(self.asset.kode_register, register)
        self.refused("Choose", self.asset._change_komptabel, "03", self.decree())

    def test_aside_and_back(self):
        self.asset._set_aside(self.later())
        self.assertEqual(self.asset.code_id.code, "1.5.4.01.01.01.002")
        self.assertEqual((self.asset.kondisi, self.asset.kib), ("RB", "LAIN"))
        self.refused("already", self.asset._set_aside, self.decree())
        self.refused(
            "return", self.asset._bring_back, self.asset.code_id, self.decree()
        )
        self.asset._bring_back(self.kode(SAFE), self.decree(), "RR")
        self.assertEqual((self.asset.code_id.code, self.asset.kondisi), (SAFE, "RR"))
        self.refused(
            "not in Aset", self.asset._bring_back, self.kode(RACK), self.later()
        )

    def test_lost(self):
        self.asset._report_lost(self.later())
        self.assertEqual(self.asset.code_id.code, "1.5.4.01.01.03.001")
        self.assertEqual(self.last(self.asset).kind, "0604")
        self.assertEqual(self.asset.state, "aktif")

    # Several assets ------------------------------------------------------------------

    def pieces(self, *amounts):
        return [
            {"name": f"Bagian {n}", "jumlah": 1, "nilai": nilai, "akumulasi": nilai / 2}
            for n, nilai in enumerate(amounts)
        ]

    def test_split_and_its_reversal(self):
        pieces = self.asset._split(self.pieces(300000, 200000), 1, self.later())
        self.assertEqual(self.asset.nilai_perolehan, 1000000)
        self.assertEqual(pieces.mapped("nilai_perolehan"), [300000, 200000])
        self.assertEqual(pieces.unit_id, self.opd_a)
        self.assertEqual(len(set(pieces.mapped("nibar")) - {self.asset.nibar}), 2)
        entries = (self.asset | pieces).entry_ids.filtered(lambda e: e.kind == "0704")
        self.assertEqual(sum(entries.mapped("nilai")), 0)
        self.assertEqual(sum(entries.mapped("akumulasi")), 0)
        self.assertEqual(pieces.entry_ids.joint_id, self.last(self.asset))
        pieces[0]._correct_value(1, self.later("2024-07-01"))
        self.refused(
            "Reverse that first", self.asset._reverse_latest, self.later("2024-08-01")
        )
        pieces[0]._reverse_latest(self.later("2024-08-01"))
        pieces[1]._reverse_latest(self.later("2024-08-01"))
        self.assertEqual(set(pieces.mapped("state")), {"batal"})
        self.assertEqual(self.asset.nilai_perolehan, 1500000)

    def test_what_cannot_be_split(self):
        split = self.asset._split
        self.refused("Name the pieces", split, [], 1, self.later())
        self.refused("worth more", split, self.pieces(1500001), 1, self.later())
        self.refused("nothing of it", split, self.pieces(5), 0, self.later())
        self.refused("nothing of it", split, self.pieces(5), 2, self.later())
        self.refused("above zero and", split, self.pieces(-5), 1, self.later())
        greedy = [{"jumlah": 1, "nilai": 5, "akumulasi": 6}]
        self.refused("between zero", split, greedy, 1, self.later())

    def test_merge_and_its_reversal(self):
        others = self.env["sipbd.asset"].create([self.asset_vals(self.opd_a, CAR)] * 2)
        others = others.with_user(self.clerk_a)
        self.asset._merge(others, 1, self.later(), akumulasi=100, sisa_bulan=24)
        self.assertEqual(self.asset.nilai_perolehan, 4500000)
        self.assertEqual(self.asset.jumlah, 1)
        self.assertEqual(set(others.mapped("state")), {"akhir"})
        self.assertEqual(set(others.mapped("nilai_perolehan")), {0})
        entry = self.last(self.asset)
        self.assertEqual((entry.akumulasi, entry.sisa_bulan), (100, 24))
        self.asset._reverse_latest(self.later())
        self.assertEqual(set(others.mapped("state")), {"aktif"})
        self.assertEqual(self.asset.nilai_perolehan, 1500000)
        self.refused("Choose the other", self.asset._merge, self.asset, 1, self.later())
        elsewhere = self.asset_a1.with_user(self.clerk_a)
        self.refused("one unit", self.asset._merge, elsewhere, 1, self.later())

    # Ends -----------------------------------------------------------------------------

    def test_recorded_twice(self):
        self.asset._recorded_twice(self.later())
        self.assertEqual((self.asset.state, self.asset.nilai_perolehan), ("akhir", 0))

    def test_struck_off_by_decree_of_the_manager_only(self):
        end = self.asset._end
        self.refused("by a decree", end, "1405", self.later())
        self.refused("pengurus barang pengelola", end, "1405", self.decree())
        asset = self.asset_a.with_user(self.manager)
        self.refused("cause", asset._end, "0701", self.decree())
        asset._end("1405", self.decree())
        self.assertEqual((asset.state, asset.jumlah), ("akhir", 0))
        reverse = self.asset._reverse_latest
        self.refused("pengurus barang pengelola", reverse, self.decree("2025-02-01"))
        asset._reverse_latest(self.decree("2025-02-01"))
        self.assertEqual((asset.state, asset.nilai_perolehan), ("aktif", 1500000))

    def test_what_is_handed_over_is_not_struck_off(self):
        holder = self.env["hr.employee"].create({"name": "Pemakai"})
        self.asset._hand_over(holder, self.later())
        end = self.asset_a.with_user(self.manager)._end
        self.refused("Book its return", end, "1401", self.decree())

    def test_what_leaves_the_register_leaves_its_room(self):
        self.asset._place(self.make_room(self.opd_a), self.later())
        self.asset_a.with_user(self.manager)._end("1401", self.decree())
        self.assertFalse(self.asset_a.room_id)

    # Periods --------------------------------------------------------------------------

    def close_2024(self):
        periods = self.env["sipbd.period"]._generate(2024, 2024)
        self.env.cr.execute(
            "UPDATE sipbd_period SET state = 'closed' WHERE id = ANY(%s)", [periods.ids]
        )
        self.env.invalidate_all()

    def test_nothing_is_booked_in_a_closed_period(self):
        self.close_2024()
        correct = self.asset._correct_value
        self.refused("2024-06-01.*is closed", correct, 5, self.later())
        self.refused("is closed", self.make_asset, self.clerk_a, self.opd_a)
        correct(5, self.later("2025-01-02"))

    def test_an_act_of_a_closed_period_is_reversed_today(self):
        self.asset._correct_value(5, self.later())
        self.close_2024()
        self.asset._reverse_latest(self.later("2025-01-02"))
        today = self.env.company._pemda_today()
        self.assertEqual(self.last(self.asset).booking_date, today)
        self.env.cr.execute(self.asset._state_sql(date(2024, 12, 31)))
        self.assertEqual(self.env.cr.fetchone()[1], 5)

    # Opening balance and scan --------------------------------------------------------

    def test_opening_balance(self):
        old = {"document_kind": "daftar_lama"}
        opening = {"opening_akumulasi": 500000, "opening_sisa_bulan": 30}
        asset = self.make_asset(self.clerk_a, self.opd_a, LAND, **old, **opening)
        entry = asset.entry_ids
        self.assertEqual((entry.akumulasi, entry.sisa_bulan), (500000, 30))
        self.assertEqual(asset.opening_akumulasi, 500000)
        make = self.make_asset
        self.refused("earlier register", make, self.clerk_a, self.opd_a, **opening)
        for wrong in ({"opening_akumulasi": -1}, {"opening_sisa_bulan": 2401}):
            self.refused("negative", make, self.clerk_a, self.opd_a, **old, **wrong)

    def test_a_scan_stays_with_the_entries_of_its_document(self):
        assets = self.asset | self.asset_a1.with_user(self.clerk_a)
        assets._change_condition("RR", self.later())
        assets._attach_scan("ba.png", PNG)
        entries = [self.last(asset) for asset in assets]
        self.assertEqual([len(entry.scan_ids) for entry in entries], [1, 1])
        self.assertEqual(entries[1].scan_ids.with_user(self.clerk_a1).raw, PNG)
        self.assertEqual(
            entries[0].scan_ids.store_fname, entries[1].scan_ids.store_fname
        )
        with self.assertRaises(AccessError):
            entries[0].scan_ids.with_user(self.clerk_b).read(["raw"])
        with self.assertRaises(AccessError):
            entries[0].scan_ids.with_user(self.clerk_a).unlink()
        self.refused("PDF file", assets._attach_scan, "x.html", b"<html>x</html>")
        huge = b"%PDF-" + b"0" * 11_000_000
        self.refused("larger than", assets._attach_scan, "x.pdf", huge)

    def test_an_asset_is_entered_with_its_scan(self):
        asset = self.make_asset(
            self.clerk_a, self.opd_a, document_scan=base64.b64encode(PNG).decode()
        )
        self.assertEqual(asset.entry_ids.scan_ids.raw, PNG)
        make = self.make_asset
        self.refused("be read", make, self.clerk_a, self.opd_a, document_scan="no!")
