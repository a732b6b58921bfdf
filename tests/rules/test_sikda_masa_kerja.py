"""Masa kerja and PMK, on the examples of Kep. Ka BKN 12/2002 and a BKD guide."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sikda_tables import PARAMETERS

from odoo.addons.sikda.rules import golongan, masa_kerja, pmk
from odoo.addons.sikda.rules.dates import Period, Span, add_months

DAY = date(2024, 4, 1)
spans = st.builds(Span, st.integers(0, 480))


@pytest.mark.parametrize(
    ("before", "mkg", "after", "left"),
    [
        ("I/d", (16, 1), "II/a", (10, 1)),  # MK-1, Kep. Ka BKN 12/2002
        ("II/d", (22, 7), "III/a", (17, 7)),  # MK-2, Kep. Ka BKN 12/2002
        ("III/d", (20, 0), "IV/a", (20, 0)),  # MK-3, derived
        ("I/d", (16, 1), "III/a", (5, 1)),  # both borders: 6 + 5
        ("II/a", (3, 0), "III/a", (0, 0)),  # never below zero
        ("III/a", (4, 0), "III/b", (4, 0)),
    ],
)
def test_move_between_golongan(before, mkg, after, left):
    result, _why = masa_kerja.after_move(Span.of(*mkg), before, after, DAY, PARAMETERS)
    assert result == Span.of(*left)


def test_a_move_explains_each_border():
    _mkg, why = masa_kerja.after_move(Span.of(20), "I/d", "III/a", DAY, PARAMETERS)
    assert [str(one) for one in why] == [
        "The move I>II takes 6 years of masa kerja golongan.",
        "The move II>III takes 5 years of masa kerja golongan.",
    ]
    assert {one.article for one in why} == {"Kep. Ka BKN 12/2002"}


def test_masa_kerja_grows():
    """Kep. Ka BKN 12/2002: 15y1m at 3-12-2010 is 22y1m at 3-12-2017."""
    base, since = Span.of(15, 1), date(2010, 12, 3)
    assert masa_kerja.grown(base, since, date(2017, 12, 3)) == Span.of(22, 1)
    assert masa_kerja.grown(base, since, date(2017, 12, 2)) == Span.of(22, 0)


def test_masa_kerja_keseluruhan():
    """Kep. Ka BKN 12/2002: CPNS 3-12-2010 with 5y3m credited is 12y3m in 2017."""
    result = masa_kerja.keseluruhan(date(2010, 12, 3), date(2017, 12, 3), Span.of(5, 3))
    assert result == Span.of(12, 3)


def test_cltn_does_not_count():
    leave = [Period(date(2015, 1, 1), date(2017, 12, 31))]
    result = masa_kerja.keseluruhan(date(2010, 1, 1), date(2020, 1, 1), cltn=leave)
    assert result == Span.of(7)


@given(spans, st.sampled_from(golongan.PNS), st.sampled_from(golongan.PNS))
def test_a_move_never_adds(mkg, one, other):
    before, after = sorted((one, other), key=golongan.rank)
    left, why = masa_kerja.after_move(mkg, before, after, DAY, PARAMETERS)
    assert Span() <= left <= mkg
    assert (golongan.group(before) == golongan.group(after)) <= (left == mkg)
    assert all(reason.article for reason in why)


@given(spans, st.dates(date(1980, 1, 1), date(2030, 1, 1)), st.integers(0, 300))
def test_service_grows_by_the_months_that_pass(base, since, months):
    assert masa_kerja.grown(base, since, add_months(since, months)) == base + Span(
        months
    )


def test_golongan_order():
    assert [golongan.rank(n) for n in ("I/a", "II/a", "III/a", "IV/a", "IV/e")] == [
        *(1, 5, 9, 13, 17)
    ]
    assert golongan.next_up("II/d") == "III/a"
    assert golongan.next_up("IV/e") is None
    assert golongan.next_up("IX") is None


def test_pmk_1():
    """BKD guide on PP 98/2000: 2y3m12d, 5y1m29d and 1y1m28d give 4y2m."""
    private = [
        pmk.Experience(pmk.HALF, 2, 3, 12),
        pmk.Experience(pmk.HALF, 5, 1, 29),
        pmk.Experience(pmk.HALF, 1, 1, 28),
    ]
    credit = pmk.credit(private, DAY, PARAMETERS)
    assert credit.span == Span.of(4, 2)
    assert not credit.findings


def test_pmk_2():
    """BKD guide: II/c with 15y10m and a credit of 2y4m has 18y2m."""
    assert Span.of(15, 10) + Span.of(2, 4) == Span.of(18, 2)


@pytest.mark.parametrize(
    ("experiences", "span"),
    [
        ([pmk.Experience(pmk.FULL, 3, 4, 20)], (3, 4)),
        ([pmk.Experience(pmk.HALF, 30)], (8, 0)),  # at most eight years
        ([pmk.Experience(pmk.HALF, 0, 11)], (0, 0)),  # less than a year
        ([pmk.Experience(pmk.HALF, 4, uninterrupted=False)], (0, 0)),
        ([pmk.Experience(pmk.FULL, 10), pmk.Experience(pmk.HALF, 20)], (18, 0)),
        ([], (0, 0)),
    ],
)
def test_credit(experiences, span):
    assert pmk.credit(experiences, DAY, PARAMETERS).span == Span.of(*span)


def test_a_short_stay_is_told():
    credit = pmk.credit([pmk.Experience(pmk.HALF, 0, 11)], DAY, PARAMETERS)
    assert [one.code for one in credit.findings] == ["pmk_short"]
