"""From the proposal to the histories, and what stands in between."""

from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.sikda.rules.dates import add_months

from ..models.sikda_kgb_usul import WORDS
from .common import ROW_2, KgbCase


@tagged("post_install", "-at_install")
class TestDecide(KgbCase):
    def kgb_rows(self, person):
        return self.env["sikda.riwayat.kgb"].search([("employee_id", "=", person.id)])

    def test_from_proposal_to_history(self):
        usul = self.make_usul()
        usul.action_submit()
        for user in (self.head, self.verifier):
            self.decide(usul, user)
            self.assertFalse(self.kgb_rows(self.budi) | self.kgb_rows(self.sari))
        self.decide(usul, self.chief)
        self.assertEqual(usul.state, "approved")
        year = self.today.year
        self.assertEqual(usul.number, f"001/KGB/T01/{year}")
        numbers = usul.line_ids.sorted("nama").mapped("surat_nomor")
        self.assertEqual(numbers, [f"822/000{n}/T01/{year}" for n in (1, 2)])
        row = self.kgb_rows(self.budi)
        self.assertTrue(row.verified and row.verified_at)
        self.assertEqual((row.source, row.verified_by_id), ("layanan", self.chief))
        self.assertEqual(
            (row.tmt, row.gaji, row.mkg_tahun), (self.next_month, ROW_2, 2)
        )
        self.assertEqual((row.sk_nomor, row.sk_tanggal), (numbers[0], self.today))
        self.assertIn("a.n. Kepala Daerah", row.pejabat)
        (line,) = usul.line_ids.filtered(lambda each: each.employee_id == self.budi)
        self.assertEqual(line.riwayat_id, row)
        # Budi's takes effect next month, Sari's did a year ago
        self.assertEqual(self.budi.current_version_id.gaji_pokok, 2_785_700)
        self.assertEqual(self.sari.current_version_id.gaji_pokok, ROW_2)
        self.assertEqual(self.sari.current_version_id.mkg_tahun, 2)
        # and neither is proposed again
        again = self.make_usul()
        self.assertEqual(self.reasons(again).get(self.budi.nip), "sudah")
        self.assertFalse(again.line_ids)

    def test_the_request_agrees_with_the_document_for_ever(self):
        usul = self.approved()
        request = usul.sudo().request_id
        self.assertEqual(
            usul._approval_hashes()[usul.id], request.document_hash, "payload changed"
        )

    def test_two_opd_in_one_go(self):
        first = self.make_usul()
        second = self.make_usul(self.operator_b, self.opd_b)
        both = (first | second).sudo()
        for usul in (first, second):
            usul.action_submit()
        self.decide(first, self.head)
        self.decide(second, self.head_b)
        self.decide(both, self.verifier)
        outcome = self.decide(both, self.chief)
        self.assertEqual(outcome["decided"], 2)
        numbers = both.line_ids.mapped("surat_nomor")
        self.assertEqual(len(set(numbers)), 3)
        self.assertEqual(sorted(int(n.split("/")[1]) for n in numbers), [1, 2, 3])

    def test_nobody_proposed(self):
        usul = self.make_usul()
        usul.line_ids._take_out("x")
        with self.assertRaisesRegex(UserError, "Nobody is proposed"):
            usul.action_submit()

    def stopped(self, text, usul=None, change=None):
        """The final decision is refused for this reason, and nothing is written."""
        usul = usul or self.make_usul()
        usul.action_submit()
        for user in (self.head, self.verifier):
            self.decide(usul, user)
        change()
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.kgb_rows(self.budi)
        with self.assertRaisesRegex(UserError, text):
            self.decide(usul, self.chief)
        self.assertEqual(usul.state, "running")
        self.assertEqual(self.kgb_rows(self.budi), before)

    def test_moved_away_meanwhile(self):
        def move():
            self.add_row(self.budi, "unit", tmt=self.month, unor_id=self.opd_b.id)

        self.stopped("Budi.*does not work in this unit", change=move)

    def test_left_meanwhile(self):
        def leave():
            self.add_row(self.budi, "pindah", tmt=self.month, arah="keluar")

        self.stopped("Budi.*not in service any more", change=leave)

    def test_entered_meanwhile(self):
        def enter():
            self.add_row(self.budi, "kgb", tmt=self.next_month, mkg_tahun=2, gaji=ROW_2)

        self.stopped("Budi.*on record", change=enter)

    def test_pay_table_changed(self):
        def publish():
            cells = self.env["sikda.gaji"].search(
                [("golongan_id.name", "=", "III/a"), ("date_from", "=", "2024-01-01")]
            )
            for cell in cells:
                cell.copy({"date_from": self.month, "amount": cell.amount + 100_000})

        self.stopped("Budi.*(pay table|former pay|not due)", change=publish)

    def test_retires_before(self):
        def age():
            self.budi.birthday = add_months(self.month, -58 * 12)
            self.budi._project()

        self.stopped("Budi.*Retires", change=age)

    def test_promoted_meanwhile(self):
        def promote():
            self.add_row(
                self.budi,
                "pangkat",
                tmt=self.month,
                golongan_id="III/b",
                mkg_tahun=1,
                mkg_bulan=11,
                gaji=2_903_600,
            )

        self.stopped("Budi.*another TMT, golongan or masa kerja", change=promote)

    def test_punished_meanwhile(self):
        self.stopped("Budi.*disciplinary", change=lambda: self.punish(self.budi))

    def test_a_reason_does_not_cover_what_came_later(self):
        """Proposed without a predikat, for a reason; a punishment is another matter."""
        rows = self.env["sikda.riwayat.kinerja"].search(
            [("employee_id", "=", self.budi.id)]
        )
        rows.sudo().predikat = False
        usul = self.make_usul()
        dialog = self.env["sikda.kgb.usul.add"].with_user(self.operator)
        dialog.create(
            {"usul_id": usul.id, "nips": self.budi.nip, "reason": "SKP terlampir"}
        ).action_confirm()
        self.assertIn(self.budi, usul.line_ids.employee_id)
        self.stopped(
            "Budi.*disciplinary", usul=usul, change=lambda: self.punish(self.budi)
        )

    def test_changed_behind_a_decision(self):
        """Whatever is written past the ORM: nobody approves it any more."""
        usul = self.make_usul()
        usul.action_submit()
        self.decide(usul, self.head)
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE sikda_kgb_usul_line SET gaji = gaji + 1 WHERE usul_id = %s",
            (usul.id,),
        )
        self.env.invalidate_all()
        with self.assertRaisesRegex(UserError, "not as it was submitted"):
            self.decide(usul, self.verifier)

    def test_words_of_the_letters_count_as_well(self):
        usul = self.make_usul()
        usul.action_submit()
        for name in WORDS:
            with self.assertRaises(UserError):
                usul[name] = "Lain"

    def test_in_two_proposals(self):
        """A draft does not keep people from another; what is submitted does."""
        usul = self.make_usul()
        sari = usul.line_ids.filtered(lambda each: each.employee_id == self.sari)
        other = self.env["sikda.kgb.usul"].with_user(self.operator)
        other = other.create({"unit_id": self.unit_a1.id})
        sari.sudo().copy({"usul_id": other.id})
        other.action_submit()
        with self.assertRaisesRegex(UserError, "another proposal.*UPT Uji"):
            usul.action_submit()
        usul.action_fill()
        self.assertEqual(usul.line_ids.employee_id, self.budi)
        usul.action_submit()

    def test_returned_and_corrected(self):
        usul = self.make_usul()
        usul.action_submit()
        self.decide(usul, self.head)
        self.decide(usul, self.verifier, "return", "Sari: lengkapi SKP")
        self.assertEqual(usul.state, "returned")
        usul.line_ids.filtered(lambda each: each.employee_id == self.sari)._take_out(
            "x"
        )
        usul.action_submit()
        self.run_through(usul)
        self.assertEqual(usul.state, "approved")
        self.assertFalse(self.kgb_rows(self.sari))
        self.assertTrue(self.kgb_rows(self.budi))

    def test_whoever_made_it_does_not_decide(self):
        self.appoint(self.operator, "kepala_opd", self.opd_a, capacity="plh")
        usul = self.make_usul()
        usul.action_submit()
        with self.assertRaises(UserError):
            self.decide(usul, self.operator)
