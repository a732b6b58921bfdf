"""Leave: yearly right, limits of the other kinds, working days.

Basis: PP 11/2017 art. 309-341 jo PP 17/2020; PerBKN 24/2017 jo PerBKN 7/2021 (PNS);
PP 49/2018 art. 79-82; PerBKN 7/2022 (PPPK).
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from .dates import add_months, add_years, whole_months
from .explanation import Because, Finding, _, because
from .parameters import Parameters

TAHUNAN, BESAR, SAKIT, MELAHIRKAN = "CT", "CB", "CS", "CM"
ALASAN_PENTING, CLTN = "CAP", "CLTN"
FIVE_DAYS = frozenset(range(5))  # Monday to Friday
SIX_DAYS = frozenset(range(6))


@dataclass(frozen=True, slots=True)
class Right:
    """Days of annual leave of a year."""

    year: int
    days: int
    carried: int
    used: int
    explanation: tuple[Because, ...]

    @property
    def left(self) -> int:
        return max(0, self.days - self.used)


def annual_right(
    year: int,
    service_from: date,
    used: Mapping[int, int],
    parameters: Parameters,
    *,
    pppk: bool = False,
    postponed: Container[int] = (),
    long_leave: Container[int] = (),
) -> Right:
    """Right of a year, with what is carried from the years before.

    :param used: days of annual leave taken, by year; a year that is not named has none
    :param postponed: years whose leave the officer put off for duty
    :param long_leave: years in which cuti besar was taken: their annual leave is lost
    """
    day = date(year, 12, 31)
    family = "pppk" if pppk else "pns"
    base = parameters.get("cuti.tahunan.hari", day, family)
    taken = used.get(year, 0)
    if not _entitled(year, service_from, parameters):
        least = parameters.get("cuti.tahunan.masa_kerja", day)
        text = _("Annual leave asks for %(years)s year of service.")
        return Right(year, 0, 0, taken, (because(text, least, years=least.value),))
    if year in long_leave:
        row = parameters.get("cuti.besar.bulan", day)
        text = _("Cuti besar was taken: the annual leave of the year is lost.")
        return Right(year, 0, 0, taken, (because(text, row),))
    text = _("%(days)s working days a year.")
    why = [because(text, base, days=base.integer)]
    carried, reason = 0, None
    if not pppk:
        carried, reason = _carried(
            year, service_from, used, parameters, postponed, long_leave
        )
    return Right(
        year, base.integer + carried, carried, taken, (*why, *filter(None, [reason]))
    )


def _carried(year, service_from, used, parameters, postponed, long_leave):
    """Days that come from the years before, and why."""
    day = date(year, 12, 31)
    base = parameters.get("cuti.tahunan.hari", day, "pns").integer
    one = parameters.get("cuti.tahunan.maksimum", day, "1")
    two = parameters.get("cuti.tahunan.maksimum", day, "2")

    def unused(past):
        if past in long_leave or not _entitled(past, service_from, parameters):
            return 0
        return max(0, base - used.get(past, 0))

    before, earlier = unused(year - 1), unused(year - 2)
    if year - 1 in postponed:
        days = min(before, two.integer - base)
        text = _("%(days)s days of the year before, which the officer put off.")
        return days, because(text, two, days=days)
    if before == earlier == base:
        text = _("Not used in two years or more: %(most)s days at most.")
        return two.integer - base, because(text, two, most=two.integer)
    step = one.integer - base
    lenient = parameters.get("cuti.tahunan.sisa_dua_tahun", day)
    if lenient.value == "ya":
        days = min(before, step) + min(earlier, step)
        text = _("%(days)s days left over from two years.")
        return days, because(text, lenient, days=days)
    days = min(before, step)
    text = _("%(days)s days left over from the year before.")
    return days, because(text, one, days=days) if days else None


def _entitled(year: int, service_from: date, parameters: Parameters) -> bool:
    """Whether a year of service is complete by the end of the year."""
    day = date(year, 12, 31)
    least = parameters.get("cuti.tahunan.masa_kerja", day)
    return add_years(service_from, least.integer) <= day


def last_day(kind: str, first: date, parameters: Parameters) -> date | None:
    """The last day a leave may reach, by the calendar; None where months do not say."""
    row = parameters.find("cuti.bulan", first, kind)
    return add_months(first, row.integer) - timedelta(days=1) if row else None


def findings(
    kind: str,
    first: date,
    last: date,
    service_from: date,
    parameters: Parameters,
    *,
    pppk: bool = False,
    waived: bool = False,
) -> list[Finding]:
    """What stands in the way of a leave of some kind.

    :param waived: the first hajj or the birth of a fourth child, for which cuti besar
        does not ask for years of service
    """
    if last < first:
        text = _("The leave ends before it begins.")
        return [Finding("dates", text)]
    found = []
    if pppk and parameters.find("cuti.bukan_pppk", first, kind):
        row = parameters.get("cuti.bukan_pppk", first, kind)
        text = _("PPPK have no leave of this kind.")
        found.append(Finding("pppk", text, row.legal_basis))
    least = parameters.find("cuti.masa_kerja", first, kind)
    if least and not waived:
        if whole_months(service_from, first) < least.integer * 12:
            text = _("This leave asks for %(years)s years of service.")
            values = {"years": least.integer}
            found.append(Finding("service", text, least.legal_basis, values))
    limit = last_day(kind, first, parameters)
    if limit and last > limit:
        row = parameters.get("cuti.bulan", first, kind)
        text = _("This leave may last %(months)s months, to %(limit)s.")
        values = {"months": row.integer, "limit": limit.isoformat()}
        found.append(Finding("length", text, row.legal_basis, values))
    return found


def working_days(
    first: date,
    last: date,
    holidays: Container[date] = (),
    week: Container[int] = FIVE_DAYS,
) -> int:
    """Working days from the first to the last day, both included."""
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    return sum(day.weekday() in week and day not in holidays for day in days)
