"""Asking for forms over the register in tests."""

from dataclasses import fields as dataclass_fields
from io import BytesIO

from pypdf import PdfReader

from odoo import fields

from odoo.addons.pemda_report.models.options import ReportOptions

DATE = "2026-06-30"
# Reports and how many numbered columns their forms have.
FORMS = {
    "kib_a": 14,
    "kib_b": 16,
    "kib_c": 17,
    "kib_d": 17,
    "kib_e": 16,
    "kib_f": 15,
    "buku_inventaris": 15,
    "rekap_buku_inventaris": 7,
    "rekap_skpd": 13,
    "rekap_register": 9,
    "laporan_mutasi": 21,
    "rekap_mutasi": 11,
    "daftar_kendaraan": 18,
    "kir": 14,
    "kir_p47": 12,
}
# Those of the end of a period.
FIGURE_FORMS = {
    "daftar_penyusutan": 17,
    "daftar_penyusutan_ringkas": 13,
    "laporan_bmd": 5,
}
# From the beginning of a period to the end of one.
SPAN_FIGURE_FORMS = {"laporan_mutasi_bmd": 11}


def pdf_pages(content):
    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


def pdf_text(content):
    return "\n".join(pdf_pages(content))


class ReportMixin:
    def source(self, name="kib_b", user=None):
        return self.env[f"report.sipbd.{name}"].with_user(user or self.clerk_a)

    def options(self, unit=None, date=DATE, date_from=None, **kw):
        known = {field.name for field in dataclass_fields(ReportOptions)}
        extra = {name: kw.pop(name) for name in kw.keys() - known}
        return ReportOptions(
            unit=unit or self.opd_a,
            date=fields.Date.to_date(date),
            date_from=fields.Date.to_date(date_from),
            extra=extra,
            **kw,
        )

    def rows(self, name="kib_b", user=None, **kw):
        """Rows as dictionaries by column key, with ``unit`` if grouped."""
        source, options = self.source(name, user), self.options(**kw)
        report = source._describe(options)
        keys = [*source._labels(options), *(c.key for c in report.leaves)]
        return [dict(zip(keys, row, strict=True)) for row in source._rows(options)]
