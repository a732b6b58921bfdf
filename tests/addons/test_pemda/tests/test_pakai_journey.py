"""A vehicle goes into somebody's hands: the pengurus barang on a desktop, the pengguna
barang on his phone."""

from odoo.tests import tagged

from odoo.addons.pemda_base.tests.common import PemdaHttpCase

from .expectations.foundation import asset_vals

NIP = "198501012010011001"


@tagged("post_install", "-at_install", "-standard", "journey")
class TestPakaiJourney(PemdaHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.clerk = cls.make_user("pakai_clerk", "pengurus_barang_pengguna", cls.opd_a)
        cls.ppb = cls.make_user("pakai_ppb", "ppb_pengguna", cls.opd_a)
        cls.pengguna = cls.make_user("pakai_pengguna", "pengguna_barang", cls.opd_a)
        (cls.clerk | cls.ppb | cls.pengguna).write({"lang": "id_ID"})
        cls.budi = cls.env["hr.employee"].create(
            {"name": "Budi Santoso", "nip": NIP, "department_id": cls.opd_a.id}
        )
        kode = cls.env["sipbd.kode"].search([("code", "=", "1.3.2.02.01.01.001")])
        cls.car = cls.env["sipbd.asset"].create(
            {
                **asset_vals(cls, cls.opd_a),
                "code_id": kode.id,
                "name": "Sedan Dinas",
                "nomor_polisi": "B 77 ABC",
                "document_date": "2024-01-15",
            }
        )

    def test_from_the_draft_to_the_holder(self):
        self.start_tour("/web/login", "pakai_journey_clerk")
        pakai = self.env["sipbd.pakai"].search([("unit_id", "=", self.opd_a.id)])
        self.assertEqual((pakai.state, pakai.holder_id), ("running", self.budi))
        self.assertEqual(pakai.line_ids.asset_id, self.car)
        self.authenticate(None, None)
        tasks = self.env["pemda.approval.task"].with_user(self.ppb)
        tasks.search([("is_mine", "=", True)]).action_decide("approve")
        self.env.flush_all()
        self.browser_size, self.touch_enabled = "390x844", True
        self.start_tour("/web/login", "pakai_journey_pengguna")
        self.assertEqual(pakai.state, "approved")
        self.assertEqual(self.car.holder_id, self.budi)
        self.authenticate("pakai_clerk", "pakai_clerk-pakai_clerk")
        printed = self.url_open(f"/report/pdf/sipbd_lifecycle.pakai/{pakai.id}")
        self.assertEqual(printed.content[:5], b"%PDF-")
        self.authenticate(None, None)
        self.browser_size, self.touch_enabled = "1366x768", False
        self.start_tour("/web/login", "pakai_journey_holder")
