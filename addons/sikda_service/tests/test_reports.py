"""Lists of sikda that know of proposals, and the list of what was decided."""

from datetime import timedelta

from odoo.exceptions import AccessError
from odoo.tests import tagged

from odoo.addons.pemda_report.models.options import ReportOptions
from odoo.addons.sikda.tests.report_common import pdf_text

from .common import ROW_0, ROW_2, KgbCase


@tagged("post_install", "-at_install")
class TestReports(KgbCase):
    def rows(self, name, user, unit=None, **values):
        """Rows of a list, by NIP."""
        source = self.env[f"report.{name}"].with_user(user)
        options = ReportOptions(
            unit=unit or self.opd_a, **{"date": self.today, **values}
        )
        rows, totals = source._read(options)
        keys = [column.key for column in source._describe(options).leaves]
        found = [dict(zip(keys, row[-len(keys) :], strict=True)) for row in rows]
        self.assertEqual(len(found), totals.rows)
        return {row["nip"]: row for row in found}

    def decided(self, user, **values):
        first = self.today - timedelta(days=30)
        values = {"date_from": first, **values}
        return self.rows("sikda_service.kgb_diputus", user, **values)

    def test_penjagaan_tells_what_was_proposed(self):
        penjagaan = "sikda.penjagaan_kgb"
        usul = self.make_usul()
        self.assertFalse(self.rows(penjagaan, self.bkd)[self.budi.nip]["usul"])
        usul.action_submit()
        text = self.rows(penjagaan, self.bkd)[self.budi.nip]["usul"]
        self.assertEqual(text, f"diajukan {self.today:%d-%m-%Y}")
        self.run_through(usul)
        text = self.rows(penjagaan, self.bkd)[self.budi.nip]["usul"]
        self.assertRegex(text, "^disetujui, 822/")
        # of a day before, nobody had heard of it
        before = self.today - timedelta(days=1)
        rows = self.rows(penjagaan, self.bkd, date=before)
        self.assertFalse(rows[self.budi.nip]["usul"])
        source = self.env[f"report.{penjagaan}"].with_user(self.bkd)
        options = ReportOptions(unit=self.opd_a, date=self.today)
        self.assertIn("disetujui", pdf_text(source._render(options, "pdf")))

    def test_what_is_due_leads_to_the_proposal(self):
        usul = self.make_usul()
        due = self.env["sikda.due"].search(
            [("kind", "=", "kgb"), ("employee_id", "in", (self.budi | self.wati).ids)]
        )
        found = {row.employee_id: row.kgb_usul_id for row in due.with_user(self.bkd)}
        self.assertEqual(found, {self.budi: usul, self.wati: usul.browse()})
        alone = due.filtered(lambda row: row.employee_id == self.wati)
        self.assertFalse(alone.with_user(self.operator_b).kgb_usul_id)

    def test_what_was_decided(self):
        self.assertFalse(self.decided(self.bkd))
        usul = self.approved()
        rows = self.decided(self.bkd)
        self.assertEqual(set(rows), {self.budi.nip, self.sari.nip})
        row = rows[self.budi.nip]
        self.assertEqual((row["lama"], row["baru"]), (ROW_0, ROW_2))
        self.assertEqual(row["tanggal"], self.today)
        self.assertIn(row["surat"], usul.line_ids.mapped("surat_nomor"))
        alone = self.decided(self.bkd, with_sub_units=False)
        self.assertEqual(set(alone), {self.budi.nip})
        before = self.today - timedelta(days=1)
        self.assertFalse(self.decided(self.bkd, date=before))
        self.assertFalse(self.decided(self.operator_b, unit=self.opd_b))

    def test_who_prints_it(self):
        self.approved()
        options = ReportOptions(
            unit=self.opd_a,
            date=self.today,
            date_from=self.today - timedelta(days=30),
        )
        source = self.env["report.sikda_service.kgb_diputus"]
        for output in ("pdf", "xlsx"):
            self.assertTrue(source.with_user(self.operator)._render(options, output))
        with self.assertRaises(AccessError):
            source.with_user(self.operator_b)._render(options, "pdf")
