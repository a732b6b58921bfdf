"""Predikat kinerja from hasil kerja and perilaku kerja.

Basis: PermenPANRB 6/2022. Codes as in SIASN: 1 above, 2 as, 3 below expectation.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .explanation import Finding, _
from .parameters import Parameter, Parameters

# From best to worst; the codes of the quadrant in SIASN are 1 to 5.
PREDIKAT = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")


@dataclass(frozen=True, slots=True)
class Grade:
    year: int
    predikat: str


def predikat(hasil: int, perilaku: int, day: date, parameters: Parameters) -> str:
    return parameters.get("kinerja.predikat", day, f"{hasil},{perilaku}").value


def at_least(given: str, least: str) -> bool:
    return PREDIKAT.index(given) <= PREDIKAT.index(least)


def findings(
    grades: Iterable[Grade], least: Parameter, years: int, day: date
) -> list[Finding]:
    """What is missing or too low in the last full years before a day."""
    known = {grade.year: grade.predikat for grade in grades}
    found = []
    for year in range(day.year - years, day.year):
        if year not in known:
            text = _("There is no predikat kinerja of %(year)s.")
            values = {"year": year}
            found.append(Finding("kinerja_missing", text, least.legal_basis, values))
        elif not at_least(known[year], least.value):
            text = _(
                "The predikat kinerja of %(year)s is %(given)s; %(least)s is the least."
            )
            values = {"year": year, "given": known[year], "least": least.value}
            found.append(Finding("kinerja_low", text, least.legal_basis, values))
    return found
