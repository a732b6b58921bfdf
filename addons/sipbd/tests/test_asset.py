from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import CAR, DEPRECIATION, SAFE, SUPPLIES, SipbdCase


@tagged("post_install", "-at_install")
class TestAsset(SipbdCase):
    def refused(self, sentence, **vals):
        with self.assertRaisesRegex(UserError, sentence), self.cr.savepoint():
            self.make_asset(self.clerk_a, self.opd_a, **vals)

    def test_entering_books_the_first_entry(self):
        entry = self.asset_a.entry_ids
        self.assertEqual(len(entry), 1)
        self.assertEqual(
            (entry.kind, entry.nilai, entry.jumlah, entry.document_number),
            ("0101", 1500000, 1, "028/17/2024"),
        )
        self.assertEqual(str(entry.booking_date), "2024-03-05")
        self.assertEqual((entry.unit_id, entry.code_id.code), (self.opd_a, SAFE))
        self.assertEqual((entry.kondisi, entry.komptabel), ("B", "01"))
        self.assertEqual(self.asset_a.document_number, "028/17/2024")
        self.assertEqual(self.asset_a.kib, "B")
        self.assertEqual(self.asset_a.name, "Lemari Besi/Metal")
        self.assertEqual(self.asset_a.tahun_perolehan, 2024)

    def test_numbers(self):
        first, second = self.env["sipbd.asset"].create(
            [self.asset_vals(self.unit_a1, CAR)] * 2
        )
        head = "1201" + "0000" + "01010000000000" + "2024" + "132020101001"
        self.assertEqual(first.nibar, head + "0000001")
        self.assertEqual(second.nibar, head + "0000002")
        self.assertEqual(
            first.kode_register,
            "12.01.0000.01010000000000.2024 1.3.2.02.01.01.001.000001",
        )
        self.assertEqual((first.register, second.register), ("000001", "000002"))
        self.assertEqual(first.display_name, f"{first.name} ({first.kode_register})")

    def test_each_year_and_code_counts_from_one(self):
        older = self.make_asset(
            self.clerk_a, self.opd_a, tanggal_perolehan="2019-05-01"
        )
        self.assertEqual(older.register, "000001")
        self.assertIn(".2019 ", older.kode_register)

    def test_nothing_without_a_source_document(self):
        for name in ("document_kind", "document_number", "document_date"):
            self.refused("without a source document", **{name: False})

    def test_dates_that_cannot_be_booked(self):
        for day in ("1899-12-31", "2999-01-01"):
            self.refused("between 1900 and today", document_date=day)
            self.refused("between 1900 and today", tanggal_perolehan=day)

    @mute_logger("odoo.sql_db")
    def test_impossible_figures(self):
        for vals in (
            {"jumlah": 0},
            {"jumlah": -1},
            {"nilai_perolehan": -0.01},
            {"nilai_perolehan": 1e17},
            {"tanggal_perolehan": "2020-01-01", "tahun_perolehan": 2021},
            {"tahun_perolehan": 1899},
        ):
            with self.assertRaises(IntegrityError), self.cr.savepoint():
                self.make_asset(self.clerk_a, self.opd_a, **vals)
        self.refused("is not a number", nilai_perolehan=float("nan"))
        self.refused("is not a number", jumlah=float("inf"))

    def test_values_of_a_wrong_type_are_told(self):
        for value in ("much", [1], 10**400):
            self.refused("is not a number", nilai_perolehan=value)
        for value in ("soon", 5, ["2024-01-01"]):
            self.refused("is not a date", document_date=value)
            self.refused("is not a date", tanggal_perolehan=value)
        self.refused("is not a number", tahun_perolehan="last")

    def test_a_year_to_come_is_refused(self):
        coming = self.env.company._pemda_today().year + 1
        self.refused("still to come", tahun_perolehan=coming)

    def test_codes_that_hold_no_assets(self):
        for code in (SUPPLIES, DEPRECIATION, "1.3.2.05.01.04", "1.3.2"):
            self.refused("is not a code of assets", code=code)

    def test_unit_must_be_in_force_and_have_a_code(self):
        self.opd_a.date_end = "2020-12-31"
        self.refused("is not in force")
        self.opd_a.write({"date_end": False, "active": False})
        self.refused("is not in force")
        self.opd_a.write({"active": True, "code": False})
        self.refused("has no unit code")

    def test_what_the_ledger_owns_cannot_be_given_or_written(self):
        for name, value in (
            ("nibar", "1"),
            ("kode_register", "1"),
            ("register", "1"),
            ("kib", "A"),
            ("state", "batal"),
            ("room_id", 1),
            ("holder_id", 1),
            ("load_id", 1),
            ("entry_ids", [(5,)]),
        ):
            self.refused("cannot be written directly", **{name: value})
        asset = self.asset_a.with_user(self.clerk_a)
        for name in (
            "nibar",
            "kode_register",
            "register",
            "code_id",
            "kib",
            "unit_id",
            "tanggal_perolehan",
            "tahun_perolehan",
            "cara_perolehan",
            "jumlah",
            "nilai_perolehan",
            "kondisi",
            "komptabel",
            "room_id",
            "holder_id",
            "pemilik",
            "state",
            "load_id",
            "entry_ids",
            "document_date",
        ):
            with self.subTest(name), self.assertRaisesRegex(UserError, "directly"):
                asset.write({name: False})
        asset.write({"merk_type": "Brother", "keterangan": "ruang arsip"})
        self.assertEqual(asset.merk_type, "Brother")

    def test_defaults_of_the_context_do_not_reach_what_is_issued(self):
        load = self.env["pemda.import.load"].search([], limit=1).id or 1
        forged = {
            "default_state": "batal",
            "default_nibar": "1",
            "default_kib": "A",
            "default_load_id": load,
            "default_note": "forged",
            "default_reversal_of_id": self.asset_b.entry_ids.id,
            "default_entry_ids": [
                (0, 0, {**self.document(), "kind": "0701", "nilai": 5, "jumlah": 0})
            ],
        }
        assets = self.env["sipbd.asset"].with_user(self.clerk_a)
        asset = assets.with_context(**forged).create(self.asset_vals(self.opd_a))
        self.assertEqual((asset.state, asset.kib), ("aktif", "B"))
        self.assertEqual(len(asset.nibar), 45)
        self.assertFalse(asset.load_id)
        entry = asset.entry_ids
        self.assertEqual(len(entry), 1)
        self.assertFalse(entry.note or entry.reversal_of_id or entry.load_id)

    def test_an_asset_is_never_deleted_or_copied(self):
        for user in (self.clerk_a, self.env.ref("base.user_root")):
            with self.assertRaises(UserError):
                self.asset_a.with_user(user).unlink()
        with self.assertRaisesRegex(UserError, "without a source document"):
            self.asset_a.with_user(self.clerk_a).copy()

    def test_search_by_number_name_and_plate(self):
        car = self.make_asset(
            self.clerk_a, self.opd_a, CAR, name="Minibus", nomor_polisi="N 1234 TX"
        )
        assets = self.env["sipbd.asset"].with_user(self.clerk_a)

        def found(text):
            return [id_ for id_, _name in assets.name_search(text)]

        for text in (car.nibar, car.nibar[:40], car.kode_register, "minib", "1234 t"):
            self.assertIn(car.id, found(text), text)
        self.assertNotIn(car.id, found(self.asset_a.nibar))

    def test_words_of_booked_assets_are_placed_in_the_text_indexes(self):
        assets = self.env["sipbd.asset"]
        assets._place_words()
        self.assertEqual(assets._place_words(), 0)
        self.make_asset(self.clerk_a, self.opd_a)
        self.env.flush_all()
        self.assertGreater(assets._place_words(), 0)
        self.assertEqual(assets._place_words(), 0)

    def test_a_template_whose_running_number_is_not_last_is_refused(self):
        numbering = self.env.ref("sipbd.numbering_kode_register")
        numbering.write({"template": "{urut:6}/{kode}", "key_template": "{kode}"})
        self.refused("must end with the running number")

    def test_units_of_assets_and_of_entries_are_in_use(self):
        ended = self.env["hr.department"].create({"name": "Unit A2"})
        units = self.unit_a1 | ended
        (_label, assets), _entries = units._import_uses()[-2:]
        self.assertEqual(assets, self.unit_a1)
        document = self.document("2024-06-01")
        self.asset_a1.with_user(self.clerk_a)._move_internally(self.opd_a, document)
        (_label, assets), (_label, entries) = units._import_uses()[-2:]
        self.assertFalse(assets)
        self.assertEqual(entries, self.unit_a1)
