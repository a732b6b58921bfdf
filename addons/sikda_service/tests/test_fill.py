"""Who is proposed, and who is not and why."""

from datetime import date

from odoo.tests import tagged

from odoo.addons.sikda.rules import kgb
from odoo.addons.sikda.rules.dates import Span, add_months

from .common import ROW_0, ROW_2, KgbCase


@tagged("post_install", "-at_install")
class TestFill(KgbCase):
    def why_not(self, person=None):
        """Code of why somebody (Budi) is not proposed; False if he is."""
        person = person or self.budi
        usul = self.make_usul()
        if person in usul.line_ids.employee_id:
            return False
        return self.reasons(usul).get(person.nip)

    def test_whoever_is_due_in_the_unit_and_below(self):
        usul = self.make_usul()
        self.assertEqual(usul.line_ids.employee_id, self.budi | self.sari)
        self.assertEqual((usul.line_count, usul.lain_count), (2, 0))
        self.assertEqual(usul.kenaikan, 2 * (ROW_2 - ROW_0))
        self.assertEqual(usul.until, add_months(self.today, 3))
        (line,) = usul.line_ids.filtered(lambda each: each.employee_id == self.budi)
        self.assertEqual((line.tmt, line.mkg_tahun), (self.next_month, 2))
        self.assertEqual((line.gaji_lama, line.gaji), (ROW_0, ROW_2))
        self.assertEqual(line.tmt_berikut, add_months(self.next_month, 24))
        self.assertEqual(line.sk_nomor, "821/17/2024")
        self.assertEqual(line.sk_tmt, add_months(self.next_month, -24))
        self.assertEqual(line.dasar_gaji, "PP 5/2024")
        self.assertIn("PP 7/1977 art. 11", line.alasan)
        self.assertIn("III/a", line.alasan)
        self.assertFalse(line.overdue or line.temuan)
        self.assertTrue((usul.line_ids - line).overdue)

    def test_further_ahead_is_not_proposed(self):
        self.make_due(self.budi, add_months(self.month, 6))
        self.assertEqual(self.make_usul().line_ids.employee_id, self.sari)
        usul = self.make_usul(months=7, unit=self.opd_b, user=self.operator_b)
        self.assertEqual(usul.line_ids.employee_id, self.wati)

    def test_without_predikat(self):
        rows = self.env["sikda.riwayat.kinerja"].search(
            [("employee_id", "=", self.budi.id)]
        )
        rows.sudo().predikat = "4"
        self.assertEqual(self.why_not(), "kinerja_rendah")
        rows.sudo().predikat = False
        self.assertEqual(self.why_not(), "kinerja_belum")

    def test_punished(self):
        kind = self.env["sikda.jenis.hukdis"].search([("code", "=", "25")])
        self.add_row(
            self.budi,
            "hukdis",
            jenis_id=kind.id,
            tmt=self.month,
            tmt_akhir=add_months(self.month, 12),
        )
        self.assertEqual(self.why_not(), "hukdis")
        rules = self.env["sikda.parameter"].search([("name", "=", "disiplin.menunda")])
        rules.value = "tidak"
        self.assertFalse(self.why_not())

    def test_cltn(self):
        self.add_row(
            self.budi,
            "cltn",
            tmt=add_months(self.month, -2),
            tmt_akhir=add_months(self.month, 10),
        )
        self.assertEqual(self.why_not(), "cltn")

    def test_known_already(self):
        self.add_row(
            self.budi,
            "kgb",
            verified=False,
            tmt=self.next_month,
            mkg_tahun=2,
            gaji=ROW_2,
        )
        self.assertEqual(self.why_not(), "sudah")

    def test_in_another_proposal(self):
        other = self.make_usul()
        self.assertEqual(self.why_not(), "berjalan")
        other.unlink()
        self.assertFalse(self.why_not())

    def test_retires_before(self):
        born = date(self.today.year - 58, self.today.month, 1)
        self.budi.birthday = born
        self.budi._project()
        self.assertEqual(self.why_not(), "pensiun")

    def test_promoted_before(self):
        self.add_row(
            self.budi,
            "pangkat",
            tmt=self.next_month,
            golongan_id="III/b",
            mkg_tahun=2,
            gaji=2_900_000,
        )
        self.assertEqual(self.why_not(), "pangkat")

    def test_end_of_the_table(self):
        self.add_row(
            self.budi,
            "pangkat",
            tmt=add_months(self.next_month, -23),
            golongan_id="III/a",
            mkg_tahun=32,
            mkg_bulan=1,
            gaji=4_575_200,
        )
        self.assertEqual(self.why_not(), "tabel_akhir")

    def test_no_table(self):
        cells = self.env["sikda.gaji"].search([("golongan_id.name", "=", "III/a")])
        cells.date_to = date(2025, 1, 1)
        self.assertEqual(self.why_not(), "tanpa_tabel")

    def test_pay_unknown(self):
        rows = self.env["sikda.riwayat.pangkat"].search(
            [("employee_id", "=", self.budi.id), ("gaji", ">", 0)]
        )
        rows.sudo().gaji = 0
        self.assertEqual(self.why_not(), "tanpa_gaji")

    def test_masa_kerja_unknown(self):
        person = self.make_person("Tono Uji", "199003032015031901", self.opd_a)
        self.assertEqual(self.why_not(person), "data")

    def test_every_reason_has_its_sentence(self):
        rows = self.env["sikda.riwayat.kinerja"].search(
            [("employee_id", "=", self.budi.id)]
        )
        rows.sudo().predikat = "4"
        (row,) = self.make_usul().lain_ids
        self.assertIn("PP 7/1977 art. 11", row.sebab)
        self.assertTrue(row.can_take)

    def test_the_monthly_run(self):
        proposals = self.env["sikda.kgb.usul"].sudo()
        proposals._cron_propose()
        made = proposals.search([("otomatis", "=", True)])
        mine = made.filtered(lambda usul: usul.unit_id == self.opd_a)
        self.assertEqual(mine.line_ids.employee_id, self.budi | self.sari)
        ours = self.opd_a | self.opd_b
        self.assertEqual(made.unit_id & ours, ours)
        # the OPD takes it over
        usul = mine.with_user(self.operator)
        usul.line_ids.filtered(lambda each: each.employee_id == self.sari)._take_out(
            "x"
        )
        late = self.make_person("Tono Uji", "199003032015031901", self.opd_a)
        self.make_due(late, self.next_month)
        proposals._cron_propose()
        again = proposals.search([("otomatis", "=", True), ("unit_id", "in", ours.ids)])
        self.assertEqual(len(again), 2)
        self.assertEqual(mine.line_ids.employee_id, self.budi | late)
        usul.action_submit()
        proposals._cron_propose()
        self.assertEqual(mine.state, "running")

    def test_the_set_says_what_the_rule_says(self):
        """TMT and next KGB are those of ``rules/kgb.py``."""
        table = self.env["sikda.gaji"]._pay_table()
        parameters = self.env["sikda.parameter"]._rules()
        for line in self.make_usul().line_ids:
            standing = kgb.Standing(
                "III/a", line.tmt, Span.of(line.mkg_tahun), line.gaji
            )
            further = kgb.next_kgb(standing, self.today, table, parameters)
            self.assertEqual(line.tmt_berikut, further.tmt)
