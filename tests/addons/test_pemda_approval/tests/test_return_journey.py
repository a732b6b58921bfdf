"""A document that comes back and is corrected, in a real browser."""

from odoo.tests import tagged

from .common import ApprovalHttpCase


class ReturnJourney(ApprovalHttpCase):
    def walk(self):
        self.env["pemda.approval.requirement"].create(
            {"kind_id": self.kind.id, "name": "BAST", "legal_basis": "Uji"}
        )
        letter = self.make_letters()
        for tour in self.tours:
            self.start_tour("/web/login", f"return_journey_{tour}")
        return letter


@tagged("post_install", "-at_install", "-standard", "journey")
class TestReturnJourneyDesktop(ReturnJourney):
    tours = ("submit", "return", "correct", "approve")

    def test_returned_and_corrected(self):
        letter = self.walk()
        decisions = letter.sudo().request_id.decision_ids
        self.assertEqual(
            decisions.mapped("act"), ["submit", "return", "submit", "approve"]
        )
        self.assertEqual(decisions[1].field_notes, {"BAST": "Belum dicap"})
        self.assertNotEqual(decisions[0].document_hash, decisions[2].document_hash)
        files = self.env["ir.attachment"].search(
            [("res_model", "=", letter._name), ("res_id", "=", letter.id)]
        )
        self.assertEqual(files.mapped("name"), ["bast-cap.pdf"])
        self.assertEqual(self.inbox(self.verifier).request_id, letter.request_id)


@tagged("post_install", "-at_install", "-standard", "journey")
class TestReturnJourneyPhone(ReturnJourney):
    browser_size = "390x844"
    touch_enabled = True
    tours = ("submit",)

    def test_the_maker_attaches_and_submits_with_a_phone(self):
        letter = self.walk()
        self.assertEqual(letter.state, "running")
