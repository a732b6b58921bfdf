"""Papers that come after the decision: the claim on a loss is decided months later."""

import base64
import hashlib
from io import BytesIO

from PIL import Image
from psycopg2 import Error as DatabaseError

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import ApprovalCase

CONTENT = b"%PDF-1.4 putusan"


@tagged("post_install", "-at_install")
class TestLaterAttachments(ApprovalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.colleague = cls.make_user("ap_colleague", "test_clerk", cls.opd_a)
        cls.stranger = cls.make_user("ap_stranger", "test_clerk", cls.opd_b)

    def approved(self):
        letter = self.submitted()
        self.run_through(letter)
        self.assertEqual(letter.state, "approved")
        return letter

    def attach(self, letter, user=None, content=CONTENT, note="Putusan 7", **vals):
        """By the dialog, as people do."""
        letter = letter.with_user(user or self.clerk)
        action = letter.action_attach_later()
        dialogs = self.env[action["res_model"]].with_user(letter.env.user)
        dialog = dialogs.with_context(**action["context"]).create(
            {
                "note": note,
                "file": base64.b64encode(content),
                "file_name": "putusan.pdf",
                **vals,
            }
        )
        dialog.action_attach()
        return letter.sudo().request_id._attach_acts()[-1:]

    def file_of(self, act):
        return self.env["ir.attachment"].browse(act.attached["id"])

    def findings(self, letter):
        self.env.flush_all()
        self.env.invalidate_all()
        return list(letter.sudo().request_id._findings())

    def shown(self, letter, user):
        self.env.invalidate_all()
        return letter.with_user(user).attachment_checklist

    def test_who_when_and_hash_are_a_link_of_the_chain(self):
        letter = self.approved()
        request = letter.sudo().request_id
        before = (letter._approval_hashes(), request.document_hash, request.number)
        act = self.attach(letter, self.colleague)
        self.assertEqual(
            (act.act, act.person, act.user_id, act.note, act.position),
            ("attach", self.colleague.name, self.colleague, "Putusan 7", 5),
        )
        self.assertEqual(act.attached["sha256"], hashlib.sha256(CONTENT).hexdigest())
        self.assertEqual(act.document_hash, request._final_decision().document_hash)
        self.assertIn(act.attached["sha256"], act.all_notes)
        after = (letter._approval_hashes(), request.document_hash, request.number)
        self.assertEqual((letter.state, after), ("approved", before))
        self.attach(letter, content=b"%PDF-1.4 bukti setor", note="Bukti setor")
        self.assertEqual(self.findings(letter), [])
        self.assertEqual(request._public_facts(request.token)["valid"], True)

    def test_the_form_shows_them_to_every_reader(self):
        letter = self.approved()
        self.assertTrue(self.shown(letter, self.clerk)["may_attach_later"])
        self.attach(letter)
        for user in (self.clerk, self.colleague, self.sekda):
            shown = self.shown(letter, user)
            self.assertEqual(
                [(file["name"], file["note"], file["who"]) for file in shown["later"]],
                [("putusan.pdf", "Putusan 7", self.clerk.name)],
            )
            self.assertEqual(shown["others"], [])
            file = self.env["ir.attachment"].with_user(user)
            self.assertEqual(file.browse(shown["later"][0]["id"]).raw, CONTENT)
        self.assertIn("putusan.pdf", letter.sudo().request_id.preview)

    def test_before_the_decision_there_is_the_list(self):
        draft, running = self.make_letters(), self.submitted()
        rejected = self.submitted()
        self.decide(rejected, self.head, "reject", "Tidak")
        for letter in (draft, running, rejected):
            self.assertFalse(self.shown(letter, self.clerk)["may_attach_later"])
            with self.assertRaisesRegex(UserError, "is not decided"):
                letter.action_attach_later()
            with self.assertRaisesRegex(UserError, "is not decided"):
                letter._attach_later("a.pdf", CONTENT, "x")

    def test_a_cancelled_document_takes_them_and_stays_cancelled(self):
        letter = self.approved()
        counter = self.submitted(cancels_id=letter.id)
        self.run_through(counter)
        self.assertEqual(letter.state, "cancelled")
        request = letter.sudo().request_id
        revoked = request._revoked_on()
        self.attach(letter)
        self.assertEqual((letter.state, request._revoked_on()), ("cancelled", revoked))
        self.assertEqual(self.findings(letter), [])

    def test_by_those_who_work_on_the_document_only(self):
        letter = self.approved()
        dialogs = self.env["pemda.approval.attach"]
        vals = {
            "res_model": letter._name,
            "res_id": letter.id,
            "note": "x",
            "file": base64.b64encode(CONTENT),
            "file_name": "a.pdf",
        }
        for user in (self.stranger, self.head_b):
            with self.assertRaises(AccessError):
                letter.with_user(user).action_attach_later()
            with self.assertRaises(AccessError):
                dialogs.with_user(user).create(vals).action_attach()
        for model, id_ in (("res.users", 2), ("no.model", 1), (letter._name, 10**9)):
            dialog = dialogs.with_user(self.clerk).create(
                {**vals, "res_model": model, "res_id": id_}
            )
            with self.assertRaisesRegex(UserError, "Open the document"):
                dialog.action_attach()
        own = dialogs.with_user(self.clerk).create(vals)
        with self.assertRaises(AccessError):
            own.with_user(self.colleague).action_attach()
        self.assertFalse(letter.sudo().request_id._attach_acts())

    def test_it_stays_as_it_is(self):
        letter = self.approved()
        act = self.attach(letter)
        for file in (
            self.file_of(act).with_user(self.clerk),
            self.file_of(act).sudo(),
        ):
            for change in (
                file.unlink,
                lambda file=file: file.write({"raw": b"lain"}),
                lambda file=file: file.write({"name": "lain.pdf"}),
                lambda file=file: file.write({"res_id": 0}),
                lambda file=file: file.write({"is_approval_later": False}),
            ):
                # an AccessError is a UserError as well
                with self.assertRaises(UserError), self.cr.savepoint():
                    change()
        with self.assertRaises(UserError), self.cr.savepoint():
            act.with_user(self.clerk).write({"note": "lain"})
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(DatabaseError),
            self.cr.savepoint(),
        ):
            self.cr.execute(
                "UPDATE pemda_approval_decision SET attached = NULL WHERE id = %s",
                [act.id],
            )
        self.assertEqual(self.findings(letter), [])

    def test_no_file_hides_from_the_decision_as_a_later_one(self):
        letter = self.make_letters()
        files = self.env["ir.attachment"].with_user(self.clerk)
        vals = {"name": "x", "res_model": letter._name, "res_id": letter.id}
        with self.assertRaises(AccessError):
            files.create({**vals, "is_approval_later": True})
        hidden = files.with_context(default_is_approval_later=True).create(vals)
        self.assertFalse(hidden.is_approval_later)
        with self.assertRaises(AccessError):
            hidden.write({"is_approval_later": True})

    def test_what_is_wrong_with_a_file(self):
        letter = self.approved()
        for text, vals in (
            ("is empty", {"content": b" "[:0]}),
            ("needs a name", {"file_name": " "}),
            ("needs a name", {"file_name": "a" * 201}),
            ("Say what it is", {"note": "  "}),
        ):
            with self.assertRaisesRegex(UserError, text):
                self.attach(letter, **vals)
        self.attach(letter)
        with self.assertRaisesRegex(UserError, "attached before, as “putusan.pdf”"):
            self.attach(letter, self.colleague, file_name="lain.pdf")

    def test_a_large_photo_is_kept_as_it_came(self):
        letter = self.approved()
        target = BytesIO()
        Image.new("RGB", (2500, 2000)).save(target, "PNG")
        act = self.attach(letter, content=target.getvalue(), file_name="foto.png")
        self.assertEqual(self.file_of(act).sudo().raw, target.getvalue())
        self.assertEqual(self.findings(letter), [])

    def test_tampering_past_the_engine_is_found(self):
        letter = self.approved()
        act, other = (
            self.attach(letter),
            self.attach(letter, content=b"%PDF-1.4 lain", note="Lain"),
        )
        self.env.flush_all()
        self.cr.execute(
            "UPDATE ir_attachment SET name = 'x' WHERE id = %s", [act.attached["id"]]
        )
        self.cr.execute(
            "DELETE FROM ir_attachment WHERE id = %s", [other.attached["id"]]
        )
        added = self.env["ir.attachment"].create({"name": "x", "raw": b"x"})
        self.env.flush_all()
        self.cr.execute(
            "UPDATE ir_attachment SET is_approval_later = TRUE, res_model = %s,"
            " res_id = %s WHERE id = %s",
            [letter._name, letter.id, added.id],
        )
        found = "\n".join(self.findings(letter))
        self.assertIn(f"{act.attached['id']} is not the file that was attached", found)
        self.assertIn(f"{other.attached['id']} is missing", found)
        self.assertIn(f"{added.id} was not attached by anybody", found)
