"""Penghapusan in real browsers: usul on a desktop, decisions on phones and desktops,
and the decree as the clerk prints it."""

from odoo.tests import tagged

from odoo.addons.pemda_base.tests.common import PemdaHttpCase
from odoo.addons.sipbd.tests.report_common import pdf_text

from .expectations.foundation import asset_vals

DESKTOP, PHONE = "1366x768", "390x844"
OFFICES = {
    "ppb_opd": ("ppb_pengguna", "opd_a"),
    "pengguna": ("pengguna_barang", "opd_a"),
    "ppb": ("ppb", "root"),
    "bupati": ("kepala_daerah", "root"),
    "pengelola": ("pengelola_barang", "root"),
}


class HapusJourney(PemdaHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.clerk = cls.make_user("hapus_clerk", "pengurus_barang_pengguna", cls.opd_a)
        for name, (office, unit) in OFFICES.items():
            cls.make_user(f"hapus_{name}", office, getattr(cls, unit))
        vals = {**asset_vals(cls, cls.opd_a), "document_date": "2024-01-15"}
        assets = cls.env["sipbd.asset"].create([vals] * 4)
        cls.damaged = assets[:3]
        cls.damaged.sudo()._book_plan(
            cls.damaged._plan("0703", lambda asset: {"kondisi": "RB"}),
            {
                "document_kind": "ba",
                "document_number": "BA/1/2025",
                "document_date": "2025-01-05",
            },
        )

    def go(self, *tours):
        for tour in tours:
            self.authenticate(None, None)
            self.start_tour("/web/login", f"hapus_journey_{tour}")


@tagged("post_install", "-at_install", "-standard", "journey")
class TestHapusJourneyDesktop(HapusJourney):
    def test_from_the_list_to_the_decree(self):
        self.go("proposal")
        hapus = self.env["sipbd.hapus"].search([])
        self.assertEqual(hapus.line_ids.asset_id, self.damaged)
        self.assertEqual((hapus.state, hapus.maker_id), ("running", self.clerk))
        for office in OFFICES:
            self.decided_on_its_screen(office)
        self.env.invalidate_all()
        self.assertEqual(hapus.state, "approved")
        self.assertEqual(set(self.damaged.mapped("state")), {"akhir"})
        self.go("decree")
        self.authenticate("hapus_clerk", "hapus_clerk-hapus_clerk")
        answer = self.url_open(f"/report/pdf/sipbd_lifecycle.hapus_sk/{hapus.id}")
        text = " ".join(pdf_text(answer.content).split())
        self.assertIn(f"NOMOR {hapus.number}", text)
        self.assertIn("Menghapus 3 (tiga) barang", text)

    def decided_on_its_screen(self, office):
        """The heads decide on their phones."""
        phone = office in ("ppb_opd", "pengguna", "bupati")
        self.browser_size = PHONE if phone else DESKTOP
        self.touch_enabled = phone
        self.go(office)
        self.browser_size, self.touch_enabled = DESKTOP, False
