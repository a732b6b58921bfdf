"""The forms over the register: state at a date, scope, totals, every way to print."""

import json
from contextlib import redirect_stderr, redirect_stdout
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from pypdf import PdfReader

from odoo.exceptions import AccessError, UserError
from odoo.http import Request
from odoo.tests import tagged

from odoo.addons.pemda_report.cli import main

from .common import CAR, LAND, SipbdCase, SipbdHttpCase
from .report_common import (
    DATE,
    FIGURE_FORMS,
    FORMS,
    SPAN_FIGURE_FORMS,
    ReportMixin,
    pdf_text,
)


@tagged("post_install", "-at_install")
class TestReport(ReportMixin, SipbdCase):
    def test_every_form_prints_with_the_numbers_of_the_regulation(self):
        options = self.options(date_from="2026-01-01")
        for name, count in FORMS.items():
            with self.subTest(name):
                report = self.source(name)._describe(options)
                numbers = [column.number for column in report.leaves]
                self.assertEqual(numbers, [str(i + 1) for i in range(count)])
                content = self.source(name)._render(options, "pdf")
                self.assertIn(report.title[0], pdf_text(content))

    def test_values_of_a_car_in_kib_b(self):
        self.make_asset(
            self.clerk_a,
            self.opd_a,
            CAR,
            name="Mobil Dinas",
            merk_type="Toyota",
            nomor_polisi="N 1 AP",
            tahun_perolehan=2024,
            tanggal_perolehan="2024-03-05",
            kondisi="RR",
            nilai_perolehan=250000000.25,
        )
        (car,) = [row for row in self.rows() if row["kode"] == CAR]
        self.assertEqual(car["nama"], "Mobil Dinas")
        self.assertEqual(car["nomor_polisi"], "N 1 AP")
        self.assertEqual(car["tahun"], 2024)
        self.assertEqual(car["nilai"], Decimal("250000000.25"))
        (row,) = [row for row in self.rows("buku_inventaris") if row["kode"] == CAR]
        self.assertEqual(row["kondisi"], "KB", "as Permendagri 17/2007 calls RR")

    def test_storeys_are_told_also_when_only_their_number_is_known(self):
        cases = [("ya", 1), ("tidak", 3), (False, 1), (False, 2), (False, 0)]
        for bertingkat, jumlah_lantai in cases:
            self.make_asset(
                self.clerk_a,
                self.opd_a,
                "1.3.3.01.01.01.001",
                bertingkat=bertingkat,
                jumlah_lantai=jumlah_lantai,
            )
        self.assertEqual(
            [row["bertingkat"] for row in self.rows("kib_c")],
            ["Bertingkat", "Tidak", "Tidak", "Bertingkat", None],
        )

    def test_units_are_grouped_or_left_out(self):
        rows = self.rows()
        self.assertEqual(
            [row["unit"] for row in rows], ["T01 Dinas Uji", "T01.01 UPT Uji"]
        )
        self.assertEqual([row["nomor"] for row in rows], [1, 2])
        alone = self.rows(with_sub_units=False)
        self.assertEqual(len(alone), 1)
        self.assertNotIn("unit", alone[0])

    def test_each_kib_lists_its_own_codes_and_the_book_all(self):
        self.make_asset(self.clerk_a, self.opd_a, LAND, luas=500)
        self.assertEqual([row["kode"] for row in self.rows("kib_a")], [LAND])
        self.assertEqual(len(self.rows("kib_b")), 2)
        self.assertEqual(len(self.rows("buku_inventaris")), 3)

    def test_state_is_that_of_the_date(self):
        document = self.document("2025-01-10")
        self.asset_a.with_user(self.clerk_a)._correct_value(2000000, document)
        moved = self.document("2025-07-01")
        self.asset_a.with_user(self.clerk_a)._move_internally(self.unit_a1, moved)

        def seen(date):
            return [
                (row["unit"], int(row["nilai"]))
                for row in self.rows(date=date)
                if row["kode"] == self.asset_a.code_id.code
            ]

        a, a1 = "T01 Dinas Uji", "T01.01 UPT Uji"
        self.assertEqual(seen("2024-03-04"), [])
        self.assertEqual(seen("2024-12-31"), [(a, 1500000), (a1, 1500000)])
        self.assertEqual(seen("2025-06-30"), [(a, 2000000), (a1, 1500000)])
        self.assertCountEqual(seen("2025-07-01"), [(a1, 2000000), (a1, 1500000)])
        only = self.rows(date="2025-07-01", with_sub_units=False)
        self.assertEqual(only, [], "it left the unit on that day")

    def test_totals_are_checked_against_the_ledger(self):
        source = self.source()
        totals = source._totals(self.options())
        self.assertEqual((totals.rows, totals.sums), (2, (Decimal(3000000),)))
        wrong = type(totals)(totals.rows, (totals.sums[0] + 1,))
        documents = self.env["pemda.report.document"]
        before = documents.search_count([])
        with patch.object(type(source), "_totals", lambda *_args: wrong):
            for output in ("pdf", "xlsx"):
                with self.assertRaisesRegex(UserError, "3.000.001"):
                    source._render(self.options(), output)
        self.assertEqual(documents.search_count([]), before)

    def test_many_rows_come_in_chunks(self):
        source = self.source()
        with patch("odoo.addons.pemda_report.models.pemda_report_source.CHUNK", 1):
            self.assertEqual(len(list(source._rows(self.options()))), 2)

    def test_thousands(self):
        options = self.options(in_thousands=True)
        text = pdf_text(self.source()._render(options, "pdf"))
        self.assertIn("ribuan Rp", text)
        self.assertIn("3.000", text)
        self.assertNotIn("3.000.000", text)

    def test_who_prints_for_whom(self):
        allowed = {
            "clerk_a": ("opd_a", "unit_a1"),
            "clerk_a1": ("unit_a1",),
            "clerk_b": ("opd_b",),
            "head_a": ("opd_a", "unit_a1"),
            "auditor": ("root", "opd_a", "unit_a1", "opd_b"),
            "manager": ("root", "opd_a", "unit_a1", "opd_b"),
            "plain": (),
        }
        for login, units in allowed.items():
            source = self.source(user=getattr(self, login))
            for name in ("root", "opd_a", "unit_a1", "opd_b"):
                options = self.options(getattr(self, name))
                with self.subTest(login=login, unit=name):
                    if name in units:
                        self.assertTrue(source._render(options, "pdf"))
                        continue
                    for output in ("pdf", "xlsx"):
                        with self.assertRaises(AccessError):
                            source._render(options, output)
                    with self.assertRaises(AccessError):
                        source._preview(options, 10)

    def test_wizard_offers_own_units_and_own_reports(self):
        wizard = self.env["pemda.report.wizard"].with_user(self.clerk_a).create({})
        self.assertEqual(wizard.unit_id, self.opd_a)
        self.assertEqual(wizard.scope_unit_ids, self.opd_a)
        offered = dict(wizard._selection_source())
        self.assertEqual(
            {name for name in offered if name.startswith("report.sipbd.")},
            {
                f"report.sipbd.{name}"
                for name in FORMS | FIGURE_FORMS | SPAN_FIGURE_FORMS
            },
        )
        nobody = self.env["pemda.report.wizard"].with_user(self.plain)
        names = [name for name, _title in nobody._selection_source()]
        self.assertFalse([name for name in names if name.startswith("report.sipbd.")])
        opened = wizard.with_context(
            active_model="hr.department", active_id=self.unit_a1.id
        )
        self.assertEqual(opened.create({}).unit_id, self.unit_a1)

    def test_wizard_refuses_a_foreign_unit(self):
        wizard = self.env["pemda.report.wizard"].with_user(self.clerk_a)
        forged = wizard.create({"unit_id": self.opd_b.id, "output": "screen"})
        with self.assertRaises(AccessError):
            forged.action_print()
        with self.assertRaises(AccessError):
            forged._render("pdf")

    def test_wizard_of_somebody_else_is_out_of_reach(self):
        wizard = self.env["pemda.report.wizard"].with_user(self.clerk_a).create({})
        with self.assertRaises(AccessError):
            wizard.with_user(self.clerk_b).action_print()

    def test_preview_shows_escaped_rows(self):
        self.asset_a.with_user(self.clerk_a).merk_type = "<b>x</b>"
        wizard = self.env["pemda.report.wizard"].with_user(self.clerk_a)
        wizard = wizard.create({"source": "report.sipbd.kib_b", "output": "screen"})
        action = wizard.action_print()
        self.assertEqual(action["res_id"], wizard.id)
        self.assertIn("&lt;b&gt;x&lt;/b&gt;", wizard.preview)
        self.assertIn("T01.01 UPT Uji", wizard.preview)

    def test_register_of_documents(self):
        content = self.source()._render(self.options(), "pdf")
        documents = self.env["pemda.report.document"]
        document = documents.search([], limit=1)
        self.assertEqual(document.printed_by_id, self.clerk_a)
        self.assertEqual((document.unit_id, document.rows), (self.opd_a, 2))
        text = pdf_text(content)
        self.assertIn(document.number, text)
        self.assertIn(document.sha256[:16], text)
        for user, seen in ((self.clerk_a, 1), (self.clerk_b, 0), (self.auditor, 1)):
            mine = documents.with_user(user).search_count([("id", "=", document.id)])
            self.assertEqual(mine, seen)
        with self.assertRaises(AccessError):
            documents.with_user(self.clerk_a).create({"number": "X"})

    def test_core_rendering_checks_the_group_and_the_unit(self):
        reports = self.env["ir.actions.report"]
        for user, unit in ((self.clerk_a, self.opd_b), (self.plain, self.opd_a)):
            with self.assertRaises(AccessError):
                reports.with_user(user)._render_qweb_pdf("sipbd.kib_b", unit.ids)
        both = (self.opd_a | self.unit_a1).ids
        content, kind = reports.with_user(self.clerk_a)._render_qweb_pdf(
            "sipbd.kib_b", both
        )
        self.assertEqual((kind, len(PdfReader(BytesIO(content)).pages)), ("pdf", 2))


