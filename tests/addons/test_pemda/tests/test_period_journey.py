"""A semester is computed, checked and closed in a real browser; then it is closed."""

from odoo.tests import tagged

from odoo.addons.pemda_base.tests.common import PemdaHttpCase

from .expectations.foundation import asset_vals


class PeriodJourney(PemdaHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.manager = cls.make_user(
            "period_manager", "pengurus_barang_pengelola", cls.root
        )
        cls.make_user("period_clerk", "pengurus_barang_pengguna", cls.opd_a)
        cls.asset = cls.env["sipbd.asset"].create(
            {**asset_vals(cls, cls.opd_a), "document_date": "2024-01-15"}
        )
        cls.env["sipbd.period"].with_user(cls.manager)._generate(2024, 2024)

    def _walk(self, device):
        self.start_tour("/web/login", f"period_closing_{device}")
        self.env.invalidate_all()
        period = self.env["sipbd.period"].search([("name", "=", "2024 Semester I")])
        self.assertEqual(period.state, "closed")
        self.assertEqual(period.closed_by_id, self.manager)
        self.assertEqual(period.hash, period._figures_hash())
        self.logout()
        self.start_tour("/web/login", f"period_refusal_{device}")
        self.env.invalidate_all()
        self.assertEqual(len(self.asset.entry_ids), 1)


@tagged("post_install", "-at_install", "-standard", "journey")
class TestPeriodJourneyDesktop(PeriodJourney):
    def test_a_semester_is_closed(self):
        self._walk("desktop")


@tagged("post_install", "-at_install", "-standard", "journey")
class TestPeriodJourneyPhone(PeriodJourney):
    browser_size = "390x844"
    touch_enabled = True

    def test_a_semester_is_closed(self):
        self._walk("phone")
