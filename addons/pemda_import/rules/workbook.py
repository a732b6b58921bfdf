"""The user's own file with its faults marked, as bytes of an .xlsx.

Plain Python. A workbook is marked as it is, with its sheets, formats and merged cells
(:func:`mark_book`); any other file is written as a workbook cell by cell
(:func:`write_book`). Rows and columns keep their places either way, so that the
mended workbook can be uploaded again.

Text stays text: it has the quote prefix set where a program could take it for more,
so that neither ``=HYPERLINK(...)`` nor ``@SUM`` of a foreign file comes to life, not
even after the sheet was saved as CSV. Formulas are replaced by what they showed.

``marks`` is a dict by the name of the sheet of dicts of ``header_row`` (number of the
row with the headings), ``told`` {row number: [sentences]} and ``cells`` {row number:
{column, from 0: "error" or "note"}}.
"""

import datetime
import io
import re
import zipfile
from decimal import Decimal

import openpyxl
import xlsxwriter
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Font, PatternFill

FILLS = {"error": "F8C9C4", "note": "FFF2CC"}
TOLD = "9C0006"
MAX_NAME = 31
# A workbook with more in it is written anew, a cell at a time.
LARGEST = 16 * 2**20
MANY_CELLS = 200_000
MANY_MERGES = 500
WIDE, NARROW = 60, 16

_FORBIDDEN_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def mark_book(content, marks, heading):
    """The same .xlsx with its faults marked.

    :param bytes content: the file
    :param heading: of the added column
    :return: bytes, or None for a file that has to be written anew
    """
    if not _is_common(content):
        return None
    try:
        book = openpyxl.load_workbook(
            io.BytesIO(content), data_only=True, keep_links=False
        )
        for sheet in book.worksheets:
            _quote(sheet)
        for name, mark in marks.items():
            _mark_sheet(book[name], mark, heading)
        buffer = io.BytesIO()
        book.save(buffer)
    except Exception:  # an odd file fails anywhere in there; its cells are known
        return None
    return buffer.getvalue()


def _is_common(content):
    """Whether this is an .xlsx of a common size that declares nothing of its own."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return False
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if sum(part.file_size for part in parts) > LARGEST:
            return False
        names = {part.filename for part in parts}
        return "xl/workbook.xml" in names and not any(
            b"<!" in archive.read(part)
            for part in parts
            if part.filename.endswith((".xml", ".rels"))
        )


def _quote(sheet):
    for row in sheet.iter_rows():
        for cell in row:
            value = cell.value
            if isinstance(value, str) and value.startswith(_LIKE_A_FORMULA):
                cell.data_type = "s"
                cell.quotePrefix = True


def _mark_sheet(sheet, mark, heading):
    column = _free_column(sheet, [mark["header_row"], *mark["told"]])
    sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].width = WIDE
    head = sheet.cell(mark["header_row"], column, heading)
    head.font, head.alignment = Font(bold=True), Alignment(wrap_text=True)
    for row, sentences in mark["told"].items():
        cell = sheet.cell(row, column, "\n".join(sentences))
        cell.data_type = "s"
        cell.font, cell.alignment = Font(color=TOLD), Alignment(wrap_text=True)
    for row, columns in mark["cells"].items():
        for place, severity in columns.items():
            cell = sheet.cell(row, place + 1)
            cell.fill = PatternFill("solid", fgColor=FILLS[severity])


def _free_column(sheet, rows):
    """The first column behind everything that is written."""
    written = (
        cell.column
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    )
    column = max(written, default=0) + 1
    while any(isinstance(sheet.cell(row, column), MergedCell) for row in rows):
        column += 1
    return column


def write_book(sheets, marks, heading):
    """A workbook of the cells of a file, with its faults marked.

    :param sheets: objects with ``name``, ``rows`` (tuples of values) and ``merges``
        (of top, left, bottom, right, from 0)
    :return: bytes
    """
    buffer = io.BytesIO()
    many = sum(len(sheet.rows) * sheet.width for sheet in sheets) > MANY_CELLS
    options = {
        "constant_memory": many,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        formats = _formats(book)
        for sheet in sheets:
            _write_sheet(book, sheet, marks.get(sheet.name), heading, formats)
    return buffer.getvalue()


def _write_sheet(book, sheet, mark, heading, formats):
    written = book.add_worksheet(_sheet_name(book, sheet.name))
    mark = mark or {"header_row": 0, "told": {}, "cells": {}}
    width = sheet.width
    written.set_column(0, max(width - 1, 0), NARROW)
    written.set_column(width, width, WIDE)
    for row, values in enumerate(sheet.rows):
        cells = mark["cells"].get(row + 1, {})
        for column, value in enumerate(values):
            _write_cell(written, row, column, value, cells.get(column, ""), formats)
        told = mark["told"].get(row + 1)
        if told:
            written.write_string(row, width, "\n".join(told), formats["told"])
        elif row + 1 == mark["header_row"]:
            written.write_string(row, width, heading, formats["head"])
    # merge_range() would write the cells again; they are there.
    written.merge += _apart(sheet.merges[:MANY_MERGES], len(sheet.rows), width)


def _write_cell(sheet, row, column, value, severity, formats):
    if isinstance(value, datetime.date):
        if value.year >= 1900:
            sheet.write_datetime(row, column, value, formats["date" + severity])
            return
        value = value.isoformat()
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        if abs(value) < 10**15:
            sheet.write_number(row, column, value, formats["number" + severity])
            return
    if value is not None or severity:
        text = "" if value is None else str(value)
        sheet.write_string(row, column, text, formats["text" + severity])


def _apart(merges, height, width):
    """Merged ranges inside the table that do not touch another one, as xlsxwriter's."""
    taken, result = set(), []
    for top, left, bottom, right in merges:
        if bottom >= height or right >= width or (bottom - top) * (right - left) > 9999:
            continue
        cells = {
            (row, column)
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }
        if len(cells) > 1 and not cells & taken:
            taken |= cells
            result.append([top, left, bottom, right])
    return result


def _sheet_name(book, name):
    """A name that a workbook takes: short, without its special signs, once."""
    wanted = _FORBIDDEN_IN_NAME.sub(" ", name or "").strip(" '") or "Sheet"
    used = {sheet.get_name().lower() for sheet in book.worksheets()}
    candidate, turn = wanted[:MAX_NAME], 2
    while candidate.lower() in used:
        suffix = f" ({turn})"
        candidate = wanted[: MAX_NAME - len(suffix)] + suffix
        turn += 1
    return candidate


def _formats(book):
    """Formats by kind of cell and severity."""
    formats = {
        "head": book.add_format({"bold": True, "text_wrap": True}),
        "told": book.add_format({"text_wrap": True, "font_color": f"#{TOLD}"}),
    }
    for severity in ("", *FILLS):
        fill = {"bg_color": f"#{FILLS[severity]}"} if severity else {}
        formats["text" + severity] = book.add_format({"quote_prefix": True, **fill})
        formats["number" + severity] = book.add_format(fill)
        formats["date" + severity] = book.add_format(
            {"num_format": "dd-mm-yyyy", **fill}
        )
    return formats
