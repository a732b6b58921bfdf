from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, kw_only=True)
class ReportOptions:
    """What a user chose to print.

    :param unit: record of ``hr.department``
    :param date: the state of the register on this day is printed
    :param with_sub_units: the units below are included, grouped by unit
    :param paper: F4, legal or A4
    :param in_thousands: money in thousands of rupiah, as Permendagri 17/2007 prints it
    """

    unit: Any
    date: date
    with_sub_units: bool = True
    paper: str = "F4"
    in_thousands: bool = False
