"""The item rows of a table, put together when they are asked for."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from .grid import cell_text

# Rows that are put together at once.
_BLOCK = 500
_NOTHING = type(None)
# What the cells of most columns are.
_TEXTS, _NUMBERS = {str, _NOTHING}, {float}


class Row(NamedTuple):
    """One item row; see the package docstring."""

    number: int
    values: tuple
    raw: tuple


# A Row of three in a tuple; the class itself takes several times as long.
_ROW = partial(tuple.__new__, Row)


class Rows(Sequence):
    """Rows that are kept by columns, as they were converted.

    Whoever sends them on, block by block, has the next ones made while the receiver
    is still busy with those before.

    ``numbers``  row numbers in the sheet
    ``values``   columns of typed values, at least one
    ``cells``    columns of the cells as read, at least one
    """

    def __init__(self, numbers, values, cells):
        self._numbers = numbers
        self._values = values
        self._cells = cells

    def __len__(self):
        return len(self._numbers)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return self._made(place)
        return self._made(slice(place, place + 1 or None))[0]

    def __iter__(self):
        for start in range(0, len(self), _BLOCK):
            yield from self._made(slice(start, start + _BLOCK))

    def _made(self, part):
        values = zip(*[column[part] for column in self._values], strict=True)
        raw = zip(*[_shown(column[part]) for column in self._cells], strict=True)
        return list(map(_ROW, zip(self._numbers[part], values, raw, strict=True)))


def _shown(cells):
    """Return the cells of a column as text; what repeats is converted once."""
    classes = set(map(type, cells))
    if classes <= _TEXTS:
        return [cell or "" for cell in cells] if _NOTHING in classes else cells
    if classes == _NUMBERS and all(map(float.is_integer, cells)):
        return list(map(str, map(int, cells)))
    others = {
        cell: str(int(cell))
        if cell.__class__ is float and cell.is_integer()
        else cell_text(cell)
        for cell in set(cells)
        if cell.__class__ is not str
    }
    return [cell if cell.__class__ is str else others[cell] for cell in cells]
