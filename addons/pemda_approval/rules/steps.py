"""Which steps of a flow a document goes through, and when one of them is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

ANY_SCOPE, INSIDE, BETWEEN = "any", "inside", "between"
ONE, SOME, ALL = "one", "some", "all"


class FactMissing(ValueError):
    """A condition asks what the document does not say; ``args[0]`` names it."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What conditions may ask of a document.

    :param amount: rupiah; None if the document has none
    :param codes: codes of the goods (or of whatever the kind classifies by)
    :param golongan: golongan/ruang of the people, such as III/d
    :param between_opd: it reaches from one OPD into another
    :param causes: why there is the document, in words of its kind, such as ``hilang``
    """

    amount: Decimal | None = None
    codes: tuple[str, ...] = ()
    golongan: tuple[str, ...] = ()
    between_opd: bool = False
    causes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Conditions:
    """When something of a kind counts for a document; empty ones always hold.

    :param amount_above: holds for amounts above this
    :param amount_up_to: holds for amounts up to and including this
    :param code_prefixes: holds if one of the codes begins with one of these
    :param golongan: holds for one of these; ``IV`` stands for ``IV/a`` to ``IV/e``
    :param scope: any, inside (one OPD) or between (two of them)
    :param causes: holds for one of these
    """

    amount_above: Decimal = Decimal(0)
    amount_up_to: Decimal = Decimal(0)
    code_prefixes: tuple[str, ...] = ()
    golongan: tuple[str, ...] = ()
    scope: str = ANY_SCOPE
    causes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Step(Conditions):
    """A step as its flow defines it.

    :param mode: one, some (``count`` of the holders) or all
    """

    id: int
    sequence: int
    mode: str = ONE
    count: int = 1
    may_skip: bool = False


def words(text: str | None) -> tuple[str, ...]:
    """Words of a list that a person typed: ``1.3.1, 1.3.3`` → two of them."""
    return tuple(filter(None, (text or "").replace(";", ",").replace(",", " ").split()))


def applies(conditions: Conditions, facts: Facts) -> bool:
    """Whether what has these conditions (a step) counts for a document.

    :raises FactMissing: a condition asks what the document does not say
    """
    return (
        _amount_holds(conditions, facts)
        and _code_holds(conditions, facts)
        and _golongan_holds(conditions, facts)
        and _scope_holds(conditions, facts)
        and _cause_holds(conditions, facts)
    )


def _amount_holds(conditions: Conditions, facts: Facts) -> bool:
    if not conditions.amount_above and not conditions.amount_up_to:
        return True
    if facts.amount is None:
        raise FactMissing("amount")
    if conditions.amount_above and facts.amount <= conditions.amount_above:
        return False
    return not conditions.amount_up_to or facts.amount <= conditions.amount_up_to


def _code_holds(conditions: Conditions, facts: Facts) -> bool:
    if not conditions.code_prefixes:
        return True
    if not facts.codes:
        raise FactMissing("codes")
    return any(code.startswith(conditions.code_prefixes) for code in facts.codes)


def _golongan_holds(conditions: Conditions, facts: Facts) -> bool:
    if not conditions.golongan:
        return True
    if not facts.golongan:
        raise FactMissing("golongan")
    return any(
        person == wanted or person.startswith(f"{wanted}/")
        for person in facts.golongan
        for wanted in conditions.golongan
    )


def _scope_holds(conditions: Conditions, facts: Facts) -> bool:
    return (
        conditions.scope == ANY_SCOPE
        or (conditions.scope == BETWEEN) == facts.between_opd
    )


def _cause_holds(conditions: Conditions, facts: Facts) -> bool:
    if not conditions.causes:
        return True
    if not facts.causes:
        raise FactMissing("causes")
    return not set(conditions.causes).isdisjoint(facts.causes)


def stages(steps: Iterable[Step], facts: Facts) -> tuple[tuple[Step, ...], ...]:
    """The steps to go through, one stage after the other.

    Steps with the same sequence make one stage: they wait side by side, and all of
    them must be done before the next stage begins.
    """
    by_sequence: dict[int, list[Step]] = {}
    for step in sorted(steps, key=lambda step: (step.sequence, step.id)):
        if applies(step, facts):
            by_sequence.setdefault(step.sequence, []).append(step)
    return tuple(map(tuple, by_sequence.values()))


def from_stage(all_stages, sequence: int) -> tuple[tuple[Step, ...], ...]:
    """The stages from ``sequence`` on."""
    return tuple(stage for stage in all_stages if stage[0].sequence >= sequence)


def after_stage(all_stages, sequence: int) -> tuple[tuple[Step, ...], ...]:
    """The stages that follow ``sequence``."""
    return from_stage(all_stages, sequence + 1)


def is_done(mode: str, count: int, given: int, remaining: int) -> bool:
    """Whether a step has what it needs.

    :param given: approvals of this round
    :param remaining: holders who could still approve
    """
    if mode == SOME:
        return given >= count
    return given >= 1 and (mode == ONE or not remaining)
