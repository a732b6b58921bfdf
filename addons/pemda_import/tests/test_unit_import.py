import base64
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.pemda_base.tests.common import PemdaCase
from odoo.addons.pemda_import.models import import_load_steps

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

    def load(self, text, user=None, unit=None):
        load = (
            self.env["pemda.import.load"]
            .with_user(user or self.admin)
            .create(
                {
                    "file": base64.b64encode(text.encode()),
                    "filename": "unit.csv",
                    "target": "hr.department",
                    "unit_id": (unit or self.root).id,
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

    def test_a_list_hangs_nothing_on_a_unit_outside_its_own(self):
        rows = "T02.91,UPT SELUNDUP,T02,upt\nT01.91,UPT WAJAR,T01,upt\n"
        load = self.load("code,name,parent_code,type\n" + rows, unit=self.opd_a)
        self.assertEqual(self.kinds(load, "error"), {"unit_out_of_scope"})
        errors = load.finding_ids.filtered(lambda f: f.severity == "error")
        self.assertIn("T02.91", errors.message)
        load.action_load()
        self.assertEqual(load.state, "checked")
        self.assertFalse(self.units("T02.91"))

    def test_the_tree_is_looked_at_again_when_it_is_loaded(self):
        load = self.load("code,name,parent_code,type\nT02.91,UPT WAJAR,T02,upt\n")
        self.assertFalse(self.kinds(load, "error"))
        self.opd_b.code = "T03"
        load.action_load()
        self.assertEqual(load.state, "checked")
        self.assertEqual(self.kinds(load, "error"), {"unit_parent_unknown"})

    def test_units_that_find_no_place_end_the_load(self):
        load = self.load("code,name,parent_code,type\nT09.91,UPT YATIM,T09,upt\n")
        target = self.env["pemda.import.target.unit"].with_user(self.admin)
        with self.assertRaisesRegex(UserError, "T09.91"):
            target._load(load)

    def test_undo_names_what_the_units_are_used_for(self):
        load = self.load(LIST)
        load.action_load()
        upt, dinas = self.units("91.00.01"), self.units("92.00")
        self.env["hr.employee"].create({"name": "Pegawai", "department_id": upt.id})
        self.make_unit("92.00.01", "UPT Kemudian", "upt", dinas)
        with self.assertRaises(UserError) as caught:
            load._undo("wrong list")
        sentence = str(caught.exception)
        self.assertIn("2 units of this list are in use", sentence)
        self.assertIn("Employees: 1", sentence)
        self.assertIn("Later units below: 1", sentence)
        self.assertTrue(upt.active)

    def test_undo_is_refused_while_files_go_into_a_unit(self):
        load = self.load(LIST)
        load.action_load()
        dinas = self.units("92.00")
        self.load(LIST.replace("9", "8"), unit=dinas)
        with self.assertRaisesRegex(UserError, "Uploaded files: 1"):
            load._undo("wrong list")

    def test_undo_knows_of_what_other_addons_refer_to(self):
        load = self.load(LIST)
        load.action_load()
        department = type(self.env["hr.department"])
        upt = self.units("91.00.01")
        with (
            patch.object(department, "_import_uses", lambda units: [("Other", upt)]),
            self.assertRaisesRegex(UserError, "Other: 1"),
        ):
            load._undo("wrong list")

    def test_a_large_load_leaves_fresh_statistics(self):
        job = self.env.ref("pemda_import.cron_statistics")
        triggers = self.env["ir.cron.trigger"].search_count
        with patch.object(import_load_steps, "ANALYZE_ABOVE", 2):
            self.load(LIST).action_load()
            self.assertEqual(triggers([("cron_id", "=", job.id)]), 1)
            self.env["pemda.import.load"]._cron_statistics()
        self.env.cr.execute(
            "SELECT reltuples::int, (SELECT count(*) FROM hr_department)"
            " FROM pg_class WHERE oid = 'hr_department'::regclass"
        )
        known, real = self.env.cr.fetchone()
        self.assertEqual(known, real)
