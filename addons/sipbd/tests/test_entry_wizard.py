from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .common import RACK, SipbdCase


@tagged("post_install", "-at_install")
class TestEntryWizard(SipbdCase):
    def form(self, user=None, **values):
        asset = self.asset_a.with_user(user or self.clerk_a)
        action = asset.action_open_entry_wizard()
        form = Form(
            self.env["sipbd.entry.wizard"]
            .with_user(user or self.clerk_a)
            .with_context(**action["context"])
        )
        for name, value in {**self.document("2024-06-01"), **values}.items():
            form[name] = value
        return form

    def test_each_act(self):
        rack = self.kode(RACK)
        for values, field_name, expected in (
            ({"act": "nilai", "new_nilai": 2000000}, "nilai_perolehan", 2000000),
            ({"act": "kuantitas", "new_jumlah": 4}, "jumlah", 4),
            ({"act": "kode", "new_code_id": rack}, "code_id", rack),
            ({"act": "kondisi", "new_kondisi": "RR"}, "kondisi", "RR"),
            ({"act": "unit", "new_unit_id": self.unit_a1}, "unit_id", self.unit_a1),
            ({"act": "batal"}, "unit_id", self.opd_a),
            ({"act": "tanggal", "new_tanggal": "2023-01-02"}, "tahun_perolehan", 2023),
        ):
            with self.subTest(values["act"]):
                self.form(**values).save().action_book()
                self.env.invalidate_all()
                self.assertEqual(self.asset_a[field_name], expected)
        self.assertEqual(self.env["sipbd.asset"]._ledger_differences(), [])

    def test_preview_shows_before_and_after(self):
        preview = self.form(act="kondisi", new_kondisi="RB").preview
        self.assertIn("Good (B)", preview)
        self.assertIn("Badly damaged (RB)", preview)
        preview = self.form(act="nilai", new_nilai=5).preview
        self.assertRegex(preview, r"1[.,]500[.,]000.*Rp 5[.,]00")
        self.assertIn("0101", self.form(act="batal").preview)

    def test_what_an_act_needs_is_asked_for(self):
        wizard = self.env["sipbd.entry.wizard"].with_user(self.clerk_a)
        for act in ("kode", "kondisi", "unit", "tanggal"):
            vals = {"asset_id": self.asset_a.id, "act": act, **self.document()}
            with self.subTest(act), self.assertRaisesRegex(UserError, "is missing"):
                wizard.create(vals).action_book()

    def test_a_form_opened_before_another_entry_is_stale(self):
        mine = self.form(act="nilai", new_nilai=1).save()
        theirs = self.form(act="nilai", new_nilai=2).save()
        theirs.action_book()
        with self.assertRaisesRegex(UserError, "after you opened the form"):
            mine.action_book()
        self.assertEqual(self.asset_a.nilai_perolehan, 2)

    def test_an_asset_of_another_opd_shows_nothing(self):
        wizards = self.env["sipbd.entry.wizard"].with_user(self.clerk_b)
        vals = {"asset_id": self.asset_a.id, **self.document()}
        spec = {"asset_id": {"fields": {"display_name": {}}}, "last_entry_id": {}}
        by_context = wizards.with_context(default_asset_id=self.asset_a.id)
        mine = wizards.create({**vals, "asset_id": self.asset_b.id})
        for method, *args in (
            (wizards.create, vals),
            (by_context.create, {**self.document()}),
            (mine.write, {"asset_id": self.asset_a.id}),
            (wizards.onchange, vals, ["asset_id"], spec),
            (by_context.onchange, {}, [], spec),
        ):
            with self.assertRaises(AccessError), self.cr.savepoint():
                method(*args)
        # Also when the asset has left the office since the form was made.
        self.env.cr.execute(
            "UPDATE sipbd_asset SET unit_id = %s WHERE id = %s",
            [self.opd_a.id, self.asset_b.id],
        )
        self.env.invalidate_all()
        with self.assertRaises(AccessError):
            mine.read(["unit_now_id", "opd_id", "last_entry_id", "preview"])

    def test_fields_of_the_asset_are_read_with_the_rights_of_the_user(self):
        fields = self.env["sipbd.entry.wizard"]._fields
        for name in ("opd_id", "unit_now_id", "last_entry_id", "preview"):
            self.assertFalse(fields[name].compute_sudo, name)

    def test_readers_cannot_open_it(self):
        for user in (self.head_a, self.auditor, self.clerk_b):
            with self.assertRaises(AccessError):
                self.asset_a.with_user(user).action_open_entry_wizard()
