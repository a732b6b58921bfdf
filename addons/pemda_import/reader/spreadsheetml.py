"""Reading SpreadsheetML 2003 (XML that Excel saves and exports name .xls)."""

import datetime

from .errors import UnusableFile
from .grid import CellBudget, CellError, Merge, Sheet, rectangle
from .xmlevents import parse_xml


def read_spreadsheetml(data, limits):
    """Return the sheets of the workbook.  Raises ``UnusableFile``."""
    reader = _Workbook(limits)
    parse_xml(data, reader.start, reader.end, reader.text)
    if not reader.sheets:
        raise UnusableFile("empty-workbook")
    budget = CellBudget(limits)
    for sheet in reader.sheets:
        sheet.rows = rectangle(sheet.rows, budget)
    return reader.sheets


class _Workbook:
    """Collects the worksheets; ss:Index lets rows and cells skip ahead."""

    def __init__(self, limits):
        self.interim = CellBudget(limits)
        self.sheets = []
        self._row = None
        self._cell = None
        self._kind = None
        self._text = []
        self._next_row = 0
        self._next_column = 0

    def start(self, tag, attrs):
        """Open an element."""
        if tag == "Worksheet":
            name = attrs.get("Name", f"Sheet{len(self.sheets) + 1}")
            self.sheets.append(Sheet(name=name))
            self._next_row = 0
        elif tag == "Row" and self.sheets:
            self._start_row(attrs)
        elif tag == "Cell" and self._row is not None:
            self._start_cell(attrs)
        elif tag == "Data" and self._cell is not None:
            self._kind, self._text = attrs.get("Type", "String"), []
        elif tag == "Visible":
            self._text = []
        elif tag == "PivotTable" and self.sheets:
            self.sheets[-1].pivot = True

    def end(self, tag):
        """Close an element."""
        if tag == "Data" and self._kind:
            left = self._cell
            cells = self._row
            cells.extend([None] * (left + 1 - len(cells)))
            cells[left] = _value(self._kind, "".join(self._text))
            self._kind = None
        elif tag == "Cell":
            self._cell = None
        elif tag == "Row" and self._row is not None:
            self._end_row()
        elif tag == "Visible":
            if self.sheets and "".join(self._text) in (
                "SheetHidden",
                "SheetVeryHidden",
            ):
                self.sheets[-1].hidden = True
            self._text = []

    def text(self, data):
        """Take characters."""
        if self._kind or self._row is None:
            self._text.append(data)

    def _start_row(self, attrs):
        self._next_row = _number(attrs.get("Index"), self._next_row + 1) - 1
        self._row, self._next_column = [], 0
        if attrs.get("Hidden") == "1":
            self.sheets[-1].hidden_rows.add(self._next_row)

    def _start_cell(self, attrs):
        left = _number(attrs.get("Index"), self._next_column + 1) - 1
        right = left + _number(attrs.get("MergeAcross"), 0)
        bottom = self._next_row + _number(attrs.get("MergeDown"), 0)
        self.interim.take(0, right + 1)
        self._cell, self._next_column = left, right + 1
        if right > left or bottom > self._next_row:
            merge = Merge(self._next_row, left, bottom, right)
            self.sheets[-1].merges.append(merge)

    def _end_row(self):
        cells, self._row = self._row, None
        rows = self.sheets[-1].rows
        if any(value is not None for value in cells):
            self.interim.take(self._next_row + 1, 0)
            self.interim.take(1, len(cells))
            rows.extend([()] * (self._next_row - len(rows)))
            rows.append(tuple(cells))
        self._next_row += 1
        self._text = []


def _number(text, default):
    return int(text) if text and text.isdigit() and len(text) < 9 else default


def _value(kind, text):
    """Return the typed value of a Data element."""
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            moment = datetime.datetime.fromisoformat(text)
            return moment if moment.time() else moment.date()
    except ValueError:
        return text or None
    if kind == "Error":
        return CellError(text)
    if kind == "Boolean":
        return "TRUE" if text == "1" else "FALSE"
    return text or None
