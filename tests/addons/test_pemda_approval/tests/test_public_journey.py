"""Whoever scans the QR code of a print, in a real browser without a sign-in."""

from odoo.tests import tagged

from .common import ApprovalHttpCase

# What the page shows, and that nothing of it is wider than the screen.
LOOK = """
    const mark = document.querySelector(".mark");
    const fits = document.documentElement.scrollWidth <= window.innerWidth;
    if (mark.matches("%(mark)s") && fits && %(more)s) {
        console.log("test successful");
    } else {
        console.error(mark.outerHTML + " " + fits + " " + document.body.innerText);
    }
"""


class PublicJourney(ApprovalHttpCase):
    def look(self, token, mark, more="true"):
        self.browser_js(f"/dokumen/{token}", LOOK % {"mark": mark, "more": more})

    def walk(self):
        letter = self.submitted()
        self.run_through(letter)
        request = letter.sudo().request_id
        number = f"document.body.innerText.includes('{request.number}')"
        unsigned = "document.querySelectorAll('dd').length === 6"
        self.look(request.token, ".good", f"{number} && {unsigned}")
        counter = self.submitted(cancels_id=letter.id)
        self.run_through(counter)
        self.look(request.token, ".bad", number)
        self.look(counter.sudo().request_id.token, ".good")


@tagged("post_install", "-at_install", "-standard", "journey")
class TestPublicJourneyDesktop(PublicJourney):
    def test_valid_then_revoked(self):
        self.walk()


@tagged("post_install", "-at_install", "-standard", "journey")
class TestPublicJourneyPhone(PublicJourney):
    browser_size = "390x844"
    touch_enabled = True

    def test_valid_then_revoked(self):
        self.walk()
