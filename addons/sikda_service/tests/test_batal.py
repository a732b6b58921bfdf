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

    def line(self, usul, person):
        return usul.line_ids.filtered(lambda each: each.employee_id == person)

    def public(self, usul):
        request = usul.sudo().request_id
        return request._public_facts(request.token)

    def test_the_public_page_says_so(self):
        usul = self.approved()
        facts = self.public(usul)
        numbers = sorted(usul.line_ids.mapped("surat_nomor"))
        self.assertTrue(facts["valid"])
        self.assertEqual(
            [text for _label, text in facts["further"]], [" – ".join(numbers)]
        )
        self.assertNotIn("Budi", str(facts))
        self.decide_all(self.cancel(usul))
        facts = self.public(usul)
        self.assertFalse(facts["valid"])
        self.assertTrue(facts["revoked_on"])

    def test_one_letter_of_many(self):
        usul = self.approved()
        sari, budi = self.line(usul, self.sari), self.line(usul, self.budi)
        batal = self.cancel(usul)
        batal.line_ids = sari
        self.decide_all(batal)
        self.assertEqual((batal.state, usul.state), ("approved", "approved"))
        self.assertEqual(sari.sudo().riwayat_id.standing, "withdrawn")
        self.assertEqual(budi.sudo().riwayat_id.standing, "standing")
        self.assertEqual(self.sari.current_version_id.gaji_pokok, ROW_0)
        self.assertEqual((sari.batal_id, budi.batal_id), (batal, batal.browse()))
        void = self.public(usul)["further"][-1][1]
        self.assertEqual(void, sari.surat_nomor)
        # the document is what it was, and Sari may be proposed again
        self.assertEqual(
            usul._approval_hashes()[usul.id], usul.sudo().request_id.document_hash
        )
        self.assertEqual(self.make_usul().line_ids.employee_id, self.sari)
        # not twice; the last one ends the proposal
        again = self.cancel(usul)
        again.line_ids = sari
        with self.assertRaisesRegex(UserError, "not taken back yet"):
            again.action_submit()
        again.line_ids = False
        self.decide_all(again)
        self.assertEqual(usul.state, "cancelled")
        self.assertEqual((sari.batal_id, budi.batal_id), (batal, again))

    def test_letters_of_another_proposal(self):
        other = self.make_usul(self.operator_b, self.opd_b)
        batal = self.cancel(self.approved())
        batal.line_ids = other.line_ids.with_user(self.bkd)
        with self.assertRaisesRegex(UserError, "letters of this proposal"):
            batal.action_submit()

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
