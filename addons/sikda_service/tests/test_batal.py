"""An approved proposal is taken back by a further document."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.sikda.rules.dates import add_months

from .common import ROW_0, ROW_2, ROW_4, KgbCase


@tagged("post_install", "-at_install")
class TestBatal(KgbCase):
    def cancel(self, usul, user=None):
        batal = self.env["sikda.kgb.batal"].with_user(user or self.bkd)
        return batal.create({"usul_id": usul.id, "reason": "Salah golongan"})

    def decide_all(self, batal):
        batal.action_submit()
        for user in (self.verifier, self.chief):
            self.decide(batal, user)

    def test_rows_stand_no_more_and_are_kept(self):
        usul = self.approved()
        rows = usul.sudo().line_ids.riwayat_id
        self.assertEqual(self.sari.current_version_id.gaji_pokok, ROW_2)
        batal = self.cancel(usul)
        self.assertEqual(batal.unit_id, self.opd_a)
        self.decide_all(batal)
        self.assertEqual((batal.state, usul.state), ("approved", "cancelled"))
        self.assertEqual(set(rows.mapped("standing")), {"withdrawn"})
        self.assertEqual(len(rows.exists()), 2)
        self.assertEqual(self.sari.current_version_id.gaji_pokok, ROW_0)
        again = self.make_usul()
        self.assertEqual(again.line_ids.employee_id, self.budi | self.sari)

    def test_what_is_not_approved_is_not_cancelled(self):
        usul = self.make_usul()
        with self.assertRaisesRegex(UserError, "Only an approved"):
            self.cancel(usul).action_submit()

    def test_a_later_rise_rests_on_it(self):
        usul = self.approved()
        self.add_row(
            self.sari, "kgb", tmt=add_months(self.month, 12), mkg_tahun=4, gaji=ROW_4
        )
        with self.assertRaisesRegex(UserError, "Sari.*rests on this one"):
            self.cancel(usul).action_submit()

    def test_a_corrected_row_is_not_undone(self):
        usul = self.approved()
        (line,) = usul.sudo().line_ids.filtered(lambda x: x.employee_id == self.sari)
        other = self.add_row(
            self.sari, "kgb", tmt=line.tmt, mkg_tahun=2, gaji=ROW_2, sk_nomor="9"
        )
        line.riwayat_id.sudo().replaced_by_id = other
        with self.assertRaisesRegex(UserError, "Sari.*corrected by hand"):
            self.cancel(usul).action_submit()

    def test_one_cancellation_at_a_time(self):
        usul = self.approved()
        self.cancel(usul).action_submit()
        with self.assertRaisesRegex(UserError, "under way"):
            self.cancel(usul).action_submit()

    def test_of_another_opd(self):
        usul = self.approved()
        with self.assertRaises(AccessError):
            self.cancel(usul, self.operator_b)
        with self.assertRaises(AccessError):
            self.cancel(usul, self.head)
        self.assertEqual(self.cancel(usul, self.operator).state, "draft")
