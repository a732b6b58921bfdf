"""What may happen to a document in which state, and by whom."""

import pytest

from odoo.addons.pemda_approval.rules import transitions as rules

EVERY_ROLE = (
    rules.MAKER,
    rules.DECIDER,
    rules.ADVISOR,
    rules.COUNTER_DOCUMENT,
    rules.KEEPER,
)

# state -> role -> acts; what is not here is refused
ALLOWED = {
    "draft": {"maker": {"submit"}},
    "returned": {"maker": {"submit", "withdraw"}},
    "running": {
        "maker": {"withdraw"},
        "decider": {"approve", "return", "reject", "forward"},
        "advisor": {"opine"},
    },
    "approved": {"counter_document": {"cancel"}, "keeper": {"attach"}},
    "rejected": {},
    "cancelled": {"keeper": {"attach"}},
}


@pytest.mark.parametrize("state", rules.STATES)
@pytest.mark.parametrize("role", EVERY_ROLE)
def test_each_state_and_role(state, role):
    assert set(rules.acts(state, {role})) == ALLOWED[state].get(role, set())


@pytest.mark.parametrize("act", rules.ACTS)
@pytest.mark.parametrize("state", rules.STATES)
def test_nobody_may_do_anything_without_a_role(state, act):
    assert rules.refusal(state, act, ()) in (rules.WRONG_STATE, rules.WRONG_ROLE)


def test_the_reason_tells_a_wrong_state_from_a_wrong_person():
    assert rules.refusal("approved", "approve", {"decider"}) == rules.WRONG_STATE
    assert rules.refusal("running", "approve", {"maker"}) == rules.WRONG_ROLE
    assert rules.refusal("running", "approve", {"maker", "decider"}) is None


def test_only_an_approval_or_a_counter_document_leads_to_the_ends():
    ways = {
        (act, result)
        for (_state, act), transition in rules.TRANSITIONS.items()
        for result in transition.results
        if act not in rules.BESIDE
    }
    assert {act for act, result in ways if result == "approved"} == {"approve"}
    assert {act for act, result in ways if result == "cancelled"} == {"cancel"}
    assert {act for act, result in ways if result == "rejected"} == {"reject"}


def test_what_is_done_beside_moves_nothing():
    for (state, act), transition in rules.TRANSITIONS.items():
        if act in rules.BESIDE:
            assert transition.results == {state}


def test_the_engine_cannot_leave_the_table():
    assert rules.check_result("running", "return", "returned") == "returned"
    for state, act, result in (
        ("running", "reject", "approved"),
        ("draft", "approve", "approved"),
        ("rejected", "submit", "running"),
    ):
        with pytest.raises(ValueError):
            rules.check_result(state, act, result)


def test_what_can_be_edited_can_be_submitted():
    assert {s for s in rules.STATES if "submit" in rules.acts(s, {"maker"})} == set(
        rules.EDITABLE
    )


@pytest.mark.parametrize("act", rules.ACTS)
@pytest.mark.parametrize("state", rules.STATES)
def test_what_an_act_leads_to_is_what_its_results_allow(state, act):
    after = {result for before in rules.STATES for result in results(before, act)}
    assert rules.leads_to(act, state) == (state in after)


def results(before, act):
    for state in rules.STATES:
        try:
            yield rules.check_result(before, act, state)
        except ValueError:
            continue
