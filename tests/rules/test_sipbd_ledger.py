"""State of an asset from its entries, on examples and on random acts."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.sipbd.rules import ledger

HERE = ledger.Position(unit=1, code=10, komptabel="01", kondisi="B")
THERE = ledger.Position(unit=2, code=10, komptabel="01", kondisi="B")
DAY = date(2020, 1, 1)


def entry(number, day, kind, nilai, jumlah, position=HERE):
    return ledger.Entry(
        number, date(*day), kind, Decimal(nilai), Decimal(jumlah), position
    )


BOUGHT = entry(1, (2020, 3, 5), "0101", "1000000", 2)
CORRECTED = entry(2, (2020, 9, 1), "0701", "-250000.50", 0)
OUT = entry(3, (2021, 1, 10), "04", "-749999.50", -2)
IN = entry(4, (2021, 1, 10), "03", "749999.50", 2, THERE)
LIFE = [BOUGHT, CORRECTED, OUT, IN]


@pytest.mark.parametrize(
    ("day", "nilai", "unit"),
    [
        (date(2020, 3, 5), "1000000", 1),
        (date(2020, 8, 31), "1000000", 1),
        (date(2020, 9, 1), "749999.50", 1),
        (date(2021, 1, 9), "749999.50", 1),
        (date(2021, 1, 10), "749999.50", 2),
        (date.max, "749999.50", 2),
    ],
)
def test_state_at_a_date(day, nilai, unit):
    state = ledger.state_at(reversed(LIFE), day)
    assert (state.nilai, state.position.unit) == (Decimal(nilai), unit)
    assert state.status == "aktif"


def test_nothing_before_the_first_entry():
    assert ledger.state_at(LIFE, date(2020, 3, 4)) is None


@pytest.mark.parametrize(
    ("kind", "status"), [("batal", "batal"), ("0702", "akhir"), ("04", "akhir")]
)
def test_status_when_nothing_is_left(kind, status):
    gone = entry(9, (2022, 1, 1), kind, "-1000000", -2)
    assert ledger.state_at([BOUGHT, gone], date.max).status == status


@pytest.mark.parametrize(
    "entries",
    [
        [BOUGHT, entry(2, (2020, 4, 1), "0701", "-1000000.01", 0)],
        [BOUGHT, entry(2, (2020, 4, 1), "0704", 0, -3)],
        [BOUGHT, entry(2, (2020, 4, 1), "batal", 0, -2)],
        [entry(1, (2020, 4, 1), "0701", 5, 0), entry(2, (2020, 5, 1), "0101", 1, 1)],
    ],
)
def test_unsound(entries):
    assert not ledger.is_sound(entries)


def test_sound():
    assert ledger.is_sound(LIFE)


def test_transfer_has_two_legs():
    state = ledger.state_at([BOUGHT], DAY.replace(year=2021))
    out, into = ledger.legs(state, "03", THERE, Decimal(), Decimal())
    assert out == ("04", Decimal(-1000000), Decimal(-2), HERE)
    assert into == ("03", Decimal(1000000), Decimal(2), THERE)


def test_room_and_custodian_are_not_part_of_the_place():
    placed = ledger.Position(1, 10, "01", "B", room=7, holder=70)
    state = ledger.state_at([BOUGHT], DAY.replace(year=2021))
    assert len(ledger.legs(state, "12", placed, Decimal(), Decimal())) == 1


@pytest.mark.parametrize(
    ("changes", "jumlah", "room", "holder"),
    [
        ({}, 0, 7, 70),
        ({"code": 11}, 0, 7, 70),
        ({"unit": 1}, 0, 7, 70),
        ({"unit": 2}, 0, None, None),
        ({"unit": 2, "room": 9}, 0, 9, None),
        ({}, -1, 7, 70),
        ({}, -2, None, None),
        ({"room": 7}, -2, 7, None),
    ],
)
def test_who_leaves_unit_or_register_leaves_room_and_custodian(
    changes, jumlah, room, holder
):
    position = ledger.Position(1, 10, "01", "B", room=7, holder=70)
    state = ledger.State(Decimal(5), Decimal(2), position, "1301")
    after = ledger.position_after(state, changes, Decimal(jumlah))
    assert (after.room, after.holder) == (room, holder)


@pytest.mark.parametrize(
    ("nilai", "jumlah", "sound"),
    [(0, 0, True), (5, 1, True), (0, 1, True), (5, 0, False), (-1, 1, False)],
)
def test_a_state_is_sound(nilai, jumlah, sound):
    state = ledger.State(Decimal(nilai), Decimal(jumlah), HERE, "0701")
    assert state.is_sound is sound


def test_change_of_condition_has_one_leg():
    worse = ledger.Position(1, 10, "01", "RB")
    state = ledger.state_at([BOUGHT], DAY.replace(year=2021))
    assert len(ledger.legs(state, "0703", worse, Decimal(), Decimal())) == 1


positions = st.builds(
    ledger.Position,
    unit=st.integers(1, 3),
    code=st.integers(1, 3),
    komptabel=st.sampled_from(["01", "02"]),
    kondisi=st.sampled_from(["B", "RR", "RB", None]),
    room=st.sampled_from([None, 7, 8]),
    holder=st.sampled_from([None, 70, 80]),
)
amounts = st.decimals(0, 10**9, places=2)
acts = st.lists(
    st.tuples(st.integers(0, 90), positions, amounts, st.integers(1, 50)), min_size=1
)


def booked(acts_):
    """Entries of random acts, each setting value and quantity to new ones."""
    entries, day = [], DAY
    for days, position, nilai, jumlah in acts_:
        day += timedelta(days=days)
        state = ledger.state_at(entries, day)
        if state is None:
            legs = [("0101", nilai, Decimal(jumlah), position)]
        else:
            legs = ledger.legs(
                state, "0601", position, nilai - state.nilai, jumlah - state.jumlah
            )
        entries += [
            ledger.Entry(len(entries) + n, day, *leg[:3], leg[3])
            for n, leg in enumerate(legs)
        ]
    return entries


@given(acts)
def test_sums_by_place_agree_with_the_latest_state(acts_):
    entries = booked(acts_)
    for day in {e.booking_date for e in entries}:
        state = ledger.state_at(entries, day)
        expected = {state.position.place: (state.nilai, state.jumlah)}
        assert ledger.balances_at(entries, day) == expected


@given(acts)
def test_acts_that_set_what_is_there_are_sound(acts_):
    assert ledger.is_sound(booked(acts_))


@given(acts, st.randoms(use_true_random=False))
def test_order_of_reading_does_not_matter(acts_, random):
    entries = booked(acts_)
    shuffled = random.sample(entries, len(entries))
    assert ledger.state_at(shuffled, date.max) == ledger.state_at(entries, date.max)


@given(acts)
def test_taking_every_entry_back_leaves_nothing(acts_):
    entries = booked(acts_)
    taken_back = [
        ledger.Entry(
            len(entries) + n, e.booking_date, "batal", -e.nilai, -e.jumlah, e.position
        )
        for n, e in enumerate(reversed(entries))
    ]
    assert ledger.balances_at(entries + taken_back, date.max) == {}
