"""What happens to an asset is booked in a real browser, on a desktop and a phone."""

from odoo.tests import tagged

from odoo.addons.pemda_base.tests.common import PemdaHttpCase

from .expectations.foundation import asset_vals


class LedgerJourney(PemdaHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.clerk = cls.make_user("ledger_clerk", "pengurus_barang_pengguna", cls.opd_a)
        document = {"document_date": "2024-01-15"}
        cls.asset = cls.env["sipbd.asset"].create(
            {**asset_vals(cls, cls.opd_a), **document}
        )
        cls.room = cls.env["sipbd.ruang"].create(
            {"code": "01", "name": "Ruang Arsip", "unit_id": cls.opd_a.id}
        )

    def _walk(self, tour):
        self.start_tour("/web/login", tour)
        self.env.invalidate_all()
        self.assertEqual(self.asset.nilai_perolehan, 2_500_000)
        self.assertEqual(self.asset.unit_id, self.unit_a1)
        self.assertFalse(self.asset.room_id)
        entries = self.asset.entry_ids.sorted("id")
        kinds = ["0101", "0701", "08", "12", "04", "03"]
        self.assertEqual(entries.mapped("kind"), kinds)
        self.assertEqual(entries[3].room_id, self.room)
        self.assertEqual(entries[-1].scan_ids.mapped("name"), ["ba.pdf"])
        self.assertEqual(entries[1:].create_uid, self.clerk)


@tagged("post_install", "-at_install", "-standard", "journey")
class TestLedgerJourneyDesktop(LedgerJourney):
    def test_what_happened_is_booked(self):
        self._walk("ledger_journey_desktop")


@tagged("post_install", "-at_install", "-standard", "journey")
class TestLedgerJourneyPhone(LedgerJourney):
    browser_size = "390x844"
    touch_enabled = True

    def test_what_happened_is_booked(self):
        self._walk("ledger_journey_phone")
