"""Finding the header of a table and the full path of every column."""

import re
from dataclasses import dataclass
from functools import lru_cache

from .text import clean, collapse

MOST_HEADER_ROWS = 7
_FEWEST_HITS = 3
_SCAN_ROWS = 2_000  # a header lies within so many rows of the start

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONEY = re.compile(r"\b(?:dalam )?ribuan(?: rp| rupiah)?\b|\brp\b|\brupiah\b")
_PUNCTUATION = re.compile(r"[^\w/{}&+%]+")
_SLASH = re.compile(r"\s*/[\s/]*")

# words that files misspell or shorten -> the word that headings are compared by
SPELLINGS = {
    "kontruksi": "konstruksi",
    "konstruksion": "konstruksi",
    "rill": "riil",
    "spestifikasi": "spesifikasi",
    "spesifikat": "spesifikasi",
    "serifikat": "sertifikat",
    "sertipikat": "sertifikat",
    "chasis": "rangka",
    "chassis": "rangka",
    "regiser": "register",
    "registrasi": "register",
    "reg": "register",
    "ketarangan": "keterangan",
    "ket": "keterangan",
    "merek": "merk",
    "merktype": "merk/type",
    "tipe": "type",
    "kondsi": "kondisi",
    "tgl": "tanggal",
    "no": "nomor",
    "thn": "tahun",
    "th": "tahun",
}


@lru_cache(maxsize=65536)
def normal(heading):
    """Return the form in which headings are compared.

    Case, blanks, newlines, punctuation, the unit of money and known misspelt
    words make no difference; a calendar year counts as ``{year}``.  Letters
    and digits of anything else do: 'Luas (M2)' is not 'Luas'.
    """
    text = _YEAR.sub("{year}", clean(heading).casefold())
    text = _MONEY.sub(" ", _PUNCTUATION.sub(" ", text))
    words = (
        "/".join(SPELLINGS.get(part, part) for part in word.split("/"))
        for word in _SLASH.sub("/", text).split()
    )
    return " ".join(words).strip("/ ")


@dataclass(frozen=True, slots=True)
class Header:
    """A header block; row and column numbers from 0.

    ``levels``  {column: tuple of heading texts from top to bottom}
    """

    top: int
    bottom: int
    levels: dict

    def path(self, column):
        """Return the display path of a column, for example 'Nomor / Pabrik'."""
        return " / ".join(self.levels.get(column, ()))

    def keys(self, column):
        """Return the comparable paths of a column, the full one first.

        The shorter ones leave out upper levels, for headings merged over the
        wrong columns.
        """
        levels = [normal(level) for level in self.levels.get(column, ())]
        return ["/".join(levels[start:]) for start in range(len(levels))]


def hits(row, vocabulary):
    """Return ``(known headings, filled cells)`` of a row."""
    filled = [value for value in row if value is not None]
    known = sum(
        1
        for value in filled
        if isinstance(value, str) and len(value) < 200 and normal(value) in vocabulary
    )
    return known, len(filled)


def looks_like_header(row, vocabulary):
    """Tell whether a row holds enough known headings to start a header."""
    known, filled = hits(row, vocabulary)
    return known >= _FEWEST_HITS and known * 3 >= filled


def find_header(sheet, start, vocabulary):
    """Return the first ``Header`` at or below row ``start``, or None.

    ``vocabulary``  set of normal forms of every level of every known heading
    """
    stop = min(len(sheet.rows), start + _SCAN_ROWS)
    for number in range(start, stop):
        if looks_like_header(sheet.rows[number], vocabulary):
            return header_at(sheet, number, start, vocabulary)
    return None


def header_at(sheet, number, start, vocabulary):
    """Return the header that row ``number`` belongs to."""
    top = number
    while top > start and _precedes(sheet.rows[top - 1], vocabulary):
        top -= 1
    bottom = number
    while bottom + 1 < len(sheet.rows) and bottom - top + 1 < MOST_HEADER_ROWS:
        reach = _reach(sheet, top, bottom)
        following = sheet.rows[bottom + 1]
        if reach <= bottom and not _continues(following, vocabulary):
            break
        bottom = min(max(reach, bottom + 1), len(sheet.rows) - 1)
    return Header(top, bottom, _levels(sheet, top, bottom))


def _continues(row, vocabulary):
    """Tell whether a row is one more row of the header beside it."""
    known, filled = hits(row, vocabulary)
    return known >= 1 and known * 2 >= filled


def _precedes(row, vocabulary):
    """Tell whether a row is an upper row of the header below it, not a title."""
    known, filled = hits(row, vocabulary)
    return known >= 2 and known * 3 >= filled * 2


def _reach(sheet, top, bottom):
    """Return the last row that merged cells of the header rows go down to."""
    lowest = top + MOST_HEADER_ROWS - 1
    return max(
        (
            merge.bottom
            for merge in sheet.merges
            if top <= merge.top <= bottom
            and merge.bottom <= lowest
            and merge.left < sheet.width
            and sheet.rows[merge.top][merge.left] is not None
        ),
        default=bottom,
    )


def _levels(sheet, top, bottom):
    """Return {column: headings from top to bottom} of the header rows."""
    grid = [
        [collapse(v) if isinstance(v, str) else v for v in sheet.rows[row]]
        for row in range(top, bottom + 1)
    ]
    merged = set()
    for merge in sheet.merges:
        if (
            top <= merge.top
            and merge.bottom <= bottom
            and merge.left < sheet.width
            and merge[:2] not in merged  # ranges never overlap in a sound file
        ):
            merged.add(merge[:2])
            value = grid[merge.top - top][merge.left]
            for row in range(merge.top - top, merge.bottom - top + 1):
                for column in range(merge.left, min(merge.right + 1, sheet.width)):
                    grid[row][column] = value
    if not merged:
        _spread(grid)
    levels = {}
    for column in range(sheet.width):
        path = []
        for row in grid:
            text = row[column]
            if isinstance(text, str) and text and text != (path[-1:] or [None])[0]:
                path.append(text)
        if path:
            levels[column] = tuple(path)
    return levels


def _spread(grid):
    """Carry group headings to the right where a file has lost its merges."""
    for upper, row in enumerate(grid[:-1]):
        below = grid[upper + 1]
        for column in range(1, len(row)):
            if row[column] is None and below[column] and below[column - 1]:
                row[column] = row[column - 1]
