"""Retirement: BUP, TMT pensiun, pension on own request, basic pension.

Basis: UU 20/2023 art. 55; PP 11/2017 art. 239-240; UU 11/1969; PP 49/2018 (PPPK).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from .dates import Span, add_years, age, first_of_next_month
from .explanation import Because, Finding, _, because
from .parameters import Parameters


@dataclass(frozen=True, slots=True)
class Post:
    """The post that decides on the age limit.

    :param bup: the limit that the regulation of the post itself sets, if any
    """

    eselon: str = ""
    jenjang: str = ""
    bup: int | None = None


@dataclass(frozen=True, slots=True)
class Retirement:
    bup: int
    tmt: date
    last_day: date
    explanation: tuple[Because, ...]


def bup(post: Post, day: date, parameters: Parameters) -> tuple[int, Because]:
    """Age limit of a post: its own, else that of its eselon or jenjang, else the
    common one."""
    if post.bup:
        text = _("The regulation of the post sets the age limit to %(years)s.")
        row = parameters.get("bup.jabatan", day)
        return post.bup, because(text, row, years=post.bup)
    row = (
        parameters.find("bup.eselon", day, post.eselon)
        or parameters.find("bup.jenjang", day, post.jenjang)
        or parameters.get("bup.umum", day)
    )
    text = _("The age limit of the post is %(years)s.")
    return row.integer, because(text, row, years=row.integer)


def at_bup(birth: date, post: Post, day: date, parameters: Parameters) -> Retirement:
    """TMT is the 1st of the month after the one in which the age is reached."""
    years, why = bup(post, day, parameters)
    tmt = first_of_next_month(add_years(birth.replace(day=1), years))
    row = parameters.get("pensiun.tmt", day)
    text = _("The month after the one of the %(years)sth birthday begins on %(tmt)s.")
    then = because(text, row, years=years, tmt=tmt.isoformat())
    return Retirement(years, tmt, tmt - timedelta(days=1), (why, then))


def end_of_contract(last_day: date | None, retirement: Retirement) -> tuple[date, bool]:
    """First day out of service of a PPPK, and whether it is the contract that ends it.

    A contract may not run past the age limit of the post.
    """
    if last_day and last_day + timedelta(days=1) < retirement.tmt:
        return last_day + timedelta(days=1), True
    return retirement.tmt, False


def contract_explained(
    last_day: date, parameters: Parameters, day: date
) -> tuple[Because, ...]:
    """Why an agreement ends a service."""
    row = parameters.get("pppk.kontrak", day)
    text = _("The agreement ends on %(last)s.")
    return (because(text, row, last=last_day.isoformat()),)


def on_request(
    birth: date, service: Span, day: date, parameters: Parameters
) -> list[Finding]:
    """What is missing for a pension on own request."""
    years = parameters.get("pensiun.aps.usia", day)
    least = parameters.get("pensiun.aps.masa_kerja", day)
    found = []
    if age(birth, day) < years.integer:
        text = _("The age is %(age)s; a pension on request asks for %(years)s.")
        values = {"age": age(birth, day), "years": years.integer}
        found.append(Finding("aps_age", text, years.legal_basis, values))
    if service < Span.of(least.integer):
        text = _("Service is %(span)s; a pension on request asks for %(years)s years.")
        values = {"span": str(service), "years": least.integer}
        found.append(Finding("aps_service", text, least.legal_basis, values))
    return found


def basic_pension(
    pay: int, service: Span, day: date, parameters: Parameters
) -> tuple[int, list[Because]]:
    """Basic pension a month: a share of the last basic pay for each year of service."""
    rate = parameters.get("pensiun.persen_per_tahun", day)
    most = parameters.get("pensiun.maksimum.persen", day)
    least = parameters.get("pensiun.minimum.persen", day)
    share = rate.number * service.total / 12
    text = _(
        "%(rate)s percent of the last basic pay for each of %(service)s of service."
    )
    why = [because(text, rate, rate=rate.value, service=str(service))]
    for row, text, beyond in (
        (most, _("At most %(share)s percent."), share > most.number),
        (least, _("At least %(share)s percent."), share < least.number),
    ):
        if beyond:
            share = row.number
            why.append(because(text, row, share=row.value))
    amount = (Decimal(pay) * share / 100).quantize(Decimal(1), ROUND_HALF_UP)
    return int(amount), why
