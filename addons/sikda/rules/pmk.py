"""PMK, peninjauan masa kerja: service elsewhere that is credited.

Basis: PP 98/2000 jo PP 11/2002 art. 13.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .dates import Span
from .explanation import Because, Finding, _, because
from .parameters import Parameters

FULL = "penuh"  # PNS before, ABRI/Polri, state or regional employee, BUMN/BUMD
HALF = "swasta"  # a private legal entity


@dataclass(frozen=True, slots=True)
class Experience:
    """Years, months and days at one employer; days are not counted."""

    kind: str
    years: int
    months: int = 0
    days: int = 0
    uninterrupted: bool = True

    @property
    def span(self) -> Span:
        return Span.of(self.years, self.months)


@dataclass(frozen=True, slots=True)
class Credit:
    span: Span
    explanation: tuple[Because, ...]
    findings: tuple[Finding, ...]


def credit(
    experiences: Iterable[Experience], day: date, parameters: Parameters
) -> Credit:
    """What is added to the masa kerja."""
    least = parameters.get("pmk.swasta.minimum", day)
    most = parameters.get("pmk.swasta.maksimum", day)
    share = parameters.get("pmk.swasta.persen", day)
    full, private, reasons, findings = Span(), Span(), [], []
    for one in experiences:
        if one.kind == FULL:
            full += one.span
        elif one.span < Span.of(least.integer) or not one.uninterrupted:
            text = _(
                "Service of %(span)s with a private employer does not count: at least "
                "%(years)s years without a break are asked."
            )
            values = {"span": str(one.span), "years": least.integer}
            findings.append(Finding("pmk_short", text, least.legal_basis, values))
        else:
            private += one.span
    if full.total:
        text = _("Service of %(span)s with the state counts in full.")
        reasons.append(Because(text, share.legal_basis, {"span": str(full)}))
    half = Span(int(private.total * share.integer // 100))
    if private.total:
        text = _("Service of %(span)s with private employers counts %(share)s percent.")
        reasons.append(because(text, share, span=str(private), share=share.integer))
    if half > Span.of(most.integer):
        half = Span.of(most.integer)
        text = _("Private service is credited with %(years)s years at most.")
        reasons.append(because(text, most, years=most.integer))
    return Credit(full + half, tuple(reasons), tuple(findings))
