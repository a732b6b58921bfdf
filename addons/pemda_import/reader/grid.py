"""The sheet grid that every container is turned into."""

import datetime
from dataclasses import dataclass, field
from typing import NamedTuple

from .errors import UnusableFile
from .mark import _
from .text import shown_number


@dataclass(frozen=True, slots=True)
class CellError:
    """An error cell: ``#N/A``, ``#REF!``, or ``#FORMULA`` (never calculated)."""

    code: str

    def __str__(self):
        return self.code


class Merge(NamedTuple):
    """A merged range; row and column numbers from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """One sheet: a rectangle of Python values.

    ``rows``   list of equally long tuples of str | float | int | Decimal |
               date | datetime | CellError | None (None = empty cell);
               ends at the last filled row and column
    """

    name: str
    rows: list = field(default_factory=list)
    merges: list = field(default_factory=list)
    hidden: bool = False
    pivot: bool = False
    hidden_rows: set = field(default_factory=set)
    hidden_columns: set = field(default_factory=set)

    def __post_init__(self):
        """Drop merged ranges that end before they start (damaged files)."""
        self.merges = [
            merge
            for merge in self.merges
            if merge.top <= merge.bottom and merge.left <= merge.right
        ]

    @property
    def width(self):
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0


class CellBudget:
    """Counts the cells of a workbook and stops at the limit."""

    def __init__(self, limits):
        self.limits = limits
        self.used = 0

    def take(self, rows, columns):
        """Account for a block of cells; raise ``UnusableFile`` over the limit."""
        limits = self.limits
        self.used += rows * columns
        for what, size, limit in (
            (_("the number of rows"), rows, limits.rows),
            (_("the number of columns"), columns, limits.columns),
            (_("the number of cells"), self.used, limits.cells),
        ):
            if size > limit:
                raise UnusableFile(
                    "too-large",
                    what=what,
                    size=shown_number(size),
                    limit=shown_number(limit),
                )


def rectangle(rows, budget, tidy=False):
    """Return ``rows`` as equally long tuples without empty edges at the end.

    Strings of nothing become None; ``tidy`` rows are tuples without any.  Rows
    and columns at the start stay, so that row numbers keep their meaning.  The
    size is taken from ``budget`` before anything is padded.
    """
    last = width = 0
    for number, row in enumerate(rows, 1):
        for column in range(len(row) - 1, -1, -1):
            if row[column] is not None and row[column] != "":
                last = number
                width = max(width, column + 1)
                break
    budget.take(last, width)
    nothing = (None,) * width
    result = []
    for row in rows[:last]:
        row = row[:width]
        if not tidy and (row.__class__ is not tuple or "" in row):
            row = tuple([None if value == "" else value for value in row])
        result.append(row + nothing[len(row) :] if len(row) < width else row)
    return result


def cell_text(value):
    """Return a cell as text: 2009.0 -> '2009', date -> ISO, empty -> ''."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ") if value.time() else value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)
