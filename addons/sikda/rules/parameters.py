"""Numbers of regulations as dated rows, and how they are read at a day.

A parameter has a dotted name, where needed a key (a golongan, a code of an eselon, a
level of education), and a value that is a text: the rule that reads it knows whether
it is a number, a list of months or a golongan.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from . import golongan

BEGINNING = date(1945, 8, 17)  # of what has no earlier rule on record


class MissingParameter(LookupError):
    """No row is in force; the text names the parameter and the day."""


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    key: str
    value: str
    date_from: date
    date_to: date | None
    legal_basis: str
    confirmed: bool

    @classmethod
    def standing(cls, name: str, key: str, value: str, legal_basis: str):
        """A row that is in force as long as it stands in a code list."""
        return cls(name, key, value, BEGINNING, None, legal_basis, True)

    @property
    def number(self) -> Decimal:
        return Decimal(self.value)

    @property
    def integer(self) -> int:
        return int(self.value)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.value.split())

    @property
    def integers(self) -> tuple[int, ...]:
        return tuple(map(int, self.value.split()))

    def in_force(self, day: date) -> bool:
        return self.date_from <= day and (self.date_to is None or day <= self.date_to)


class Parameters:
    """All parameters, asked for a day."""

    def __init__(self, rows: Iterable[Parameter]):
        self._rows = defaultdict(lambda: defaultdict(list))
        for row in rows:
            self._rows[row.name][row.key].append(row)
        for keys in self._rows.values():
            for dated in keys.values():
                dated.sort(key=lambda row: row.date_from, reverse=True)

    def find(self, name: str, day: date, key: str = "") -> Parameter | None:
        """The row in force; of several the one that began last."""
        for row in self._rows[name][key] if name in self._rows else ():
            if row.in_force(day):
                return row
        return None

    def get(self, name: str, day: date, key: str = "") -> Parameter:
        row = self.find(name, day, key)
        if row is None:
            raise MissingParameter(
                f"No value of {name} {key}".rstrip() + f" is in force on {day}."
            )
        return row

    def scale(self, name: str, day: date) -> dict[str, Parameter]:
        """All keys of a parameter that are in force."""
        found = ((key, self.find(name, day, key)) for key in self._rows.get(name, ()))
        return {key: row for key, row in found if row}

    def rows(self, name: str) -> list[Parameter]:
        """All rows of a parameter, of any key and any time."""
        return [row for keys in self._rows.get(name, {}).values() for row in keys]


@dataclass(frozen=True, slots=True)
class Shape:
    """How a value is written, so that the rule that reads it can."""

    pattern: str
    example: str

    def fits(self, value: str) -> bool:
        return bool(re.fullmatch(self.pattern, value or ""))


_SHAPES = (
    Shape("ya|tidak", "ya"),
    Shape("kurangi|ulang", "kurangi"),
    Shape("Sangat Baik|Baik|Butuh Perbaikan|Kurang|Sangat Kurang", "Baik"),
    Shape("|".join(golongan.PNS), "III/a"),
    Shape("[0-9]{1,9}", "12"),
    Shape("[0-9]{1,9}([.][0-9]{1,4})?", "2.5"),
    Shape("[0-9]{1,9}( [0-9]{1,9})+", "4 10"),
    Shape("[a-z_]+( [a-z_]+)*", "pns cpns"),
    Shape(".+", "Bupati"),
)


def shape(value: str) -> Shape:
    """The narrowest shape that a value has."""
    return next(one for one in _SHAPES if one.fits(value))


def notes(lines: Iterable[str]) -> dict[tuple[str, str, date], str]:
    """What the CSV remarks on its rows, by name, key and first day."""
    return {
        (row["name"], row["key"], date.fromisoformat(row["date_from"])): row["note"]
        for row in csv.DictReader(lines)
    }


def read(lines: Iterable[str]) -> list[Parameter]:
    """Rows of the CSV in ``data/``."""
    return [
        Parameter(
            name=row["name"],
            key=row["key"],
            value=row["value"],
            date_from=date.fromisoformat(row["date_from"]),
            date_to=date.fromisoformat(row["date_to"]) if row["date_to"] else None,
            legal_basis=row["legal_basis"],
            confirmed=row["confirmed"] == "1",
        )
        for row in csv.DictReader(lines)
    ]
