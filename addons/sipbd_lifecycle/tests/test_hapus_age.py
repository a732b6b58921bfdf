"""Vehicles that are sold before the law lets them go."""

from datetime import date

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged

from odoo.addons.sipbd.tests.common import CAR, RACK

from .hapus_common import HapusCase

OFFICIAL_CAR = "1.3.2.02.01.02.001"


@tagged("post_install", "-at_install")
class TestHapusAge(HapusCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        year = cls.today.year
        cls.old = cls.car(year - 8, "Minibus lama")
        cls.young = cls.car(year - 3, "Minibus muda")
        cls.row = cls.env.ref("sipbd_lifecycle.usia_operasional")

    @classmethod
    def car(cls, year, name, code=OFFICIAL_CAR):
        day = f"{year}-03-05"
        return cls.make_asset(
            cls.clerk_a,
            cls.opd_a,
            code,
            name=name,
            document_date=day,
            tanggal_perolehan=day,
        )

    def sale(self, assets, **vals):
        return self.make_hapus(assets, cause="penjualan", **vals)

    def test_younger_ones_are_told_and_stop_nothing(self):
        hapus = self.sale(self.old | self.young)
        told = hapus.peringatan
        self.assertIn("1 goods are younger than 7 years", told)
        self.assertIn(f"(no. 2 Minibus muda {self.today.year - 3})", told)
        self.assertNotIn("Minibus lama", told)
        self.assertIn("Permendagri 19/2016 Pasal 346 – not confirmed", told)
        hapus.action_submit()
        preview = str(hapus._approval_preview())
        self.assertIn("younger than 7 years", preview)

    def test_another_cause_or_other_goods(self):
        self.assertNotIn("younger", self.make_hapus(self.young).peringatan)
        rack = self.make_asset(self.clerk_a, self.opd_a, RACK)
        self.assertNotIn("younger", self.sale(rack | self.old).peringatan)

    def test_badly_damaged_ones_need_their_assessment(self):
        self.book(self.young, document_date=str(self.today), kondisi="RB")
        told = self.sale(self.young).peringatan
        self.assertIn("but in the condition", told)
        self.assertIn("at most 30 %", told)
        # and what they were used as is known in Aset Lain-Lain as well
        self.young.sudo()._set_aside(
            self.document(str(self.today), document_number="12")
        )
        self.assertTrue(self.young.code_id.code.startswith("1.5.4"))
        self.assertIn("at most 30 %", self.sale(self.young).peringatan)

    def test_personal_vehicles_from_four_years(self):
        year = self.today.year
        told = self.sale(self.car(year - 3, "Sedan", CAR)).peringatan
        self.assertIn("younger than 4 years", told)
        self.assertNotIn(
            "younger", self.sale(self.car(year - 5, "Sedan", CAR)).peringatan
        )

    def test_the_table_is_the_pemdas(self):
        admin = self.make_user("lc_admin", "admin_pemda", self.root)
        row = self.row.with_user(admin)
        with self.assertRaisesRegex(ValidationError, "only warns"):
            row.refuses = True
        row.write({"unconfirmed": False, "refuses": True})
        hapus = self.sale(self.old | self.young)
        self.assertNotIn("younger", hapus.peringatan)
        self.refused("Minibus muda", hapus)
        row.date_to = date(2020, 1, 1)
        hapus.action_submit()
        with self.assertRaises(AccessError):
            self.row.with_user(self.clerk_a).years = 1
        with self.assertRaises(AccessError):
            self.row.with_user(self.pengelola).years = 1
