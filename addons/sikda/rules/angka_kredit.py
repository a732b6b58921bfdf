"""Angka kredit of jabatan fungsional.

Basis: PermenPANRB 1/2023; PerBKN 3/2023.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from . import golongan
from .explanation import Because, Finding, _, because
from .parameters import Parameters

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Credit:
    value: Decimal
    explanation: tuple[Because, ...]


def earned(
    jenjang: str, predikat: str, months: int, day: date, parameters: Parameters
) -> Credit:
    """Angka kredit of a part of a year, by the predikat of that part.

    :raises ValueError: on less than one month or more than a year
    """
    if not 1 <= months <= 12:
        raise ValueError(f"{months} months are not a part of a year")
    rate = parameters.get("ak.koefisien", day, jenjang)
    share = parameters.get("ak.persen", day, predikat)
    exact = rate.number * share.number / 100 * months / 12
    text = _(
        "%(months)s/12 of a year, %(share)s percent (%(predikat)s) of the coefficient "
        "%(rate)s."
    )
    why = because(
        text,
        rate,
        months=months,
        share=share.value,
        predikat=predikat,
        rate=rate.value,
    )
    return Credit(exact.quantize(CENT, ROUND_HALF_UP), (why,))


def base(jenjang: str, held: str, day: date, parameters: Parameters) -> Credit:
    """What an appointment into a jenjang starts from: the needs of the golongan of the
    jenjang that lie below the golongan held."""
    total, why = Decimal(), []
    for key, row in sorted(parameters.scale("ak.pangkat", day).items()):
        name, _sep, step = key.partition(":")
        if name == jenjang and golongan.rank(step) < golongan.rank(held):
            total += row.number
            text = _("%(need)s for %(golongan)s, which lies below %(held)s.")
            why.append(because(text, row, need=row.value, golongan=step, held=held))
    return Credit(total, tuple(why))


def lacking(
    jenjang: str, held: str, owned: Decimal, day: date, parameters: Parameters
) -> list[Finding]:
    """What is missing for the next pangkat and for the next jenjang; nothing blocks
    here, the rules of KP decide."""
    found = []
    for name, key, text in (
        (
            "ak.pangkat",
            f"{jenjang}:{held}",
            _("%(missing)s angka kredit are missing for the next pangkat."),
        ),
        (
            "ak.jenjang",
            jenjang,
            _("%(missing)s angka kredit are missing for the next jenjang."),
        ),
    ):
        row = parameters.find(name, day, key)
        if row and owned < row.number:
            values = {"missing": str(row.number - owned)}
            found.append(Finding(name, text, row.legal_basis, values, blocks=False))
    return found
