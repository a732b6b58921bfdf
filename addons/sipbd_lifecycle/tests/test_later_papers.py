"""The decision on the claim comes long after the loss was reported."""

import base64

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .test_pakai import PakaiCase
from .test_pakai_more import HilangMixin


@tagged("post_install", "-at_install")
class TestLaterPapers(HilangMixin, PakaiCase):
    def add(self, document, user):
        action = document.with_user(user).action_attach_later()
        dialogs = self.env[action["res_model"]].with_user(user)
        dialogs.with_context(**action["context"]).create(
            {
                "note": "Putusan TP-TGR 7/TGR tanggal hari ini",
                "file": base64.b64encode(b"%PDF-1.4 putusan"),
                "file_name": "putusan.pdf",
            }
        ).action_attach()

    def test_the_clerk_adds_the_decision_on_the_claim(self):
        hilang = self.approve(self.hilang())
        lines = hilang.attachment_checklist["lines"]
        self.add(hilang, self.clerk_a)
        hilang.write({"tgr": "ganti", "tgr_number": "7", "tgr_date": self.today})
        self.env.invalidate_all()
        for user, may in (
            (self.clerk_a, True),
            (self.pengguna_a, False),
            (self.head_a, False),
            (self.auditor, False),
        ):
            with self.subTest(user=user.login):
                shown = hilang.with_user(user).attachment_checklist
                self.assertEqual(shown["may_attach_later"], may)
                self.assertEqual([f["name"] for f in shown["later"]], ["putusan.pdf"])
                self.assertEqual(len(shown["lines"]), 2)
        self.assertEqual(
            [line["files"] for line in hilang.attachment_checklist["lines"]],
            [line["files"] for line in lines],
        )
        self.assertEqual(list(hilang.sudo().request_id._findings()), [])

    def test_who_does_not_work_on_it(self):
        hilang = self.approve(self.hilang())
        for user in (self.clerk_b, self.pengguna_a, self.auditor, self.pengelola):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.add(hilang, user)
