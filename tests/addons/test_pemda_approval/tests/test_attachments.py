from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged

from .common import ApprovalCase


@tagged("post_install", "-at_install")
class TestAttachments(ApprovalCase):
    """What has to be attached, and what whoever decides sees of it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.bast = cls.require("BAST")
        cls.police = cls.require("Surat kepolisian", causes="hilang")
        cls.large = cls.require("Persetujuan DPRD", amount_above=5_000_000_000)
        cls.photo = cls.require("Foto", need="optional")

    @classmethod
    def require(cls, name, **vals):
        return cls.env["pemda.approval.requirement"].create(
            {"kind_id": cls.kind.id, "name": name, **vals}
        )

    def attach(self, letter, line=None, name="berkas.pdf", user=None, raw=b"%PDF-1.4"):
        files = self.env["ir.attachment"].with_user(user or self.clerk)
        return files.create(
            {
                "name": name,
                "raw": raw,
                "res_model": letter._name,
                "res_id": letter.id,
                "approval_requirement_id": line and line.id,
            }
        )

    def lines(self, letter, user=None):
        """Name of each line -> (required, missing, names of files)."""
        self.env.invalidate_all()
        shown = letter.with_user(user or self.clerk).attachment_checklist
        return {
            line["name"]: (
                line["required"],
                line["missing"],
                [file["name"] for file in line["files"]],
            )
            for line in shown["lines"]
        }

    def test_what_is_missing_is_named(self):
        letter = self.make_letters(cause="hilang")
        with self.assertRaisesRegex(UserError, "“BAST”, “Surat kepolisian”"):
            letter.action_submit()
        self.attach(letter, self.bast)
        with self.assertRaisesRegex(UserError, "Not attached yet: “Surat kepolisian”"):
            letter.action_submit()
        # a file beside the line is none of it
        self.attach(letter)
        with self.assertRaises(UserError):
            letter.action_submit()
        self.attach(letter, self.police)
        letter.action_submit()
        self.assertEqual(letter.state, "running")

    def test_every_document_is_named_and_none_is_submitted(self):
        letters = self.make_letters(3, cause="usang")
        self.attach(letters[1], self.bast)
        with self.assertRaises(UserError) as refused:
            letters.action_submit()
        self.assertIn("Surat 1: Not attached", str(refused.exception))
        self.assertNotIn("Surat 2", str(refused.exception))
        self.assertEqual(set(letters.mapped("state")), {"draft"})

    def test_a_condition_that_nobody_can_answer_is_said(self):
        letter = self.make_letters()
        self.attach(letter, self.bast)
        self.assertEqual(self.lines(letter)["Surat kepolisian"], (False, False, []))
        with self.assertRaisesRegex(UserError, "depends on “causes”"):
            letter.action_submit()

    def test_the_list_shows_what_counts_for_the_document(self):
        letter = self.make_letters(cause="usang", amount=5_000_000_001)
        self.attach(letter, self.photo, "depan.jpg")
        self.attach(letter, self.photo, "belakang.jpg")
        self.assertEqual(
            self.lines(letter),
            {
                "BAST": (True, True, []),
                "Persetujuan DPRD": (True, True, []),
                "Foto": (False, False, ["depan.jpg", "belakang.jpg"]),
            },
        )

    def test_a_new_document_shows_the_list_before_it_is_saved(self):
        form = Form(self.env["test.approval.letter"].with_user(self.clerk))
        names = [line["name"] for line in form.attachment_checklist["lines"]]
        self.assertIn("BAST", names)
        self.assertIn("Persetujuan DPRD", names)

    def test_files_are_fixed_while_the_document_runs(self):
        letter = self.make_letters(cause="usang")
        file = self.attach(letter, self.bast)
        letter.action_submit()
        for act in (
            lambda: self.attach(letter, self.photo),
            lambda: file.write({"approval_requirement_id": self.photo.id}),
            lambda: file.write({"raw": b"other"}),
            file.unlink,
            file.sudo().unlink,
        ):
            with self.assertRaisesRegex(UserError, "stays as it is"):
                act()
        self.assertFalse(letter.attachment_checklist["editable"])

    def test_the_line_of_a_file_is_part_of_what_is_decided_on(self):
        letter = self.make_letters(cause="usang")
        file = self.attach(letter, self.bast)
        letter.action_submit()
        self.env.cr.execute(
            "UPDATE ir_attachment SET approval_requirement_id = %s WHERE id = %s",
            [self.photo.id, file.id],
        )
        self.env.invalidate_all()
        with self.assertRaisesRegex(UserError, "not as it was submitted"):
            self.decide(letter, self.head)

    def test_a_later_change_of_the_list_leaves_what_runs(self):
        letter = self.make_letters(cause="usang")
        self.attach(letter, self.bast)
        letter.action_submit()
        self.require("Baru")
        self.bast.name = "Berita acara"
        self.run_through(letter)
        self.assertEqual(letter.state, "approved")
        self.assertEqual(
            self.lines(letter), {"Berita acara": (True, False, ["berkas.pdf"])}
        )

    def test_a_line_that_is_used_is_archived_not_deleted(self):
        self.attach(self.make_letters(), self.bast)
        with self.assertRaisesRegex(UserError, "archive the line"):
            self.bast.unlink()
        self.photo.unlink()

    def test_whoever_decides_opens_the_files_and_says_what_is_wrong(self):
        letter = self.make_letters(cause="usang")
        file = self.attach(letter, self.bast, "<b>x.pdf")
        self.attach(letter, name="lain.pdf")
        letter.action_submit()
        task = self.waiting(letter, self.head)
        for part in (f"/web/content/{file.id}", "BAST", "&lt;b&gt;x.pdf", "lain.pdf"):
            self.assertIn(part, task.preview)
        self.assertTrue(file.with_user(self.head).raw)
        action = task.action_return()
        dialog = self.env[action["res_model"]].with_user(self.head)
        dialog = dialog.browse(action["res_id"])
        self.assertEqual(
            dialog.note_line_ids.mapped("subject"), ["BAST", "Further attachments"]
        )
        dialog.note = "Not yet"
        dialog.note_line_ids[0].note = "No stamp"
        dialog.action_confirm()
        decision = letter.request_id.decision_ids[-1]
        self.assertEqual(decision.field_notes, {"BAST": "No stamp"})
        self.assertEqual(decision.all_notes, "Not yet\nBAST: No stamp")
        self.assertIn("BAST: No stamp", letter.returned_note)
        self.assertEqual(letter.attachment_checklist["lines"][0]["note"], "No stamp")
        # corrected: the file is changed, and what was returned runs anew
        file.with_user(self.clerk).unlink()
        self.attach(letter, self.bast, "cap.pdf")
        letter.action_submit()
        self.env.invalidate_all()
        self.assertFalse(letter.returned_note)
        self.run_through(letter)
        self.assertEqual(letter.state, "approved")

    def test_a_line_of_another_kind_is_refused(self):
        files = self.env["ir.attachment"].with_user(self.clerk)
        with self.assertRaisesRegex(ValidationError, "no attachment of this kind"):
            files.create(
                {
                    "name": "x",
                    "raw": b"x",
                    "res_model": "res.users",
                    "res_id": self.clerk.id,
                    "approval_requirement_id": self.bast.id,
                }
            )

    def test_nobody_attaches_to_a_document_of_another_unit(self):
        letter = self.make_letters()
        with self.assertRaises(AccessError):
            self.attach(letter, self.bast, user=self.head_b)

    def test_no_list_no_file(self):
        self.kind.requirement_ids.active = False
        letters = self.submitted(2)
        self.assertEqual(set(letters.mapped("state")), {"running"})
