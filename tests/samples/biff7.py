"""Rewrites an .xls of Excel 97 (BIFF8) as one of Excel 95 (BIFF7, cp1252).

xlwt writes BIFF8 only, and old SIMPEG wrote with libraries of the time of Excel 95. The
records are those of the "Excel File Format" of OpenOffice.org: texts are bytes of the
code page in LABEL records, there is no shared string table and no merged cell, and the
stream in the compound document is called "Book".
"""

import io
import struct

import xlrd
from xlwt import CompoundDoc

GLOBALS, WORKSHEET = 0x0005, 0x0010
DATE_FORMAT = 164
# Formats of the cell styles by the index that cells name; 0 is the parent of all.
STYLES = (0, 0, 1, DATE_FORMAT)
GENERAL, WHOLE, DATE = 1, 2, 3


def to_biff7(data):
    """Return the workbook ``data`` (bytes of a BIFF8 .xls) as BIFF7."""
    book = xlrd.open_workbook(file_contents=data, formatting_info=True)
    sheets = [(sheet.name, _sheet(book, sheet)) for sheet in book.sheets()]
    stream = _globals([name for name, _content in sheets], [c for _n, c in sheets])
    return _compound(stream)


def _record(number, *parts):
    data = b"".join(parts)
    return struct.pack("<HH", number, len(data)) + data


def _begin(kind):
    return _record(0x0809, struct.pack("<HHHH", 0x0500, kind, 0x0BFF, 1995))


def _text(value, width):
    text = value.encode("cp1252")
    return struct.pack(width, len(text)) + text


def _globals(names, sheets):
    head = _begin(GLOBALS) + _record(0x0042, struct.pack("<H", 1252))
    font = struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0)
    head += _record(0x0031, font, _text("Arial", "<B")) * 4
    head += _record(
        0x041E, struct.pack("<H", DATE_FORMAT), _text("DD\\-MM\\-YYYY", "<B")
    )
    for index, number in enumerate(STYLES):
        kind = 0x0001 if index else 0xFFF5  # a cell below style 0, or a style
        head += _record(
            0x00E0, struct.pack("<HHHHHHHH", 0, number, kind, 0x20, *[0] * 4)
        )
    size = sum(len(_record(0x0085, bytes(6), _text(name, "<B"))) for name in names) + 4
    place, bounds = len(head) + size, b""
    for name, content in zip(names, sheets, strict=True):
        bounds += _record(0x0085, struct.pack("<IH", place, 0), _text(name, "<B"))
        place += len(content)
    return head + bounds + _record(0x000A) + b"".join(sheets)


def _sheet(book, sheet):
    size = struct.pack("<HHHHH", 0, sheet.nrows, 0, sheet.ncols, 0)
    content = _begin(WORKSHEET) + _record(0x0200, size)
    for row in range(sheet.nrows):
        for column in range(sheet.ncols):
            content += _cell(book, sheet.cell(row, column), row, column)
    return content + _record(0x000A)


def _cell(book, cell, row, column):
    def place(style):
        return struct.pack("<HHH", row, column, style)

    if cell.ctype == xlrd.XL_CELL_TEXT and cell.value:
        return _record(0x0204, place(GENERAL), _text(cell.value, "<H"))
    if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        form = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
        style = {"0": WHOLE}.get(form, GENERAL)
        if cell.ctype == xlrd.XL_CELL_DATE:
            style = DATE
        return _record(0x0203, place(style), struct.pack("<d", cell.value))
    return b""


def _compound(stream):
    """The stream in a compound document, under the name that Excel 95 gave it."""
    target = io.BytesIO()
    CompoundDoc.XlsDoc().save(target, stream)
    newer = "Workbook".encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 18)
    older = "Book".encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 10)
    data = target.getvalue()
    if data.count(newer) != 1:
        raise ValueError("no stream called Workbook")
    return data.replace(newer, older)
