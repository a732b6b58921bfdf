"""Useful lives, and how much an improvement adds to them.

Tables give a prefix of the code of goods; the longest prefix in force on a day wins.
Lives: Tabel I of KMK 295/KM.6/2019. Bands: its Tabel II, extra years by the
percentage that the improvement is of the value. Each pemda bends both in its Perkada,
so all rows are data.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Life:
    """Useful life of the goods under a prefix, in months."""

    prefix: str
    months: int
    first: date = date.min
    last: date = date.max


@dataclass(frozen=True, slots=True)
class Band:
    """Months added by an improvement above ``above`` up to ``upto`` percent.

    ``upto`` belongs to the band; None means without end.
    """

    prefix: str
    above: Decimal
    upto: Decimal | None
    months: int
    first: date = date.min
    last: date = date.max


@dataclass(frozen=True, slots=True)
class Extra:
    """Months that an improvement adds, and by which band of the table.

    ``beyond``: above the last one.
    """

    months: int
    band: Band
    beyond: bool = False


def prefixes(code: str) -> list[str]:
    """The code and all codes above it, the longest first.

    >>> prefixes("1.3.2")
    ['1.3.2', '1.3', '1']
    """
    parts = code.split(".")
    return [".".join(parts[:size]) for size in range(len(parts), 0, -1)]


class _Table:
    """Rows by prefix: the longest that is in force answers, and the newest of it."""

    def __init__(self, rows: Iterable):
        self._rows = {}
        for row in rows:
            self._rows.setdefault(row.prefix, []).append(row)
        self._by_code = {}

    def in_force(self, code: str, day: date) -> list:
        """Rows of the longest prefix that has any on that day."""
        found = self._by_code.get(code)
        if found is None:
            found = [self._rows[p] for p in prefixes(code) if p in self._rows]
            self._by_code[code] = found
        for rows in found:
            valid = [row for row in rows if row.first <= day <= row.last]
            if valid:
                newest = max(row.first for row in valid)
                return [row for row in valid if row.first == newest]
        return []


class Lives(_Table):
    """Table of useful lives."""

    def months(self, code: str, day: date) -> int | None:
        """Useful life in months; None when the table has none for the code."""
        rows = self.in_force(code, day)
        return rows[0].months if rows else None


class Bands(_Table):
    """Table of what improvements add."""

    def extra(self, code: str, percent: Decimal, day: date) -> Extra | None:
        """What an improvement of so many percent adds.

        The first band whose upper bound is not below the percentage: published
        tables have holes, 50-70 then above 75. Above the last bound it is the last
        band.

        :return: None when the code has no bands: value rises, life does not
        """
        rows = sorted(
            self.in_force(code, day),
            key=lambda band: (band.upto is None, band.upto or 0, band.above),
        )
        for band in rows:
            if band.upto is None or percent <= band.upto:
                return Extra(band.months, band)
        return Extra(rows[-1].months, rows[-1], beyond=True) if rows else None


def percent_of(cost: int, base: int) -> Decimal | None:
    """What percentage a cost is; None where there is nothing to compare with."""
    if cost <= 0 or base <= 0:
        return None
    return Decimal(cost) * 100 / Decimal(base)


def life_from_remaining(nilai: Decimal, remaining: int, book: Decimal) -> int | None:
    """Full life in semesters, from a column that holds the REMAINING semesters.

    A column called "umur" of some exports does (all rows of a real SIMAN V2 file).
    Under a straight line, life = value x remaining / book value.

    :return: None unless the answer is a whole, even number of semesters, which a
        life in years must be
    """
    if nilai <= 0 or book <= 0 or remaining <= 0 or book > nilai:
        return None
    life, rest = divmod(nilai * remaining, book)
    return int(life) if not rest and life % 2 == 0 else None
