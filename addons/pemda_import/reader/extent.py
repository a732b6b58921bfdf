"""How much calamine would allocate for a sheet, known before it does.

calamine lays the cells of a sheet into one full rectangle and copies a shared
text into every cell that names it; a file of a few hundred bytes can ask for
terabytes.  Ordinary files pass by a search or two over the XML; only what looks
unusual is parsed to get exact figures.
"""

import re

from .errors import UnusableFile
from .grid import CellBudget
from .mark import _
from .text import shown_number
from .xmlevents import parse_xml

_PREFIXED_CELL = re.compile(rb":c[\s/>]")
_CELL_BEYOND_Z = re.compile(rb"""<c(?! r="[A-Z]\d{1,5}")[\s/>]""")
_CELL_WITHOUT_PLACE = re.compile(rb"""<c(?! r="[A-Z]{1,3}\d{1,7}")[\s/>]""")
_LETTERS = re.compile(rb"""<c r="([A-Z]+)\d""")
_DEEP_ROW = re.compile(rb"""<c r="[A-Z]+(\d{5,7})\"""")
_SHORTEST_CELL = len("<c/>")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def check_extent(source, limits):
    """Raise ``UnusableFile`` when the filled cells of a sheet span too much.

    ``source``  bytes of the sheet's XML
    """
    budget = CellBudget(limits)
    if not _PREFIXED_CELL.search(source):
        if not _CELL_BEYOND_Z.search(source):
            budget.take(min(source.count(b"<row"), 99_999), 26)
            return
        if not _CELL_WITHOUT_PLACE.search(source) and _stated_fits(source, limits):
            return
    extent = _FilledCells()
    parse_xml(source, extent.start, extent.end)
    budget.take(extent.rows, extent.columns)


def _stated_fits(source, limits):
    """Tell whether all cells, also empty ones, lie within the limits."""
    columns = max(column_number(letters) for letters in set(_LETTERS.findall(source)))
    rows = max((int(digits) for digits in _DEEP_ROW.findall(source)), default=9_999)
    try:
        CellBudget(limits).take(min(rows, limits.rows + 1), columns + 1)
    except UnusableFile:
        return False
    return True


class _FilledCells:
    """Finds the last row and column that hold a value, as calamine counts."""

    def __init__(self):
        self.rows = self.columns = 0
        self._row = self._column = 0

    def start(self, tag, attrs):
        """Open an element."""
        if tag == "row":
            stated = attrs.get("r", "")
            short = stated.isdigit() and len(stated) < 9
            self._row = int(stated) if short else self._row + 1
            self._column = 0
        elif tag == "c":
            self._place(attrs.get("r"))
        elif tag in ("v", "is", "f"):
            self.rows = max(self.rows, self._row)
            self.columns = max(self.columns, self._column)

    def end(self, tag):
        """Close an element."""

    def _place(self, stated):
        self._column += 1
        if stated is not None:
            hit = _PLACE.fullmatch(stated.upper())
            if not hit:
                raise UnusableFile("damaged", detail=f"a cell named {stated}")
            self._column = column_number(hit[1].encode()) + 1
            self._row = int(hit[2])


def check_text(strings, sources, limits):
    """Raise ``UnusableFile`` when shared texts grow too large in the cells.

    ``strings``  bytes of the XML with the shared texts
    ``sources``  bytes of the XML of each sheet
    """
    longest = max(map(len, strings.split(b"</si>")))
    if longest * (sum(map(len, sources)) // _SHORTEST_CELL) <= limits.text:
        return
    cells = sum(source.count(b"<c") + source.count(b":c") for source in sources)
    if longest * cells <= limits.text:
        return
    lengths = _SharedTexts()
    parse_xml(strings, lengths.start, lengths.end, lengths.text)
    uses = _SharedUses(lengths.lengths)
    for source in sources:
        parse_xml(source, uses.start, uses.end, uses.text)
    if uses.total > limits.text:
        raise UnusableFile(
            "too-large",
            what=_("the number of characters"),
            size=shown_number(uses.total),
            limit=shown_number(limits.text),
        )


class _SharedTexts:
    """Collects the lengths of the shared texts."""

    def __init__(self):
        self.lengths = []

    def start(self, tag, _attrs):
        """Open an element."""
        if tag == "si":
            self.lengths.append(0)

    def end(self, tag):
        """Close an element."""

    def text(self, data):
        """Take characters."""
        if self.lengths:
            self.lengths[-1] += len(data)


class _SharedUses:
    """Adds up the lengths of the texts that the cells name."""

    def __init__(self, lengths):
        self.total = 0
        self._lengths = lengths
        self._shared = False
        self._index = None

    def start(self, tag, attrs):
        """Open an element."""
        if tag == "c":
            self._shared = attrs.get("t") == "s"
        elif tag == "v" and self._shared:
            self._index = ""

    def end(self, tag):
        """Close an element."""
        if tag == "v" and self._index is not None:
            index, self._index = self._index.strip(), None
            if index.isdigit() and len(index) < 9 and int(index) < len(self._lengths):
                self.total += self._lengths[int(index)]

    def text(self, data):
        """Take characters."""
        if self._index is not None:
            self._index += data


def column_number(letters):
    """Return the number of a column from 0: b"A" -> 0, b"AA" -> 26."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1
