"""Letters of a proposal, of one person, and the list."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from odoo.addons.pemda_report.engine.formats import long_date
from odoo.addons.sikda.tests.report_common import pdf_text

from .common import KgbCase


@tagged("post_install", "-at_install")
class TestLetters(KgbCase):
    def pdf(self, name, records, user):
        report = self.env["ir.actions.report"].with_user(user)
        content, kind = report._render_qweb_pdf(f"sikda_service.{name}", records.ids)
        self.assertEqual(kind, "pdf")
        return " ".join(pdf_text(content).split())

    def test_a_draft_says_that_it_is_one(self):
        usul = self.make_usul()
        text = self.pdf("action_report_kgb_surat", usul, self.operator)
        self.assertEqual(text.count("KONSEP"), 2)
        self.assertNotIn("a.n.", text)

    def test_letters_of_everybody(self):
        usul = self.approved()
        text = self.pdf("action_report_kgb_surat", usul, self.chief)
        self.assertNotIn("KONSEP", text)
        for part in (
            *usul.line_ids.mapped("surat_nomor"),
            "Budi Uji, S.E.",
            "Sari Uji, S.E.",
            "dua juta delapan ratus tujuh puluh tiga ribu lima ratus rupiah",
            "Rp2.785.700",
            "821/17/2024",
            "2 tahun 0 bulan",
            long_date(self.next_month),
            "a.n. Kepala Daerah",
            "Kepala BKD",
            "kgb_chief",
            "Tembusan",
            "Inspektur Daerah",
        ):
            self.assertIn(part, text)
        self.assertEqual(text.count("Halaman 1 dari 1"), 2, "pages of each letter")

    def test_the_letter_of_one_person(self):
        usul = self.approved()
        (line,) = usul.line_ids.filtered(lambda each: each.employee_id == self.budi)
        text = self.pdf("action_report_kgb_surat_orang", line, self.operator)
        self.assertIn("Budi Uji", text)
        self.assertNotIn("Sari Uji", text)

    def test_text_of_the_document_and_of_a_candidate(self):
        self.add_row(self.budi, "status", tmt="2026-01-01", status_asn="cpns")
        usul = self.make_usul(tembusan="Arsip khusus\n\n", kepada="Yth. Kepala BPKAD")
        text = self.pdf("action_report_kgb_surat", usul, self.operator)
        self.assertIn("Arsip khusus", text)
        self.assertIn("Yth. Kepala BPKAD", text)
        self.assertIn("80% x Rp2.873.500 = Rp2.298.800", text)

    def test_the_list(self):
        usul = self.approved()
        text = self.pdf("action_report_kgb_lampiran", usul, self.operator)
        for part in ("DAFTAR KENAIKAN GAJI BERKALA", usul.number, "5.747.000"):
            self.assertIn(part, text)

    def test_signed_by_whoever_acts_that_day(self):
        """A Plh. signs as Plh., still on behalf of the head of the region."""
        acting = self.make_user("kgb_plh", "kepala_bkd", self.root, capacity="plh")
        usul = self.make_usul()
        usul.action_submit()
        for user in (self.head, self.verifier, acting):
            self.decide(usul, user)
        text = self.pdf("action_report_kgb_surat", usul, self.operator)
        self.assertIn("a.n. Kepala Daerah Plh. Kepala BKD", text)
        self.assertIn("kgb_plh", text)
        self.assertNotIn("kgb_chief", text)
        (row,) = usul.sudo().line_ids.riwayat_id[:1]
        signed = "a.n. Kepala Daerah, Plh. Kepala BKD, kgb_plh"
        self.assertTrue(row.pejabat.startswith(signed), row.pejabat)

    def test_cancelled_letters_say_so(self):
        usul = self.approved()
        batal = self.env["sikda.kgb.batal"].with_user(self.bkd)
        batal = batal.create({"usul_id": usul.id, "reason": "Salah"})
        batal.action_submit()
        for user in (self.verifier, self.chief):
            self.decide(batal, user)
        text = self.pdf("action_report_kgb_surat", usul, self.operator)
        self.assertIn("DIBATALKAN", text)
        self.assertNotIn("a.n.", text)

    def test_who_prints(self):
        usul = self.make_usul()
        for user in (self.operator_b, self.head):
            with self.assertRaises(AccessError):
                self.pdf("action_report_kgb_surat", usul, user)
            with self.assertRaises(AccessError):
                self.pdf("action_report_kgb_surat_orang", usul.line_ids, user)
        usul.action_submit()
        self.assertIn("Budi", self.pdf("action_report_kgb_surat", usul, self.head))
