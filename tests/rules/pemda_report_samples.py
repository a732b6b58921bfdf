"""A small report and its rows, for the tests of the report engine."""

import re
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from io import BytesIO

from pypdf import PdfReader

from odoo.addons.pemda_report.engine.model import (
    Column,
    Group,
    Heading,
    Issue,
    Letterhead,
    Report,
    Signer,
)
from odoo.addons.pemda_report.engine.pdf import write_pdf

ISSUE = Issue(
    number="K7QF-2M9X-TB4D", printed_at=datetime(2026, 8, 17, 9, 5), zone="WIB"
)

REPORT = Report(
    name="contoh",
    title=("KARTU INVENTARIS BARANG (KIB) B", "PERALATAN DAN MESIN"),
    columns=(
        Column("nomor", "No.", 10, "1", kind="int"),
        Column("nama", "Nama Barang", 50, "2"),
        Heading("Nomor", (Column("pabrik", "Pabrik", 30, "3"),)),
        Column("tanggal", "Tanggal", 20, "4", kind="date"),
        Column("jumlah", "Jumlah", 15, "5", kind="number", total=True),
        Column("nilai", "Harga (Rp)", 35, "6", kind="money", total=True),
        Column("ket", "Keterangan", 30, "7"),
    ),
    letterhead=Letterhead(names=("PEMERINTAH KABUPATEN UJI", "DINAS UJI")),
    identity=(("UNIT", "Dinas Uji"),),
    place_date="Uji, 17 Agustus 2026",
    signers=(
        Signer(title="KEPALA DINAS", heading="MENGETAHUI", name="SITI", nip="1"),
        Signer(title="PENGURUS BARANG"),
    ),
)
GROUPED = replace(REPORT, groups=(Group("Unit {}", "Jumlah {}"),))


def row(number, name="Meja", value=1000, note=""):
    return (number, name, "", None, Decimal(1), Decimal(value), note)


def grouped_rows(count, units=2):
    """``count`` rows in ``units`` groups; row n is worth n thousand."""
    for i in range(count):
        yield (f"U{i * units // count}", *row(i + 1, value=(i + 1) * 1000))


def pdf(report, rows, **options):
    """(bytes, Printed) of a PDF."""
    target = BytesIO()
    printed = write_pdf(report, iter(rows), target, ISSUE, **options)
    return target.getvalue(), printed


def page_texts(content):
    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


def squeezed(text):
    """``text`` without blanks, which a PDF does not keep."""
    return re.sub(r"\s+", "", text)
