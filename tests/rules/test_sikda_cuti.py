"""Leave: PP 11/2017, PerBKN 24/2017 and 7/2021, PP 49/2018."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sikda_tables import PARAMETERS, ROWS

from odoo.addons.sikda.rules import cuti
from odoo.addons.sikda.rules.parameters import Parameters

START = date(2010, 1, 1)
FULL = {year: 12 for year in range(2010, 2030)}
LENIENT = Parameters(
    replace(row, value="ya") if row.name == "cuti.tahunan.sisa_dua_tahun" else row
    for row in ROWS
)


@pytest.mark.parametrize(
    ("year", "used", "days"),
    [
        (2019, {2018: 0}, 18),  # CUTI-1, PerBKN 24/2017
        (2024, {2023: 5}, 18),  # derived: 12 + min(7, 6)
        (2024, {2022: 0, 2023: 0}, 24),  # derived
        (2024, {2023: 8}, 16),  # derived
        (2024, {2022: 3, 2023: 0}, 18),
        (2024, {}, 12),
    ],
)
def test_annual_right(year, used, days):
    right = cuti.annual_right(year, START, FULL | used, PARAMETERS)
    assert right.days == days


def test_two_years_in_part_are_a_local_practice():
    used = FULL | {2022: 3, 2023: 4}
    assert cuti.annual_right(2024, START, used, PARAMETERS).days == 18
    assert cuti.annual_right(2024, START, used, LENIENT).days == 24


def test_put_off_by_the_officer():
    right = cuti.annual_right(
        2024, START, FULL | {2023: 0}, PARAMETERS, postponed=[2023]
    )
    assert right.days == 24


def test_long_leave_takes_the_annual_leave():
    right = cuti.annual_right(
        2024, START, FULL | {2023: 0}, PARAMETERS, long_leave=[2024]
    )
    assert (right.days, right.left) == (0, 0)
    after = cuti.annual_right(
        2024, START, FULL | {2023: 0}, PARAMETERS, long_leave=[2023]
    )
    assert after.days == 12


@pytest.mark.parametrize(
    ("start", "days"),
    [
        (date(2023, 12, 31), 12),
        (date(2024, 1, 1), 0),
        (date(2022, 6, 1), 18),
        (date(2022, 1, 1), 18),
        (date(2021, 12, 31), 24),
    ],
)
def test_a_year_of_service_first(start, days):
    assert cuti.annual_right(2024, start, {}, PARAMETERS).days == days


def test_pppk_carry_nothing():
    assert cuti.annual_right(2024, START, {}, PARAMETERS, pppk=True).days == 12


@given(
    st.integers(2012, 2040),
    st.dictionaries(st.integers(2010, 2040), st.integers(0, 30)),
    st.booleans(),
    st.booleans(),
)
def test_never_more_than_24(year, used, pppk, put_off):
    right = cuti.annual_right(
        year, START, used, PARAMETERS, pppk=pppk, postponed=[year - 1] * put_off
    )
    assert 12 <= right.days <= 24
    assert right.days == 12 + right.carried
    assert right.left >= 0


@pytest.mark.parametrize(
    ("kind", "first", "last", "codes"),
    [
        ("CB", date(2024, 1, 1), date(2024, 3, 31), []),
        ("CB", date(2024, 1, 1), date(2024, 4, 1), ["length"]),
        ("CM", date(2024, 11, 30), date(2025, 2, 27), []),
        ("CM", date(2024, 11, 30), date(2025, 2, 28), ["length"]),
        ("CAP", date(2024, 2, 1), date(2024, 3, 1), ["length"]),
        ("CLTN", date(2012, 1, 1), date(2014, 12, 31), ["service"]),
        ("CT", date(2024, 1, 5), date(2024, 1, 4), ["dates"]),
    ],
)
def test_other_leave(kind, first, last, codes):
    found = cuti.findings(kind, first, last, START, PARAMETERS)
    assert [one.code for one in found] == codes


def test_pppk_have_no_long_leave():
    found = cuti.findings(
        "CB", date(2024, 1, 1), date(2024, 1, 31), START, PARAMETERS, pppk=True
    )
    assert [one.code for one in found] == ["pppk"]


def test_first_hajj_does_not_ask_for_five_years():
    asked = ("CB", date(2012, 1, 1), date(2012, 2, 10), START, PARAMETERS)
    assert [one.code for one in cuti.findings(*asked)] == ["service"]
    assert not cuti.findings(*asked, waived=True)


def test_working_days():
    week = date(2026, 1, 5), date(2026, 1, 11)  # Monday to Sunday
    assert cuti.working_days(*week) == 5
    assert cuti.working_days(*week, week=cuti.SIX_DAYS) == 6
    assert cuti.working_days(*week, holidays={date(2026, 1, 6)}) == 4
    assert cuti.working_days(date(2026, 1, 6), date(2026, 1, 5)) == 0
