"""Small spreadsheets for the tests of the import reader, made on the spot."""

import csv
import io
import struct
import zipfile
from pathlib import Path

import openpyxl

from odoo.addons.pemda_import.reader import load_layouts, read_file

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "samples"
LAYOUT_DIR = ROOT / "addons" / "pemda_import" / "layouts"
LAYOUTS = load_layouts(LAYOUT_DIR)

HEAD = (
    "No",
    "Kode Barang",
    "Nama Barang",
    "Nomor Register",
    "Merk / Type",
    "Bahan",
    "Tahun Pembelian",
    "Nomor Pabrik",
    "Asal Usul",
    "Kondisi",
    "Jumlah",
    "Harga",
    "Keterangan",
)
ITEM = dict(
    zip(
        HEAD,
        (1, "02.06.01.04.06", "Meja", "0001", "LION", "Besi", 2009, "P-1", "APBD",
         "B", 1, 1000000, "baik"),
        strict=True,
    )
)  # fmt: skip

ODS_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="content.xml" '
    'manifest:media-type="text/xml"/></manifest:manifest>'
)


def item(**changes):
    """One KIB B row; keywords are headings with '_' for ' '."""
    row = dict(ITEM)
    for key, value in changes.items():
        row[key.replace("_", " ")] = value
    return [row[name] for name in HEAD]


def items(heading, values):
    """KIB B rows that differ in one column."""
    return [item(**{"No": n, heading: v}) for n, v in enumerate(values, 1)]


def table(*rows, title=()):
    """A KIB B sheet: title rows, header, rows."""
    return [*title, list(HEAD), *rows]


def as_xlsx(rows, merges=(), name="Sheet1", more=(), edit=None):
    """Return .xlsx bytes; ``more`` is [(sheet name, rows)], ``edit`` a function."""
    book = openpyxl.Workbook()
    book.active.title = name
    for sheet_name, content in [(name, rows), *more]:
        sheet = (
            book[sheet_name] if sheet_name in book else book.create_sheet(sheet_name)
        )
        for row in content:
            sheet.append(list(row))
    for merge in merges:
        book[name].merge_cells(merge)
    if edit:
        edit(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def plain_xlsx():
    """Return an .xlsx of KIB B with one row."""
    return as_xlsx(table(item()))


def as_csv(rows, delimiter=";", encoding="utf-8", newline="\r\n"):
    """Return .csv bytes."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=delimiter, lineterminator=newline)
    writer.writerows(["" if v is None else v for v in row] for row in rows)
    return target.getvalue().encode(encoding)


def as_html(rows, before="", after=""):
    """Return an HTML page with one table, as web applications send it."""
    lines = "".join(
        "<tr>"
        + "".join(f"<td>{v if v is not None else ''}</td>" for v in row)
        + "</tr>"
        for row in rows
    )
    page = f"<html><body>{before}<table>{lines}</table>{after}</body></html>"
    return page.encode()


def as_spreadsheetml(rows):
    """Return SpreadsheetML 2003."""

    def cell(value):
        if value is None:
            return "<Cell/>"
        kind = "String" if isinstance(value, str) else "Number"
        return f'<Cell><Data ss:Type="{kind}">{value}</Data></Cell>'

    lines = "".join(f"<Row>{''.join(map(cell, row))}</Row>" for row in rows)
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="KIB B"><Table>{lines}</Table></Worksheet></Workbook>'
    ).encode()


def as_ods(rows, body=None):
    """Return .ods bytes; ``body`` replaces the rows of the table by raw XML."""

    def cell(value):
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, str):
            return (
                '<table:table-cell office:value-type="string">'
                f"<text:p>{value}</text:p></table:table-cell>"
            )
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )

    body = body or "".join(
        f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        '<office:body><office:spreadsheet><table:table table:name="KIB B">'
        f"{body}</table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        mimetype = zipfile.ZipInfo("mimetype")  # first and stored, as the norm asks
        archive.writestr(mimetype, "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", ODS_MANIFEST)
    return target.getvalue()


def as_biff5(rows, password=False):
    """Return a bare BIFF5 stream (Excel 95, cp1252), as old programs write it."""

    def record(number, data=b""):
        return struct.pack("<HH", number, len(data)) + data

    def cell(row, column, value):
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, str):
            text = value.encode("cp1252")
            return record(0x0204, place + struct.pack("<H", len(text)) + text)
        return record(0x0203, place + struct.pack("<d", value))

    sheet = record(0x0809, struct.pack("<HHHH", 0x0500, 0x0010, 0, 0))
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet += cell(number, column, value)
    sheet += record(0x000A)
    head = record(0x0809, struct.pack("<HHHH", 0x0500, 0x0005, 0, 0))
    if password:
        head += record(0x002F, b"\x34\x12\x78\x56")
    head += record(0x0042, struct.pack("<H", 1252))
    name = b"KIB B"
    size = 4 + 4 + 2 + 1 + len(name) + 4  # this record and the end record
    bound = struct.pack("<IH", len(head) + size, 0) + bytes([len(name)]) + name
    return head + record(0x0085, bound) + record(0x000A) + sheet


def rezip(data, changes):
    """Return a zip with parts replaced or added; None leaves a part out."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts.update(changes)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)
    return target.getvalue()


def read(tmp_path, data, name="file.xls", **options):
    """Read bytes through a file with the shipped layouts."""
    path = tmp_path / name
    path.write_bytes(data)
    return read_file(path, options.pop("layouts", LAYOUTS), **options)


def read_rows(tmp_path, rows, **options):
    """Read rows as .xlsx and return the only table."""
    reading = read(tmp_path, as_xlsx(rows), **options)
    (only,) = reading.tables
    return only


def column(result, field):
    """Return the values of one field."""
    place = result.fields.index(field)
    return [row.values[place] for row in result.rows]


def kinds(result, severity=None):
    """Return the kinds of findings, of one severity or all."""
    return [f.kind for f in result.findings if severity in (None, f.severity)]


def finding(result, kind):
    """Return the only finding of a kind."""
    (only,) = [f for f in result.findings if f.kind == kind]
    return only


KIB_E = [
    [
        "No", "Nama Barang/Jenis Barang", "Nomor", None, "Buku/Perpustakaan", None,
        "Barang Bercorak Kesenian / Kebudayaan", None, None, "Hewan/Ternak", None,
        "Jumlah", "Tahun Cetak/ Pembelian", "Asal Usul Perolehan",
        "Harga s/d 2010 (Rp.)", "Keterangan",
    ],
    [
        None, None, "Kode Barang", "Register", "Judul/Pencipta", "Spesifikat",
        "Asal Daerah", "Pencipta", "Bahan", "Jenis", "Ukuran",
    ],
]  # fmt: skip
KIB_E_ITEM = [
    1, "Buku", "05.17.01.01.01", "0001-0200", "Sejarah", "Cetak", None, None, None,
    None, None, "200 Eks", 2007, "APBA", 8000000, None,
]  # fmt: skip
E_MERGES = ["C1:D1", "E1:F1", "G1:I1", "J1:K1"] + [
    f"{c}1:{c}2" for c in ("A", "B", "L", "M", "N", "O", "P")
]
