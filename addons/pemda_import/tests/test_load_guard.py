import base64

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from odoo.addons.pemda_base.tests.common import PemdaCase

LIST = "code,name,parent_code,type\n{code},DINAS {code},,dinas\n"


@tagged("post_install", "-at_install")
class TestLoadGuard(PemdaCase):
    """What a user may learn of, and do to, loads by their ids."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["pemda.office"].create(
            {
                "code": "unit_keeper",
                "name": "Keeper of units",
                "group_id": cls.env.ref("pemda_base.group_pemda_admin").id,
            }
        )
        cls.mine = cls.make_user("guard_a", "unit_keeper", cls.opd_a)
        cls.other = cls.make_user("guard_b", "unit_keeper", cls.opd_b)

    def load(self, user, unit, code="95.00", filename="rahasia.csv"):
        load = (
            self.env["pemda.import.load"]
            .with_user(user)
            .create(
                {
                    "file": base64.b64encode(LIST.format(code=code).encode()),
                    "filename": filename,
                    "target": "hr.department",
                    "unit_id": unit.id,
                }
            )
        )
        while load.state in ("draft", "read"):
            load.action_step()
        return load

    def loaded(self, user, unit, **options):
        load = self.load(user, unit, **options)
        load.action_load()
        self.assertEqual(load.state, "loaded", load.finding_ids.mapped("message"))
        return load

    def attachment(self, load):
        return self.env["ir.attachment"].search(
            [
                ("res_model", "=", load._name),
                ("res_field", "=", "file"),
                ("res_id", "=", load.id),
            ]
        )

    def test_the_undo_dialog_opens_for_ones_own_load_only(self):
        load = self.loaded(self.mine, self.opd_a)
        wizards = self.env["pemda.import.undo"].with_user(self.other)
        with self.assertRaises(AccessError):
            wizards.create({"load_id": load.id, "reason": "curious"})
        with self.assertRaises(AccessError):
            wizards.with_context(default_load_id=load.id).default_get(["load_id"])
        own = self.loaded(self.other, self.opd_b, code="96.00")
        wizard = wizards.create({"load_id": own.id, "reason": "curious"})
        with self.assertRaises(AccessError):
            wizard.write({"load_id": load.id})
        self.assertEqual(wizard.loaded_count, 1)
        context = {"default_load_id": load.id}
        with Form(
            self.env["pemda.import.undo"].with_user(self.mine).with_context(**context)
        ) as form:
            form.reason = "wrong list"
        form.record.action_confirm()
        self.assertEqual(load.state, "undone")

    def test_an_undo_dialog_is_not_read_after_the_office_ended(self):
        load = self.loaded(self.mine, self.opd_a)
        wizard = (
            self.env["pemda.import.undo"]
            .with_user(self.mine)
            .create({"load_id": load.id, "reason": "late"})
        )
        self.appoint(self.mine, "unit_keeper", self.unit_a1)
        self.mine.office_holder_ids.filtered(
            lambda holder: holder.unit_id == self.opd_a
        ).unlink()
        self.env.invalidate_all()
        with self.assertRaises(AccessError):
            wizard.read(["loaded_count"])

    def test_the_name_of_a_foreign_load_shows_through_no_relation(self):
        load = self.load(self.mine, self.opd_a).with_user(self.other)
        self.env.invalidate_all()
        self.assertNotIn("rahasia", load.sudo().display_name)
        self.assertEqual(load.with_user(self.mine).display_name, "rahasia.csv")

    def test_a_refused_duplicate_does_not_tell_whose_file_it_was(self):
        first = self.loaded(self.mine, self.opd_a)
        second = self.load(self.other, self.opd_b)
        self.assertEqual(second.state, "refused")
        self.env.invalidate_all()
        (read,) = second.read(["duplicate_of_id", "refused_reason"])
        self.assertFalse(read["duplicate_of_id"])
        self.assertIn("another unit", read["refused_reason"])
        with self.assertRaises(AccessError):
            second.read(["first_load_id"])
        with self.assertRaises(UserError):
            second.action_open_duplicate()
        again = self.load(self.mine, self.opd_a)
        self.assertEqual(again.duplicate_of_id, first)
        self.assertEqual(again.action_open_duplicate()["res_id"], first.id)

    def test_the_file_of_a_load_is_not_touched_from_outside(self):
        load = self.loaded(self.mine, self.opd_a)
        file = self.attachment(load).with_user(self.mine)
        self.assertEqual(len(file), 1)
        forged = base64.b64encode(b"forged")
        for act in (
            lambda: file.write({"datas": forged}),
            lambda: file.write({"res_field": False}),
            lambda: file.unlink(),
            lambda: file.copy({"datas": forged}),
        ):
            with self.assertRaisesRegex(UserError, "evidence"), self.cr.savepoint():
                act()
        note = self.env["ir.attachment"].with_user(self.mine)
        note = note.create({"name": "note", "res_model": load._name, "res_id": load.id})
        with self.assertRaisesRegex(UserError, "evidence"), self.cr.savepoint():
            note.write({"res_field": "file"})
        self.assertTrue(note.unlink())

    def test_a_draft_takes_another_file_and_goes_with_it(self):
        load = (
            self.env["pemda.import.load"]
            .with_user(self.mine)
            .create(
                {
                    "file": base64.b64encode(b"one"),
                    "filename": "draft.csv",
                    "target": "hr.department",
                    "unit_id": self.opd_a.id,
                }
            )
        )
        load.file = base64.b64encode(b"two")
        file = self.attachment(load)
        self.assertEqual(file.raw, b"two")
        load.sudo().unlink()
        self.assertFalse(file.exists())

    def test_unknown_forms_of_columns_are_refused(self):
        load = self.load(self.mine, self.opd_a)
        for formats in ("us", ["us"], {"nilai": "fr"}, {"nilai": ["us"]}):
            with self.assertRaisesRegex(UserError, "form of a column"):
                load.action_reread(formats=formats)
            with self.assertRaisesRegex(UserError, "form of a column"):
                self.env["pemda.import.load"].with_user(self.mine).create(
                    {
                        "file": load.file,
                        "filename": "form.csv",
                        "target": "hr.department",
                        "unit_id": self.opd_a.id,
                        "formats": formats,
                    }
                )
        self.assertEqual(load.action_reread(formats={"nilai": "us"}), "read")

    def test_registers_are_named_in_the_language_of_the_user(self):
        model = self.env["ir.model"]._get("pemda.import.target.unit")
        model.with_context(lang="id_ID").name = "Senarai perangkat"
        loads = self.env["pemda.import.load"].with_context(lang="id_ID")
        self.assertEqual(
            dict(loads._selection_target())["hr.department"], "Senarai perangkat"
        )
        with self.assertRaisesRegex(UserError, "Senarai perangkat"):
            self.env["pemda.import.target.unit"].with_context(
                lang="id_ID"
            )._prepare_answer("unit", "x", "y")
