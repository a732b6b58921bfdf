"""What keeps a file out, what is only noted, and what is asked."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import CAR, DEPRECIATION, LAND, SAFE, SUPPLIES
from .import_common import OLD_CODE, ImportCase, item, kib_b


@tagged("post_install", "-at_install")
class TestImportCheck(ImportCase):
    def check(self, *items, **kwargs):
        return self.checked(self.clerk_a, self.opd_a, kib_b(*items, **kwargs))

    def assertBlocked(self, load, *kinds):
        self.assertEqual(self.kinds(load), set(kinds))
        self.assertTrue(load.blocked)
        load.action_load()
        self.assertEqual(load.state, "checked")
        self.assertFalse(
            self.env["sipbd.asset"].search_count([("load_id", "=", load.id)])
        )

    def test_codes_that_do_not_fit(self):
        for code, kind in (
            ("1.3.2.05.01.04.999", "code-unknown"),
            (OLD_CODE, "code-old"),
            (LAND, "code-of-other-kib"),
            (SUPPLIES, "code-not-asset"),
            (DEPRECIATION, "code-not-asset"),
        ):
            with self.subTest(code=code):
                self.assertBlocked(self.check(item(code=code)), kind)

    def test_only_a_code_of_assets_answers_a_question(self):
        load = self.check(item(code=OLD_CODE))
        question = load.question_ids
        mappings = self.env["pemda.import.mapping"].with_user(self.clerk_a)
        target = self.env["sipbd.import.asset"].with_user(self.clerk_a)
        for code in (DEPRECIATION, SUPPLIES, "1.3.2", "1"):
            kode = self.kode(code)
            vals = {"kind": "kode", "source": OLD_CODE, "unit_id": self.opd_a.id}
            with self.subTest(code=code):
                for method, *args in (
                    (question.write, {"to_kode_id": kode.id}),
                    (mappings.create, {**vals, "to_kode_id": kode.id}),
                ):
                    with self.assertRaisesRegex(UserError, "not a code of assets"):
                        with self.cr.savepoint():
                            method(*args)
                with self.assertRaises(UserError):
                    target._prepare_answer("kode", OLD_CODE, code)

    def test_an_answer_that_is_no_code_of_assets_is_asked_again(self):
        load = self.check(item(code=OLD_CODE))
        load.question_ids.to_kode_id = self.kode(SAFE)
        for code in (DEPRECIATION, SUPPLIES, "1.3.2"):
            with self.subTest(code=code):
                self.env.cr.execute(
                    "UPDATE pemda_import_mapping SET to_kode_id = %s",
                    [self.kode(code).id],
                )
                self.env.invalidate_all()
                load.action_step()
                self.assertIn("code-old", self.kinds(load))
                self.assertTrue(load.question_ids)

    def test_the_context_of_the_caller_lets_no_archived_unit_in(self):
        self.unit_a1.active = False
        load = self.check(item())
        target = self.env["sipbd.import.asset"].with_user(self.clerk_a)
        scope = target.with_context(active_test=False)._scope(load)
        self.assertEqual(set(scope), {self.opd_a.id})

    def test_codes_are_read_with_and_without_dots(self):
        for code in (SAFE, SAFE + ".", SAFE.replace(".", "")):
            with self.subTest(code=code):
                load = self.check(item(code=code))
                self.assertEqual(self.kinds(load), set())

    def test_values(self):
        self.assertBlocked(self.check(item(price=-5)), "value-negative")
        self.assertBlocked(self.check(item(price=2e15)), "value-huge")
        zero = self.check(item(price=0))
        self.assertFalse(zero.blocked)
        self.assertIn("value-zero", self.kinds(zero, "note"))

    def test_a_missing_value_needs_a_reason(self):
        load = self.check(item(price=None), item(register="2"))
        self.assertBlocked(load, "value-missing")
        load.confirm_reason = "not valued yet, list of 2020"
        load.action_load()
        self.assertEqual(load.state, "loaded")

    def test_no_reason_overrules_an_unknown_code(self):
        load = self.check(item(code="1.3.2.05.01.04.999"))
        load.confirm_reason = "because I say so"
        self.assertTrue(load.blocked)

    def test_years(self):
        coming = self.env.company._pemda_today().year + 1
        self.assertBlocked(
            self.check(item(**{"Tahun Pembelian": coming})), "year-in-future"
        )
        load = self.check(item(**{"Tahun Pembelian": None}))
        self.assertIn("year-missing", self.kinds(load, "note"))

    def test_the_total_row_must_agree_or_be_overruled(self):
        load = self.check(item(), total=999999)
        self.assertBlocked(load, "total-differs")
        load.confirm_reason = "total row typed by hand"
        load.action_load()
        self.assertEqual(load.state, "loaded")

    def test_numbers_that_only_one_thing_has(self):
        same = {"Nomor Rangka": "MHF 1-23"}
        load = self.check(
            item(code=CAR, **same),
            item(code=CAR, register="2", **{"Nomor Rangka": "MHF123"}),
        )
        self.assertBlocked(load, "number-repeated")
        self.loaded(self.clerk_a, self.opd_a, kib_b(item(code=CAR, **same)))
        again = self.check(item(code=CAR, register="77", **{"Nomor Rangka": "mhf123"}))
        self.assertBlocked(again, "number-known")

    def test_an_item_that_was_loaded_before(self):
        self.loaded(self.clerk_a, self.opd_a, kib_b(item()))
        load = self.check(item(), item(register="000009"))
        self.assertBlocked(load, "item-known")
        finding = load.finding_ids.filtered(lambda f: f.kind == "item-known")
        self.assertEqual(finding.row_count, 1)
        self.assertEqual(finding.read_rows()[0]["name"], "Lemari Besi")
        self.assertEqual(finding.read_rows()[0]["value"], "000001")

    def test_a_register_that_another_item_has_is_only_noted(self):
        self.loaded(self.clerk_a, self.opd_a, kib_b(item()))
        load = self.check(item(price=7000))
        self.assertIn("register-known", self.kinds(load, "note"))
        self.assertFalse(load.blocked)

    def test_a_repeated_register_is_only_noted(self):
        load = self.check(item(), item())
        self.assertFalse(load.blocked)
        self.assertIn("register-repeated", self.kinds(load, "note"))

    def test_an_old_code_is_asked_once_and_remembered(self):
        load = self.check(item(code=OLD_CODE, name="Lemari Besi"))
        question = load.question_ids
        self.assertEqual((question.kind, question.source), ("kode", OLD_CODE))
        candidates = [s["name"] for s in question.suggestions]
        self.assertTrue(any("Lemari Besi" in name for name in candidates), candidates)
        question.to_kode_id = self.kode(SAFE)
        load.action_step()
        self.assertFalse(load.blocked)
        load.action_load()
        asset = self.env["sipbd.asset"].search([("load_id", "=", load.id)])
        self.assertEqual(asset.code_id.code, SAFE)
        # The next file asks no more, nor does one of the unit below.
        for user, unit in ((self.clerk_a, self.opd_a), (self.clerk_a1, self.unit_a1)):
            later = self.checked(
                user, unit, kib_b(item(code=OLD_CODE, register=f"9{unit.id}"))
            )
            self.assertFalse(later.blocked)
        # Another OPD has to answer for itself.
        foreign = self.checked(
            self.clerk_b, self.opd_b, kib_b(item(code=OLD_CODE, register="3"))
        )
        self.assertEqual(self.kinds(foreign), {"code-old"})

    def test_an_answer_given_above_holds_below_until_answered_anew(self):
        mapping = self.env["pemda.import.mapping"].with_user(self.manager)
        mapping.create(
            {
                "kind": "kode",
                "source": "2.6.1.4.6",
                "unit_id": self.root.id,
                "to_kode_id": self.kode(CAR).id,
            }
        )
        load = self.check(item(code=OLD_CODE))
        self.assertFalse(load.question_ids)
        mapping.with_user(self.clerk_a).create(
            {
                "kind": "kode",
                "source": OLD_CODE,
                "unit_id": self.opd_a.id,
                "to_kode_id": self.kode(SAFE).id,
            }
        )
        load.action_step()
        load.action_load()
        asset = self.env["sipbd.asset"].search([("load_id", "=", load.id)])
        self.assertEqual(asset.code_id.code, SAFE)

    def test_the_heading_names_the_unit_of_a_load_for_the_whole_pemda(self):
        load = self.checked(self.manager, self.root, kib_b(item(), unit="DINAS  UJI"))
        self.assertFalse(load.blocked, load.finding_ids.mapped("message"))
        load.action_load()
        asset = self.env["sipbd.asset"].search([("load_id", "=", load.id)])
        self.assertEqual(asset.unit_id, self.opd_a)

    def test_an_unknown_unit_name_is_asked(self):
        load = self.checked(
            self.manager, self.root, kib_b(item(), unit="DINAS UJI LAMA")
        )
        self.assertBlocked(load, "unit-unknown")
        question = load.question_ids
        self.assertEqual(question.source, "DINAS UJI LAMA")
        question.to_unit_id = self.opd_b
        load.action_step()
        load.action_load()
        asset = self.env["sipbd.asset"].search([("load_id", "=", load.id)])
        self.assertEqual(asset.unit_id, self.opd_b)

    def test_a_load_for_the_whole_pemda_needs_units(self):
        load = self.checked(self.manager, self.root, kib_b(item()))
        self.assertBlocked(load, "unit-missing")

    def test_another_unit_in_the_heading_is_noted(self):
        load = self.check(item(), unit="BADAN LAIN")
        self.assertIn("heading-names-other-unit", self.kinds(load, "note"))
        self.assertFalse(load.blocked)

    def test_a_row_may_name_no_unit_outside_the_load(self):
        """Raw SQL passes by the rules; the check is the rule."""
        load = self.check(item())
        self.env["pemda.import.table"].browse(load.table_ids.id).sudo().write(
            {"field_names": [*load.table_ids.field_names, "unit_code"]}
        )
        self.env.cr.execute(
            "UPDATE pemda_import_row SET data = data || '[\"T02\"]'"
            " WHERE table_id = %s",
            [load.table_ids.id],
        )
        load.invalidate_recordset()
        load.action_step()
        self.assertBlocked(load, "unit-out-of-scope")

    def test_no_office_in_the_unit_no_load(self):
        with self.assertRaises(AccessError):
            self.upload(self.clerk_b, self.opd_a, kib_b(item()))
        with self.assertRaises(AccessError):
            self.upload(self.head_a, self.opd_a, kib_b(item()))
        with self.assertRaises(AccessError):
            self.upload(self.auditor, self.opd_a, kib_b(item()))
        load = self.check(item())
        with self.assertRaises(AccessError):
            load.with_user(self.clerk_b).action_step()
        with self.assertRaises(AccessError):
            load.with_user(self.head_a).action_load()
        load.action_load()
        with self.assertRaises(AccessError):
            load.with_user(self.clerk_b)._undo("sabotage")
        with self.assertRaises(AccessError):
            load.with_user(self.head_a).action_undo() and load.with_user(
                self.head_a
            )._undo("sabotage")

    def test_steps_cannot_be_forged(self):
        load = self.check(item(code="1.3.2.05.01.04.999"))
        mine = load.with_user(self.clerk_a)
        for vals in (
            {"state": "loaded"},
            {"loaded_count": 5},
            {"sha256": "0" * 64},
            {"unit_id": self.unit_a1.id},
            {"file": b"YQ=="},
            {"table_ids": [(5, 0, 0)]},
            {"finding_ids": [(5, 0, 0)]},
        ):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                mine.write(vals)
        for context in (
            {"pemda_import_engine": True},
            {"pemda_import_engine": {}},
        ):
            with self.assertRaises(UserError):
                mine.with_context(**context).write({"state": "checked"})
        with self.assertRaises(UserError):
            self.upload(self.clerk_a, self.opd_a, b"x", state="checked")
        with self.assertRaises(AccessError):
            mine.finding_ids.unlink()
        with self.assertRaises(AccessError):
            mine.unlink()

    def test_a_default_in_the_context_forges_nothing(self):
        loads = self.env["pemda.import.load"].with_user(self.clerk_a)
        load = loads.with_context(default_state="checked", default_sha256="0").create(
            {"file": b"YQ==", "filename": "a.csv", "unit_id": self.opd_a.id}
        )
        self.assertEqual((load.state, load.sha256), ("draft", False))

    def test_the_question_takes_an_answer_and_nothing_else(self):
        load = self.check(item(code=OLD_CODE))
        question = load.question_ids.with_user(self.clerk_a)
        with self.assertRaises(UserError):
            question.write({"source": SAFE})
        with self.assertRaises(AccessError):
            question.with_user(self.clerk_b).write({"to_kode_id": self.kode(SAFE).id})

    def test_unusable_files_end_in_one_sentence(self):
        for content, name in (
            (b"", "empty.xlsx"),
            (b"PK\x03\x04 broken", "broken.xlsx"),
            (b"%PDF-1.4", "scan.pdf"),
            (self.sample("persediaan.xls"), "persediaan.xls"),
            (self.sample("rkbmd.xlsx"), "rkbmd.xlsx"),
            (self.sample("simda_kib_a-e.xlsx"), "simda.xlsx"),
        ):
            with self.subTest(name=name):
                load = self.checked(self.clerk_a, self.opd_a, content, name)
                self.assertEqual(load.state, "refused")
                self.assertTrue(load.refused_reason)
                self.assertFalse(load.table_ids)

    def test_a_cell_with_signs_of_copy_and_json_arrives_as_it_was(self):
        odd = 'a\\tb \\u0000 "quoted" \\N {1} \u2122'
        load = self.check(item(name=odd, **{"Keterangan": "x\\"}))
        load.action_load()
        asset = self.env["sipbd.asset"].search([("load_id", "=", load.id)])
        self.assertEqual(asset.name, odd)
        self.assertEqual(asset.keterangan, "x\\")

    def test_another_sheet_or_layout_can_be_chosen(self):
        load = self.check(item())
        with mute_logger("odoo.sql_db"):
            load.action_reread(sheet="KIB B", layout="permendagri17_kib_b")
        load.action_step()
        self.assertEqual(load.state, "checked")
        self.assertEqual(load.table_ids.layout, "permendagri17_kib_b")
        load.action_reread(sheet="No such sheet")
        self.assertEqual(load.state, "refused")
        load.action_reread()
        self.assertEqual(load.state, "read")
