"""What is on record of the time between a proposal and its TMT, and of the last SK."""

from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.sikda.rules.dates import add_months

from .common import ROW_2, KgbCase


@tagged("post_install", "-at_install")
class TestObstacles(KgbCase):
    def left_out(self, person=None):
        """Row of Budi among those who are not proposed; none if he is proposed."""
        person = person or self.budi
        usul = self.make_usul()
        row = usul.sudo().lain_ids.filtered(lambda row: row.employee_id == person)
        self.assertNotEqual(bool(row), person in usul.line_ids.employee_id)
        return row

    def test_an_sk_of_discharge_takes_effect_before(self):
        ended = self.env["sikda.kedudukan.hukum"].search([("code", "=", "99")])
        self.add_row(
            self.budi,
            "pemberhentian",
            tmt=self.next_month,
            kedudukan_hukum_id=ended.id,
            sk_nomor="888/1",
        )
        row = self.left_out()
        self.assertEqual(row.kode, "keluar")
        self.assertIn("888/1", row.rincian)
        self.assertFalse(row.can_take)

    def test_a_discharge_after_it_is_no_obstacle(self):
        ended = self.env["sikda.kedudukan.hukum"].search([("code", "=", "99")])
        self.add_row(
            self.budi,
            "pemberhentian",
            tmt=add_months(self.next_month, 1),
            kedudukan_hukum_id=ended.id,
        )
        self.assertFalse(self.left_out())

    def test_leaves_the_pemda_before(self):
        self.add_row(self.budi, "pindah", tmt=self.next_month, arah="keluar")
        self.assertEqual(self.left_out().kode, "keluar")

    def test_suspended_before(self):
        away = self.env["sikda.kedudukan.hukum"].search([("code", "=", "04")])
        self.add_row(
            self.budi,
            "status",
            tmt=self.next_month,
            status_asn="pns",
            kedudukan_hukum_id=away.id,
        )
        self.assertEqual(self.left_out().kode, "keluar")

    def test_suspended(self):
        away = self.env["sikda.kedudukan.hukum"].search([("code", "=", "04")])
        self.add_row(
            self.budi,
            "status",
            tmt=add_months(self.month, -1),
            status_asn="pns",
            kedudukan_hukum_id=away.id,
        )
        row = self.left_out()
        self.assertEqual(row.kode, "sementara")
        self.assertIn("uang tunggu", row.sebab)

    def test_promoted_by_an_sk_without_pay(self):
        """His former pay is that of the SK pangkat, which nobody has entered."""
        self.add_row(
            self.budi,
            "pangkat",
            tmt=add_months(self.month, -3),
            golongan_id="III/b",
            mkg_tahun=1,
            mkg_bulan=8,
            sk_nomor="823/5",
        )
        row = self.left_out()
        self.assertEqual(row.kode, "tanpa_gaji")
        self.assertIn("823/5", row.rincian)

    def test_the_pay_of_the_last_sk_is_behind_its_masa_kerja(self):
        """The missing rise lies before the SK pangkat, in another golongan."""
        self.add_row(
            self.budi,
            "pangkat",
            tmt=self.month,
            golongan_id="III/b",
            mkg_tahun=2,
            mkg_bulan=5,
            gaji=2_903_600,
        )
        self.assertEqual(self.left_out().kode, "sk_kurang")

    def test_an_inpassing_is_no_kgb(self):
        """The rise before it was missed, and is not on record for that."""
        self.add_row(
            self.sari,
            "kgb",
            tmt=add_months(self.month, -2),
            golongan_id="III/a",
            mkg_tahun=2,
            mkg_bulan=3,
            gaji=2_785_700,
            dasar="inpassing",
        )
        self.assertEqual(self.left_out(self.sari).kode, "sk_kurang")

    def test_texts_have_an_end(self):
        usul = self.make_usul()
        with self.assertRaisesRegex(UserError, "1000"):
            self.env["sikda.kgb.usul.add"].with_user(self.operator).create(
                {"usul_id": usul.id, "nips": self.budi.nip, "reason": "x" * 1001}
            ).action_confirm()
        action = usul.line_ids.action_remove()
        dialog = self.env[action["res_model"]].with_user(self.operator)
        dialog = dialog.browse(action["res_id"])
        dialog.reason = "x" * 1001
        with self.assertRaisesRegex(UserError, "1000"):
            dialog.action_confirm()
        for name in ("hal", "kepada", "pembuka", "penutup", "tembusan"):
            with self.assertRaisesRegex(UserError, "5000"):
                usul[name] = "x" * 5001
        self.assertEqual(usul.line_ids.mapped("gaji"), [ROW_2, ROW_2])
