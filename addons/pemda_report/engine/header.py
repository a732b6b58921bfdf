"""The cells of a nested table header."""

from collections.abc import Iterator
from dataclasses import dataclass

from .model import Heading, Report


@dataclass(frozen=True)
class HeaderCell:
    """A cell over columns ``first``..``last``, ``levels`` high from ``level`` down."""

    title: str
    level: int
    levels: int
    first: int
    last: int


def depth(columns) -> int:
    """How many levels of header cells stand above each other."""
    return max(
        1 + depth(item.columns) if isinstance(item, Heading) else 1 for item in columns
    )


def cells(report: Report) -> tuple[HeaderCell, ...]:
    """All header cells, each before those under it."""
    levels = depth(report.columns)
    return tuple(_cells(report.columns, 0, levels, 0))


def _cells(columns, level: int, levels: int, first: int) -> Iterator[HeaderCell]:
    for item in columns:
        if isinstance(item, Heading):
            below = tuple(_cells(item.columns, level + 1, levels, first))
            last = max(cell.last for cell in below)
            yield HeaderCell(item.title, level, 1, first, last)
            yield from below
        else:
            last = first
            yield HeaderCell(item.title, level, levels - level, first, last)
        first = last + 1
