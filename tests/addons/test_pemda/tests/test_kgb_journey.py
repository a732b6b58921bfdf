"""A KGB batch from the monthly run to the letters, on a desktop and on a phone."""

from odoo.tests import tagged

from odoo.addons.pemda_base.tests.common import PemdaHttpCase
from odoo.addons.sikda_service.tests.common import KgbMixin


class KgbJourney(KgbMixin, PemdaHttpCase):
    def _walk(self):
        proposals = self.env["sikda.kgb.usul"].sudo()
        proposals._propose()
        usul = proposals.search([("unit_id", "=", self.opd_a.id)])
        self.assertEqual(usul.line_ids.employee_id, self.budi | self.sari)
        for story in (
            "kgb_submits",
            "kgb_head_decides",
            "kgb_verifier_decides",
            "kgb_chief_decides",
            "kgb_prints",
        ):
            self.start_tour("/web/login", f"{story}_{self.device}")
        self.env.invalidate_all()
        self.assertEqual(usul.state, "approved")
        self.assertEqual(usul.line_ids.employee_id, self.budi)
        row = usul.line_ids.riwayat_id
        self.assertEqual(row.sk_nomor, usul.line_ids.surat_nomor)
        self.assertEqual(row.verified_by_id, self.chief)
        makers = usul.request_id.decision_ids.mapped("user_id.login")
        self.assertEqual(makers, ["kgb_opr", "kgb_head", "kgb_verifier", "kgb_chief"])


@tagged("post_install", "-at_install", "-standard", "journey")
class TestKgbJourneyDesktop(KgbJourney):
    device = "desktop"

    def test_from_the_run_to_the_letters(self):
        self._walk()


@tagged("post_install", "-at_install", "-standard", "journey")
class TestKgbJourneyPhone(KgbJourney):
    device = "phone"
    browser_size = "390x844"
    touch_enabled = True

    def test_from_the_run_to_the_letters(self):
        self._walk()
