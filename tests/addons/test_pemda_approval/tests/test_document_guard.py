import base64
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import ApprovalCase


@tagged("post_install", "-at_install")
class TestDocumentGuard(ApprovalCase):
    """A submitted document stays as it was submitted."""

    def attach(self, letter, user=None):
        return (
            self.env["ir.attachment"]
            .with_user(user or self.clerk)
            .create(
                {
                    "name": "lampiran.txt",
                    "res_model": letter._name,
                    "res_id": letter.id,
                    "datas": base64.b64encode(b"isi"),
                }
            )
        )

    def assert_fixed(self, letter):
        line = letter.line_ids
        for change in (
            lambda: letter.write({"name": "x"}),
            lambda: letter.write({"line_ids": [(0, 0, {"name": "x"})]}),
            lambda: letter.sudo().write({"amount": 1}),
            lambda: line.write({"quantity": 9}),
            lambda: line.sudo().unlink(),
            lambda: line.copy({"name": "x"}),
            lambda: self.attach(letter),
            lambda: letter.unlink(),
            lambda: letter.sudo().unlink(),
        ):
            with self.assertRaises(UserError), self.cr.savepoint():
                change()
            self.env.invalidate_all()

    def test_running_approved_and_rejected_are_fixed(self):
        running, approved, rejected = (self.submitted() for _ in range(3))
        self.run_through(approved)
        self.decide(rejected, self.head, "reject", "No")
        for letter in (running, approved, rejected):
            with self.subTest(letter.state):
                self.assert_fixed(letter)

    def test_what_nobody_decides_on_may_change(self):
        letter = self.submitted()
        letter.remark = "Called the clerk"
        self.run_through(letter)
        self.assertEqual(letter.state, "approved")
        self.assertEqual(letter.remark, "Called the clerk")

    def test_a_line_is_not_moved_out_of_a_submitted_document(self):
        letter, draft = self.submitted(), self.make_letters()
        for line, target in ((letter.line_ids, draft), (draft.line_ids, letter)):
            with self.assertRaises(UserError), self.cr.savepoint():
                line.letter_id = target

    def test_attachments_belong_to_what_is_decided_on(self):
        letter = self.make_letters()
        attachment = self.attach(letter)
        letter.action_submit()
        for change in (
            lambda: attachment.unlink(),
            lambda: attachment.write({"datas": base64.b64encode(b"lain")}),
            lambda: attachment.write({"res_id": self.make_letters().id}),
            lambda: attachment.sudo().write({"name": "lain"}),
        ):
            with self.assertRaises(UserError), self.cr.savepoint():
                change()
        self.run_through(letter)
        self.assertEqual(letter.state, "approved")

    def test_the_value_of_a_binary_field_is_written_by_the_document_only(self):
        """A binary field stores by superuser rights; its attachment takes no others."""
        letter = self.submitted()
        value = (
            self.env["ir.attachment"]
            .sudo()
            .create(
                {
                    "name": "name",
                    "res_model": letter._name,
                    "res_id": letter.id,
                    "res_field": "name",
                    "raw": b"isi",
                }
            )
        )
        for change in (
            lambda: value.with_user(self.clerk).write({"raw": b"lain"}),
            lambda: value.with_user(self.clerk).unlink(),
        ):
            with self.assertRaises(UserError), self.cr.savepoint():
                change()

    def test_no_attachment_passes_itself_off_as_a_print(self):
        letter = self.submitted()
        attachments = self.env["ir.attachment"].with_user(self.clerk)
        with self.assertRaises(AccessError):
            attachments.create({"name": "x", "is_approval_print": True})
        draft = self.make_letters()
        hidden = attachments.with_context(default_is_approval_print=True).create(
            {"name": "x", "res_model": letter._name, "res_id": draft.id}
        )
        self.assertFalse(hidden.is_approval_print)

    def test_a_change_past_the_engine_stops_the_approval(self):
        letter = self.submitted()
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE test_approval_letter SET amount = 1 WHERE id = %s", [letter.id]
        )
        self.env.invalidate_all()
        with self.assertRaisesRegex(UserError, "not as it was submitted"):
            self.decide(letter, self.head)
        self.decide(letter, self.head, "return", "Somebody changed it")

    def test_the_hash_does_not_ask_who_looks(self):
        letter = self.submitted().sudo()
        model = type(letter)

        def payload(document):
            return dict(document.env.context)

        with patch.object(model, "_approval_payload", payload):
            hashes = {
                letter.with_context(**context)._approval_hashes()[letter.id]
                for context in ({}, {"lang": "id_ID"}, {"bin_size": True}, {"x": 1})
            }
        self.assertEqual(len(hashes), 1)

    def test_a_draft_may_be_deleted_a_submitted_one_is_kept(self):
        self.make_letters().unlink()
        letter = self.submitted()
        letter.action_withdraw()
        with self.assertRaisesRegex(UserError, "is kept"):
            letter.unlink()

    def test_a_copy_begins_anew(self):
        letter = self.submitted()
        self.run_through(letter)
        copy = letter.copy()
        self.assertEqual(copy.state, "draft")
        self.assertFalse(copy.request_id or copy.number or copy.date)
