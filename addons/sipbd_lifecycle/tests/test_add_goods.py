from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from odoo.addons.sipbd.tests.common import CAR

from .common import LifecycleCase


@tagged("post_install", "-at_install")
class TestAddGoods(LifecycleCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.safe2 = cls.make_asset(cls.clerk_a, cls.opd_a, tahun_perolehan=2020)
        cls.car = cls.make_asset(cls.clerk_a, cls.opd_a, CAR, kondisi="RB")

    def setUp(self):
        super().setUp()
        self.mutasi = self.make_document(
            "sipbd.mutasi",
            self.env["sipbd.asset"],
            to_unit_id=self.opd_b.id,
            reason="Dipakai",
        )

    def dialog(self, user=None, **vals):
        action = self.mutasi.action_add()
        dialogs = self.env[action["res_model"]].with_user(user or self.clerk_a)
        return dialogs.with_context(**action["context"]).create(vals)

    def added(self):
        return self.mutasi.line_ids.asset_id

    def test_by_filter(self):
        for vals, found in (
            ({"kondisi": "RB"}, self.car),
            ({"kode": "1.3.2.02"}, self.car),
            ({"year_to": "2020"}, self.safe2),
            ({"unit_id": self.unit_a1.id}, self.asset_a1),
            ({}, self.car | self.safe2 | self.asset_a1 | self.asset_a),
        ):
            dialog = self.dialog(way="filter", **vals)
            self.assertEqual(dialog.count, len(found))
            self.mutasi.line_ids.unlink()
            dialog.action_confirm()
            self.assertEqual(self.added(), found)
        with self.assertRaisesRegex(UserError, "before"):
            self.dialog(way="filter").action_confirm()
        self.assertNotIn(self.asset_b, self.added())
        for year in ("20", "dua ribu", "20.1"):
            with self.assertRaisesRegex(UserError, "four digits"):
                self.dialog(way="filter", year_from=year).action_confirm()

    def test_a_filter_offers_what_can_be_submitted(self):
        held = self.make_document(
            "sipbd.mutasi", self.car, to_unit_id=self.opd_b.id, reason="x"
        )
        held.action_submit()
        dialog = self.dialog(way="filter")
        self.assertEqual((dialog.count, dialog.not_offered), (3, 1))
        self.mutasi.to_unit_id = self.unit_a1
        dialog = self.dialog(way="filter")
        self.assertEqual((dialog.count, dialog.not_offered), (2, 2))
        dialog.action_confirm()
        self.assertEqual(self.added(), self.asset_a | self.safe2)
        held.action_withdraw()
        self.assertEqual(self.dialog(way="filter").not_offered, 1)

    def test_lines_that_stay_are_numbered_anew(self):
        self.dialog(way="filter").action_confirm()
        self.mutasi.line_ids[1].unlink()
        lines = self.mutasi.line_ids
        self.assertEqual(lines.mapped("position"), [1, 2, 3])
        self.assertEqual(lines, lines.sorted("position"))

    def test_what_a_line_says(self):
        self.dialog(way="list", text=self.car.nibar).action_confirm()
        line = self.mutasi.line_ids
        self.assertEqual(
            (line.nibar, line.kode, line.nilai, line.kondisi, line.from_unit_id),
            (self.car.nibar, CAR, 1_500_000, "RB", self.opd_a),
        )
        self.assertEqual((self.mutasi.nilai, self.mutasi.buku), (1_500_000, 1_500_000))

    def test_by_list(self):
        text = "\n".join(
            (
                self.car.nibar,
                f"  {self.asset_a.kode_register}\t",
                f"https://x.go.id/sipbd/a/{self.safe2.nibar}",
                self.car.nibar,
                self.asset_b.nibar,
                "<b>=1+1</b>",
            )
        )
        notice = self.dialog(way="list", text=text).action_confirm()["params"]
        self.assertEqual(notice["title"], "3 added")
        self.assertEqual(self.added(), self.car | self.asset_a | self.safe2)
        for part in ("more than once", self.asset_b.nibar, "<b>=1+1</b>"):
            self.assertIn(part, notice["message"])
        # another OPD's goods are not told apart from what is not there
        self.assertNotIn("Badan Uji", notice["message"])

    def test_goods_of_ones_own_that_are_gone_are_told(self):
        self.car.with_user(self.manager)._end(
            "1402", self.document(document_kind="sk", document_number="SK/1")
        )
        with self.assertRaisesRegex(UserError, "Ended"):
            self.dialog(way="list", text=self.car.nibar).action_confirm()

    def test_garbage(self):
        garbage = "\n".join(f"'; DROP TABLE x{n} -- %s" for n in range(10_000))
        with self.assertRaisesRegex(UserError, "And 9986 more|And 9985 more") as caught:
            self.dialog(way="list", text=garbage).action_confirm()
        self.assertLess(len(str(caught.exception)), 3000)
        dialog = self.dialog(way="list", text=f"{self.car.nibar}\n{garbage}")
        self.assertEqual(dialog.action_confirm()["params"]["title"], "1 added")
        for text in ("", " \n ;;", False):
            with self.assertRaisesRegex(UserError, "one NIBAR or more"):
                self.dialog(way="list", text=text).action_confirm()
        huge = "\n".join(map(str, range(30_000)))
        with self.assertRaisesRegex(UserError, "too long"):
            self.dialog(way="list", text=huge).action_confirm()

    def test_by_scan(self):
        dialog = self.dialog(way="scan")
        with Form(dialog) as form:
            for mark, note in (
                (f"https://x.go.id/sipbd/a/{self.car.nibar}", "1: "),
                (self.safe2.nibar, "2: "),
                (self.car.nibar, "scanned already"),
                (self.asset_b.nibar, "not among the goods"),
            ):
                form.scan = mark
                self.assertIn(note, form.scan_note)
                self.assertFalse(form.scan)
            form.scan = " ,;| "
            self.assertFalse(form.scan)
        dialog.action_confirm()
        self.assertEqual(self.added(), self.car | self.safe2)

    @mute_logger("odoo.addons.base.models.ir_rule", "odoo.addons.base.models.ir_model")
    def test_documents_of_others(self):
        theirs = self.make_document(
            "sipbd.mutasi",
            self.asset_b,
            self.clerk_b,
            unit_id=self.opd_b.id,
            to_unit_id=self.opd_a.id,
            reason="x",
        )
        dialogs = self.env["sipbd.lifecycle.add"].with_user(self.clerk_a)
        for model, id_ in (
            ("sipbd.mutasi", theirs.id),
            ("sipbd.mutasi", 0),
            ("sipbd.mutasi", 10**9),
            ("res.users", 2),
            ("sipbd.lifecycle.document", 1),
        ):
            with self.assertRaises(UserError), self.cr.savepoint():
                dialogs.create({"res_model": model, "res_id": id_}).action_confirm()
        dialog = self.dialog(way="filter")
        for method in ("action_confirm", "read"):
            with self.assertRaises(AccessError):
                getattr(dialog.with_user(self.clerk_b), method)()
        with self.assertRaises(AccessError):
            self.dialog(self.head_a)

    def test_five_thousand_and_no_more(self):
        vals = self.asset_vals(self.opd_a)
        assets = self.env["sipbd.asset"].with_user(self.clerk_a)
        many = assets.create([vals] * 5001)
        with self.assertRaisesRegex(UserError, "5.000"):
            self.mutasi._add_goods(many)
        self.assertFalse(self.mutasi.line_ids)
        with self.assertRaisesRegex(UserError, "5.000"):
            self.dialog(way="filter").action_confirm()
        self.assertEqual(self.mutasi._add_goods(many[:5000]), 5000)
        with self.assertRaisesRegex(UserError, "5.000"):
            self.mutasi._add_goods(many[5000])
        self.mutasi.action_submit()
        self.run_through(
            self.mutasi,
            (self.ppb_a, self.pengguna_a, self.ppb, self.pengelola, self.pengguna_b),
        )
        self.assertEqual(many[:5000].with_env(self.env).unit_id, self.opd_b)
        self.assertEqual(many[5000].unit_id, self.opd_a)
