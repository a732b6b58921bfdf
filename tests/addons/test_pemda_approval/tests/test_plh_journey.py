"""A Plh. decides for the absent holder; what is printed says so."""

import io

from pypdf import PdfReader

from odoo import fields
from odoo.tests import tagged

from .common import FLOW, ApprovalHttpCase


class PlhJourney(ApprovalHttpCase):
    def walk(self):
        """The Sekda decides a.n. the head of the region; a Plh. acts for him."""
        behalf = self.env.ref("pemda_base.office_kepala_daerah")
        last = (*FLOW[2][:4], {"on_behalf_office_id": behalf.id})
        self.replace_flow([last])
        today = fields.Date.to_string(self.env.company._pemda_today())
        self.plh = self.make_user(
            "ap_plh",
            "test_sekda",
            self.root,
            capacity="plh",
            sk_number="821.2/77/2026",
            date_from=today,
            date_to=today,
        )
        letter = self.submitted()
        self.assertFalse(self.inbox(self.sekda), "who is absent does not decide")
        self.start_tour("/web/login", "plh_journey")
        self.assertEqual(letter.state, "approved")
        return letter.sudo().request_id

    def check(self, request):
        decision = request._final_decision()
        self.assertEqual(decision.user_id, self.plh)
        self.assertEqual((decision.capacity, decision.sk_number[:3]), ("plh", "821"))
        self.assertEqual(decision.on_behalf, "Kepala Daerah")
        signed = "a.n. Kepala Daerah, Plh. Sekretaris Daerah"
        page = self.url_open(f"/dokumen/{request.token}").text
        self.assertIn(f"{signed}, ap_plh", page)
        report = self.env.ref("pemda_approval.action_report_sheet")
        content, _kind = report._render_qweb_pdf(report, request.ids)
        sheet = "".join(p.extract_text() for p in PdfReader(io.BytesIO(content)).pages)
        words = " ".join(sheet.split())
        self.assertIn("a.n.", words)
        self.assertIn("Plh.", words)


@tagged("post_install", "-at_install", "-standard", "journey")
class TestPlhJourneyDesktop(PlhJourney):
    def test_plh(self):
        self.check(self.walk())


@tagged("post_install", "-at_install", "-standard", "journey")
class TestPlhJourneyPhone(PlhJourney):
    browser_size = "390x844"
    touch_enabled = True

    def test_plh(self):
        self.check(self.walk())
