"""What may happen to a document in which state, and who may do it.

One table serves the buttons and the enforcement: what is not in it cannot be done.
"""

from collections.abc import Collection
from dataclasses import dataclass

DRAFT, RUNNING, RETURNED = "draft", "running", "returned"
APPROVED, REJECTED, CANCELLED = "approved", "rejected", "cancelled"
STATES = (DRAFT, RUNNING, RETURNED, APPROVED, REJECTED, CANCELLED)
# in these the maker may change the document
EDITABLE = frozenset({DRAFT, RETURNED})

MAKER = "maker"
DECIDER = "decider"  # a step waits for an office that the person holds today
ADVISOR = "advisor"  # asked for an opinion (paraf)
COUNTER_DOCUMENT = "counter_document"  # nobody: a further document, once approved
KEEPER = "keeper"  # whoever may write documents of the unit

SUBMIT, WITHDRAW = "submit", "withdraw"
APPROVE, RETURN, REJECT = "approve", "return", "reject"
FORWARD, OPINE, CANCEL = "forward", "opine", "cancel"
ATTACH = "attach"  # a paper that came later
ACTS = (SUBMIT, WITHDRAW, APPROVE, RETURN, REJECT, FORWARD, OPINE, CANCEL, ATTACH)
# acts by which a step is decided; nobody does one of them twice in a round
DECIDING = frozenset({APPROVE, RETURN, REJECT})
# acts that leave a document in the state that other acts have led to
BESIDE = frozenset({ATTACH})
# acts that say nothing to the maker without words
NEED_A_NOTE = frozenset({RETURN, REJECT, FORWARD})


@dataclass(frozen=True)
class Transition:
    """Who may do it, and the states in which the document can be afterwards."""

    role: str
    results: frozenset[str]


def _by(role: str, *results: str) -> Transition:
    return Transition(role, frozenset(results))


TRANSITIONS = {
    (DRAFT, SUBMIT): _by(MAKER, RUNNING),
    (RETURNED, SUBMIT): _by(MAKER, RUNNING),
    (RETURNED, WITHDRAW): _by(MAKER, DRAFT),
    (RUNNING, WITHDRAW): _by(MAKER, DRAFT),
    (RUNNING, APPROVE): _by(DECIDER, RUNNING, APPROVED),
    (RUNNING, RETURN): _by(DECIDER, RUNNING, RETURNED),
    (RUNNING, REJECT): _by(DECIDER, REJECTED),
    (RUNNING, FORWARD): _by(DECIDER, RUNNING),
    (RUNNING, OPINE): _by(ADVISOR, RUNNING),
    (APPROVED, CANCEL): _by(COUNTER_DOCUMENT, CANCELLED),
    (APPROVED, ATTACH): _by(KEEPER, APPROVED),
    (CANCELLED, ATTACH): _by(KEEPER, CANCELLED),
}

WRONG_STATE, WRONG_ROLE = "wrong_state", "wrong_role"


def refusal(state: str, act: str, roles: Collection[str]) -> str | None:
    """Why somebody in ``roles`` may not do ``act``; None if it may be done.

    >>> refusal("running", "approve", {"maker"})
    'wrong_role'
    """
    transition = TRANSITIONS.get((state, act))
    if transition is None:
        return WRONG_STATE
    return None if transition.role in roles else WRONG_ROLE


def acts(state: str, roles: Collection[str]) -> tuple[str, ...]:
    """What somebody in ``roles`` may do, in the order of buttons."""
    return tuple(act for act in ACTS if refusal(state, act, roles) is None)


def leads_to(act: str, state: str) -> bool:
    """Whether a document can be in ``state`` after ``act``.

    >>> leads_to("return", "approved")
    False
    """
    return any(
        each == act and state in transition.results
        for (_before, each), transition in TRANSITIONS.items()
    )


def check_result(state: str, act: str, result: str) -> str:
    """``result`` again, once the table has it.

    :raises ValueError: the engine is about to leave the table
    """
    transition = TRANSITIONS.get((state, act))
    if transition is None or result not in transition.results:
        raise ValueError(f"{act} does not lead from {state} to {result}")
    return result
