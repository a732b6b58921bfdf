"""Who is proposed, and who is not and why."""

from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.sikda.rules import kgb
from odoo.addons.sikda.rules.dates import Span, add_months

from ..models.kgb_usul_propose import LAST_RUN
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
        self.punish(self.budi)
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

    def test_the_reason_names_its_article(self):
        rows = self.env["sikda.riwayat.kinerja"].search(
            [("employee_id", "=", self.budi.id)]
        )
        rows.sudo().predikat = "4"
        (row,) = self.make_usul().lain_ids
        self.assertIn("PP 7/1977 art. 11", row.sebab)
        self.assertTrue(row.can_take)

    def test_the_monthly_run(self):
        proposals = self.env["sikda.kgb.usul"].sudo()
        proposals._propose()
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
        proposals._propose()
        again = proposals.search([("otomatis", "=", True), ("unit_id", "in", ours.ids)])
        self.assertEqual(len(again), 2)
        self.assertEqual(mine.line_ids.employee_id, self.budi | late)
        usul.action_submit()
        proposals._propose()
        self.assertEqual(mine.state, "running")

    def test_the_run_is_made_once_a_month(self):
        proposals = self.env["sikda.kgb.usul"].sudo()
        last_run = self.env["ir.config_parameter"].sudo()
        last_run.set_param(LAST_RUN, add_months(self.month, -1).strftime("%Y-%m"))
        proposals._cron_propose()
        made = proposals.search([("unit_id", "=", self.opd_a.id)])
        self.assertEqual(made.line_ids.employee_id, self.budi | self.sari)
        made.unlink()
        proposals._cron_propose()
        self.assertFalse(proposals.search([("unit_id", "=", self.opd_a.id)]))

    def test_the_run_and_the_opd_at_once(self):
        """Whom the OPD has in a draft of its own the run does not propose again."""
        mine = self.make_usul()
        proposals = self.env["sikda.kgb.usul"].sudo()
        proposals._propose()
        all_of_it = proposals.search([("unit_id", "=", self.opd_a.id)])
        self.assertEqual(all_of_it, mine)

    def test_a_year_that_is_not_over_asks_for_no_predikat(self):
        """Due next January or later: this year has no predikat yet."""
        january = date(self.today.year + 1, 1, 1)
        self.make_due(self.budi, january, graded=False)
        grade = self.env["sikda.riwayat.kinerja"].search(
            [("employee_id", "=", self.budi.id)]
        )
        self.assertLess(grade.tahun, self.today.year)
        usul = self.make_usul(months=12)
        self.assertIn(self.budi, usul.line_ids.employee_id)
        usul.action_submit()

    def test_as_far_ahead_as_the_law_is_known(self):
        usul = self.make_usul()
        for vals in ({"per": "9999-12-31"}, {"per": add_months(self.today, 13)}):
            with self.assertRaisesRegex(UserError, "Choose a day until"):
                usul.write(vals)
        for months in (0, 13, 2**31 - 1):
            with (
                self.assertRaises(IntegrityError),
                mute_logger("odoo.sql_db"),
                self.env.cr.savepoint(),
            ):
                usul.months = months
                self.env.flush_all()

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
