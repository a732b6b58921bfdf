"""Bad files: one clear sentence each, in bounded time and memory."""

import io
import struct
import tracemalloc
import zipfile
import zlib

import pytest
from pemda_import_files import (
    LAYOUTS,
    SAMPLES,
    as_biff5,
    as_csv,
    as_html,
    as_ods,
    as_spreadsheetml,
    as_xlsx,
    finding,
    item,
    plain_xlsx,
    read,
    rezip,
    table,
)

from odoo.addons.pemda_import.reader import UNUSABLE, Limits, UnusableFile, read_file
from odoo.addons.pemda_import.reader.grid import Merge, Sheet

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\6\0\0\0\x1f\x15\xc4\x89"
    b"\0\0\0\nIDATx\x9cc\0\1\0\0\5\0\1\r\n-\xb4\0\0\0\0IEND\xaeB`\x82"
)


def refused(tmp_path, data, **options):
    """Read bytes that cannot be read; return kind and sentence."""
    with pytest.raises(UnusableFile) as caught:
        read(tmp_path, data, **options)
    error = caught.value
    assert error.message == UNUSABLE[error.kind] % error.params
    assert error.message.endswith(".")
    assert "\n" not in error.message
    return error.kind, error.message


def with_sheet(xml):
    """Return an .xlsx whose only sheet is raw XML."""
    return rezip(plain_xlsx(), {SHEET: xml})


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (b"", "empty-file", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty-file", "empty"),
        (b"%PDF-1.7 ...", "wrong-format", "PDF"),
        (PNG, "wrong-format", "picture"),
        (b"\xff\xd8\xff\xe0JFIF", "wrong-format", "picture"),
        (b"{\\rtf1 text}", "wrong-format", "RTF"),
        (b"7z\xbc\xaf\x27\x1c", "wrong-format", "archive"),
        (b'{"rows": []}', "wrong-format", "JSON"),
        (b"<?xml version='1.0'?><data/>", "wrong-format", "XML"),
        (bytes(range(256)) * 8, "wrong-format", "unknown"),
        (OLE + "WordDocument".encode("utf-16-le"), "wrong-format", "Word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "password"),
        (OLE + b"\0" * 600, "damaged", "damaged"),
        (b"PK\x03\x04broken", "damaged", "damaged"),
    ],
)
def test_what_is_no_spreadsheet_is_named(tmp_path, data, kind, words):
    found, message = refused(tmp_path, data)
    assert found == kind
    assert words in message


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ("word/document.xml", "Word"),
        ("ppt/presentation.xml", "presentation"),
        ("xl/workbook.bin", "xlsb"),
        ("anything.txt", "zip"),
    ],
)
def test_other_zip_files_are_named(tmp_path, part, what):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(part, b"<x/>")
    kind, message = refused(tmp_path, target.getvalue())
    assert (kind, what in message) == ("wrong-format", True)


def test_password_of_an_xls(tmp_path):
    assert refused(tmp_path, as_biff5(table(item()), password=True))[0] == "encrypted"


def test_password_of_a_zip_member(tmp_path):
    data = bytearray(plain_xlsx())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + place] |= 1
            start = data.find(mark, start + 4)
    assert refused(tmp_path, bytes(data))[0] == "encrypted"


@pytest.mark.parametrize(
    "name", ["kib_a_aceh.xls", "kib_b_dki.xlsx", "kib_f_aceh.xls", "persediaan.xls"]
)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.8])
def test_truncated_files(tmp_path, name, share):
    data = (SAMPLES / name).read_bytes()
    assert refused(tmp_path, data[: int(len(data) * share)])[0] == "damaged"


