"""Two people at the register at once."""

import threading

from psycopg2.errors import SerializationFailure

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import CAR
from .session_case import SessionCase


@tagged("post_install", "-at_install")
class TestConcurrency(SessionCase):
    unit_code = "98.76.54"

    def setUp(self):
        super().setUp()
        with self.session() as env:
            self.asset_id = self.enter(env).id

    def enter(self, env, count=1):
        kode = env["sipbd.kode"].search([("code", "=", CAR)])
        vals = {
            "code_id": kode.id,
            "unit_id": self.unit_id,
            "nilai_perolehan": 10,
            "document_kind": "bast",
            "document_number": "1",
            "document_date": "2024-01-01",
        }
        return env["sipbd.asset"].create([vals] * count)

    def enter_with_retry(self, started, count, failures):
        """What the server does with a request: again from the start if it must."""
        for _attempt in range(5):
            try:
                with self.session() as env, mute_logger("odoo.sql_db"):
                    env.cr.execute("SELECT 1")  # the snapshot is taken here
                    started.set()
                    self.enter(env, count)
                return
            except SerializationFailure:
                continue
            except Exception as error:
                failures.append(error)
                return
        failures.append("no attempt succeeded")

    def test_numbers_given_at_once_are_distinct(self):
        failures, started = [], threading.Event()
        with self.session() as env:
            self.enter(env, 20)  # holds the counters until the commit
            other = threading.Thread(
                target=self.enter_with_retry, args=(started, 20, failures)
            )
            other.start()
            started.wait(10)
        other.join(30)
        self.assertFalse(other.is_alive(), "deadlock")
        self.assertEqual(failures, [])
        with self.session() as env:
            assets = env["sipbd.asset"].search([("unit_id", "=", self.unit_id)])
            self.assertEqual(len(assets), 41)
            self.assertEqual(len(set(assets.mapped("nibar"))), 41)
            registers = sorted(assets.mapped("register"))
            self.assertEqual(registers, [f"{n:06}" for n in range(1, 42)])

    def test_two_people_on_one_asset_one_wins(self):
        document = {
            "document_kind": "ba",
            "document_number": "2",
            "document_date": "2024-02-01",
        }
        with self.session() as first, self.session() as second:
            asset = first["sipbd.asset"].browse(self.asset_id)
            asset._correct_value(20, document)
            second.cr.execute("SET LOCAL lock_timeout = '10s'")  # fail, do not hang
            with self.assertRaisesRegex(UserError, "Somebody else is booking"):
                second["sipbd.asset"].browse(self.asset_id)._correct_value(30, document)
            second.cr.rollback()
        with self.session() as env:
            asset = env["sipbd.asset"].browse(self.asset_id)
            self.assertEqual(asset.nilai_perolehan, 20)
            self.assertEqual(len(asset.entry_ids), 2)
            self.assertEqual(asset._ledger_differences([asset.id]), [])

    def test_a_document_that_two_book_at_once_counts_once(self):
        """Whoever began before the other committed is begun anew, and is told then."""
        document = {
            "document_kind": "ba",
            "document_number": "3",
            "document_date": "2024-02-01",
        }
        with self.session() as second:
            second.cr.execute("SELECT 1 FROM sipbd_asset LIMIT 1")  # the snapshot
            with self.session() as first:
                asset = first["sipbd.asset"].browse(self.asset_id)
                asset._add_cost(5, document)
            again = second["sipbd.asset"].browse(self.asset_id)
            with (
                self.assertRaises(SerializationFailure),
                mute_logger("odoo.sql_db"),
            ):
                again._add_cost(5, document)
            second.cr.rollback()
            with self.assertRaisesRegex(UserError, "is booked on .* already"):
                again._add_cost(5, document)
            second.cr.rollback()
        with self.session() as env:
            asset = env["sipbd.asset"].browse(self.asset_id)
            self.assertEqual(asset.nilai_perolehan, 15)
            self.assertEqual(asset._ledger_differences([asset.id]), [])
