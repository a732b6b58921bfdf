from datetime import date

from psycopg2 import Error as DatabaseError

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import CAR, LAND, RACK, SAFE, SUPPLIES, SipbdCase


@tagged("post_install", "-at_install")
class TestLedger(SipbdCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.asset = cls.asset_a.with_user(cls.clerk_a)

    def tearDown(self):
        self.assertEqual(self.env["sipbd.asset"]._ledger_differences(), [])
        super().tearDown()

    def refused(self, sentence, method, *args, **kwargs):
        with self.assertRaisesRegex(UserError, sentence), self.cr.savepoint():
            method(*args, **kwargs)

    def later(self, day="2024-06-01"):
        return self.document(day, document_kind="ba")

    def test_correction_of_value(self):
        self.asset._correct_value(1250000.5, self.later())
        self.assertEqual(self.asset.nilai_perolehan, 1250000.5)
        entry = self.asset.entry_ids[0]
        self.assertEqual((entry.kind, entry.nilai), ("0701", -249999.5))
        self.assertEqual(entry.create_uid, self.clerk_a)

    def test_correction_of_quantity(self):
        self.asset._correct_quantity(3, self.later())
        self.assertEqual(self.asset.jumlah, 3)
        self.refused("stay above zero", self.asset._correct_quantity, 0, self.later())

    def test_condition(self):
        self.asset._change_condition("RB", self.later())
        self.assertEqual(self.asset.kondisi, "RB")
        self.assertEqual(self.asset.entry_ids[0].nilai, 0)

    def test_reclassification_gives_a_new_kode_register_and_keeps_the_nibar(self):
        nibar, register = self.asset.nibar, self.asset.kode_register
        self.asset._reclassify(self.kode(LAND), self.later())
        self.assertEqual((self.asset.code_id.code, self.asset.kib), (LAND, "A"))
        self.assertEqual(self.asset.nibar, nibar)
        self.assertIn(f" {LAND}.000001", self.asset.kode_register)
        into, out = self.asset.entry_ids[:2]
        self.assertEqual(
            (out.code_id.code, out.nilai, out.jumlah), (SAFE, -1500000, -1)
        )
        self.assertEqual((into.code_id.code, into.nilai), (LAND, 1500000))
        self.assertIn(register, into.note)

    def test_reclassification_needs_a_code_of_assets(self):
        supplies = self.kode(SUPPLIES)
        self.refused(
            "not a code of assets", self.asset._reclassify, supplies, self.later()
        )
        rack = self.kode(RACK)
        self.refused("cause", self.asset._reclassify, rack, self.later(), kind="0701")

    def test_internal_transfer(self):
        self.asset._move_internally(self.unit_a1, self.later("2025-02-01"))
        self.assertEqual(self.asset.unit_id, self.unit_a1)
        self.assertIn(".01010000000000.2025 ", self.asset.kode_register)
        into, out = self.asset.entry_ids[:2]
        self.assertEqual((out.kind, out.unit_id), ("04", self.opd_a))
        self.assertEqual((into.kind, into.unit_id), ("03", self.unit_a1))
        # A later reclassification there keeps the year in which the unit got it.
        self.asset._reclassify(self.kode(RACK), self.later("2026-01-05"))
        self.assertIn(".2025 ", self.asset.kode_register)

    def test_what_never_moved_has_its_kode_register_again(self):
        former = (self.asset.kode_register, self.asset.register)
        self.asset._move_internally(self.unit_a1, self.later("2025-02-01"))
        moved = self.asset.kode_register
        self.assertNotEqual(moved, former[0])
        self.asset._reverse_latest(self.later("2025-03-01"))
        self.assertEqual((self.asset.kode_register, self.asset.register), former)
        # nobody gets a number twice
        self.asset._move_internally(self.unit_a1, self.later("2025-04-01"))
        self.assertNotIn(self.asset.kode_register, (moved, former[0]))

    def test_a_new_column_gets_its_default_in_old_entries(self):
        """An update of the addon changes the table, never an entry."""
        entries = self.env["sipbd.entry"]
        self.env.flush_all()
        self.cr.execute("ALTER TABLE sipbd_entry DROP COLUMN akumulasi")
        self.cr.execute("ALTER TABLE sipbd_entry ADD COLUMN akumulasi numeric")
        entries._init_column("akumulasi")
        self.cr.execute("SELECT DISTINCT akumulasi FROM sipbd_entry")
        self.assertEqual(self.cr.fetchall(), [(0,)])

    def test_room_and_custodian(self):
        room = self.make_room(self.opd_a)
        holder = self.env["hr.employee"].create({"name": "Pemakai"})
        self.asset._place(room, self.later())
        self.asset._hand_over(holder, self.later())
        self.assertEqual((self.asset_a.room_id, self.asset_a.holder_id), (room, holder))
        kinds = self.asset.entry_ids[:2].mapped("kind")
        self.assertEqual(kinds, ["1301", "12"])
        self.asset._take_back(self.later("2024-07-01"))
        self.assertFalse(self.asset_a.holder_id)
        self.refused("nothing to return", self.asset._take_back, self.later())
        self.asset._reverse_latest(self.later())
        self.assertEqual((self.asset_a.room_id, self.asset_a.holder_id), (room, holder))

    def test_another_unit_empties_room_and_custodian(self):
        room = self.make_room(self.opd_a)
        holder = self.env["hr.employee"].create({"name": "Pemakai"})
        self.asset._place(room, self.later())
        self.asset._hand_over(holder, self.later())
        self.asset._move_internally(self.unit_a1, self.later("2024-07-01"))
        self.assertFalse(self.asset_a.room_id or self.asset_a.holder_id)
        self.refused("not a room of", self.asset._place, room, self.later("2024-08-01"))
        self.asset._reverse_latest(self.later())
        self.assertEqual((self.asset_a.room_id, self.asset_a.holder_id), (room, holder))

    def test_another_opd_is_no_internal_transfer(self):
        move = self.asset._move_internally
        self.refused("pengalihan status", move, self.opd_b, self.later())
        self.refused("pengalihan status", move, self.root, self.later())

    def test_a_clerk_books_only_where_he_holds_office(self):
        for asset, user in (
            (self.asset_b, self.clerk_a),
            (self.asset_a, self.clerk_a1),
            (self.asset_a, self.head_a),
            (self.asset_a, self.auditor),
        ):
            with self.assertRaises(AccessError), self.cr.savepoint():
                asset.with_user(user)._correct_value(1, self.later())

    def test_value_is_never_negative_at_any_date(self):
        self.asset._correct_value(100, self.later("2024-08-01"))
        self.asset._correct_value(2000000, self.later("2024-09-01"))
        self.refused(
            "negative", self.asset._correct_value, -1, self.later("2024-10-01")
        )
        # 1,500,000 at that date, but only 100 from August.
        vals = {"asset_id": self.asset.id, "kind": "0701", "nilai": -1000}
        book = self.asset._book
        self.refused("negative", book, [{**self.later("2024-07-01"), **vals}])

    def test_a_document_brings_an_act_about_once(self):
        self.asset._correct_value(5, self.later())
        self.refused("already. Give the", self.asset._correct_value, 6, self.later())
        self.asset._correct_quantity(2, self.later())
        self.asset._correct_date(date(2022, 5, 1), self.later())
        self.asset._reverse_latest(self.later())
        self.asset._correct_date(date(2021, 5, 1), self.later())
        self.assertEqual(self.asset.tahun_perolehan, 2021)

    def test_backdated_value_counts_from_its_date(self):
        self.asset._change_condition("RR", self.later("2024-08-01"))
        vals = {"asset_id": self.asset.id, "kind": "0701", "nilai": 1000}
        self.asset._book([{**self.later("2024-07-01"), **vals}])
        self.assertEqual(self.asset.nilai_perolehan, 1501000)
        self.assertEqual(self.asset.kondisi, "RR")
        july = self.asset.entry_ids.filtered(lambda e: e.kind == "0701")
        self.assertEqual(july.kondisi, "B")

    def test_backdated_change_of_place_or_condition_is_refused(self):
        self.asset._correct_value(100, self.later("2024-08-01"))
        condition = self.asset._change_condition
        self.refused("reverse that entry first", condition, "RB", self.later())
        self.refused(
            "not in the register yet",
            self.asset._correct_value,
            100,
            self.later("2020-01-01"),
        )

    def test_backdated_value_before_a_transfer_is_refused(self):
        self.asset._move_internally(self.unit_a1, self.later("2024-08-01"))
        correct = self.asset._correct_value
        self.refused("reverse that entry first", correct, 1, self.later("2024-07-01"))

    def test_dates_and_documents(self):
        correct = self.asset._correct_value
        for day in ("1899-12-31", "2999-01-01"):
            self.refused("between 1900 and today", correct, 1, self.later(day))
        self.refused("source document", correct, 1, self.document(document_number=""))
        self.refused("Nothing changes", correct, 1500000, self.later())
        self.refused("is not a date", correct, 1, self.later("soon"))
        self.refused("is not a date", correct, 1, self.later(["2024-01-01"]))
        vals = {"asset_id": self.asset.id, "kind": "0701", "nilai": "much"}
        book = self.asset._book
        self.refused("is not a number", book, [{**self.later(), **vals}])

    def test_correction_of_the_date(self):
        self.asset._correct_date(
            self.asset_a.tanggal_perolehan.replace(2022), self.later()
        )
        self.assertEqual(self.asset.tahun_perolehan, 2022)
        self.assertIn("2024-03-05 → 2022-03-05", self.asset.entry_ids[0].note)

    def test_reversal_of_a_correction_of_the_date(self):
        was = (self.asset.tanggal_perolehan, self.asset.tahun_perolehan)
        first, second = was[0].replace(2022), was[0].replace(2021)
        self.asset._correct_value(5, self.later("2024-05-01"))
        self.asset._correct_date(first, self.later())
        self.asset._correct_date(second, self.later("2024-07-01"))
        self.asset._reverse_latest(self.later("2024-08-01"))
        self.assertEqual(self.asset.tanggal_perolehan, first)
        self.asset._reverse_latest(self.later("2024-08-01"))
        self.assertEqual(
            (self.asset.tanggal_perolehan, self.asset.tahun_perolehan), was
        )
        # What was booked before the correction can be reversed again.
        self.asset._reverse_latest(self.later("2024-08-01"))
        self.assertEqual(self.asset.nilai_perolehan, 1500000)

    def test_a_date_after_something_happened_is_refused(self):
        self.asset._move_internally(self.unit_a1, self.later("2024-06-01"))
        correct, document = self.asset._correct_date, self.later("2024-08-01")
        self.refused("acquired then, or before", correct, date(2024, 6, 2), document)
        correct(date(2024, 6, 1), document)
        self.assertEqual(self.asset.tanggal_perolehan, date(2024, 6, 1))

    def test_a_year_that_was_not_known_is_not_known_again(self):
        self.env.cr.execute(
            "UPDATE sipbd_asset SET tanggal_perolehan = NULL, tahun_perolehan = NULL"
            " WHERE id = %s",
            [self.asset.id],
        )
        self.asset.invalidate_recordset()
        self.asset._correct_date(date(2022, 5, 1), self.later())
        self.assertEqual(self.asset.tahun_perolehan, 2022)
        self.asset._reverse_latest(self.later())
        self.assertFalse(self.asset.tanggal_perolehan or self.asset.tahun_perolehan)

    def test_corrections_of_the_date_out_of_order(self):
        self.asset._correct_date(date(2022, 5, 1), self.later("2024-08-01"))
        self.asset._correct_date(date(2021, 5, 1), self.later("2024-07-01"))
        self.asset._reverse_latest(self.later("2024-09-01"))  # that of August
        self.assertEqual(self.asset.tahun_perolehan, 2021)

    def test_reversal_into_a_unit_that_has_ended(self):
        self.asset._move_internally(self.unit_a1, self.later())
        self.opd_a.date_end = "2024-01-01"
        self.asset._reverse_latest(self.later())
        self.assertEqual(self.asset.unit_id, self.opd_a)

    def test_goods_are_put_only_into_books_that_one_keeps(self):
        asset = self.asset_a1.with_user(self.clerk_a1)
        self.refused(
            "not pengurus barang of", asset._move_internally, self.opd_a, self.later()
        )
        self.asset._move_internally(self.unit_a1, self.later())
        moved = self.asset.with_user(self.clerk_a1)
        self.refused("not pengurus barang of", moved._reverse_latest, self.later())

    def test_reversal_of_the_latest_act(self):
        self.asset._correct_value(5, self.later())
        self.asset._reverse_latest(self.later("2024-07-01"))
        self.assertEqual(self.asset.nilai_perolehan, 1500000)
        reversal, correction = self.asset.entry_ids[:2]
        self.assertEqual(reversal.reversal_of_id, correction)
        self.assertEqual(reversal.booking_date, correction.booking_date)

    def test_reversal_of_a_transfer_and_of_the_acquisition(self):
        self.asset._move_internally(self.unit_a1, self.later())
        self.asset._reverse_latest(self.later())
        self.assertEqual((self.asset.unit_id, self.asset.state), (self.opd_a, "aktif"))
        self.assertEqual(self.asset.nilai_perolehan, 1500000)
        self.asset._reverse_latest(self.later())
        self.assertEqual((self.asset.jumlah, self.asset.state), (0, "batal"))
        self.refused("Nothing is left", self.asset._reverse_latest, self.later())
        correct = self.asset._correct_value
        self.refused("no longer in the register", correct, 1, self.later("2025-01-01"))

    def test_reversal_restores_the_condition(self):
        self.asset._change_condition("RB", self.later())
        self.asset._reverse_latest(self.later())
        self.assertEqual(self.asset.kondisi, "B")

    def test_nothing_is_reversed_twice(self):
        entry = self.asset.entry_ids
        vals = {
            "asset_id": self.asset.id,
            "kind": "batal",
            "reversal_of_id": entry.id,
            "nilai": 1,
            "booking_date": entry.booking_date,
        }
        self.asset._book([{**self.later(), **vals}])
        with mute_logger("odoo.sql_db"), self.assertRaises(DatabaseError):
            with self.cr.savepoint():
                self.asset._book([{**self.later(), **vals}])

    def test_sets_of_assets_are_booked_at_once(self):
        assets = self.env["sipbd.asset"].create([self.asset_vals(self.opd_a, CAR)] * 30)
        assets = assets.with_user(self.clerk_a)
        assets._move_internally(self.unit_a1, self.later())
        self.assertEqual(assets.unit_id, self.unit_a1)
        self.assertEqual(len(set(assets.mapped("kode_register"))), 30)
        self.env.invalidate_all()
        with self.assertQueryCount(default=20):
            assets._change_condition("RR", self.later())

    @mute_logger("odoo.sql_db")
    def test_the_database_refuses_to_change_the_ledger(self):
        for statement in (
            "UPDATE sipbd_entry SET nilai = 0",
            "DELETE FROM sipbd_entry",
            "TRUNCATE sipbd_entry CASCADE",
        ):
            with self.assertRaises(DatabaseError), self.cr.savepoint():
                self.cr.execute(statement)

    def test_entries_are_not_made_by_hand(self):
        vals = {
            "asset_id": self.asset.id,
            "kind": "0701",
            "nilai": -1,
            "jumlah": 0,
            "booking_date": "2024-06-01",
            "unit_id": self.opd_a.id,
            "code_id": self.asset.code_id.id,
            "komptabel": "01",
            **self.later(),
        }
        for user in (self.clerk_a, self.manager, self.env.ref("base.user_root")):
            entries = self.env["sipbd.entry"].with_user(user)
            for context in ({}, {"sipbd_ledger": True}, {"sipbd_ledger": "x"}):
                with self.assertRaises(AccessError), self.cr.savepoint():
                    entries.with_context(**context).create(vals)
        with self.assertRaises(UserError):
            self.asset.entry_ids.sudo().write({"note": "x"})

    def test_a_difference_is_found(self):
        self.env.cr.execute(
            "UPDATE sipbd_asset SET nilai_perolehan = 7, kondisi = 'RB' WHERE id = %s",
            [self.asset_b.id],
        )
        found = self.env["sipbd.asset"]._ledger_differences([self.asset_b.id])
        self.assertEqual(
            [(d["field"], d["projected"], d["booked"]) for d in found],
            [("kondisi", "RB", "B"), ("nilai_perolehan", "7", "1500000")],
        )
        self.assertFalse(self.env["sipbd.asset"]._ledger_differences([self.asset.id]))
        self.asset_b._project()
