"""Calendar arithmetic of personnel law: whole months, and dates on day 1.

A month later is the same day of the next month, or its last day where that day does
not exist (31 January, 29 February). PostgreSQL adds intervals of months the same way,
which is what keeps the statements in ``sql/`` equal to these functions.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A length of service in whole months, written in years and months."""

    total: int = 0

    @classmethod
    def of(cls, years: int, months: int = 0) -> "Span":
        return cls(years * 12 + months)

    @property
    def years(self) -> int:
        return self.total // 12

    @property
    def months(self) -> int:
        return self.total % 12

    def __add__(self, other: "Span") -> "Span":
        return Span(self.total + other.total)

    def __sub__(self, other: "Span") -> "Span":
        """Service is never below zero."""
        return Span(max(0, self.total - other.total))

    def __str__(self) -> str:
        return f"{self.years}/{self.months:02d}"


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included; no last day is still running."""

    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


def add_months(day: date, months: int) -> date:
    """
    >>> add_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    return add_months(day, years * 12)


def whole_months(start: date, end: date) -> int:
    """Largest number of months that can be added to ``start`` without passing ``end``;
    below zero when ``end`` comes first."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - 1 if add_months(start, months) > end else months


def age(birth: date, day: date) -> int:
    """Full years of life."""
    return whole_months(birth, day) // 12


def first_of_next_month(day: date) -> date:
    return add_months(day.replace(day=1), 1)


def on_day_one(day: date) -> date:
    """The day itself when it is a first of a month, else the next first."""
    return day if day.day == 1 else first_of_next_month(day)


def months_inside(periods, start: date, end: date) -> int:
    """Whole months of the periods that fall from ``start`` to the day before ``end``.

    Days that two periods share count once.
    """
    months, reached = 0, start
    for period in sorted(periods, key=lambda p: p.first):
        first = max(period.first, reached)
        after = end if period.last is None else period.last + timedelta(days=1)
        after = min(after, end)
        if first < after:
            months += whole_months(first, after)
            reached = after
    return months
