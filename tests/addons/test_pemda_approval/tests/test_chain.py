from datetime import timedelta

from freezegun import freeze_time
from psycopg2 import errors

from odoo import fields
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import ApprovalCase

GUARD = "pemda_append_only_change"


@tagged("post_install", "-at_install")
class TestChain(ApprovalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.letter = cls.submitted()
        cls.run_through(cls)
        cls.request = cls.letter.sudo().request_id
        cls.all_requests = cls.env["pemda.approval.request"].search([])

    # the helpers of the case work on the class as well
    @classmethod
    def run_through(cls, _case):
        for user in (cls.head, cls.verifier, cls.sekda):
            tasks = cls.env["pemda.approval.task"].search(
                [
                    ("request_id", "=", cls.letter.sudo().request_id.id),
                    ("state", "=", "waiting"),
                ]
            )
            tasks.with_user(user).action_decide("approve")

    def findings(self):
        self.env.invalidate_all()
        return list(self.request._findings())

    def tamper(self, statement, *values):
        """As somebody would who owns the database."""
        table = "pemda_approval_decision"
        self.env.cr.execute(f"ALTER TABLE {table} DISABLE TRIGGER {GUARD}")
        self.env.cr.execute(statement, values)
        self.env.cr.execute(f"ALTER TABLE {table} ENABLE TRIGGER {GUARD}")

    def test_untouched(self):
        self.assertEqual(self.findings(), [])

    @mute_logger("odoo.sql_db")
    def test_the_database_refuses_changes(self):
        for statement in (
            "UPDATE pemda_approval_decision SET note = 'forged'",
            "DELETE FROM pemda_approval_decision",
        ):
            with self.assertRaises(errors.RestrictViolation), self.cr.savepoint():
                self.env.cr.execute(statement)

    def test_a_changed_decision_is_found(self):
        for column, value in (
            ("note", "forged"),
            ("person", "Somebody Else"),
            ("user_id", self.clerk.id),
            ("decided_at", "2020-01-01"),
            ("act", "reject"),
            ("document_hash", "0" * 64),
        ):
            with self.subTest(column), self.cr.savepoint() as savepoint:
                self.tamper(
                    f"UPDATE pemda_approval_decision SET {column} = %s"
                    " WHERE request_id = %s AND position = 2",
                    value,
                    self.request.id,
                )
                self.assertIn("content was changed", " ".join(self.findings()))
                savepoint.rollback()

    def test_a_removed_decision_is_found(self):
        for position in (1, 3, 4):
            with self.subTest(position), self.cr.savepoint() as savepoint:
                self.tamper(
                    "DELETE FROM pemda_approval_decision"
                    " WHERE request_id = %s AND position = %s",
                    self.request.id,
                    position,
                )
                self.assertIn("missing", " ".join(self.findings()))
                savepoint.rollback()

    def test_an_approved_document_that_was_changed_is_found(self):
        self.env.cr.execute(
            "UPDATE test_approval_letter SET amount = 7 WHERE id = %s", [self.letter.id]
        )
        self.assertIn("is not what was decided on", " ".join(self.findings()))

    def test_a_document_changed_together_with_its_hash_is_found(self):
        self.letter.sudo()._approval_as_engine().write({"amount": 7})
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE pemda_approval_request SET document_hash = %s WHERE id = %s",
            [self.letter.sudo()._approval_hashes()[self.letter.id], self.request.id],
        )
        self.assertIn("is not what was decided on", " ".join(self.findings()))

    def test_a_file_that_was_exchanged_is_found(self):
        letter = self.make_letters()
        attachments = self.env["ir.attachment"].with_user(self.clerk)
        ours, other = attachments.create(
            [
                {"name": name, "raw": raw, "res_model": letter._name, "res_id": on.id}
                for name, raw, on in (
                    ("SK", b"Asli", letter),
                    ("Lain", b"Palsu", self.make_letters()),
                )
            ]
        )
        letter.action_submit()
        for user in (self.head, self.verifier, self.sekda):
            self.decide(letter, user)
        self.request = letter.sudo().request_id
        self.assertEqual(self.findings(), [])
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE ir_attachment AS ours"
            "   SET store_fname = other.store_fname, db_datas = other.db_datas"
            "  FROM ir_attachment AS other WHERE ours.id = %s AND other.id = %s",
            [ours.id, other.id],
        )
        self.assertIn("is not the file", " ".join(self.findings()))

    def test_another_number_or_date_is_found(self):
        for column, mirrored in (("number", "number"), ("number_date", "date")):
            with self.subTest(column), self.cr.savepoint() as savepoint:
                for table, name, record in (
                    ("pemda_approval_request", column, self.request),
                    ("test_approval_letter", mirrored, self.letter),
                ):
                    self.env.cr.execute(
                        f"UPDATE {table} SET {name} = '2020-01-01' WHERE id = %s",
                        [record.id],
                    )
                self.assertIn("number or date", " ".join(self.findings()))
                savepoint.rollback()

    def test_a_document_that_says_otherwise_than_its_request_is_found(self):
        for column in ("number", "date", "state"):
            with self.subTest(column), self.cr.savepoint() as savepoint:
                self.env.cr.execute(
                    f"UPDATE test_approval_letter SET {column} = '2020-01-01'"
                    " WHERE id = %s",
                    [self.letter.id],
                )
                self.assertIn("says something else", " ".join(self.findings()))
                savepoint.rollback()

    def test_a_state_that_no_decision_led_to_is_found(self):
        letters = self.submitted(3)
        running, returned, half = letters
        self.decide(returned, self.head, "return", "Again")
        self.decide(half, self.head)
        for letter in letters:
            with self.subTest(letter.name):
                self.request = letter.sudo().request_id
                self.assertEqual(self.findings(), [])
                for table in ("pemda_approval_request", "test_approval_letter"):
                    record = self.request if table.endswith("request") else letter
                    self.env.cr.execute(
                        f"UPDATE {table} SET state = 'approved' WHERE id = %s",
                        [record.id],
                    )
                self.assertIn("no decision led", " ".join(self.findings()))

    def test_a_request_that_vanished_whole_breaks_the_seal(self):
        seals = self.env["pemda.approval.seal"]
        with freeze_time(fields.Datetime.now() + timedelta(hours=2)):
            seal = seals._seal()
        self.assertTrue(seal.decisions)
        self.assertEqual(list(seals._verify()), [])
        self.tamper(
            "DELETE FROM pemda_approval_decision WHERE request_id = %s", self.request.id
        )
        self.assertEqual(list(seals._verify()), [seal])
