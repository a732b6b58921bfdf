"""How old goods are at least before they are sold.

Source of the cases: Permendagri 19/2016 Pasal 346 (kendaraan dinas operasional: seven
years, or badly damaged with at most 30 % left) and Pasal 358 (kendaraan perorangan
dinas: four years).
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.sipbd_lifecycle.rules.hapus import Used, Usia, reached, too_young

DAY = date(2026, 11, 23)
SALE = frozenset({"penjualan"})
OFFICIAL = Usia(
    id=1,
    date_from=date(2016, 1, 1),
    causes=SALE,
    prefixes=("1.3.2.02.01",),
    except_prefixes=("1.3.2.02.01.01",),
    years=7,
    kondisi="RB",
)
PERSONAL = Usia(
    id=2,
    date_from=date(2016, 1, 1),
    causes=SALE,
    prefixes=("1.3.2.02.01.01",),
    years=4,
)
CAR, OF_THE_BUPATI, CHAIR = (
    "1.3.2.02.01.02.003",
    "1.3.2.02.01.01.001",
    "1.3.2.05.02.01.003",
)


def used(code, acquired, kondisi="B", cause="penjualan"):
    return Used(id=1, cause=cause, code=code, acquired=acquired, kondisi=kondisi)


@pytest.mark.parametrize(
    ("goods", "rows"),
    [
        (used(CAR, date(2019, 11, 23)), {}),
        (used(CAR, date(2019, 11, 24)), {1: "goods"}),
        # of which only the year is known: its last day
        (used(CAR, date(2019, 12, 31)), {1: "goods"}),
        (used(CAR, date(2018, 12, 31)), {}),
        (used(CAR, date(2022, 1, 1), "RB"), {1: "excused"}),
        (used(CAR, date(2022, 1, 1), cause="hibah"), {}),
        (used(CHAIR, date(2026, 1, 1)), {}),
        (used(OF_THE_BUPATI, date(2022, 11, 23)), {}),
        (used(OF_THE_BUPATI, date(2022, 11, 24)), {2: "goods"}),
        (used(OF_THE_BUPATI, date(2023, 1, 1), "RB"), {2: "goods"}),
    ],
)
def test_vehicles_that_are_sold(goods, rows):
    found = {
        each.usia.id: "goods" if each.goods else "excused"
        for each in too_young((OFFICIAL, PERSONAL), [goods], DAY)
    }
    assert found == rows


def test_a_row_that_is_not_in_force():
    assert not too_young((OFFICIAL,), [used(CAR, DAY)], date(2015, 12, 31))


def test_a_leap_day_has_its_year_on_the_first_of_march():
    assert not reached(date(2020, 2, 29), 7, date(2027, 2, 28))
    assert reached(date(2020, 2, 29), 7, date(2027, 3, 1))


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(1, 60), st.dates())
def test_it_is_reached_once_and_stays_so(acquired, years, day):
    if day < date(9999, 12, 31) and reached(acquired, years, day):
        assert reached(acquired, years, day + timedelta(1))
        assert (day - acquired).days >= years * 365
