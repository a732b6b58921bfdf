"""KGB, kenaikan gaji berkala: when the next one is due, and how much it gives.

Basis: PP 7/1977 art. 11-14 and changes (PNS); PermenPANRB 7/2023 (PPPK).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from . import kinerja
from .dates import Period, Span, add_months, on_day_one, whole_months
from .disiplin import Sanction, running
from .explanation import Because, Finding, _, because
from .parameters import Parameters
from .pay import Pay, PayTable


@dataclass(frozen=True, slots=True)
class Standing:
    """Masa kerja and pay as the last SK (pangkat, KGB, PMK) fixed them.

    :param since: TMT of that SK, on which the masa kerja was ``mkg``
    :param paid: amount of that SK; None when it is not on record
    """

    golongan: str
    since: date
    mkg: Span
    paid: int | None = None


@dataclass(frozen=True, slots=True)
class Kgb:
    """A periodic rise."""

    tmt: date
    mkg: Span
    cell: Pay
    overdue: bool
    explanation: tuple[Because, ...]


def next_kgb(
    standing: Standing,
    day: date,
    table: PayTable,
    parameters: Parameters,
    cltn: Iterable[Period] = (),
) -> Kgb | None:
    """The first rise after the last SK; overdue when its TMT has passed.

    The rise is one the last SK did not give yet: when the amount on record is below
    that of the masa kerja already reached, it is that row, on the day it was reached.

    :return: None at the end of the pay table, or where there is no table
    """
    since, mkg = standing.since, standing.mkg
    reached = table.cell(standing.golongan, mkg.years, day)
    if reached is None:
        return None
    missed = standing.paid is not None and _is_lower_row(standing, table, day)
    cell = reached if missed else table.next_cell(standing.golongan, mkg.years, day)
    if cell is None:
        return None
    months = cell.mkg * 12 - mkg.total
    tmt = on_day_one(_skip(add_months(since, months), since, cltn))
    row = parameters.get("kgb.dasar", max(tmt, since), _family(standing.golongan))
    text = _(
        "Masa kerja golongan was %(mkg)s on %(since)s; the pay table of %(golongan)s "
        "rises at %(years)s years, which are reached on %(tmt)s."
    )
    why = because(
        text,
        row,
        mkg=str(mkg),
        since=since.isoformat(),
        golongan=standing.golongan,
        years=cell.mkg,
        tmt=tmt.isoformat(),
    )
    return Kgb(tmt, Span.of(cell.mkg), _at(table, cell, tmt), tmt < day, (why,))


def postponed(kgb: Kgb, months: int, parameters: Parameters) -> Kgb:
    """A rise put off for want of fitness: later, with the same masa kerja on record.

    The delay counts in full for the rise after it.

    :raises ValueError: on more than the law allows at a time
    """
    most = parameters.get("kgb.tunda.maksimum", kgb.tmt)
    if not 0 < months <= most.integer:
        raise ValueError(f"a KGB is put off by 1 to {most.integer} months at a time")
    tmt = add_months(kgb.tmt, months)
    text = _("Put off by %(months)s months; the delay counts for the rise after it.")
    why = because(text, most, months=months)
    mkg = kgb.mkg + Span(months)
    return Kgb(tmt, mkg, kgb.cell, kgb.overdue, (*kgb.explanation, why))


def findings(
    kgb: Kgb,
    golongan: str,
    grades: Iterable[kinerja.Grade],
    sanctions: Iterable[Sanction],
    parameters: Parameters,
    day: date,
) -> list[Finding]:
    """What stands in the way of a rise.

    :param day: when it is judged: a year that is not over by then has no predikat yet,
        and the letter goes out before the rise takes effect (art. 12)
    """
    family = _family(golongan)
    least = parameters.get("kgb.predikat", kgb.tmt, family)
    years = parameters.find("kgb.predikat.tahun", kgb.tmt, golongan)
    years = years or parameters.get("kgb.predikat.tahun", kgb.tmt, family)
    found = kinerja.findings(grades, least, years.integer, min(day, kgb.tmt))
    return found + running(sanctions, kgb.tmt, parameters)


def letter_due(kgb: Kgb, parameters: Parameters) -> date:
    """When the letter has to be out: so many months before the rise."""
    row = parameters.get("kgb.surat.bulan", kgb.tmt)
    return add_months(kgb.tmt, -row.integer)


def cpns_pay(cell: Pay, parameters: Parameters) -> int:
    """What a CPNS is paid of a cell."""
    return (
        cell.amount * parameters.get("gaji.cpns.persen", cell.date_from).integer // 100
    )


def _is_lower_row(standing: Standing, table: PayTable, day: date) -> bool:
    """Whether the amount on record is of a row below the masa kerja, in any table."""
    for table_day in (standing.since, day):
        cells = table.column(standing.golongan, table_day)
        rows = [cell.mkg for cell in cells if cell.amount == standing.paid]
        if rows:
            due = table.cell(standing.golongan, standing.mkg.years, table_day)
            return rows[-1] < due.mkg
    return False


def _skip(day: date, since: date, cltn: Iterable[Period]) -> date:
    """The same masa kerja is reached later by the months of CLTN on the way."""
    for period in sorted(cltn, key=lambda period: period.first):
        if period.first < day and period.last and since <= period.last:
            first = max(period.first, since)
            day = add_months(day, whole_months(first, period.last + timedelta(days=1)))
    return day


def _at(table: PayTable, cell: Pay, day: date) -> Pay:
    """The same row in the table of the day on which it will be paid."""
    found = table.cell(cell.golongan, cell.mkg, day)
    return found if found and found.mkg == cell.mkg else cell


def _family(golongan: str) -> str:
    return "pns" if "/" in golongan else "pppk"
