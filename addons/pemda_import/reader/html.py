"""Reading HTML tables saved under the name .xls, as web applications do."""

import re
from contextlib import suppress

from lxml import etree

from .errors import UnusableFile
from .grid import CellBudget, Merge, Sheet, rectangle
from .sniff import decode

_BREAKS = {"br", "p", "div", "li", "tr"}
_SILENT = {"script", "style", "title", "xml"}
_ENTITY = re.compile(r"<!ENTITY", re.I)


def read_html(data, limits):
    """Return one Sheet named ``html``: all tables one below the other.

    Text between the tables (headings, paragraphs) becomes rows of one cell.
    Spanned cells become merged ranges, as Excel does on opening such a file.
    """
    text = decode(data)
    if _ENTITY.search(text):
        raise UnusableFile("hostile-xml")
    target = _Tables(limits)
    parser = etree.HTMLParser(target=target, no_network=True, huge_tree=False)
    try:
        parser.feed(text)
        parser.close()
    except etree.LxmlError as error:
        raise UnusableFile("damaged", detail=str(error)) from None
    target.flush_text()
    rows = rectangle(target.rows, CellBudget(limits))
    return Sheet(name="html", rows=rows, merges=target.merges)


class _Tables:
    """Parser target that lays the cells of all tables on one grid."""

    def __init__(self, limits):
        self.limits = limits
        self.interim = CellBudget(limits)
        self.rows = []
        self.merges = []
        self._taken = {}  # column -> first row that is free again
        self._cell = None
        self._text = []
        self._silent = 0
        self._tables = 0
        self._row = None

    def start(self, tag, attrs):
        """Open an element."""
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._end_cell()
            self.flush_text()
            self._tables += 1
            self._taken, self._row = {}, None
        elif tag == "tr" and self._tables:
            self._end_cell()
            self._open_row()
        elif tag in ("td", "th") and self._tables:
            self._end_cell()
            self._cell, self._text = dict(attrs), []
        elif tag in _BREAKS:
            self._text.append("\n")

    def end(self, tag):
        """Close an element."""
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "table":
            self._end_cell()
            self._tables = max(self._tables - 1, 0)
            self._row = None
        elif tag in _BREAKS or tag in ("h1", "h2", "h3", "h4", "h5"):
            if self._cell is None:
                self.flush_text()
            else:
                self._text.append("\n")

    def data(self, data):
        """Take characters."""
        if not self._silent:
            self._text.append(data)

    def comment(self, _text):
        """Leave comments out."""

    def close(self):
        """Finish; the grid is in ``rows``."""

    def flush_text(self):
        """Turn text outside of cells into rows of one cell."""
        text, self._text = "".join(self._text), []
        if self._cell is None and text.strip() and not self._tables:
            for line in text.split("\n"):
                if line.strip():
                    self.rows.append([line.strip()])

    def _open_row(self):
        self._row = len(self.rows)
        self.rows.append([])
        self.interim.take(self._row + 1, 0)
        self._text = []

    def _end_cell(self):
        if self._cell is None:
            return
        attrs, self._cell = self._cell, None
        if self._row is None:
            self._open_row()
        cells, row = self.rows[self._row], self._row
        while self._taken.get(len(cells), 0) > row:
            cells.append(None)
        left = len(cells)
        right = left + _span(attrs.get("colspan"), self.limits.columns) - 1
        bottom = row + _span(attrs.get("rowspan"), self.limits.rows) - 1
        self.interim.take(0, right + 1)
        self.interim.take(1, right + 1 - left)
        cells.append(_value(attrs, "".join(self._text)))
        cells.extend([None] * (right - left))
        self._text = []
        for column in range(left, right + 1):
            self._taken[column] = bottom + 1
        if right > left or bottom > row:
            self.merges.append(Merge(row, left, bottom, right))


def _span(text, limit):
    text = (text or "").strip()
    return min(max(int(text), 1), limit) if text.isdigit() and len(text) < 9 else 1


def _value(attrs, text):
    """Return Excel's exact number when the cell carries one, else its text."""
    number = attrs.get("x:num")
    if number:
        with suppress(ValueError):
            return float(number)
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line) or None
