"""Checking, closing and reopening: order, what hinders, what stays frozen."""

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .test_penyusutan import FigureCase


class CloseCase(FigureCase):
    @classmethod
    def close(cls, day, user=None):
        period = cls.run_to(day).with_user(user or cls.manager)
        period.action_check()
        period.action_close()
        return period

    def frozen(self):
        """Everything that is stored of the periods, as text."""
        stored = {}
        for period in self.periods.search([("state", "=", "closed")]):
            for table in ("figure", "total"):
                self.env.cr.execute(
                    f"SELECT t::text FROM sipbd_period_{table} AS t"  # noqa: S608
                    " WHERE period_id = %s ORDER BY 1",
                    [period.id],
                )
                stored[period.name, table] = self.env.cr.fetchall()
            stored[period.name, "hash"] = (period.hash, period._figures_hash())
        return stored


@tagged("post_install", "-at_install")
class TestClosing(CloseCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.safe = cls.buy()
        cls.generate(2024, 2025)

    def test_checked_then_closed(self):
        period = self.close("2024-06-30")
        self.assertEqual(period.state, "closed")
        self.assertEqual(period.closed_by_id, self.manager)
        self.assertEqual(len(period.hash), 64)
        acts = period.log_ids.sorted("id").mapped("act")
        self.assertEqual(acts, ["generate", "run", "check", "close"])
        total = self.env["sipbd.period.total"].search(
            [("period_id", "=", period.id), ("unit_id", "=", self.opd_a.id)]
        )
        self.assertEqual(sum(total.mapped("beban")), 1_000_000 + 150_000)

    def test_goods_of_every_kind_do_not_hinder_it(self):
        """No code of goods is shipped without its life, unless it is not charged."""
        for code in (
            "1.3.1.01.01.01.001",
            "1.3.3.01.01.01.001",
            "1.3.5.01.01.01.001",
            "1.3.6.01.01.01.001",
            "1.5.2.01.01.01.001",
            "1.5.2.01.01.02.003",
            "1.5.3.01.01.01.001",
            "1.5.3.01.01.09.001",
            "1.5.4.01.01.01.002",
        ):
            self.buy(code, day="2024-03-06")
        self.assertEqual(self.close("2024-06-30").findings, 0)

    def test_not_before_it_was_checked(self):
        period = self.run_to("2024-06-30").with_user(self.manager)
        with self.assertRaisesRegex(UserError, "is open"):
            period.action_close()

    def test_not_checked_before_it_was_computed(self):
        with self.assertRaisesRegex(UserError, "has not been computed"):
            self.period("2024-06-30").with_user(self.manager).action_check()

    def test_a_booking_after_the_check_hinders_closing(self):
        period = self.run_to("2024-06-30").with_user(self.manager)
        period.action_check()
        self.buy(day="2024-05-05")
        with self.assertRaisesRegex(UserError, "Compute and check it again"):
            period.action_close()
        self.run_to("2024-06-30")
        self.assertEqual(period.state, "open")

    def test_in_order_and_not_before_its_end(self):
        self.run_to("2024-12-31")
        later = self.period("2024-12-31").with_user(self.manager)
        later.action_check()
        with self.assertRaisesRegex(UserError, "periods are closed in order"):
            later.action_close()
        self.generate(2026, 2030)
        future = self.period("2030-12-31").with_user(self.manager)
        self.run_to("2030-12-31")
        future.action_check()
        for day in ("2024-06-30", "2024-12-31"):
            self.close(day)
        with self.assertRaisesRegex(UserError, "not closed yet|is not over yet"):
            future.action_close()

    def test_assets_without_life_hinder_closing(self):
        self.env["sipbd.masa.manfaat"].search(
            [("prefix", "=like", "1.3.2.05.01%")]
        ).unlink()
        period = self.run_to("2024-06-30").with_user(self.manager)
        period.action_check()
        with self.assertRaisesRegex(UserError, "assets have no useful life"):
            period.action_close()

    def test_a_file_that_waits_hinders_closing(self):
        period = self.run_to("2024-06-30").with_user(self.manager)
        period.action_check()
        load = self.env["pemda.import.load"].create(
            {
                "filename": "kib_b.csv",
                "file": "a29kZQ==",
                "target": "sipbd.asset",
                "unit_id": self.opd_a.id,
                "cut_off_date": "2024-06-30",
            }
        )
        self.env.cr.execute(
            "UPDATE pemda_import_load SET state = 'checked' WHERE id = %s", [load.id]
        )
        load.invalidate_recordset()
        with self.assertRaisesRegex(UserError, "kib_b.csv of Dinas Uji was read"):
            period.action_close()

    def test_a_difference_of_the_ledger_hinders_closing(self):
        period = self.run_to("2024-06-30").with_user(self.manager)
        period.action_check()
        self.env.cr.execute(
            "UPDATE sipbd_asset SET jumlah = 2 WHERE id = %s", [self.safe.id]
        )
        with self.assertRaisesRegex(UserError, "differ from their ledger"):
            period.action_close()

    def test_who_may(self):
        period = self.run_to("2024-06-30")
        for user in (self.clerk_a, self.auditor, self.sekda, self.head_a):
            for action in ("action_check", "action_uncheck", "action_close"):
                with self.assertRaises(AccessError):
                    getattr(period.with_user(user), action)()

    def test_nothing_is_booked_in_it(self):
        self.close("2024-06-30")
        with self.assertRaisesRegex(UserError, "2024 Semester I is closed"):
            self.buy(day="2024-06-30")
        with self.assertRaisesRegex(UserError, "2024 Semester I is closed"):
            self.safe.with_user(self.clerk_a)._correct_value(
                1, self.document("2024-04-04")
            )
        self.buy(day="2024-07-01")

    def test_a_reversal_of_a_closed_act_is_booked_today(self):
        self.close("2024-06-30")
        self.safe.with_user(self.clerk_a)._reverse_latest(self.document("2024-03-05"))
        reversal = self.safe.entry_ids.sorted("id")[-1]
        self.assertEqual(reversal.booking_date, self.env.company._pemda_today())

    def test_the_policy_of_a_closed_period_stays(self):
        self.close("2024-06-30")
        policy = self.env["sipbd.penyusutan.policy"].search([]).with_user(self.manager)
        policy.write({"legal_basis": "Perbup 2", "status": "local"})
        for refused in (
            lambda: policy.write({"rounding": "berjalan"}),
            lambda: policy.unlink(),
            lambda: self.policy(2024),
        ):
            with self.assertRaisesRegex(UserError, "was computed by this policy"):
                refused()
        self.policy(2025)

    # Reopening --------------------------------------------------------------------

    def test_reopened_by_the_sekda_with_a_reason(self):
        period = self.close("2024-06-30")
        for user in (self.manager, self.clerk_a, self.auditor):
            with self.assertRaisesRegex(AccessError, "pengelola barang"):
                period.with_user(user)._reopen("Temuan BPK")
        for reason in ("", "  ", None):
            with self.assertRaisesRegex(UserError, "Give the reason"):
                period.with_user(self.sekda)._reopen(reason)
        period.with_user(self.sekda)._reopen("Temuan BPK")
        self.assertEqual(period.state, "open")
        entry = period.log_ids.sorted("id")[-1]
        self.assertEqual(
            (entry.act, entry.reason, entry.create_uid),
            ("reopen", "Temuan BPK", self.sekda),
        )
        self.assertFalse(period.hash)
        self.buy(day="2024-06-30")

    def test_the_last_one_first(self):
        first, _second = self.close("2024-06-30"), self.close("2024-12-31")
        with self.assertRaisesRegex(UserError, "2024 Semester II is closed as well"):
            first.with_user(self.sekda)._reopen("x")

    # The database -----------------------------------------------------------------

    def refused(self, statement, *values):
        with (
            self.assertRaisesRegex(IntegrityError, "closed|TRUNCATE"),
            self.cr.savepoint(),
            mute_logger("odoo.sql_db"),
        ):
            self.env.cr.execute(statement, values)

    def test_the_database_refuses_changes_of_what_is_closed(self):
        period = self.close("2024-06-30")
        self.buy(day="2024-08-08")
        open_period = self.run_to("2024-12-31")
        empty = self.period("2025-12-31")
        for table in ("sipbd_period_figure", "sipbd_period_total"):
            where = f"WHERE period_id = {period.id}"
            self.refused(f"UPDATE {table} SET beban = 0 {where}")
            self.refused(f"UPDATE {table} SET period_id = {empty.id} {where}")
            self.refused(f"DELETE FROM {table} {where}")
            self.refused(f"TRUNCATE {table}")
        self.refused(
            "UPDATE sipbd_period_figure SET period_id = %s"
            " WHERE period_id = %s AND asset_id NOT IN ("
            "  SELECT asset_id FROM sipbd_period_figure WHERE period_id = %s)",
            period.id,
            open_period.id,
            period.id,
        )
        self.env.cr.execute(
            "DELETE FROM sipbd_period_figure WHERE period_id = %s", [open_period.id]
        )

    def test_the_database_refuses_entries_of_closed_days(self):
        self.close("2024-06-30")
        copy = (
            "INSERT INTO sipbd_entry (asset_id, kind, booking_date, document_kind,"
            " document_number, document_date, nilai, jumlah, unit_id, code_id,"
            " komptabel) SELECT asset_id, '0703', %s, document_kind, document_number,"
            " document_date, 0, 0, unit_id, code_id, komptabel FROM sipbd_entry"
            " WHERE asset_id = %s LIMIT 1"
        )
        self.refused(copy, "2024-06-30", self.safe.id)
        self.refused(copy, "1999-01-01", self.safe.id)
        self.env.cr.execute(copy, ["2024-07-01", self.safe.id])


@tagged("post_install", "-at_install")
class TestFrozen(CloseCase):
    def test_three_past_dates_give_what_was_frozen(self):
        """Later work, corrections of the past among it, changes none of them."""
        clerk = self.clerk_a
        safe = self.buy()
        gone = self.buy(nilai=5_000_000, day="2024-02-02")
        moved = self.buy(nilai=7_000_000, day="2024-08-08")
        self.generate(2024, 2025)
        days = ("2024-06-30", "2024-12-31", "2025-06-30")
        for day in days:
            self.close(day)
        before = self.frozen()
        values = {
            day: (
                self.figure(safe, day).akumulasi,
                self.periods._closed_at(day)._figures_sql(),
            )
            for day in days
        }
        document = self.document("2025-08-08")
        safe.with_user(clerk)._correct_value(1_000_000, document)
        safe.with_user(clerk)._correct_date("2020-01-01", document)
        moved.with_user(clerk)._move_internally(self.unit_a1, document)
        moved.with_user(clerk)._reclassify(self.kode("1.3.2.02.01.01.001"), document)
        gone.with_user(clerk)._reverse_latest(document)
        self.buy(day="2025-09-09", tanggal_perolehan="2001-01-01")
        self.run_to("2025-12-31")
        self.assertEqual(self.frozen(), before)
        for day, (akumulasi, query) in values.items():
            self.assertEqual(self.figure(safe, day).akumulasi, akumulasi)
            self.env.cr.execute(query)
            self.assertTrue(self.env.cr.fetchall())
        for hashes in (v for k, v in before.items() if k[1] == "hash"):
            self.assertEqual(hashes[0], hashes[1])
        self.assertNotEqual(self.figure(safe, "2025-12-31").koreksi, 0)
