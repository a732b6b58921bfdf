"""Who has to agree to a write-off, by the tables that the pemda keeps."""

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.sipbd.tests.common import CAR, LAND

from .hapus_common import HapusCase


@tagged("post_install", "-at_install")
class TestHapusAgreement(HapusCase):
    def test_table_without_the_row_no_step(self):
        self.env.ref("sipbd_lifecycle.syarat_kepala_daerah").date_to = date(2020, 1, 1)
        self.approved(way=(self.ppb_a, self.pengguna_a, self.ppb, self.pengelola))

    def test_dprd_has_to_agree_to_the_sale_of_land(self):
        land = self.make_asset(self.clerk_a, self.opd_a, LAND)
        hapus = self.make_hapus(land, cause="penjualan")
        self.assertTrue(hapus.perlu_dprd)
        self.assertIn("DPRD: Title to land or buildings, 1 goods", hapus.perlu)
        self.assertIn("not confirmed", hapus.perlu)
        self.refused("approval of the DPRD are missing.*land or build", hapus)
        hapus.dprd_number = "172/9/2026"
        self.refused("approval of the DPRD are missing", hapus)
        hapus.dprd_date = date(2026, 2, 3)
        hapus.action_submit()
        self.run_through(hapus, (self.ppb_a, self.pengguna_a, self.ppb, self.pengelola))
        self.assertEqual(land.entry_ids.sorted("id")[-1].kind, "1402")

    def test_blanks_are_no_approval_of_the_dprd(self):
        land = self.make_asset(self.clerk_a, self.opd_a, LAND)
        hapus = self.make_hapus(
            land, cause="penjualan", dprd_number="  ", dprd_date=date(2026, 2, 3)
        )
        self.refused("approval of the DPRD are missing", hapus)
        hapus.dprd_number = "172/9/2026"
        hapus.dokumen_ids[0].number = " "
        self.refused("has no number", hapus)

    def test_exception_instead_of_the_dprd(self):
        land = self.make_asset(self.clerk_a, self.opd_a, LAND)
        ground = self.env.ref("sipbd_lifecycle.kecuali_kepentingan_umum")
        hapus = self.make_hapus(land, cause="hibah", kecuali_id=ground.id)
        told = dict(hapus.sudo()._approval_preview())
        self.assertIn("331-337", told["Without the DPRD because"])
        self.assertIn("not confirmed", told["Without the DPRD because"])
        hapus.action_submit()
        self.assertEqual(hapus.state, "running")

    def test_exception_that_is_not_in_force(self):
        land = self.make_asset(self.clerk_a, self.opd_a, LAND)
        ground = self.env.ref("sipbd_lifecycle.kecuali_kepentingan_umum")
        hapus = self.make_hapus(land, cause="hibah", kecuali_id=ground.id)
        ground.date_to = date(2020, 1, 1)
        self.refused("public interest.* not in force", hapus)

    def test_exception_of_another_approval(self):
        land = self.make_asset(self.clerk_a, self.opd_a, LAND)
        ground = self.env.ref("sipbd_lifecycle.kecuali_kepentingan_umum")
        hapus = self.make_hapus(land, cause="hibah", kecuali_id=ground.id)
        ground.syarat_ids = self.env.ref("sipbd_lifecycle.syarat_dprd_lain")
        self.refused("approval of the DPRD are missing.*land or build", hapus)

    def test_dprd_above_five_billion_only(self):
        car = self.make_asset(
            self.clerk_a, self.opd_a, CAR, nilai_perolehan=5_000_000_001
        )
        hapus = self.make_hapus(car, cause="penjualan")
        self.assertTrue(hapus.perlu_dprd)
        hapus.line_ids.nilai_wajar = 5_000_000_000
        self.assertFalse(hapus.perlu_dprd)
        hapus.action_submit()


@tagged("post_install", "-at_install")
class TestHapusSettings(HapusCase):
    def test_admin_keeps_the_tables(self):
        admin = self.make_user("lc_admin", "admin_pemda", self.root)
        row = self.env.ref("sipbd_lifecycle.syarat_dprd_lain").with_user(admin)
        row.write({"amount_above": 10_000_000_000, "unconfirmed": False})
        with self.assertRaises(AccessError):
            row.with_user(self.clerk_a).write({"amount_above": 0})

    def test_codes_are_checked(self):
        row = self.env.ref("sipbd_lifecycle.syarat_dprd_lain")
        with self.assertRaisesRegex(UserError, "beginning of a code"):
            row.code_prefixes = "1.3.x"
        with self.assertRaisesRegex(UserError, "one word"):
            self.cause("hilang").code = "tidak ada"
        with self.assertRaisesRegex(UserError, "to which code"):
            self.cause("kahar").reklas = "tolak"
