"""Calendar of reporting periods: months, semesters or years.

Semester I is January to June, II July to December (Permendagri 47/2021 reports).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTH, SEMESTER, YEAR = 1, 6, 12
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


@dataclass(frozen=True, slots=True)
class Span:
    """A reporting period: its name, first and last day."""

    name: str
    first: date
    last: date


def spans(year: int, months: int) -> list[Span]:
    """The periods of a year.

    >>> [span.name for span in spans(2025, SEMESTER)]
    ['2025 Semester I', '2025 Semester II']

    :param months: months in a period: 1, 6 or 12
    """
    return [
        Span(
            _name(year, month, months), date(year, month, 1), _end(year, month, months)
        )
        for month in range(1, 13, months)
    ]


def _name(year: int, month: int, months: int) -> str:
    if months == YEAR:
        return str(year)
    if months == SEMESTER:
        return f"{year} Semester {'I' if month == 1 else 'II'}"
    return f"{year} {month:02} {MONTHS[month - 1]}"


def _end(year: int, month: int, months: int) -> date:
    last = month + months - 1
    return date(year, last, monthrange(year, last)[1])
