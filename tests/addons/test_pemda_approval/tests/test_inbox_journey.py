"""The inbox in a real browser, on a desktop and on a phone."""

from odoo.tests import tagged

from .common import ApprovalHttpCase

MANY = 300


@tagged("post_install", "-at_install", "-standard", "journey")
class TestInboxJourneyDesktop(ApprovalHttpCase):
    def test_everything_with_one_confirmation(self):
        letters = self.submitted(MANY)
        self.start_tour("/web/login", "inbox_journey_desktop")
        self.assertEqual(len(self.inbox(self.verifier)), MANY)
        self.assertEqual(set(letters.mapped("state")), {"running"})


@tagged("post_install", "-at_install", "-standard", "journey")
class TestInboxJourneyPhone(ApprovalHttpCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_everything_with_one_confirmation(self):
        self.submitted(MANY)
        self.start_tour("/web/login", "inbox_journey_phone_many")
        self.assertEqual(len(self.inbox(self.verifier)), MANY)

    def test_one_returned_with_a_reason(self):
        letter = self.submitted()
        self.start_tour("/web/login", "inbox_journey_phone")
        self.assertEqual(letter.state, "returned")
        decision = letter.request_id.decision_ids[-1]
        self.assertEqual(decision.note, "Foto belum ada")
        self.assertTrue(decision.ip)
