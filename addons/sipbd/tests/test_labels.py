"""Labels: which sheet, whose assets, and where the QR code leads."""

import io
import re

from pypdf import PdfReader

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, tagged

from ..wizard import sipbd_label_print
from .common import NEVER_ISSUED, SipbdCase, SipbdHttpCase


@tagged("post_install", "-at_install")
class TestLabels(SipbdCase):
    def dialog(self, assets, user=None, **vals):
        """The dialog as the user opens it."""
        user = user or self.clerk_a
        action = assets.with_user(user).action_print_labels()
        wizard = self.env["sipbd.label.print"].with_user(user).browse(action["res_id"])
        wizard.write(vals)
        return wizard

    def printed(self, wizard):
        wizard.action_print()
        reports = self.env["ir.actions.report"].with_user(wizard.env.user)
        content, kind = reports._render_qweb_pdf("sipbd.labels", wizard.ids)
        self.assertEqual(kind, "pdf")
        return PdfReader(io.BytesIO(content)).pages

    def make_assets(self, count, **vals):
        rows = [self.asset_vals(self.opd_a, **vals) for _number in range(count)]
        assets = self.env["sipbd.asset"].with_user(self.clerk_a)
        return assets.create(rows).with_env(self.env)

    def test_one_label_per_asset_with_its_code(self):
        assets = self.make_assets(30, name="Kursi (rapat) \\ <b>\u202e" + "besar " * 99)
        pages = self.printed(self.dialog(assets))
        text = "".join(page.extract_text() for page in pages)
        self.assertEqual(len(pages), 2)
        flat = re.sub(r"\s", "", text)
        for asset in assets:
            code = asset.kode_register.rpartition(" ")[2]
            self.assertEqual(flat.count(code), 1, code)
        self.assertEqual(text.count("Tahun 2024"), 30)

    def test_start_at_a_label_of_a_used_sheet(self):
        assets = self.make_assets(3)
        wizard = self.dialog(assets, start=23)
        self.assertEqual((wizard.count, wizard.sheets), (3, 2))
        self.assertEqual(len(self.printed(wizard)), 2)
        for start in (0, -3, 25, 10**9):
            wizard.start = start
            with self.assertRaisesRegex(UserError, "1 to 24"):
                wizard.action_print()

    def test_the_dialog_remembers_the_sheet(self):
        roll = self.env.ref("sipbd.label_layout_roll_50_25")
        self.dialog(self.asset_a, layout_id=roll.id)
        wizard = self.dialog(self.asset_a)
        self.assertEqual(wizard.layout_id, roll)
        with Form(wizard) as form:
            self.assertEqual(form.sheets, 1)

    def test_nothing_or_too_much_is_not_printed(self):
        with self.assertRaisesRegex(UserError, "first"):
            self.dialog(self.env["sipbd.asset"]).action_print()
        wizard = self.dialog(self.asset_a)
        self.patch(sipbd_label_print, "MOST_LABELS", 0)
        with self.assertRaisesRegex(UserError, "too many"):
            wizard.action_print()
        with self.assertRaisesRegex(UserError, "PDF only"):
            self.env["report.sipbd.labels"]._render_xlsx(wizard)

    def test_labels_of_another_opd_are_not_printed(self):
        with self.assertRaises(AccessError):
            self.dialog(self.asset_b)
        wizards = self.env["sipbd.label.print"].with_user(self.clerk_a)
        for ids in (self.asset_b.ids, (self.asset_a | self.asset_b).ids):
            with self.assertRaises(AccessError):
                wizards.create({"asset_ids": [Command.set(ids)]})
        own = self.dialog(self.asset_a)
        with self.assertRaises(AccessError):
            own.asset_ids = [Command.link(self.asset_b.id)]
        # The dialog of somebody else.
        reports = self.env["ir.actions.report"]
        for user in (self.clerk_b, self.head_a):
            with self.assertRaises(AccessError):
                reports.with_user(user)._render_qweb_pdf("sipbd.labels", own.ids)
        # A reader labels as well; whoever holds no office of the register does not.
        self.assertEqual(len(self.printed(self.dialog(self.asset_a, self.head_a))), 1)
        with self.assertRaises(AccessError):
            self.dialog(self.asset_a, self.plain)

    def test_a_sheet_that_cannot_be(self):
        layouts = self.env["sipbd.label.layout"].with_user(self.manager)
        self.assertTrue(layouts.create({"name": "Standar"}).per_sheet)
        for wrong in (
            {"columns": 4},
            {"rows": 9},
            {"columns": 0},
            {"rows": -1},
            {"label_width": 10},
            {"margin_left": -5},
            {"page_width": 1e9},
            {"columns": 10**6, "label_width": 30},
        ):
            with self.assertRaises(ValidationError), self.cr.savepoint():
                layouts.create({"name": "x", **wrong})
        with self.assertRaises(AccessError):
            layouts.with_user(self.clerk_a).create({"name": "x"})


@tagged("post_install", "-at_install")
class TestQr(SipbdHttpCase):
    def scan(self, nibar):
        return self.url_open(f"/sipbd/a/{nibar}", allow_redirects=False)

    def test_the_code_opens_the_form_after_sign_in(self):
        url = f"/sipbd/a/{self.asset_a.nibar}"
        answer = self.scan(self.asset_a.nibar)
        self.assertEqual(answer.status_code, 303)
        self.assertIn("/web/login", answer.headers["Location"])
        self.assertIn(url, answer.headers["Location"].replace("%2F", "/"))
        self.authenticate("clerk_a", "clerk_a-clerk_a")
        answer = self.scan(self.asset_a.nibar)
        self.assertEqual(answer.status_code, 303)
        self.assertTrue(
            answer.headers["Location"].endswith(f"/odoo/aset/{self.asset_a.id}")
        )

    def test_unknown_and_foreign_look_the_same(self):
        self.authenticate("clerk_a", "clerk_a-clerk_a")
        foreign = self.scan(self.asset_b.nibar)
        unknown = self.scan(NEVER_ISSUED)
        self.assertEqual(foreign.status_code, 404)
        self.assertEqual(unknown.status_code, 404)
        self.assertEqual(
            foreign.text.replace(self.asset_b.nibar, ""),
            unknown.text.replace(NEVER_ISSUED, ""),
        )
        self.assertNotIn(self.asset_b.name, foreign.text)
        self.authenticate("bkd", "bkd-bkd")
        self.assertEqual(self.scan(self.asset_a.nibar).status_code, 404)

    def test_hostile_numbers(self):
        self.authenticate("clerk_a", "clerk_a-clerk_a")
        for nibar in ("%3Cscript%3E", "%25", "' OR 1=1", "9" * 3000, "%00"):
            answer = self.scan(nibar)
            self.assertIn(answer.status_code, (400, 404), nibar)
            self.assertNotIn("<script>", answer.text.partition("<main")[2])
