"""What the tests of the reports share."""

from datetime import date
from io import BytesIO

from pypdf import PdfReader

from odoo.tests import new_test_user

from odoo.addons.pemda_report.models.options import ReportOptions

from .common import PersonnelMixin

DATE = date(2025, 12, 31)


def pdf_text(content):
    pages = PdfReader(BytesIO(content)).pages
    return "\n".join(page.extract_text() for page in pages)


class PeopleReportMixin(PersonnelMixin):
    """Reports over Budi (opd_a), Sari (unit_a1 below it) and Wati (opd_b)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        ours = cls.opd_a | cls.unit_a1 | cls.opd_b
        others = cls.env["hr.department"].search([]) - ours
        cls.elsewhere = {*others.mapped("name")} | {
            f"{unit.code} {unit.name}" for unit in others
        }
        cls.bkd = cls.make_user("rep_bkd", "bkd_staff", cls.root)
        cls.operator = cls.make_user("rep_opr", "operator_kepegawaian", cls.opd_a)
        cls.head = cls.make_user("rep_head", "kepala_opd", cls.opd_a)

    def source(self, code, user=None):
        source = self.env[f"report.sikda.{code}"]
        return source.with_user(user or self.bkd)

    def options(self, unit=None, day=DATE, **values):
        return ReportOptions(unit=unit or self.root, date=day, **values)

    def rows(self, code, user=None, **values):
        """Rows of a report as dicts, without units that no test has made."""
        source, options = self.source(code, user), self.options(**values)
        report = source._describe(options)
        keys = [f"{key}_label" for key in source._group_keys(options)]
        keys += [column.key for column in report.leaves]
        rows, expected = source._read(options)
        rows = [dict(zip(keys, row, strict=True)) for row in rows]
        self.assertEqual(len(rows), expected.rows)
        return [row for row in rows if self._unit_of(row) not in self.elsewhere]

    def _unit_of(self, row):
        """Name of the unit of a row, in a heading with its code in front."""
        label = row.get("unit_label") or row.get("unit") or row.get("unit_name") or ""
        return label.split(" – ", maxsplit=1)[0]


class OverdueMixin(PeopleReportMixin):
    """Sari's rise is overdue for a year; ``pegawai`` is her own sign-in."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        today = cls.env.company._pemda_today()
        cls.rise = date(today.year - 1, today.month, 1)
        # two years of masa kerja were reached then
        cls.add_row(
            cls.sari,
            "pangkat",
            tmt=date(today.year - 2, today.month, 1),
            golongan_id="III/a",
            mkg_tahun=1,
            mkg_bulan=0,
            gaji=2785700,
        )
        cls.pegawai = new_test_user(cls.env, "rep_sari", groups="base.group_user")
        cls.sari.user_id = cls.pegawai
