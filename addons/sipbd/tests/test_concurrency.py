"""Two sessions at once, each with a connection of its own and real commits."""

import threading
from contextlib import contextmanager
from unittest.mock import patch

from psycopg2.errors import SerializationFailure

from odoo import SUPERUSER_ID, api
from odoo.exceptions import UserError
from odoo.modules.registry import DummyRLock, Registry
from odoo.sql_db import db_connect
from odoo.tests import BaseCase, get_db_name, tagged
from odoo.tools import mute_logger

from .common import CAR

UNIT_CODE = "98.76.54"


@tagged("post_install", "-at_install")
class TestConcurrency(BaseCase):
    def setUp(self):
        super().setUp()
        # Tests run while the registry is being loaded: its lock is held by us.
        self.startPatcher(patch.object(Registry, "_lock", DummyRLock()))
        self.registry = Registry(get_db_name())
        with self.session() as env:
            unit = env["hr.department"].create(
                {
                    "code": UNIT_CODE,
                    "name": "Dinas Serentak",
                    "kind_id": env.ref("pemda_base.unit_kind_dinas").id,
                }
            )
            self.unit_id = unit.id
            self.asset_id = self.enter(env).id
        self.addCleanup(self.clean)

    @contextmanager
    def session(self):
        """Environment on a connection of its own, committed at the end."""
        cr = db_connect(get_db_name()).cursor()
        try:
            yield api.Environment(cr, SUPERUSER_ID, {"tracking_disable": True})
            cr.commit()  # pylint: disable=invalid-commit
        finally:
            cr.close()

    def clean(self):
        """The ledger cannot be emptied: its guard has to be taken off for that."""
        with self.session() as env:
            execute = env.cr.execute
            execute("ALTER TABLE sipbd_entry DISABLE TRIGGER USER")
            execute("DELETE FROM sipbd_entry WHERE unit_id = %s", [self.unit_id])
            execute("ALTER TABLE sipbd_entry ENABLE TRIGGER USER")
            execute("DELETE FROM sipbd_asset WHERE unit_id = %s", [self.unit_id])
            execute("DELETE FROM pemda_numbering_counter WHERE key LIKE '%%987654%%'")
            env["hr.department"].browse(self.unit_id).unlink()

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