@tagged("post_install", "-at_install")
class TestReportCommand(SipbdCase):
    """``scripts/report``, as the server's own command line."""

    def run_command(self, *words):
        errors = StringIO()
        with redirect_stderr(errors), redirect_stdout(StringIO()):
            try:
                status = main(self.env, [*map(str, words)])
            except SystemExit as stop:
                status = stop.code
        return status, errors.getvalue()

    def test_files(self):
        with TemporaryDirectory() as folder:
            for name, start in (("kib.pdf", b"%PDF"), ("kib.xlsx", b"PK")):
                target = Path(folder, name)
                status, errors = self.run_command(
                    "kib_b", "--unit", "T01", "--date", DATE, "-o", target
                )
                self.assertEqual((status, errors), (0, ""))
                self.assertTrue(target.read_bytes().startswith(start))

    def test_a_span_and_what_else_is_asked(self):
        with TemporaryDirectory() as folder:
            target = Path(folder, "x.pdf")
            words = ("laporan_mutasi", "--unit", "T01", "--date", DATE, "-o", target)
            choices = ("--option", "all_items=ya", "--option", "komptabel=intra")
            for first, status in (("2026-01-01", 0), ("2026-07-01", 1)):
                said, errors = self.run_command(*words, "--from", first, *choices)
                self.assertEqual(said, status, errors)
            self.assertIn("1 Januari 2026", pdf_text(target.read_bytes()))

    def test_bad_arguments(self):
        good = {"name": "kib_b", "--unit": "T01", "--date": DATE, "-o": "x.pdf"}
        for change, message in (
            ({"name": "kib_z"}, "no report 'kib_z'"),
            ({"--unit": "T99"}, "no unit with the code 'T99'"),
            ({"--date": "31-12-2026"}, "not YYYY-MM-DD"),
            ({"--paper": "A3"}, "invalid choice"),
            ({"--from": "2026"}, "not YYYY-MM-DD"),
            ({"--option": "komptabel"}, "not NAME=WORD"),
            ({"--option": "komptabel=both"}, "one of: gabungan"),
            ({"--option": "per_unit=ya"}, "no option per_unit"),
            ({"-o": "x.doc"}, "a .pdf or an .xlsx"),
            ({"-o": "/no/such/folder/x.pdf"}, "not a folder"),
        ):
            name, *options = {**good, **change}.items()
            words = [name[1], *(word for option in options for word in option)]
            status, errors = self.run_command(*words)
            self.assertEqual(status, 2, change)
            self.assertIn(message, errors)

    def test_what_cannot_be_saved_is_not_registered(self):
        documents = self.env["pemda.report.document"]
        before = documents.search_count([])
        with TemporaryDirectory() as folder:
            target = Path(folder, "folder.pdf")
            target.mkdir()
            status, errors = self.run_command("kib_b", "--unit", "T01", "-o", target)
        self.assertEqual(status, 2)
        self.assertIn("folder.pdf", errors)
        self.assertEqual(documents.search_count([]), before)


