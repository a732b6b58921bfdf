"""Files of a small KIB B, and the steps of an import as a user takes them."""

import io
from pathlib import Path

import xlsxwriter

from odoo.addons.pemda_import.tests import common as pemda_import

from .common import SAFE, SipbdCase

SAMPLES = Path(__file__).parents[3] / "tests" / "samples"
HEADINGS = [
    "No. Urut",
    "Nomor Kode Barang",
    "Nama Barang/Jenis Barang",
    "Nomor Register",
    "Merk / Type",
    "Ukuran / CC",
    "Bahan",
    "Tahun Pembelian",
    "Nomor Pabrik",
    "Nomor Rangka",
    "Nomor Mesin",
    "Nomor Polisi",
    "Nomor BPKB",
    "Asal Usul Perolehan",
    "Harga (Rp.)",
    "Keterangan",
]
OLD_CODE = "02.06.01.04.06"


def item(code=SAFE, name="Lemari Besi", register="000001", price=1000000, **cells):
    """One row of a KIB B as {heading: value}."""
    return {
        "Nomor Kode Barang": code,
        "Nama Barang/Jenis Barang": name,
        "Nomor Register": register,
        "Tahun Pembelian": 2020,
        "Asal Usul Perolehan": "APBD",
        "Harga (Rp.)": price,
        **cells,
    }


def kib_b(*items, total=None, unit="", extra=()):
    """Bytes of an .xlsx in the form of KIB B; ``extra`` adds (heading, value)."""
    headings = [*HEADINGS, *(heading for heading, _value in extra)]
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet("KIB B")
        sheet.write(0, 0, "KARTU INVENTARIS BARANG (KIB) B")
        sheet.write(1, 0, "PERALATAN DAN MESIN")
        if unit:
            sheet.write_row(3, 0, ["SKPD", f": {unit}"])
        sheet.write_row(5, 0, headings)
        for number, cells in enumerate(items, 1):
            cells = {"No. Urut": number, **dict(extra), **cells}
            sheet.write_row(5 + number, 0, [cells.get(h) for h in headings])
        if total is not None:
            row = 6 + len(items)
            sheet.write(row, 0, "JUMLAH")
            sheet.write(row, HEADINGS.index("Harga (Rp.)"), total)
    return buffer.getvalue()


class ImportSteps(pemda_import.ImportSteps):
    """Steps for a case that has the clerks of ``SipbdMixin``."""

    filename = "kib_b.xlsx"

    @classmethod
    def sample(cls, name):
        return (SAMPLES / name).read_bytes()


class ImportCase(ImportSteps, SipbdCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # What was loaded into the database by hand is not part of the tests.
        cls.env.cr.execute("DELETE FROM pemda_import_mapping")
        cls.env.cr.execute("UPDATE pemda_import_load SET sha256 = NULL")
