"""Rows of KIB B: as the file of Permendagri 17/2007 and as columns of ``load()``."""

from dataclasses import dataclass
from itertools import cycle, islice

import xlsxwriter

TITLE = ("KARTU INVENTARIS BARANG (KIB) B", "PERALATAN DAN MESIN")
HEADER = (
    "No. Urut",
    "Nomor Kode Barang",
    "Nama Barang/Jenis Barang",
    "Nomor Register",
    "Merk / Type",
    "Ukuran / CC",
    "Bahan",
    "Tahun Pembelian",
    "Pabrik",
    "Rangka",
    "Mesin",
    "Polisi",
    "BPKB",
    "Asal Usul Perolehan",
    "Harga (Rp)",
    "Keterangan",
)
NUMBERS = slice(8, 13)  # columns under the common heading Nomor
# The same columns as load() takes them; what the file says once stands in each row.
FIELDS = (
    "code_id",
    "name",
    "register_lama",
    "merk_type",
    "ukuran_cc",
    "bahan",
    "tahun_perolehan",
    "nomor_pabrik",
    "nomor_rangka",
    "nomor_mesin",
    "nomor_polisi",
    "nomor_bpkb",
    "asal_usul",
    "nilai_perolehan",
    "keterangan",
    "unit_id",
    "cara_perolehan",
    "document_kind",
    "document_number",
    "document_date",
)
GOODS = 200  # different codes
VEHICLES = 25  # one row in so many is a vehicle with its numbers
MAKES = ("Toyota Avanza", "Honda Supra X 125", "Acer Aspire 5", "Chitose", "Lokal")
DOCUMENT = ("0110", "daftar_lama", "KIB B", "2025-12-31")


@dataclass(frozen=True)
class Card:
    """The rows of one card; ``series`` tells its numbers from those of others."""

    goods: list[tuple[str, str]]
    series: int

    def rows(self, count):
        """``count`` rows in the order of the form, without the running number."""
        letters = chr(65 + self.series // 26) + chr(65 + self.series % 26)
        for number, (code, name) in enumerate(islice(cycle(self.goods), count), 1):
            key = f"{self.series:03d}{number:06d}"
            vehicle = number % VEHICLES == 0
            yield (
                code,
                name,
                f"{self.series * 1000 + number // len(self.goods) + 1:06d}",
                MAKES[number % len(MAKES)],
                f"{100 + number % 1900} cc" if vehicle else "",
                "Besi",
                2005 + number % 20,
                "" if vehicle else f"SN{key}",
                f"MH1{key}K" if vehicle else "",
                f"JB{key}" if vehicle else "",
                f"N {number} {letters}" if vehicle else "",
                f"M-{key}" if vehicle else "",
                "APBD",
                1_000_000 + number * 1_000,
                "Ruang kelas" if number % 5 == 0 else "",
            )

    def write(self, path, count, unit):
        """Save ``count`` rows as the .xlsx file of a unit."""
        with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
            sheet = book.add_worksheet("KIB B")
            for number, line in enumerate(TITLE):
                sheet.write(number, 0, line)
            sheet.write_row(3, 0, ("SKPD", f": {unit.name}"))
            first, last = NUMBERS.start, NUMBERS.stop - 1
            for column, title in enumerate(HEADER):
                if first <= column <= last:
                    continue
                sheet.merge_range(5, column, 6, column, title)
            sheet.merge_range(5, first, 5, last, "Nomor")
            sheet.write_row(6, first, HEADER[NUMBERS])
            sheet.write_row(7, 0, range(1, len(HEADER) + 1))
            for number, row in enumerate(self.rows(count), 1):
                sheet.write_row(7 + number, 0, (number, *row))

    def for_load(self, count, unit):
        """``count`` rows of text in the order of ``FIELDS``."""
        way, *document = DOCUMENT
        return [[*map(str, row), unit.name, way, *document] for row in self.rows(count)]


def goods(env):
    """Codes and names that the rows go through."""
    codes = env["sipbd.kode"].search(
        [("level", "=", 7), ("kib", "=", "B")], limit=GOODS, order="code"
    )
    return [(code.code, code.name) for code in codes]
