"""The user's own table with its faults marked, as a sheet of an xlsxwriter book.

Plain Python. Text stays text: it is written as string cells with the quote prefix
set, so that neither ``=HYPERLINK(...)`` nor ``@SUM`` of a foreign file comes to life,
not even after the sheet was saved as CSV.
"""

import re
from decimal import Decimal, InvalidOperation

_FORBIDDEN_IN_NAME = re.compile(r"[\[\]:*?/\\]")
FILLS = {"error": "#F8C9C4", "note": "#FFF2CC"}
MAX_NAME = 31


def write_workbook(book, table):
    """Add one sheet.

    ``table``: dict of ``name``, ``title`` (lines above the table), ``columns`` (list
    of headings), ``header_row`` (row number), ``heading`` (of the added column),
    ``rows`` (iterable of (number, raw texts, values)), ``places`` (of a column's
    value among the values, or None), ``sentences`` {number: [text]}, ``cells``
    {number: {column: severity}}.
    Rows keep the numbers that they have in the user's file.
    """
    sheet = book.add_worksheet(_sheet_name(book, table["name"]))
    formats = _formats(book)
    last = len(table["columns"])
    sheet.set_column(0, max(last - 1, 0), 16)
    sheet.set_column(last, last, 60)
    header_row = max(table["header_row"], 1)
    for line, text in enumerate(table["title"][: header_row - 1]):
        sheet.write_string(line, 0, text or "", formats["text"])
    for column, text in enumerate([*table["columns"], table["heading"]]):
        sheet.write_string(header_row - 1, column, text, formats["head"])
    for number, raw, values in table["rows"]:
        marked = table["cells"].get(number, {})
        for column, (text, place) in enumerate(zip(raw, table["places"], strict=True)):
            value = None if place is None else values[place]
            _write_cell(sheet, number - 1, column, text, value, marked, formats)
        told = "\n".join(table["sentences"].get(number, ()))
        if told:
            sheet.write_string(number - 1, last, told, formats["told"])


def _write_cell(sheet, row, column, text, value, marked, formats):
    severity = marked.get(column, "")
    number = plain_number(text, value)
    if number is not None:
        sheet.write_number(row, column, number, formats["number" + severity])
    elif text or severity:
        sheet.write_string(row, column, text or "", formats["text" + severity])


def plain_number(text, value):
    """The number that a cell held, or None when it has to stay text.

    Only what was written plainly and read as just that number: ``1.000`` may be a
    thousand and goes back as it came, as do codes with leading zeros.
    """
    if value is None or not text or len(text) > 15:
        return None
    if text != "0" and text.startswith("0") and not text.startswith("0."):
        return None
    try:
        same = Decimal(text) == Decimal(str(value))
    except InvalidOperation:
        return None
    return float(text) if same and "." not in text else None


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
    """Formats by kind of cell and severity; created once per book by xlsxwriter."""
    formats = {
        "head": book.add_format(
            {"bold": True, "text_wrap": True, "bg_color": "#E7E6E6", "border": 1}
        ),
        "told": book.add_format({"text_wrap": True, "font_color": "#9C0006"}),
    }
    for severity in ("", *FILLS):
        fill = {"bg_color": FILLS[severity]} if severity else {}
        formats["text" + severity] = book.add_format({"quote_prefix": True, **fill})
        formats["number" + severity] = book.add_format(fill)
    return formats
