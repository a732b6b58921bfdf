from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, kw_only=True)
class ReportOptions:
    """What a user chose to print.

    :param unit: record of ``hr.department``
    :param date: the state of the register on this day is printed
    :param date_from: first day of the span, in reports of what changed
    :param with_sub_units: the units below are included, grouped by unit
    :param paper: F4, legal or A4
    :param in_thousands: money in thousands of rupiah, as Permendagri 17/2007 prints it
    :param extra: answers to what the report asks besides (``_report_asks``), by name
    """

    unit: Any
    date: date
    date_from: date | None = None
    with_sub_units: bool = True
    paper: str = "F4"
    in_thousands: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict)


def semester_start(day: date) -> date:
    """The first day of the semester in which ``day`` lies."""
    return date(day.year, 1 if day.month <= 6 else 7, 1)
