"""Two loads at once."""

import base64
import threading
from unittest.mock import patch

from odoo.service.model import retrying
from odoo.tests import tagged
from odoo.tools import mute_logger

from .import_common import item, kib_b
from .session_case import SessionCase


@tagged("post_install", "-at_install")
class TestImportConcurrency(SessionCase):
    unit_code = "98.76.55"

    def setUp(self):
        super().setUp()
        self.startPatcher(patch("odoo.service.model.random.uniform", lambda *_: 0.01))

    def checked(self, content):
        """A load that is ready, committed."""
        with self.session() as env:
            load = env["pemda.import.load"].create(
                {
                    "file": base64.b64encode(content),
                    "filename": "kib_b.xlsx",
                    "unit_id": self.unit_id,
                }
            )
            load.action_step()
            load.action_step()
            return load.id

    def load_at_once(self, load_ids):
        """Start all loads together; {load id: state or error}."""
        barrier = threading.Barrier(len(load_ids))
        results = {}

        def run(load_id):
            try:
                with self.session() as env:
                    env.cr.execute("SELECT 1")  # the snapshot is taken here
                    barrier.wait(20)
                    load = env["pemda.import.load"].browse(load_id)
                    results[load_id] = retrying(load.action_load, env)
            except Exception as error:
                results[load_id] = error

        threads = [threading.Thread(target=run, args=[i]) for i in load_ids]
        with mute_logger("odoo.sql_db", "odoo.service.model"):
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(60)
        return results

    def test_two_files_at_once_get_numbers_of_their_own(self):
        first = self.checked(kib_b(*[item(register=f"{n:06d}") for n in range(1, 40)]))
        second = self.checked(
            kib_b(*[item(register=f"{n:06d}") for n in range(50, 99)])
        )
        results = self.load_at_once([first, second])
        self.assertEqual(results, {first: "loaded", second: "loaded"})
        with self.session() as env:
            env.cr.execute(
                "SELECT count(*), count(DISTINCT nibar), max(right(nibar, 7)::int)"
                " FROM sipbd_asset WHERE unit_id = %s",
                [self.unit_id],
            )
            self.assertEqual(env.cr.fetchone(), (88, 88, 88))

    def test_the_same_file_at_once_is_loaded_once(self):
        content = kib_b(item())
        loads = [self.checked(content), self.checked(content)]
        results = self.load_at_once(loads)
        with self.session() as env:
            states = env["pemda.import.load"].browse(loads).mapped("state")
            self.assertEqual(states.count("loaded"), 1, results)
            count = env["sipbd.asset"].search_count([("unit_id", "=", self.unit_id)])
            self.assertEqual(count, 1)

    def test_one_load_is_not_run_twice_at_once(self):
        load = self.checked(kib_b(item()))
        with self.session() as env, self.session() as other:
            env["pemda.import.load"].browse(load).action_load()
            with self.assertRaises(Exception) as caught:
                other["pemda.import.load"].browse(load).action_load()
            self.assertIn("lock", str(caught.exception).lower())
            other.cr.rollback()
