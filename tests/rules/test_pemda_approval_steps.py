"""Which steps a document goes through, and when one is done."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.pemda_approval.rules.steps import (
    FactMissing,
    Facts,
    Step,
    after_stage,
    applies,
    from_stage,
    is_done,
    stages,
    words,
)

FIVE_BILLION = Decimal(5_000_000_000)  # Permendagri 19/2016 Pasal 331 ff.


def step(number=1, sequence=10, **conditions):
    return Step(id=number, sequence=sequence, **conditions)


@pytest.mark.parametrize(
    ("conditions", "facts", "expected"),
    [
        ({}, {}, True),
        # "above Rp5,000,000,000" does not hold at that very amount
        ({"amount_above": FIVE_BILLION}, {"amount": FIVE_BILLION}, False),
        ({"amount_above": FIVE_BILLION}, {"amount": FIVE_BILLION + 1}, True),
        ({"amount_up_to": FIVE_BILLION}, {"amount": FIVE_BILLION}, True),
        ({"amount_up_to": FIVE_BILLION}, {"amount": FIVE_BILLION + 1}, False),
        ({"amount_up_to": FIVE_BILLION}, {"amount": Decimal(0)}, True),
        ({"code_prefixes": ("1.3.1",)}, {"codes": ("1.3.2.05", "1.3.1.01")}, True),
        ({"code_prefixes": ("1.3.1",)}, {"codes": ("1.3.2.05",)}, False),
        ({"code_prefixes": ("1.3.1", "1.3.3")}, {"codes": ("1.3.3.01",)}, True),
        ({"golongan": ("IV",)}, {"golongan": ("IV/a",)}, True),
        ({"golongan": ("I",)}, {"golongan": ("II/a",)}, False),
        ({"golongan": ("III/d",)}, {"golongan": ("III/c",)}, False),
        ({"golongan": ("IX",)}, {"golongan": ("IX",)}, True),
        ({"causes": ("hilang", "putusan")}, {"causes": ("hilang",)}, True),
        ({"causes": ("hilang",)}, {"causes": ("hilang_lain",)}, False),
        ({"scope": "between"}, {"between_opd": True}, True),
        ({"scope": "between"}, {}, False),
        ({"scope": "inside"}, {}, True),
        ({"scope": "inside"}, {"between_opd": True}, False),
        (
            {"scope": "inside", "amount_above": Decimal(10)},
            {"amount": Decimal(5)},
            False,
        ),
    ],
)
def test_conditions(conditions, facts, expected):
    assert applies(step(**conditions), Facts(**facts)) is expected


@pytest.mark.parametrize(
    ("conditions", "fact"),
    [
        ({"amount_above": Decimal(1)}, "amount"),
        ({"code_prefixes": ("1.3",)}, "codes"),
        ({"golongan": ("IV",)}, "golongan"),
    ],
)
def test_a_condition_on_what_the_document_does_not_say_is_an_error(conditions, fact):
    with pytest.raises(FactMissing, match=fact):
        applies(step(**conditions), Facts())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, ()),
        ("", ()),
        ("IV", ("IV",)),
        ("1.3.1, 1.3.3;1.5", ("1.3.1", "1.3.3", "1.5")),
    ],
)
def test_words(text, expected):
    assert words(text) == expected


def test_steps_of_one_order_wait_side_by_side():
    steps = [step(3, 20), step(1, 10), step(2, 20)]
    found = stages(steps, Facts())
    assert [[each.id for each in stage] for stage in found] == [[1], [2, 3]]
    assert after_stage(found, 10) == found[1:]
    assert from_stage(found, 10) == found
    assert after_stage(found, 20) == ()


@pytest.mark.parametrize(
    ("mode", "count", "given_so_far", "remaining", "expected"),
    [
        ("one", 1, 0, 3, False),
        ("one", 1, 1, 3, True),
        ("some", 2, 1, 3, False),
        ("some", 2, 2, 3, True),
        ("some", 2, 1, 0, False),  # too few holders: it waits, and says so
        ("all", 1, 2, 1, False),
        ("all", 1, 3, 0, True),
        ("all", 1, 0, 0, False),
    ],
)
def test_when_a_step_is_done(mode, count, given_so_far, remaining, expected):
    assert is_done(mode, count, given_so_far, remaining) is expected


a_step = st.builds(
    Step,
    id=st.integers(1, 50),
    sequence=st.integers(1, 6),
    amount_above=st.sampled_from([Decimal(0), Decimal(100), Decimal(1000)]),
    scope=st.sampled_from(["any", "inside", "between"]),
)
some_facts = st.builds(
    Facts,
    amount=st.decimals(0, 2000, places=2),
    between_opd=st.booleans(),
)


@given(st.lists(a_step, max_size=12), some_facts)
def test_every_step_that_applies_is_in_exactly_one_stage(steps, facts):
    found = stages(steps, facts)
    flat = [each for stage in found for each in stage]
    assert sorted(map(id, flat)) == sorted(id(e) for e in steps if applies(e, facts))
    sequences = [stage[0].sequence for stage in found]
    assert sequences == sorted(set(sequences))
    assert all(each.sequence == stage[0].sequence for stage in found for each in stage)


@given(st.lists(a_step, min_size=1, max_size=12), some_facts)
def test_stage_after_stage_comes_to_an_end(steps, facts):
    left, walked = stages(steps, facts), 0
    while left:
        left = after_stage(left, left[0][0].sequence)
        walked += 1
    assert walked == len(stages(steps, facts))
