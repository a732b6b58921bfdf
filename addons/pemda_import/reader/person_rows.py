"""What the rows of a list of civil servants are; a person may take two rows."""

from . import rows as kinds
from .grid import cell_text
from .people import is_identifier
from .pieces import piece_of
from .text import compact

_FEWEST_CELLS = 3
_NAME_LETTERS = 2
_NIP_DIGITS = 5  # what is left of the worst NIP seen


class PersonMarks:
    """Where name, NIP and dates of a person stand, with the pieces they are."""

    def __init__(self, match, number):
        found = {column.field: column for column, _ in match.taken}
        places = {column.field: parts[0] for column, parts in match.taken}
        self.name = self._mark(found, places, "name")
        nip = next(
            column.field for column in match.layout.columns if column.type == "nip"
        )
        self.nip = self._mark(found, places, nip)
        self.number = number
        self.dated = [
            (parts[0], column.piece)
            for column, parts in match.taken
            if column.type in ("date", "golongan") and column.row == 1
        ]
        self.record_rows = match.layout.options.record_rows

    @staticmethod
    def _mark(found, places, field):
        return (places[field], found[field].piece) if field in found else None

    def text(self, row, mark):
        """Return the text of a marked cell, '' without one."""
        if mark is None:
            return ""
        cell = row[mark[0]]
        return cell_text(piece_of(cell, mark[1]) if mark[1] else cell)

    def has_name(self, row):
        """Tell whether a row names somebody; always where the list has no names."""
        if self.name is None:
            return True
        text = self.text(row, self.name)
        return sum(
            map(str.isalpha, text)
        ) >= _NAME_LETTERS and not kinds.is_total_label(text)

    def has_nip(self, row):
        """Tell whether the NIP cell starts with digits and has enough of them."""
        text = compact(self.text(row, self.nip))
        return len(text) >= _NIP_DIGITS and text[:1].isdigit()

    def is_numbered(self, row):
        """Tell whether a row carries its running number."""
        return any(
            compact(cell_text(row[column])).isdecimal() for column in self.number
        )

    def plain_data(self, rows):
        """Return a list of bools: the rows that are people beyond doubt."""
        if self.record_rows == 2:
            return self._pairs(rows)
        if self.name is None:
            return [self._is_nip(row) for row in rows]
        return [self._is_nip(row) and self.has_name(row) for row in rows]

    def _is_nip(self, row):
        column, piece = self.nip
        cell = row[column]
        return is_identifier(piece_of(cell, piece) if piece else cell)

    def _pairs(self, rows):
        """Mark the first row of every pair that is one person."""
        plain, skip = [False] * len(rows), False
        for place, (row, below) in enumerate(zip(rows, rows[1:], strict=False)):
            if skip:
                skip = False
                continue
            numbered = self.is_numbered(row) and not self.is_numbered(below)
            known = self._is_nip(below) or (numbered and self.has_nip(below))
            if known and self.has_name(row):
                plain[place] = skip = True
        return plain


class PersonClassifier(kinds.Classifier):
    """Tells what rows are that are no people beyond doubt."""

    def __init__(self, places, vocabulary, marks):
        super().__init__(places, vocabulary)
        self.marks = marks

    def _kind(self, row, texts, previous):
        if self.marks.record_rows == 1 and self._is_person(row, texts):
            return kinds.DATA
        return super()._kind(row, texts, previous)

    def _is_person(self, row, texts):
        if not self.marks.has_name(row):
            return False
        if self.marks.has_nip(row):
            return True
        dated = any(
            any(map(str.isdigit, self.marks.text(row, mark)))
            for mark in self.marks.dated
        )
        known = self.marks.name is not None and len(texts) >= _FEWEST_CELLS
        return known and (dated or self.marks.is_numbered(row))
