"""Length of service: masa kerja golongan and masa kerja keseluruhan.

Basis: Kep. Ka BKN 12/2002; PP 7/1977 and its changes; PP 11/2017 (CLTN does not count).
"""

from collections.abc import Iterable
from datetime import date

from . import golongan
from .dates import Period, Span, months_inside, whole_months
from .explanation import Because, _, because
from .parameters import Parameters

DEDUCTION = "mk.potongan"
NOTHING = Span()


def after_move(
    mkg: Span, before: str, after: str, day: date, parameters: Parameters
) -> tuple[Span, list[Because]]:
    """Masa kerja golongan after a move to another golongan.

    Each border that is crossed takes its years: I to II six, II to III five.
    """
    order = ("I", "II", "III", "IV")
    low, high = order.index(golongan.group(before)), order.index(golongan.group(after))
    reasons = []
    for step in range(low, high):
        border = f"{order[step]}>{order[step + 1]}"
        row = parameters.get(DEDUCTION, day, border)
        mkg -= Span.of(row.integer)
        if row.integer:
            text = _(
                "The move %(border)s takes %(years)s years of masa kerja golongan."
            )
            reasons.append(because(text, row, border=border, years=row.integer))
    return mkg, reasons


def grown(base: Span, since: date, day: date, cltn: Iterable[Period] = ()) -> Span:
    """Service at a day, from the value fixed at ``since``; CLTN does not count."""
    if day <= since:
        return base
    grown_by = whole_months(since, day) - months_inside(cltn, since, day)
    return base + Span(max(0, grown_by))


def keseluruhan(
    start: date, day: date, credited: Span = NOTHING, cltn: Iterable[Period] = ()
) -> Span:
    """All service since the first recognised date, with what PMK credits."""
    return grown(credited, start, day, cltn)
