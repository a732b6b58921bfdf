from odoo.tests import tagged

from odoo.addons.pemda_report.engine.colophon import qr_text
from odoo.addons.pemda_report.engine.model import Issue

from .common import ApprovalHttpCase


@tagged("post_install", "-at_install")
class TestPublic(ApprovalHttpCase):
    """What the QR code on a print leads to."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.letter = cls.submitted(name="Rahasia Pribadi")
        cls.request = cls.letter.sudo().request_id

    def page(self, token):
        return self.url_open(f"/dokumen/{token}")

    def test_an_approved_document(self):
        self.run_through(self.letter)
        answer = self.page(self.request.token)
        self.assertEqual(answer.status_code, 200)
        for shown in (
            self.request.number,
            self.kind.name,
            self.request.document_hash,
            "ap_sekda",
            "Sekretaris Daerah",
        ):
            self.assertIn(shown, answer.text)
        for hidden in (
            "Rahasia Pribadi",
            "ap_clerk",
            "ap_head",
            self.request.last_hash,
        ):
            self.assertNotIn(hidden, answer.text)
        self.assertIn('class="mark good"', answer.text)
        self.assertEqual(answer.headers["Cache-Control"], "no-store")
        self.assertNotIn("session_id", answer.headers.get("Set-Cookie", ""))

    def test_a_cancelled_document_is_revoked(self):
        self.run_through(self.letter)
        counter = self.submitted(cancels_id=self.letter.id)
        self.run_through(counter)
        answer = self.page(self.request.token)
        self.assertEqual(answer.status_code, 200)
        self.assertIn('class="mark bad"', answer.text)
        self.assertNotIn('class="mark good"', answer.text)

    def test_what_is_not_approved_and_what_does_not_exist_look_alike(self):
        pages = [
            self.page(token)
            for token in (self.request.token, "x" * 32, "x", "é" * 32, "%00" * 32)
        ]
        for page in pages:
            self.assertEqual(page.status_code, 404)
            self.assertEqual(page.text, pages[0].text)

    def test_tokens_differ_and_are_long(self):
        tokens = self.submitted(50).sudo().request_id.mapped("token")
        self.assertEqual(len(set(tokens)), 50)
        self.assertTrue(all(len(token) == 32 for token in tokens))

    def test_the_token_is_not_read_by_people(self):
        fields = self.request.with_user(self.head).fields_get()
        self.assertNotIn("token", fields)

    def test_the_print_leads_to_the_page(self):
        self.assertEqual(self.request._public_url(), "")
        self.run_through(self.letter)
        url = self.request._public_url()
        self.assertTrue(url.endswith(f"/dokumen/{self.request.token}"))
        issue = Issue(number="1", printed_at=None, url=url)
        self.assertEqual(qr_text(issue, "0" * 64), url)

    def test_the_sheet_is_printed_by_those_who_see_the_request(self):
        self.run_through(self.letter)
        report = "pemda_approval.sheet"
        reports = self.env["ir.actions.report"]
        for user in (self.clerk, self.head, self.sekda):
            content, kind = reports.with_user(user)._render_qweb_pdf(
                report, self.request.ids
            )
            self.assertTrue(content.startswith(b"%PDF"))
        self.authenticate("ap_head_b", "ap_head_b-ap_head_b")
        answer = self.url_open(f"/report/pdf/{report}/{self.request.id}")
        self.assertNotEqual(answer.status_code, 200)

    def test_a_draft_says_that_it_is_one(self):
        sheet = self.env["report.pemda_approval.sheet"]
        self.assertTrue(sheet._print(self.request).startswith(b"%PDF"))
