"""Reading .csv with any usual delimiter and encoding."""

import csv
import io
from collections import Counter

from .errors import UnusableFile
from .grid import CellBudget, Sheet, rectangle
from .sniff import decode

_DELIMITERS = ";,\t|"
_SAMPLE_LINES = 200
_LINES_IN_ONE_CELL = 200


def read_delimited(data, limits):
    """Return one Sheet named ``csv``; every cell is text."""
    text = decode(data)
    first, _, rest = text.partition("\n")
    first = first.strip().lower()
    if first.startswith("sep=") and len(first) == 5:
        # Excel's own line; a blank row in its place keeps the row numbers
        delimiter, text = first[4], "\n" + rest
    else:
        delimiter = _guess(text)
    interim = CellBudget(limits)
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            interim.take(1, len(row))
            _check_quotes(row, len(rows))
            rows.append(row)
    except csv.Error as error:
        detail = f"row {len(rows) + 1}: {error}"
        raise UnusableFile("damaged", detail=detail) from None
    return Sheet(name="csv", rows=rectangle(rows, CellBudget(limits)))


def _check_quotes(row, number):
    for cell in row:
        if cell.count("\n") > _LINES_IN_ONE_CELL:
            detail = f"a quotation mark opened in row {number + 1} is never closed"
            raise UnusableFile("damaged", detail=detail)


def _guess(text):
    """Return the delimiter that cuts most rows into the same number of cells."""
    sample = "\n".join(text.splitlines()[:_SAMPLE_LINES])

    def score(delimiter):
        try:
            reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
            widths = Counter(len(row) for row in reader if len(row) > 1)
        except csv.Error:
            return (0, 0)
        if not widths:
            return (0, 0)
        width, rows = max(widths.items(), key=lambda item: (item[1], item[0]))
        return (rows, width)

    return max(_DELIMITERS, key=score)
