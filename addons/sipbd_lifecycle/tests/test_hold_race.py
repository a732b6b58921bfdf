import threading

from psycopg2.errors import SerializationFailure

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.sipbd.tests.common import CAR
from odoo.addons.sipbd.tests.session_case import SessionCase

# what the race leaves behind, in the order in which it can go
LEFT_BEHIND = (
    "DELETE FROM pemda_approval_decision WHERE request_id = ANY(%(requests)s)",
    "DELETE FROM pemda_approval_task WHERE request_id = ANY(%(requests)s)",
    "DELETE FROM sipbd_mutasi WHERE id = ANY(%(mutasi)s)",
    "DELETE FROM pemda_approval_request WHERE id = ANY(%(requests)s)",
    "DELETE FROM sipbd_lifecycle_hold WHERE res_id = ANY(%(mutasi)s)",
)


@tagged("post_install", "-at_install")
class TestHoldRace(SessionCase):
    """Two documents with the same goods, or one that two work on at once: one wins."""

    unit_code = "98.76.61"

    def setUp(self):
        super().setUp()
        with self.session() as env:
            other = (
                env["hr.department"]
                .browse(self.unit_id)
                .copy({"code": "98.76.62", "name": "Dinas Penerima"})
            )
            self.other_id = other.id
            kode = env["sipbd.kode"].search([("code", "=", CAR)])
            vals = {
                "code_id": kode.id,
                "unit_id": self.unit_id,
                "nilai_perolehan": 10,
                "document_kind": "bast",
                "document_number": "1",
                "document_date": "2024-01-01",
            }
            asset, further = env["sipbd.asset"].create([vals] * 2)
            self.further_id = further.id
            documents = env["sipbd.mutasi"].create(
                [
                    {
                        "unit_id": self.unit_id,
                        "to_unit_id": other.id,
                        "reason": "Serentak",
                    }
                ]
                * 2
            )
            for document in documents:
                document._add_goods(asset)
            self.mutasi_ids = documents.ids

    def clean(self):  # pylint: disable=missing-return
        table = "ALTER TABLE pemda_approval_decision %s TRIGGER USER"
        with self.session() as env:
            documents = env["sipbd.mutasi"].browse(self.mutasi_ids)
            left = {
                "mutasi": self.mutasi_ids,
                "requests": documents.request_id.ids,
            }
            env.cr.execute(table % "DISABLE")
            for statement in LEFT_BEHIND:
                env.cr.execute(statement, left)
            env.cr.execute(table % "ENABLE")
            env["hr.department"].browse(self.other_id).unlink()
        super().clean()

    def submit(self, said, started, which=1):
        for _attempt in range(3):
            try:
                with self.session() as env, mute_logger("odoo.sql_db"):
                    env.cr.execute("SELECT 1")  # the snapshot is taken here
                    started.set()
                    env["sipbd.mutasi"].browse(self.mutasi_ids[which]).action_submit()
                said.append("submitted")
                return
            except SerializationFailure:  # what makes a request start over
                continue
            except UserError as error:
                said.append(str(error))
                return

    def test_one_wins_and_the_other_is_told(self):
        said, started = [], threading.Event()
        with self.session() as env:
            env["sipbd.mutasi"].browse(self.mutasi_ids[0]).action_submit()
            other = threading.Thread(target=self.submit, args=(said, started))
            other.start()
            started.wait(10)
            other.join(0.5)
            self.assertTrue(other.is_alive(), "the second one waits for the first")
        other.join(30)
        self.assertEqual(len(said), 1)
        self.assertIn("another document on its way", said[0])
        with self.session() as env:
            states = env["sipbd.mutasi"].browse(self.mutasi_ids).mapped("state")
            self.assertEqual(states, ["running", "draft"])

    def changed_while_submitted(self, change):
        """What one changes in a draft stands in it when the other submits it."""
        said, started = [], threading.Event()
        with self.session() as env:
            change(env["sipbd.mutasi"].browse(self.mutasi_ids[0]))
            env.flush_all()
            other = threading.Thread(target=self.submit, args=(said, started, 0))
            other.start()
            started.wait(10)
            other.join(0.5)
            self.assertTrue(other.is_alive(), "whoever submits waits for the change")
        other.join(30)
        self.assertEqual(said, ["submitted"])
        with self.session() as env:
            mutasi = env["sipbd.mutasi"].browse(self.mutasi_ids[0])
            self.assertEqual(
                mutasi._approval_hashes()[mutasi.id], mutasi.request_id.document_hash
            )
            return mutasi.line_ids.mapped(lambda line: (line.position, line.keterangan))

    def test_a_line_is_saved_meanwhile(self):
        lines = self.changed_while_submitted(
            lambda mutasi: mutasi.line_ids.write({"keterangan": "Tanpa kunci"})
        )
        self.assertEqual(lines, [(1, "Tanpa kunci")])

    def test_goods_are_added_meanwhile(self):
        lines = self.changed_while_submitted(
            lambda mutasi: mutasi._add_goods(
                mutasi.env["sipbd.asset"].browse(self.further_id)
            )
        )
        self.assertEqual(lines, [(1, False), (2, False)])
