"""DUK: the examples of SE BAKN 03/SE/1980, and that it is a total order."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sikda_tables import PARAMETERS

from odoo.addons.sikda.rules import duk, golongan
from odoo.addons.sikda.rules.dates import Span
from odoo.addons.sikda.rules.duk import Place

DAY = date(1979, 12, 31)


def names(*places):
    return [place.nip for place in duk.order(places, DAY, PARAMETERS)]


def test_duk_1():
    """Three IV/b: the one of 1-4-1978 is last, the post splits the other two."""
    a = Place("a", "IV/b", date(1977, 10, 1), "31")
    b = Place("b", "IV/b", date(1977, 10, 1), "22")
    c = Place("c", "IV/b", date(1978, 4, 1), "21")
    assert names(a, b, c) == ["b", "a", "c"]


def test_duk_2():
    """Kepala biro above kepala bagian, both IV/c of the same TMT."""
    bagian = Place("a", "IV/c", date(1978, 4, 1), "31")
    biro = Place("b", "IV/c", date(1978, 4, 1), "22")
    assert names(bagian, biro) == ["b", "a"]


def test_duk_3():
    """Both III/d 1-10-1977 and Kabag 1-4-1978: civil servant since 1963 above 1965."""
    both = ("III/d", date(1977, 10, 1), "31", date(1978, 4, 1))
    since_1965 = Place("a", *both, mkg=Span.of(14, 11))
    since_1963 = Place("b", *both, mkg=Span.of(16, 7))
    assert names(since_1965, since_1963) == ["b", "a"]


BASE = Place(
    nip="5",
    golongan="III/c",
    tmt_golongan=date(2020, 4, 1),
    jabatan="41",
    tmt_jabatan=date(2021, 1, 1),
    mkg=Span.of(10),
    latihan="2",
    tanggal_latihan=date(2019, 5, 1),
    pendidikan="40",
    lulus=2005,
    birth=date(1982, 3, 4),
)


@pytest.mark.parametrize(
    "ahead",
    [
        {"golongan": "III/d", "tmt_golongan": date(2025, 1, 1)},
        {"tmt_golongan": date(2019, 4, 1), "jabatan": "42"},
        {"jabatan": "32", "tmt_jabatan": date(2025, 1, 1)},
        {"tmt_jabatan": date(2020, 1, 1), "mkg": Span.of(1)},
        {"mkg": Span.of(10, 1), "latihan": ""},
        {"latihan": "3", "tanggal_latihan": date(2024, 1, 1)},
        {"tanggal_latihan": date(2018, 1, 1), "pendidikan": "15"},
        {"pendidikan": "45", "lulus": 2024},
        {"lulus": 2004, "birth": date(1990, 1, 1)},
        {"birth": date(1981, 1, 1), "nip": "9"},
        {"nip": "4"},
    ],
)
def test_step_by_step(ahead):
    first = replace(BASE, **ahead)
    assert duk.order([BASE, first], DAY, PARAMETERS) == [first, BASE]


def test_what_is_not_on_record_comes_last():
    bare = Place("0", "III/c")
    assert duk.order([bare, BASE], DAY, PARAMETERS) == [BASE, bare]


@pytest.mark.parametrize(
    ("status", "kedudukan", "belongs"),
    [
        ("pns", "01", True),
        ("pns", "15", True),
        ("pns", "02", False),
        ("pns", "99", False),
        ("pns", "67", False),
        ("cpns", "01", False),
        ("pppk", "01", False),
    ],
)
def test_who_stands_in_it(status, kedudukan, belongs):
    assert duk.belongs(status, kedudukan, date(2025, 12, 31), PARAMETERS) is belongs


maybe = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(1990, 1, 4)))
places = st.builds(
    Place,
    nip=st.text("0123456789", min_size=3, max_size=3),
    golongan=st.sampled_from(["", "II/d", "III/a", "IV/e"]),
    tmt_golongan=maybe,
    jabatan=st.sampled_from(["", "22", "41", "MA", "pelaksana", "??"]),
    tmt_jabatan=maybe,
    mkg=st.builds(Span, st.integers(0, 2)),
    latihan=st.sampled_from(["", "1", "5", "8"]),
    tanggal_latihan=maybe,
    pendidikan=st.sampled_from(["", "15", "40"]),
    lulus=st.sampled_from([None, 2000, 2001]),
    birth=maybe,
)
people = st.lists(places, unique_by=lambda place: place.nip, max_size=12)


@given(people, st.randoms(use_true_random=False))
def test_the_order_does_not_hang_on_the_input(rows, shuffle):
    expected = duk.order(rows, DAY, PARAMETERS)
    mixed = list(rows)
    shuffle.shuffle(mixed)
    assert duk.order(mixed, DAY, PARAMETERS) == expected


@given(people)
def test_no_two_share_a_number(rows):
    keys = [duk.key(row, DAY, PARAMETERS) for row in rows]
    assert len(set(keys)) == len(rows)


def test_higher_golongan_always_first():
    rows = [Place(str(n), name) for n, name in enumerate(golongan.PNS)]
    assert [p.golongan for p in duk.order(rows, DAY, PARAMETERS)] == [
        *reversed(golongan.PNS)
    ]
