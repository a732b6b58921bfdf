"""Goods that go to another OPD: four people in their own browsers, one with a phone."""

from odoo.tests import tagged

from odoo.addons.pemda_base.tests.common import PemdaHttpCase

from .expectations.foundation import asset_vals

DESKTOP, PHONE = "1366x768", "390x844"


@tagged("post_install", "-at_install", "-standard", "journey")
class TestMutasiJourney(PemdaHttpCase):
    """From the usul of OPD A to the handover report that OPD B signs by phone."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for login, office, unit in (
            ("mut_clerk", "pengurus_barang_pengguna", cls.opd_a),
            ("mut_ppb_a", "ppb_pengguna", cls.opd_a),
            ("mut_pengguna_a", "pengguna_barang", cls.opd_a),
            ("mut_ppb", "ppb", cls.root),
            ("mut_pengelola", "pengelola_barang", cls.root),
            ("mut_pengguna_b", "pengguna_barang", cls.opd_b),
            ("mut_clerk_b", "pengurus_barang_pengguna", cls.opd_b),
        ):
            cls.make_user(login, office, unit).lang = "id_ID"
        cls.assets = cls.env["sipbd.asset"].create(
            [
                {**asset_vals(cls, cls.opd_a), "name": "Meja Rapat", "kondisi": "B"},
                {**asset_vals(cls, cls.opd_a), "name": "Kursi Rapat", "kondisi": "B"},
            ]
        )
        cls.room = cls.env["sipbd.ruang"].create(
            {"code": "B.1", "name": "Ruang Baru", "unit_id": cls.opd_b.id}
        )

    def walk(self, tour, *, phone=False):
        """A tour by somebody who signs in, in a browser of his own."""
        self.browser_size = PHONE if phone else DESKTOP
        self.touch_enabled = phone
        self.authenticate(None, None)
        self.start_tour("/web/login", tour)
        self.env.invalidate_all()

    def mutasi(self):
        return self.env["sipbd.mutasi"].search([("unit_id", "=", self.opd_a.id)])

    def test_from_usul_to_handover(self):
        self.walk("mutasi_journey_maker")
        mutasi = self.mutasi()
        self.assertEqual((mutasi.state, mutasi.line_count), ("running", 2))
        for login in ("mut_ppb_a", "mut_pengguna_a", "mut_ppb", "mut_pengelola"):
            self.walk(f"mutasi_journey_{login}")
        self.assertTrue(mutasi.usul_number and mutasi.sk_number)
        self.walk("mutasi_journey_room", phone=True)
        self.assertEqual(mutasi.to_room_id, self.room)
        self.walk("mutasi_journey_receiver", phone=True)
        self.assertEqual(mutasi.state, "approved")
        for asset in self.assets:
            self.assertEqual((asset.unit_id, asset.room_id), (self.opd_b, self.room))
            kinds = asset.entry_ids.sorted("id").mapped("kind")
            self.assertEqual(kinds[-2:], ["04", "03"])
        self.walk("mutasi_journey_ledger")
