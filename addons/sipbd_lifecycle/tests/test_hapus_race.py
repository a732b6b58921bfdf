"""A decree and a booking on the same goods at once; two ways back from one decree."""

from unittest.mock import patch

from psycopg2.errors import SerializationFailure

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.sipbd.tests.common import CAR
from odoo.addons.sipbd.tests.session_case import SessionCase

BOOKED = {
    "document_kind": "ba",
    "document_number": "2",
    "document_date": "2024-02-01",
}


@tagged("post_install", "-at_install")
class TestHapusRace(SessionCase):
    unit_code = "98.76.55"

    def setUp(self):
        super().setUp()
        with self.session() as env:
            kode = env["sipbd.kode"].search([("code", "=", CAR)])
            vals = {
                "code_id": kode.id,
                "unit_id": self.unit_id,
                "nilai_perolehan": 10,
                "document_kind": "bast",
                "document_number": "1",
                "document_date": "2024-01-01",
            }
            assets = env["sipbd.asset"].create([vals] * 3)
            hapus = env["sipbd.hapus"].create(
                {
                    "unit_id": self.unit_id,
                    "reason": "RB",
                    "sebab_id": env.ref("sipbd_lifecycle.sebab_rusak_berat").id,
                }
            )
            hapus._add_goods(assets)
            hapus._approval_as_engine().write(
                {"number": "030/race", "date": "2026-01-02"}
            )
            self.asset_ids, self.hapus_id = assets.ids, hapus.id

    def clean(self):  # pylint: disable=missing-return
        with self.session() as env:
            env.cr.execute(
                "DELETE FROM sipbd_hapus_batal WHERE hapus_id = %s", [self.hapus_id]
            )
            env.cr.execute("DELETE FROM sipbd_hapus WHERE id = %s", [self.hapus_id])
        super().clean()

    def strike_off(self, env):
        hapus = env["sipbd.hapus"].browse(self.hapus_id)
        hapus._approval_as_engine()._approval_effect()

    def states(self):
        with self.session() as env:
            assets = env["sipbd.asset"].browse(self.asset_ids)
            self.assertEqual(assets._ledger_differences(assets.ids), [])
            return assets.mapped("state"), len(assets.entry_ids)

    def test_whoever_books_first_wins_and_nothing_is_half_done(self):
        with self.session() as first, self.session() as second:
            first["sipbd.asset"].browse(self.asset_ids[1])._correct_value(20, BOOKED)
            second.cr.execute("SET LOCAL lock_timeout = '10s'")  # fail, do not hang
            with self.assertRaisesRegex(UserError, "Somebody else is booking"):
                self.strike_off(second)
            second.cr.rollback()
        self.assertEqual(self.states(), (["aktif"] * 3, 4))

    def test_the_decree_first(self):
        with self.session() as first, self.session() as second:
            self.strike_off(first)
            second.cr.execute("SET LOCAL lock_timeout = '10s'")
            with self.assertRaisesRegex(UserError, "Somebody else is booking"):
                asset = second["sipbd.asset"].browse(self.asset_ids[1])
                asset._correct_value(20, BOOKED)
            second.cr.rollback()
        self.assertEqual(self.states(), (["akhir"] * 3, 6))
        with (
            self.session() as env,
            self.assertRaisesRegex(UserError, "no longer in the register"),
        ):
            env["sipbd.asset"].browse(self.asset_ids[1])._correct_value(20, BOOKED)

    def cancellations(self):
        """Two of the decree, which bring back one and the other two of its goods."""
        with self.session() as env:
            self.strike_off(env)
            hapus = env["sipbd.hapus"].browse(self.hapus_id)
            hapus._approval_as_engine().write({"state": "approved"})
            vals = {"hapus_id": hapus.id, "reason": "Ada", "dasar": "BA 9/2026"}
            both = env["sipbd.hapus.batal"].create([vals, vals])
            both[0].line_ids[1:].unlink()
            both[1].line_ids[:1].unlink()
            numbered = both._approval_as_engine()
            numbered.write({"number": "031/race", "date": "2026-02-02"})
            return both.ids

    def bring_back(self, env, batal_id):
        batal = env["sipbd.hapus.batal"].browse(batal_id)
        batal._approval_as_engine().write({"state": "approved"})
        batal._approval_as_engine()._approval_effect()

    def test_of_two_ways_back_the_second_sees_the_first(self):
        def cancel(hapus, _batal):
            hapus._approval_as_engine().write({"state": "cancelled"})

        one, other = self.cancellations()
        hapus_class = self.registry["sipbd.hapus"]
        with patch.object(hapus_class, "_cancel_by", cancel):
            with self.session() as first, self.session() as second:
                second.cr.execute("SELECT")  # what it sees is as of now
                self.bring_back(first, one)
                first.cr.commit()
                with (
                    mute_logger("odoo.sql_db"),
                    self.assertRaises(SerializationFailure),
                ):
                    self.bring_back(second, other)
                second.cr.rollback()
                second.invalidate_all()
                self.bring_back(second, other)
        self.assertEqual(self.states()[0], ["aktif"] * 3)
        with self.session() as env:
            hapus = env["sipbd.hapus"].browse(self.hapus_id)
            self.assertEqual(hapus.state, "cancelled")
