"""From sign-in to the printed KIB in a real browser, on a desktop and on a phone."""

from odoo.tests import tagged

from odoo.addons.pemda_base.tests.common import PemdaHttpCase

from .expectations.foundation import asset_vals

ITEMS = 12  # of static/files/kib_b.xlsx
TOTAL = 80_550_000


class KibJourney(PemdaHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.clerk = cls.make_user(
            "journey_clerk", "pengurus_barang_pengguna", cls.opd_a
        )
        cls.foreign = cls.env["sipbd.asset"].create(
            {**asset_vals(cls, cls.opd_b), "name": "Barang Badan Lain"}
        )

    def _walk(self, tour):
        self.start_tour("/web/login", tour)
        assets = self.env["sipbd.asset"].search([("unit_id", "=", self.opd_a.id)])
        self.assertEqual(len(assets), ITEMS)
        self.assertEqual(sum(assets.mapped("nilai_perolehan")), TOTAL)
        self.assertEqual(assets.create_uid, self.clerk)
        printed = self.env["pemda.report.document"].search(
            [("unit_id", "=", self.opd_a.id)]
        )
        self.assertEqual(printed.printed_by_id, self.clerk)
        self.assertEqual(printed.rows, ITEMS)


@tagged("post_install", "-at_install", "-standard", "journey")
class TestKibJourneyDesktop(KibJourney):
    def test_from_sign_in_to_the_printed_kib(self):
        self._walk("kib_journey_desktop")


@tagged("post_install", "-at_install", "-standard", "journey")
class TestKibJourneyPhone(KibJourney):
    browser_size = "390x844"
    touch_enabled = True

    def test_from_sign_in_to_the_printed_kib(self):
        self._walk("kib_journey_phone")
