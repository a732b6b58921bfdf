"""Satyalancana Karya Satya: 10, 20, 30 years of service without a break.

Basis: UU 20/2009; PP 35/2010. Service is counted to 17 August of the year.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .dates import Period, Span, months_inside, whole_months
from .disiplin import STOPPING, Sanction
from .explanation import Because, _, because
from .parameters import Parameters


@dataclass(frozen=True, slots=True)
class Award:
    code: str
    years: int
    day: date
    service: Span
    explanation: tuple[Because, ...]


def start_of_service(
    tmt_cpns: date,
    day: date,
    parameters: Parameters,
    sanctions: Iterable[Sanction] = (),
    cltn: Iterable[Period] = (),
) -> date:
    """Where the count begins: after a punishment of level sedang or berat anew, and
    after CLTN anew where the setting says so."""
    breaks = [one.period for one in sanctions if one.level in STOPPING]
    if parameters.get("satyalancana.cltn", day).value == "ulang":
        breaks += cltn
    start = tmt_cpns
    for period in breaks:
        if period.first > day:
            continue
        start = max(start, (period.last or day) + timedelta(days=1))
    return start


def award_day(year: int, parameters: Parameters) -> date:
    month, number = parameters.get("satyalancana.tanggal", date(year, 1, 1)).integers
    return date(year, month, number)


def due(
    tmt_cpns: date,
    year: int,
    received: Iterable[str],
    parameters: Parameters,
    sanctions: Iterable[Sanction] = (),
    cltn: Iterable[Period] = (),
) -> Award | None:
    """The highest level reached in a year that is above all levels received."""
    day = award_day(year, parameters)
    cltn = tuple(cltn)
    start = start_of_service(tmt_cpns, day, parameters, sanctions, cltn)
    if start > day:
        return None
    service = Span(whole_months(start, day) - months_inside(cltn, start, day))
    levels = parameters.scale("satyalancana.tahun", day)
    owned = max((levels[c].integer for c in received if c in levels), default=0)
    reached = [
        (row.integer, code, row)
        for code, row in levels.items()
        if owned < row.integer <= service.years
    ]
    if not reached:
        return None
    years, code, row = max(reached, key=lambda level: level[0])
    text = _("%(service)s of service on %(day)s, counted from %(start)s.")
    why = because(
        text, row, service=str(service), day=day.isoformat(), start=start.isoformat()
    )
    return Award(code, years, day, service, (why,))
