"""One who does not fit any more does not hold up the others, nor drops out unseen."""

from psycopg2.errors import RestrictViolation

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import KgbCase


@tagged("post_install", "-at_install")
class TestKecuali(KgbCase):
    def setUp(self):
        super().setUp()
        self.usul = self.make_usul()
        self.usul.action_submit()
        self.decide(self.usul, self.head)

    def leave(self):
        """Budi goes elsewhere."""
        self.add_row(self.budi, "pindah", tmt=self.month, arah="keluar")
        self.env.flush_all()
        self.env.invalidate_all()

    def leave_out(self, user, reason="Diusulkan kembali oleh instansi baru"):
        action = self.usul.with_user(user).action_leave_out()
        dialog = self.env[action["res_model"]].with_user(user).browse(action["res_id"])
        dialog.reason = reason
        dialog.action_confirm()
        self.env.invalidate_all()

    def line(self, person):
        return self.usul.sudo().line_ids.filtered(
            lambda line: line.employee_id == person
        )

    def rows(self, person):
        return self.env["sikda.riwayat.kgb"].search([("employee_id", "=", person.id)])

    def at_the_end(self):
        self.decide(self.usul, self.verifier)
        self.leave()

    def test_told_before_the_decision_and_refused_without_the_act(self):
        self.at_the_end()
        task = self.waiting(self.usul, self.chief)
        self.assertIn("Budi", task.preview)
        self.assertIn("leave these people out", task.preview)
        with self.assertRaisesRegex(UserError, "Budi.*leave these people out"):
            self.decide(self.usul, self.chief)
        self.assertFalse(self.rows(self.sari))
        mine = self.usul.with_user(self.chief)
        self.assertRegex(mine.misfits, "^Budi.*not in service any more.$")
        self.assertFalse(self.usul.misfits, "not told to the operator")

    def test_the_others_are_decided_on(self):
        self.at_the_end()
        self.leave_out(self.chief)
        self.assertFalse(self.usul.with_user(self.chief).misfits)
        self.assertIn("instansi baru", self.waiting(self.usul, self.chief).preview)
        self.decide(self.usul, self.chief)
        self.assertEqual(self.usul.state, "approved")
        self.assertFalse(self.rows(self.budi))
        self.assertEqual(
            self.rows(self.sari).sk_nomor, self.line(self.sari).surat_nomor
        )
        left, taken = self.line(self.budi), self.line(self.sari)
        self.assertFalse(left.surat_nomor or left.riwayat_id)
        self.assertRegex(taken.surat_nomor, "^822/0001/")
        self.assertIn("not in service", left.kecuali)
        self.assertEqual((self.usul.line_count, self.usul.kecuali_count), (1, 1))
        (row,) = self.usul.kecuali_ids
        self.assertEqual((row.kode, row.employee_id), ("berhenti", self.budi))
        self.assertEqual(row.create_uid, self.chief)
        self.assertIn("Kepala BKD", row.oleh)

    def test_provable(self):
        """The document is what was submitted; the chain says whom it does not cover."""
        self.at_the_end()
        self.leave_out(self.chief)
        self.decide(self.usul, self.chief)
        request = self.usul.sudo().request_id
        self.assertEqual(
            self.usul._approval_hashes()[self.usul.id], request.document_hash
        )
        (who,) = request._final_decision().field_notes
        self.assertIn(self.budi.nip, who)
        self.assertFalse(list(request._findings()))
        self.env.cr.execute(
            "UPDATE sikda_kgb_usul_line SET kecuali_id = NULL WHERE id = %s",
            (self.line(self.budi).id,),
        )
        self.env.invalidate_all()
        self.assertTrue(list(request._findings()))

    def test_the_list_only_grows(self):
        self.at_the_end()
        self.leave_out(self.chief)
        row = self.usul.sudo().kecuali_ids
        with self.assertRaises(UserError):
            row.alasan = "x"
        with self.assertRaises(UserError):
            row.unlink()
        with (
            self.assertRaises(RestrictViolation),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute("DELETE FROM sikda_kgb_usul_kecuali")

    def test_only_whose_turn_it_is_and_only_who_does_not_fit(self):
        with self.assertRaisesRegex(UserError, "Nothing stands in anybody's way"):
            self.leave_out(self.verifier)
        self.at_the_end()
        for user in (self.operator, self.head, self.verifier, self.bkd):
            with self.assertRaises(AccessError):
                self.leave_out(user)
        for user in (self.operator_b, self.head_b):
            with self.assertRaises(AccessError):
                self.usul.with_user(user).action_leave_out()
        with self.assertRaisesRegex(UserError, "Say why"):
            self.leave_out(self.chief, " ")
        with self.assertRaisesRegex(UserError, "1000 characters"):
            self.leave_out(self.chief, "x" * 1001)
        self.assertFalse(self.usul.kecuali_ids)

    def test_not_forged(self):
        self.at_the_end()
        kecuali = self.env["sikda.kgb.usul.kecuali"].with_user(self.chief)
        line = self.line(self.sari)
        with self.assertRaises(AccessError):
            kecuali.create({"usul_id": self.usul.id, "employee_id": self.sari.id})
        for user in (self.chief, self.operator):
            with self.assertRaises(UserError):
                line.with_user(user).write({"kecuali_id": 1})
        self.leave_out(self.chief)
        with self.assertRaises(UserError):
            line.kecuali_id = self.usul.sudo().kecuali_ids
        self.assertFalse(self.line(self.sari).kecuali_id)

    def test_nobody_would_be_left(self):
        self.at_the_end()
        self.add_row(self.sari, "pindah", tmt=self.month, arah="keluar")
        with self.assertRaisesRegex(UserError, "Nobody would be left"):
            self.leave_out(self.chief)

    def test_submitted_again_it_is_decided_on_as_a_whole(self):
        self.at_the_end()
        self.leave_out(self.chief)
        self.decide(self.usul, self.chief, "return", "Lengkapi")
        with self.assertRaisesRegex(UserError, "(?s)Budi.*Fill the proposal again"):
            self.usul.action_submit()
        self.usul.action_fill()
        self.usul.action_submit()
        self.assertEqual(self.usul.line_ids.employee_id, self.sari)
        self.assertEqual(len(self.usul.kecuali_ids), 1, "kept as evidence")
        self.run_through(self.usul)
        self.assertEqual(self.usul.state, "approved")
        request = self.usul.sudo().request_id
        self.assertFalse(request._final_decision().field_notes)
        self.assertFalse(list(request._findings()))

    def test_letters_and_lists_leave_them_out(self):
        self.at_the_end()
        self.leave_out(self.chief)
        self.decide(self.usul, self.chief)
        reports = self.env["ir.actions.report"].with_user(self.operator)
        with self.assertRaisesRegex(UserError, "has no letter"):
            reports._render_qweb_pdf(
                "sikda_service.action_report_kgb_surat_orang", self.line(self.budi).ids
            )
        batal = self.env["sikda.kgb.batal"].with_user(self.bkd)
        batal = batal.create({"usul_id": self.usul.id, "reason": "Salah"})
        self.assertEqual(batal.line_count, 1)
        batal.line_ids = self.line(self.budi).with_user(self.bkd)
        with self.assertRaisesRegex(UserError, "letters of this proposal"):
            batal.action_submit()
        batal.line_ids = False
        batal.action_submit()
        for user in (self.verifier, self.chief):
            self.decide(batal, user)
        self.assertEqual(self.usul.state, "cancelled")

    def test_held_up_no_more_by_the_proposal_that_left_them_out(self):
        """He is where another OPD proposes him, while the rest still waits."""
        self.decide(self.usul, self.verifier)
        self.add_row(self.budi, "unit", tmt=self.month, unor_id=self.opd_b.id)
        self.env.flush_all()
        self.env.invalidate_all()
        self.leave_out(self.chief)
        self.assertEqual(self.usul.kecuali_ids.kode, "pindah")
        other = self.make_usul(self.operator_b, self.opd_b)
        self.assertIn(self.budi, other.line_ids.employee_id)
