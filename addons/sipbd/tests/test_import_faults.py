"""The user's own file with its faults marked."""

import io

import openpyxl

from odoo.tests import new_test_user, tagged

from .common import SipbdHttpCase
from .import_common import ImportCase, ImportSteps, item, kib_b


@tagged("post_install", "-at_install")
class TestFaultsWorkbook(ImportCase):
    def workbook(self, load):
        name, content = load._faults_workbook()
        self.assertTrue(name.endswith(".xlsx"))
        return openpyxl.load_workbook(io.BytesIO(content))

    def test_rows_stand_where_they_stood_and_faults_are_told(self):
        load = self.checked(
            self.clerk_a,
            self.opd_a,
            kib_b(item(code="1.3.2.05.01.04.999"), item(price=-1, register="2")),
        )
        sheet = self.workbook(load)["KIB B"]
        width = len(load.table_ids.columns)
        self.assertEqual(sheet.cell(6, 2).value, "Nomor Kode Barang")
        self.assertEqual(sheet.cell(7, 2).value, "1.3.2.05.01.04.999")
        messages = {f.kind: f.message for f in load.finding_ids}
        self.assertIn(messages["code-unknown"], sheet.cell(7, width + 1).value)
        self.assertIn(messages["value-negative"], sheet.cell(8, width + 1).value)
        # The cell at fault is coloured, its neighbour is not.
        self.assertTrue(sheet.cell(7, 2).fill.patternType)
        self.assertFalse(sheet.cell(7, 3).fill.patternType)
        self.assertTrue(sheet.cell(8, 15).fill.patternType)
        self.assertEqual(sheet.cell(8, 15).value, -1)

    def test_what_is_around_the_rows_stays(self):
        content = kib_b(
            item(code="1.3.2.05.01.04.999", price=7), total=8, unit=self.opd_a.name
        )
        lines = openpyxl.load_workbook(io.BytesIO(content))["KIB B"].iter_rows(
            values_only=True
        )
        csv = "\n".join(";".join(str(x or "") for x in line) for line in lines)
        for name, upload in (("a.xlsx", content), ("a.csv", csv.encode())):
            with self.subTest(name):
                load = self.checked(self.clerk_a, self.opd_a, upload, filename=name)
                (sheet,) = self.workbook(load).worksheets
                self.assertEqual(sheet["A2"].value, "PERALATAN DAN MESIN")
                self.assertEqual(sheet["B4"].value, f": {self.opd_a.name}")
                self.assertEqual(sheet["A8"].value, "JUMLAH")
                (differs,) = load.finding_ids.filtered(
                    lambda finding: finding.kind == "total-differs"
                )
                self.assertIn(differs.message, sheet["Q8"].value)

    def test_the_marked_file_is_read_as_the_file_itself(self):
        for name in ("kib_a_aceh.xls", "kib_f_aceh.xls"):
            with self.subTest(name):
                load = self.checked(self.clerk_a, self.opd_a, self.sample(name), name)
                again_name, content = load._faults_workbook()
                again = self.checked(self.clerk_a, self.opd_a, content, again_name)
                self.assertEqual(again.rows_read, load.rows_read)
                self.assertEqual(again.total, load.total)
                told = {"columns-not-taken", "skipped-numbers"}
                self.assertEqual(
                    set(again.finding_ids.mapped("kind")) - told,
                    set(load.finding_ids.mapped("kind")) - told,
                )

    def test_text_of_the_file_never_becomes_a_formula(self):
        load = self.checked(
            self.clerk_a,
            self.opd_a,
            kib_b(
                item(
                    code="9.9", name="@SUM(1)", **{"Keterangan": "-2+3", "Bahan": "+1"}
                )
            ),
        )
        sheet = self.workbook(load)["KIB B"]
        for row in sheet.iter_rows():
            for cell in row:
                self.assertNotEqual(cell.data_type, "f", cell.coordinate)
                if isinstance(cell.value, str) and cell.value[:1] in "=+-@":
                    self.assertTrue(cell.quotePrefix, cell.coordinate)


@tagged("post_install", "-at_install")
class TestFaultsDownload(ImportSteps, SipbdHttpCase):
    def test_only_those_who_may_see_the_load_may_fetch_it(self):
        load = self.checked(self.clerk_a, self.opd_a, kib_b(item(code="9.9")))
        url = load.action_download_faults()["url"]
        self.env.flush_all()
        new_test_user(self.env, "nobody", password="nobody-nobody")
        for login, status in (
            ("clerk_a", 200),
            ("auditor", 200),
            ("clerk_b", 403),
            ("nobody", 403),
        ):
            with self.subTest(login=login):
                self.authenticate(login, f"{login}-{login}")
                self.assertEqual(self.url_open(url).status_code, status)