@pytest.mark.parametrize("name", ["kib_a_aceh.xls", "kib_f_aceh.xls"])
def test_truncation_never_loses_rows_silently(tmp_path, name):
    """A cut in the last sectors may only lose what is no cell."""
    data = (SAMPLES / name).read_bytes()
    whole = list(read(tmp_path, data).tables[0].rows)
    for cut in range(200, len(data), len(data) // 40):
        try:
            reading = read(tmp_path, data[:-cut])
        except UnusableFile:
            continue
        assert list(reading.tables[0].rows) == whole


def test_truncated_inside_a_part(tmp_path):
    good = plain_xlsx()
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        xml = archive.read(SHEET)
    assert refused(tmp_path, rezip(good, {SHEET: xml[: len(xml) // 2]}))[0] == "damaged"
    assert refused(tmp_path, rezip(good, {SHEET: None}))[0] == "damaged"


def test_too_many_bytes_are_refused_before_reading(tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as target:
        target.truncate(200 * 1024 * 1024)
    tracemalloc.start()
    with pytest.raises(UnusableFile) as caught:
        read_file(path, LAYOUTS)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert caught.value.kind == "too-large"
    assert "200.0 MB" in caught.value.message
    assert peak < 1_000_000


def test_zip_bomb(tmp_path):
    bomb = with_sheet(b"<worksheet>" + b" " * 40_000_000 + b"</worksheet>")
    assert len(bomb) < 100_000
    tracemalloc.start()
    assert refused(tmp_path, bomb)[0] == "zip-bomb"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000


def test_many_parts(tmp_path):
    bomb = rezip(plain_xlsx(), {f"xl/media/{n}": b"" for n in range(5_001)})
    assert refused(tmp_path, bomb)[0] == "zip-bomb"


def test_large_content_that_is_no_bomb(tmp_path):
    limits = Limits(uncompressed=10_000)
    assert refused(tmp_path, plain_xlsx(), limits=limits)[0] == "too-large"


def test_a_part_that_lies_about_its_size(tmp_path):
    """The declared size is small, the stream goes on: it is cut and refused."""
    target = io.BytesIO()
    xml = b"<worksheet>" + b" " * 5_000_000 + b"</worksheet>"
    good = plain_xlsx()
    with (
        zipfile.ZipFile(io.BytesIO(good)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            archive.writestr(name, xml if name == SHEET else source.read(name))
    data = bytearray(target.getvalue())
    true_size = struct.pack("<I", len(xml))
    assert data.count(true_size) >= 2
    data = bytes(data).replace(true_size, struct.pack("<I", 50))
    assert refused(tmp_path, data)[0] == "damaged"


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{"&" + a + ";" * 1}{("&" + a + ";") * 9}">'
              for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)  # fmt: skip


def test_billion_laughs(tmp_path):
    xml = f'<?xml version="1.0"?>{LAUGHS}<worksheet xmlns="{SPACE}">&i;</worksheet>'
    assert refused(tmp_path, with_sheet(xml))[0] == "hostile-xml"
    book = as_spreadsheetml(table(item())).decode()
    book = book.replace("<Workbook", LAUGHS + "<Workbook", 1).replace("Meja", "&i;")
    assert refused(tmp_path, book.encode())[0] == "hostile-xml"
    assert refused(tmp_path, as_html([["x"]], LAUGHS))[0] == "hostile-xml"


def test_document_type_alone(tmp_path):
    book = as_spreadsheetml(table(item())).decode()
    book = book.replace("<Workbook", '<!DOCTYPE x SYSTEM "http://x/y.dtd"><Workbook', 1)
    assert refused(tmp_path, book.encode())[0] == "hostile-xml"


def test_external_entity(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("KIB")
    declaration = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'
    book = as_spreadsheetml(table(item())).decode()
    for encoding in ("utf-8", "utf-16"):
        hostile = book.replace("<Workbook", declaration + "<Workbook", 1)
        hostile = hostile.replace("Meja", "&e;")
        assert refused(tmp_path, hostile.encode(encoding))[0] == "hostile-xml"


def test_entities_in_ods(tmp_path):
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_ods(table(item())))) as source:
        xml = source.read("content.xml").decode()
    hostile = xml.replace(
        "<office:document-content", LAUGHS + "<office:document-content"
    )
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", hostile)
    assert refused(tmp_path, target.getvalue())[0] == "hostile-xml"


@pytest.mark.parametrize(
    "cells",
    [
        '<c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>',
        '<c r="A1"><v>1</v></c><c r="ZZZZZZ1"><v>1</v></c>',
        '<c r="A1"><v>1</v></c><c r="A99999999999"><v>1</v></c>',
        "<c r='A1'><v>1</v></c><c r = 'XFD1048576' ><v>1</v></c>",
        '<c r="A1"><v>1</v></c><c x=">" r="XFD1048576"><v>1</v></c>',
        f'<c r="A1"><v>1</v></c><c x="{"y" * 999}" r="XFD1048576"><v>1</v></c>',
        '<c r="A1"><v>1</v></c><q:c xmlns:q="q" r="XFD1048576"><v>1</v></q:c>',
        f'{"<c><v>1</v></c>" * 2000}</row><row r="900000"><c><v>1</v></c>',
    ],
)
def test_cells_far_away_do_not_allocate_the_rectangle_between(tmp_path, cells):
    xml = (
        f'<worksheet xmlns="{SPACE}"><sheetData><row r="1">{cells}</row>'
        "</sheetData></worksheet>"
    )
    kind, _message = refused(tmp_path, with_sheet(xml))
    assert kind in ("too-large", "damaged")


@pytest.mark.parametrize("kind", ['t="s"', "t='s'", "t = 's'"])
def test_one_long_text_in_every_cell(tmp_path, kind):
    """A shared text is stored once and would be copied into each cell."""
    cells = f"<row><c {kind}><v>0</v></c></row>" * 50
    sheet = f'<worksheet xmlns="{SPACE}"><sheetData>{cells}</sheetData></worksheet>'
    texts = f'<sst xmlns="{SPACE}"><si><t>{"x" * 30_000}</t></si></sst>'
    data = rezip(plain_xlsx(), {SHEET: sheet, "xl/sharedStrings.xml": texts})
    kind, message = refused(tmp_path, data, limits=Limits(text=1_000_000))
    assert kind == "too-large"
    assert "characters" in message


def test_a_million_formatted_rows(tmp_path):
    rows = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (n, n)
                    for n in range(2, 1_048_577))  # fmt: skip
    xml = (
        b'<worksheet xmlns="%s"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x'
        b"</t></is></c></row>" % SPACE.encode() + rows + b"</sheetData></worksheet>"
    )
    assert refused(tmp_path, with_sheet(xml))[0] == "no-header"


def test_comments_that_look_like_cells_cost_no_time(tmp_path):
    xml = (
        f'<worksheet xmlns="{SPACE}"><!-- {"<c <row <col " * 100_000}--><sheetData>'
        '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1"><f>1</f></c></row>'
        "</sheetData></worksheet>"
    )
    assert refused(tmp_path, with_sheet(xml))[0] == "no-header"


def test_a_formatted_cell_far_away_is_no_reason_to_refuse(tmp_path):
    with zipfile.ZipFile(io.BytesIO(plain_xlsx())) as archive:
        xml = archive.read(SHEET).decode()
    far = '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    reading = read(tmp_path, with_sheet(xml.replace("</sheetData>", far)))
    assert len(reading.tables[0].rows) == 1


@pytest.mark.parametrize(
    "body",
    [
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
        'office:value-type="float" office:value="1" '
        'table:number-columns-repeated="1000"/></table:table-row>',
        '<table:table-row><table:table-cell office:value-type="float" '
        'office:value="1" table:number-columns-repeated="999999999"/>'
        "</table:table-row>",
    ],
)
def test_repeated_cells_in_ods(tmp_path, body):
    assert refused(tmp_path, as_ods([], body))[0] == "too-large"


def test_far_cells_in_spreadsheetml(tmp_path):
    good = as_spreadsheetml(table(item())).decode()
    far = good.replace("<Row>", '<Row ss:Index="99999999">', 1)
    assert refused(tmp_path, far.encode())[0] == "too-large"
    wide = good.replace("<Cell>", '<Cell ss:Index="99999999">', 1)
    tracemalloc.start()
    assert refused(tmp_path, wide.encode())[0] == "too-large"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


def test_spans_in_html(tmp_path):
    wide = as_html(table(item())).replace(b"<td>", b'<td colspan="99999999">', 1)
    assert refused(tmp_path, wide)[0] in ("too-large", "no-layout", "no-header")


def test_rows_and_cells_over_the_limit(tmp_path):
    rows = table(*[item() for _ in range(30)])
    for make in (as_xlsx, as_csv, as_html, as_ods, as_spreadsheetml, as_biff5):
        kind, message = refused(tmp_path, make(rows), limits=Limits(rows=20))
        assert (kind, "rows" in message) == ("too-large", True)
        kind, message = refused(tmp_path, make(rows), limits=Limits(cells=200))
        assert (kind, "cells" in message) == ("too-large", True)


def test_quotation_mark_never_closed(tmp_path):
    data = as_csv(table(item())) + b'1;"' + b"x;y\r\n" * 400
    kind, message = refused(tmp_path, data)
    assert kind == "damaged"
    assert "row 3" in message
    assert refused(tmp_path, b'"' + b"x" * 200_000)[0] == "damaged"


def test_pictures_only(tmp_path):
    data = rezip(as_xlsx([]), {"xl/media/image1.png": PNG})
    kind, message = refused(tmp_path, data)
    assert (kind, "pictures" in message) == ("pictures-only", True)


def test_empty_workbooks(tmp_path):
    for data in (as_xlsx([]), as_ods([[None]]), as_spreadsheetml([]), as_biff5([])):
        assert refused(tmp_path, data)[0] == "empty-workbook"


def test_macros_are_told_and_left_alone(tmp_path):
    data = rezip(plain_xlsx(), {"xl/vbaProject.bin": OLE + b"Shell"})
    reading = read(tmp_path, data, "kib.xlsm")
    assert finding(reading, "macros-ignored").severity == "note"
    assert len(reading.tables[0].rows) == 1


@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "=HYPERLINK(1)", "@SUM(1)", "+cmd|'x'", "-2+3|x"]
)
def test_formula_injection(tmp_path, text):
    reading = read(tmp_path, as_csv(table(item(Nama_Barang=text))))
    assert finding(reading.tables[0], "formula-text").severity == "error"


@pytest.mark.parametrize("text", ["-", "- Tanah", "+62 812", "a=b", "@rumah"])
def test_ordinary_text_is_no_formula(tmp_path, text):
    reading = read(tmp_path, as_csv(table(item(Nomor_Pabrik=text))))
    assert "formula-text" not in [f.kind for f in reading.tables[0].findings]


def test_merged_range_that_ends_before_it_starts():
    assert Sheet("x", merges=[Merge(3, 0, 1, 0), Merge(0, 0, 1, 0)]).merges == [
        (0, 0, 1, 0)
    ]


def test_wrong_columns(tmp_path):
    rows = [["Kolom satu", "Kolom dua"], ["a", "b"]]
    assert refused(tmp_path, as_csv(rows))[0] == "no-header"
    rows = [["No", "Nama Barang", "Keterangan", "Bahan"], [1, "Meja", "x", "Besi"]]
    kind, message = refused(tmp_path, as_csv(rows))
    assert kind == "no-layout"
    assert "not found" in message


def test_no_such_sheet(tmp_path):
    assert refused(tmp_path, plain_xlsx(), sheet="x")[0] == "no-such-sheet"


def test_findings_are_bounded_and_counted(tmp_path):
    rows = table(*[item(Tahun_Pembelian="x") for _ in range(50)])
    reading = read(tmp_path, as_csv(rows), limits=Limits(findings=10))
    kinds = [f.kind for f in reading.tables[0].findings]
    assert kinds.count("bad-year") == 10
    assert finding(reading.tables[0], "more-of-this").params["count"] == 40


def test_deflate_garbage_inside_a_zip(tmp_path):
    good = plain_xlsx()
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        raw = zlib.compress(archive.read(SHEET))[2:-4]
    assert raw[:20] in good
    broken = good.replace(raw[5:20], b"\xff" * 15)
    assert refused(tmp_path, broken)[0] == "damaged"
