"""A rise that is put off: PP 7/1977 art. 13."""

from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.sikda.rules import kgb
from odoo.addons.sikda.rules.dates import Span, add_months

from .common import ROW_0, ROW_2, KgbCase


@tagged("post_install", "-at_install")
class TestTunda(KgbCase):
    """Sari was due a year ago, and was not fit then: she had no predikat of the year
    before. Last year she had one."""

    def setUp(self):
        super().setUp()
        self.due = add_months(self.month, -12)
        grades = self.env["sikda.riwayat.kinerja"].search(
            [("employee_id", "=", self.sari.id)]
        )
        grades.sudo().predikat = "4"
        self.add_row(
            self.sari,
            "kinerja",
            generation="skp22",
            tahun=self.month.year - 1,
            tmt=f"{self.month.year - 1}-12-31",
            predikat="2",
        )

    def add(self, usul, **vals):
        dialog = self.env["sikda.kgb.usul.add"].with_user(self.operator)
        values = {"nips": self.sari.nip, "reason": "Layak kembali", **vals}
        return dialog.create({"usul_id": usul.id, **values}).action_confirm()

    def line(self, usul):
        return usul.line_ids.filtered(lambda line: line.employee_id == self.sari)

    def test_put_off_and_judged_by_the_later_day(self):
        usul = self.make_usul()
        self.assertEqual(self.reasons(usul), {self.sari.nip: "kinerja_rendah"})
        self.add(usul, put_off=self.month)
        line = self.line(usul)
        self.assertEqual((line.tmt, line.tmt_awal), (self.month, self.due))
        self.assertEqual((line.mkg_tahun, line.mkg_bulan), (3, 0))
        self.assertEqual((line.gaji_lama, line.gaji), (ROW_0, ROW_2))
        self.assertEqual(line.tmt_berikut, add_months(self.due, 24))
        self.assertFalse(line.codes, "fit by the predikat of last year")
        self.assertIn("2 years", line.alasan)
        usul.action_fill()
        self.assertEqual(self.line(usul).tmt, self.month, "kept by filling again")
        usul.action_submit()
        self.assertIn("Layak kembali", usul.request_id.preview)
        self.run_through(usul)
        row = self.line(usul).sudo().riwayat_id
        self.assertEqual((row.tmt, row.mkg_tahun, row.mkg_bulan), (self.month, 3, 0))
        # the delay counts for the rise after it
        parameters = self.env["sikda.parameter"]._rules()
        standing = kgb.Standing("III/a", row.tmt, Span.of(3), row.gaji)
        table = self.env["sikda.gaji"]._pay_table()
        further = kgb.next_kgb(standing, self.today, table, parameters)
        self.assertEqual(further.tmt, add_months(self.due, 24))
        self.assertEqual(self.sari.current_version_id.gaji_pokok, ROW_2)

    def test_some_months(self):
        usul = self.make_usul()
        self.add(usul, put_off=add_months(self.due, 5))
        line = self.line(usul)
        self.assertEqual((line.mkg_tahun, line.mkg_bulan), (2, 5))
        self.assertEqual(line.tmt_berikut, add_months(self.due, 24))

    def test_what_is_refused(self):
        usul = self.make_usul()
        for text, vals in (
            ("at most 12 months", {"put_off": add_months(self.due, 13)}),
            ("first day of a month", {"put_off": self.month.replace(day=2)}),
            ("Say why", {"put_off": self.month, "reason": " "}),
            ("by NIP", {"put_off": self.month, "way": "filter", "nips": False}),
            ("Choose a day until", {"put_off": "9999-12-01"}),
        ):
            with self.subTest(text), self.assertRaisesRegex(UserError, text):
                self.add(usul, **{"unit_id": self.unit_a1.id, **vals})

    def test_a_day_before_it_is_due_puts_nothing_off(self):
        usul = self.make_usul()
        self.add(usul, put_off="0001-01-01")
        line = self.line(usul)
        self.assertEqual((line.tmt, line.tmt_awal), (self.due, self.due))
        self.assertFalse(line.put_off)

    def test_the_letter_says_the_masa_kerja_with_the_delay(self):
        usul = self.make_usul()
        self.add(usul, put_off=add_months(self.due, 5))
        texts = [
            getattr(point, "text", "")
            for point in self.env["report.sikda_service.kgb_surat"]
            ._letter(
                self.env["report.sikda_service.kgb_surat"]._letter_frame(usul.sudo()),
                self.line(usul).sudo(),
                lambda day: 80,
            )
            .body
        ]
        self.assertIn("2 tahun 5 bulan", texts)
