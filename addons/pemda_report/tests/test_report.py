from datetime import date, timedelta
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from odoo.addons.pemda_base.tests.common import PemdaCase
from odoo.addons.pemda_report.models.options import ReportOptions, semester_start


@tagged("post_install", "-at_install")
class TestReportRegister(PemdaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.head_a = cls.make_user("head_a", "kepala_opd", cls.opd_a)
        cls.head_b = cls.make_user("head_b", "kepala_opd", cls.opd_b)
        cls.document = cls.env["pemda.report.document"].create(
            {
                "number": "K7QF-2M9X-TB4D",
                "report_name": "KIB B",
                "unit_id": cls.unit_a1.id,
                "date": "2026-08-17",
                "output": "pdf",
                "sha256": "0" * 64,
                "printed_by_id": cls.head_a.id,
                "printed_at": "2026-08-17 02:05:00",
            }
        )

    def test_documents_are_seen_in_and_below_the_unit_of_an_office(self):
        documents = self.env["pemda.report.document"]
        mine = [("id", "=", self.document.id)]
        self.assertTrue(documents.with_user(self.head_a).search(mine))
        self.assertFalse(documents.with_user(self.head_b).search(mine))
        with self.assertRaises(AccessError):
            self.document.with_user(self.head_b).read(["sha256"])

    def test_the_register_is_written_by_prints_only_and_never_changed(self):
        document = self.document.with_user(self.head_a)
        with self.assertRaises(AccessError):
            document.copy({"number": "K7QF-2M9X-TB4E"})
        with self.assertRaises(UserError):
            document.write({"sha256": "1" * 64})
        with self.assertRaises(UserError):
            self.document.write({"sha256": "1" * 64})
        with self.assertRaises(UserError):
            self.document.unlink()

    def test_without_an_office_there_is_nothing_to_print(self):
        plain = new_test_user(self.env, "plain", groups="base.group_user")
        sources = self.env["pemda.report.source"].with_user(plain)._sources()
        self.assertEqual(sources, {})

    def test_the_client_learns_the_engine(self):
        action = self.env.ref("pemda_report.action_report_wizard").sudo(False)
        shown = action.with_user(self.head_a)._get_action_dict()
        self.assertEqual(shown["pdf_engine"], "reportlab")

    def test_nothing_chosen_is_said(self):
        reports = self.env["ir.actions.report"].with_user(self.head_a)
        with self.assertRaisesRegex(UserError, "Choose"):
            reports._render_qweb_pdf("pemda_report.wizard", [])

    def test_no_web_page_of_an_engine_report(self):
        reports = self.env["ir.actions.report"].with_user(self.head_a)
        for render in (reports._render_qweb_html, reports._render_qweb_text):
            with self.assertRaisesRegex(UserError, "PDF"):
                render("pemda_report.wizard", [1])

    def test_a_day_to_come_is_refused(self):
        source = self.env["pemda.report.source"]  # superuser: no office needed
        today = self.env.company._pemda_today()
        options = ReportOptions(unit=self.opd_a, date=today + timedelta(days=1))
        with self.assertRaisesRegex(UserError, "still to come"):
            source._render(options, "pdf")
        with self.assertRaisesRegex(UserError, "still to come"):
            source._preview(options, 10)
        for day in (today, date(2020, 1, 1)):
            with self.assertRaises(NotImplementedError):
                source._preview(ReportOptions(unit=self.opd_a, date=day), 10)

    def test_a_span_needs_its_first_day_in_order(self):
        source = self.env["pemda.report.source"]
        day = date(2025, 6, 30)
        wrong = {None: "first day", date(2025, 7, 1): "comes after"}
        with patch.object(type(source), "_report_spans", True):
            for first, message in wrong.items():
                options = ReportOptions(unit=self.opd_a, date=day, date_from=first)
                for ask in (source._render, source._preview):
                    with self.assertRaisesRegex(UserError, message):
                        ask(options, "pdf")
            options = ReportOptions(unit=self.opd_a, date=day, date_from=day)
            with self.assertRaises(NotImplementedError):
                source._preview(options, 10)

    def test_an_option_that_is_not_asked_is_named(self):
        source = self.env["pemda.report.source"]
        with self.assertRaisesRegex(UserError, "no option colour"):
            source._extra_from_words(self.opd_a, {"colour": "red"})
        self.assertEqual(source._extra_from_words(self.opd_a, {}), {})

    def test_semesters(self):
        for day, first in (
            (date(2025, 1, 1), date(2025, 1, 1)),
            (date(2025, 6, 30), date(2025, 1, 1)),
            (date(2025, 7, 1), date(2025, 7, 1)),
            (date(2025, 12, 31), date(2025, 7, 1)),
        ):
            self.assertEqual(semester_start(day), first)
