import base64

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.pemda_base.tests.common import PemdaCase

LIST = """code,name,parent_code,type
91.00,DINAS PEMBERDAYAAN DESA,,dinas
91.00.01,UPT PEMBERDAYAAN SELATAN,91.00,upt
92.00,DINAS PEMERDAYAAN WARGA,,dinas
"""


@tagged("post_install", "-at_install")
class TestUnitImport(PemdaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.admin = cls.make_user("unit_list_admin", "admin_pemda", cls.root)

    def load(self, text, user=None):
        load = (
            self.env["pemda.import.load"]
            .with_user(user or self.admin)
            .create(
                {
                    "file": base64.b64encode(text.encode()),
                    "filename": "unit.csv",
                    "target": "hr.department",
                    "unit_id": self.root.id,
                }
            )
        )
        while load.state in ("draft", "read"):
            load.action_step()
        return load

    def kinds(self, load, severity):
        found = load.finding_ids.filtered(lambda f: f.severity == severity)
        return set(found.mapped("kind"))

    def units(self, prefix):
        return self.env["hr.department"].search([("code", "=like", f"{prefix}%")])

    def test_list_becomes_the_tree_and_its_mistakes_are_told(self):
        load = self.load(LIST)
        self.assertEqual(self.kinds(load, "note"), {"unit_name_misspelt"})
        self.assertIn("PEMBERDAYAAN", load.finding_ids.message)
        load.action_load()
        self.assertEqual((load.state, load.loaded_count), ("loaded", 3))
        upt = self.units("91.00.01")
        self.assertEqual(upt.complete_name.split(" / ")[0], "DINAS PEMBERDAYAAN DESA")
        self.assertEqual(upt.opd_id, upt.parent_id)
        self.assertEqual(upt.opd_id.parent_id, self.root)

    def test_one_bad_row_and_nothing_is_loaded(self):
        load = self.load(LIST + "93.00.01,UPT YATIM,93.00,upt\n91.00,KEMBAR,,kantor\n")
        self.assertEqual(
            self.kinds(load, "error"),
            {"unit_parent_unknown", "unit_code_repeated", "unit_kind_unknown"},
        )
        load.action_load()
        self.assertEqual(load.state, "checked")
        self.assertFalse(self.units("91.00"))

    def test_what_exists_stays_as_it_is(self):
        self.load(LIST).action_load()
        load = self.load(LIST.replace("UPT PEMBERDAYAAN", "UPT DIUBAH"))
        self.assertIn("unit_exists", self.kinds(load, "note"))
        load.action_load()
        self.assertEqual(self.units("91.00.01").name, "UPT PEMBERDAYAAN SELATAN")

    def test_undo_frees_the_codes_unless_a_unit_is_in_use(self):
        load = self.load(LIST)
        load.action_load()
        holder = self.make_user("unit_list_head", "kepala_opd", self.units("92.00"))
        with self.assertRaises(UserError):
            load._undo("wrong list")
        holder.office_holder_ids.unlink()
        load._undo("wrong list")
        self.assertFalse(self.units("9"))
        self.load(LIST + "\n").action_load()
        self.assertEqual(len(self.units("9")), 3)

    def test_only_admin_pemda_loads_units(self):
        head = self.make_user("unit_list_kepala", "kepala_opd", self.opd_a)
        with self.assertRaises(AccessError):
            self.load(LIST, user=head)
