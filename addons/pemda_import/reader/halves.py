"""A long sheet in two, so that calamine reads it on two cores at once.

calamine lets other threads run while it goes through XML, which is most of the time
that a large file takes. Only sheets that a spreadsheet program wrote as usual are cut;
whatever looks otherwise is read in one piece.
"""

import re
from typing import NamedTuple

# bytes of XML: a shorter sheet is read before a thread is there, a longer one takes
# too much memory twice
_WORTH = range(1 << 20, 1 << 27)
_ROW = re.compile(rb'<row r="([1-9]\d{0,6})"[ >]')
_BEGIN, _END = b"<sheetData>", b"</sheetData>"


class Halves(NamedTuple):
    """Two XML parts with the rows of one sheet; all else of it is in both.

    ``row``  number from 0 of the first row of ``second``
    """

    first: bytes
    second: bytes
    row: int


def halves(source):
    """Return the ``Halves`` of a sheet's XML; None when it stays in one piece."""
    begin, end = source.find(_BEGIN), source.rfind(_END)
    # a comment or CDATA might hold what only looks like a row
    if len(source) not in _WORTH or begin < 0 or (b"!" in source and b"<!" in source):
        return None
    cut = _ROW.search(source, (begin + end) // 2, end)
    if cut is None:
        return None
    head, tail = source[: begin + len(_BEGIN)], source[end:]
    return Halves(
        source[: cut.start()] + tail, head + source[cut.start() :], int(cut[1]) - 1
    )


def joined(first, second, row):
    """Return the rows of both halves of a sheet, None when they are out of order.

    ``first``, ``second``  sheets of calamine
    """
    if first.end is None or second.start is None:
        return None
    if first.end[0] >= row or second.start[0] < row:
        return None
    rows = first.to_python(skip_empty_area=False)
    gap = [[]] * (row - len(rows))
    return rows + gap + second.to_python(skip_empty_area=False)[row:]