@tagged("post_install", "-at_install")
class TestReportHttp(ReportMixin, SipbdHttpCase):
    def print_by_post(self, ids, report="sipbd.kib_b", **data):
        self.authenticate("clerk_a", "clerk_a-clerk_a")
        return self.url_open(
            "/pemda_report/print",
            data={
                "report": report,
                "ids": json.dumps(ids),
                "csrf_token": Request.csrf_token(self),
                **data,
            },
        )

    def test_own_unit_is_downloaded(self):
        response = self.print_by_post(self.opd_a.ids, name="KIB B")
        self.assertEqual(response.headers["Content-Type"], "application/pdf")
        self.assertIn("T01.01 UPT Uji", pdf_text(response.content))
        response = self.print_by_post(self.opd_a.ids, output="xlsx")
        self.assertTrue(response.content.startswith(b"PK"))

    def test_a_foreign_or_forged_id_is_refused(self):
        wizard = self.env["pemda.report.wizard"].with_user(self.clerk_b).create({})
        self.env.flush_all()
        for ids, report in (
            (self.opd_b.ids, "sipbd.kib_b"),
            (self.opd_a.ids + self.opd_b.ids, "sipbd.kib_b"),
            ([999999999], "sipbd.kib_b"),
            ([], "sipbd.kib_b"),
            (wizard.ids, "pemda_report.wizard"),
            ([1], "hr.report_employee_badge"),
        ):
            for output in ("pdf", "xlsx"):
                with self.subTest(ids=ids, report=report, output=output):
                    response = self.print_by_post(ids, report, output=output)
                    self.assertEqual(response.status_code, 500)
                    self.assertIn("text/html", response.headers["Content-Type"])
                    self.assertNotIn(b"%PDF", response.content)

    def test_core_route_refuses_a_foreign_unit(self):
        self.authenticate("clerk_a", "clerk_a-clerk_a")
        response = self.url_open(f"/report/pdf/sipbd.kib_b/{self.opd_b.id}")
        self.assertNotIn(b"%PDF", response.content)
        response = self.url_open(f"/report/pdf/sipbd.kib_b/{self.opd_a.id}")
        self.assertTrue(response.content.startswith(b"%PDF"))
