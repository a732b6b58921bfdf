import base64

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import Form, tagged

from .common import RACK, SAFE, SipbdCase
from .test_acts import PNG


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
        rack, cupboard = self.kode(RACK), self.kode(SAFE)
        room = self.make_room(self.opd_a)
        twin = self.make_asset(self.clerk_a, self.opd_a)
        for values, field_name, expected in (
            ({"act": "biaya", "cost": 100000}, "nilai_perolehan", 1600000),
            ({"act": "perbaikan", "cost": 400000}, "nilai_perolehan", 2000000),
            ({"act": "masa", "new_sisa_bulan": 12}, "nilai_perolehan", 2000000),
            (
                {"act": "spesifikasi", "spec": "merk_type", "new_spec": "Lion"},
                "merk_type",
                "Lion",
            ),
            ({"act": "komptabel", "new_komptabel": "02"}, "komptabel", "02"),
            ({"act": "rusak"}, "kib", "LAIN"),
            ({"act": "kembali", "new_code_id": cupboard}, "code_id", cupboard),
            ({"act": "hilang"}, "kib", "LAIN"),
            ({"act": "batal"}, "code_id", cupboard),
            ({"act": "gabung", "other_ids": twin}, "nilai_perolehan", 3500000),
            ({"act": "nilai", "new_nilai": 2500000}, "nilai_perolehan", 2500000),
            ({"act": "kuantitas", "new_jumlah": 4}, "jumlah", 4),
            ({"act": "kode", "new_code_id": rack}, "code_id", rack),
            ({"act": "kondisi", "new_kondisi": "RR"}, "kondisi", "RR"),
            ({"act": "ruang", "new_room_id": room}, "room_id", room),
            ({"act": "unit", "new_unit_id": self.unit_a1}, "unit_id", self.unit_a1),
            ({"act": "batal"}, "unit_id", self.opd_a),
            ({"act": "tanggal", "new_tanggal": "2023-01-02"}, "tahun_perolehan", 2023),
            ({"act": "ganda"}, "state", "akhir"),
        ):
            with self.subTest(values["act"]):
                self.book_by_form(**values)
                self.env.invalidate_all()
                self.assertEqual(self.asset_a[field_name], expected)
        self.assertEqual(self.env["sipbd.asset"]._ledger_differences(), [])

    def book_by_form(self, other_ids=(), **values):
        number = f"{values['act']}/{len(self.asset_a.entry_ids)}"
        form = self.form(**values, document_number=number)
        for other in other_ids:
            form.other_ids.add(other)
        form.save().action_book()

    def test_split_by_the_form(self):
        form = self.form(act="pecah", new_jumlah=1)
        with form.piece_ids.new() as piece:
            piece.name, piece.nilai = "Laci", 500000
        self.assertRegex(form.preview, r"1[.,]500[.,]000.*1[.,]000[.,]000")
        form.save().action_book()
        self.assertEqual(self.asset_a.nilai_perolehan, 1000000)
        piece = self.env["sipbd.asset"].search([("name", "=", "Laci")])
        self.assertEqual((piece.nilai_perolehan, piece.unit_id), (500000, self.opd_a))

    def many(self, user=None, **values):
        assets = (self.asset_a | self.asset_a1).with_user(user or self.clerk_a)
        context = assets.action_open_entry_wizard()["context"]
        wizards = self.env["sipbd.entry.wizard"].with_user(user or self.clerk_a)
        form = Form(wizards.with_context(**context))
        for name, value in {**self.document("2024-06-01"), **values}.items():
            form[name] = value
        return form

    def test_many_assets_at_once_with_a_scan(self):
        form = self.many(act="kondisi", new_kondisi="RB")
        self.assertIn("<td>2</td>", form.preview)
        self.assertRegex(form.preview, "(?s)Good.*Badly damaged")
        form.scan = base64.b64encode(PNG).decode()
        form.save().action_book()
        for asset in (self.asset_a, self.asset_a1):
            self.assertEqual(asset.kondisi, "RB")
            self.assertEqual(asset.entry_ids[0].scan_ids.raw, PNG)

    def test_many_assets_are_struck_off_by_the_manager(self):
        values = {"act": "akhiri", "end_kind": "1406", "document_kind": "sk"}
        with self.assertRaisesRegex(UserError, "pengelola"), self.cr.savepoint():
            self.many(**values).save().action_book()
        self.many(self.manager, **values).save().action_book()
        self.assertEqual((self.asset_a | self.asset_a1).mapped("state"), ["akhir"] * 2)

    def test_what_is_booked_on_one_asset_at_a_time(self):
        for act in ("nilai", "kuantitas", "batal", "pecah"):
            with self.assertRaisesRegex(UserError, "one asset at a time"):
                self.many(act=act).save().action_book()

    def test_a_warning_instead_of_a_preview(self):
        self.assertIn("above zero", self.form(act="kuantitas", new_jumlah=0).preview)

    def test_assets_of_another_opd_in_the_lists(self):
        wizards = self.env["sipbd.entry.wizard"].with_user(self.clerk_a)
        vals = {"asset_id": self.asset_a.id, **self.document()}
        foreign = [Command.set(self.asset_b.ids)]
        spec = {"other_ids": {"fields": {"display_name": {}}}}
        mine = wizards.create(vals)
        with self.assertRaises(AccessError):
            wizards.create({**vals, "asset_ids": foreign})
        with self.assertRaises(AccessError):
            mine.write({"asset_ids": foreign})
        for name in ("asset_ids", "other_ids"):
            with self.assertRaises(AccessError):
                wizards.onchange({**vals, name: foreign}, [name], spec)

    def test_preview_shows_before_and_after(self):
        preview = self.form(act="kondisi", new_kondisi="RB").preview
        self.assertIn("Good (B)", preview)
        self.assertIn("Badly damaged (RB)", preview)
        preview = self.form(act="nilai", new_nilai=5).preview
        self.assertRegex(preview, r"1[.,]500[.,]000.*Rp 5[.,]00")
        self.assertIn("0101", self.form(act="batal").preview)

    def test_what_an_act_needs_is_asked_for(self):
        wizard = self.env["sipbd.entry.wizard"].with_user(self.clerk_a)
        for act in ("kode", "kondisi", "unit", "tanggal", "biaya", "perbaikan", "masa"):
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
