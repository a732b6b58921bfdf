"""Basic pay by golongan and masa kerja golongan, in dated tables.

Basis: PP 7/1977 and its changes (PNS); Perpres 98/2020 and its changes (PPPK).
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Pay:
    """One cell of a pay table."""

    golongan: str
    mkg: int
    amount: int
    date_from: date
    date_to: date | None = None
    legal_basis: str = ""


class PayTable:
    """All pay tables, asked for a golongan on a day."""

    def __init__(self, cells: Iterable[Pay]):
        columns = defaultdict(lambda: defaultdict(list))
        for cell in cells:
            columns[cell.golongan][cell.date_from].append(cell)
        self._columns = {
            golongan: sorted(
                (since, sorted(cells, key=_mkg)) for since, cells in dated.items()
            )
            for golongan, dated in columns.items()
        }

    def column(self, golongan: str, day: date) -> list[Pay]:
        """Cells of a golongan in force, lowest masa kerja first; may be empty.

        A table ends where it says so, or where the next one begins.
        """
        begun = [
            cells for since, cells in self._columns.get(golongan, ()) if since <= day
        ]
        if not begun or (begun[-1][0].date_to or day) < day:
            return []
        return begun[-1]

    def cell(self, golongan: str, mkg_years: int, day: date) -> Pay | None:
        """The largest row that is not above the masa kerja; below it, the first row."""
        cells = self.column(golongan, day)
        if not cells:
            return None
        return cells[max(0, bisect_right(cells, mkg_years, key=_mkg) - 1)]

    def next_cell(self, golongan: str, mkg_years: int, day: date) -> Pay | None:
        """The row that pays more than now; None at the end of the table.

        Whoever has less than the first row is paid it already, so it is no rise.
        """
        cells = self.column(golongan, day)
        above = max(1, bisect_right(cells, mkg_years, key=_mkg))
        return cells[above] if above < len(cells) else None


def _mkg(cell: Pay) -> int:
    return cell.mkg
