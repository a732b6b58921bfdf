"""Disciplinary punishments: for absence, how long they run, and what they stop.

Basis: PP 94/2021; PerBKN 6/2022.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .dates import Period, add_months
from .explanation import Because, Finding, _, because
from .parameters import Parameters

STOPPING = ("sedang", "berat")


@dataclass(frozen=True, slots=True)
class Sanction:
    """A punishment on record."""

    code: str
    level: str
    period: Period


@dataclass(frozen=True, slots=True)
class Proposed:
    """The punishment the law sets, by its SIASN code."""

    code: str
    explanation: tuple[Because, ...]


def for_absence(
    days_in_year: int, longest_run: int, day: date, parameters: Parameters
) -> Proposed | None:
    """Punishment for working days of absence in one calendar year (art. 11)."""
    ladder = parameters.scale("disiplin.absen", day)
    steps = sorted((int(least), row) for least, row in ladder.items())
    in_a_row = parameters.get("disiplin.absen.berturut", day)
    if longest_run >= in_a_row.integer:
        text = _("Absent without a valid reason on %(days)s working days in a row.")
        why = because(text, in_a_row, days=longest_run)
        return Proposed(steps[-1][1].value, (why,))
    reached = [row for least, row in steps if least <= days_in_year]
    if not reached:
        return None
    text = _("Absent without a valid reason on %(days)s working days of the year.")
    why = because(text, reached[-1], days=days_in_year)
    return Proposed(reached[-1].value, (why,))


def served(code: str, start: date, parameters: Parameters) -> Period:
    """How long a punishment is served; without a term it is served at once."""
    row = parameters.find("disiplin.lama", start, code)
    if row is None:
        return Period(start, start)
    return Period(start, add_months(start, row.integer) - timedelta(days=1))


def running(
    sanctions: Iterable[Sanction], day: date, parameters: Parameters
) -> list[Finding]:
    """Punishments being served that stop a rise of pangkat or pay."""
    rule = parameters.get("disiplin.menunda", day)
    text = _("A punishment of level %(level)s is being served.")
    return [
        Finding(
            "hukdis_running",
            text,
            rule.legal_basis,
            {"level": sanction.level},
            blocks=rule.value == "ya",
        )
        for sanction in sanctions
        if sanction.level in STOPPING and sanction.period.holds(day)
    ]
