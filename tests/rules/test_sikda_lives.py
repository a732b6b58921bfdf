"""Angka kredit, retirement, Satyalancana, discipline and kinerja."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sikda_tables import PARAMETERS

from odoo.addons.sikda.rules import (
    angka_kredit,
    disiplin,
    kinerja,
    pensiun,
    satyalancana,
)
from odoo.addons.sikda.rules.dates import Period, Span, add_years
from odoo.addons.sikda.rules.disiplin import Sanction
from odoo.addons.sikda.rules.pensiun import Post

DAY = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("jenjang", "predikat", "months", "value"),
    [
        ("PT", "Sangat Baik", 12, "18.75"),  # AK-1, PerBKN 3/2023
        ("PT", "Baik", 2, "2.08"),  # AK-2, PerBKN 3/2023
        ("MU", "Baik", 12, "25"),
        ("UT", "Sangat Kurang", 12, "12.5"),
    ],
)
def test_angka_kredit(jenjang, predikat, months, value):
    earned = angka_kredit.earned(jenjang, predikat, months, DAY, PARAMETERS)
    assert earned.value == Decimal(value)


def test_ak_3_sum():
    """PerBKN 3/2023: 18.75 and 2.08 are 20.83."""
    parts = [("Sangat Baik", 12), ("Baik", 2)]
    values = [angka_kredit.earned("PT", p, m, DAY, PARAMETERS).value for p, m in parts]
    assert sum(values) == Decimal("20.83")


def test_transfer_into_a_jabatan_fungsional():
    """PerBKN 3/2023: Ahli Muda, three years Baik is 75, base of III/d 100; IV/a into
    Ahli Pertama is 100."""
    year = angka_kredit.earned("MU", "Baik", 12, DAY, PARAMETERS).value
    assert 3 * year == 75
    assert angka_kredit.base("MU", "III/d", DAY, PARAMETERS).value == 100
    assert angka_kredit.base("PT", "IV/a", DAY, PARAMETERS).value == 100
    assert angka_kredit.base("PT", "III/a", DAY, PARAMETERS).value == 0


def test_what_is_lacking():
    found = angka_kredit.lacking("PT", "III/a", Decimal("20.83"), DAY, PARAMETERS)
    assert [one.values["missing"] for one in found] == ["29.17", "79.17"]


@pytest.mark.parametrize("months", [0, 13, -1])
def test_a_part_of_a_year(months):
    with pytest.raises(ValueError, match="part of a year"):
        angka_kredit.earned("PT", "Baik", months, DAY, PARAMETERS)


@pytest.mark.parametrize(
    ("birth", "post", "tmt"),
    [
        # BUP-1, example of PP 11/2017: born in May, also on the 1st: 1 June
        (date(1968, 5, 17), Post(), date(2026, 6, 1)),
        (date(1968, 5, 1), Post(), date(2026, 6, 1)),
        (date(1968, 5, 31), Post(), date(2026, 6, 1)),
        (date(1968, 12, 2), Post(eselon="22"), date(2029, 1, 1)),
        (date(1968, 2, 29), Post(eselon="31"), date(2026, 3, 1)),
        (date(1968, 5, 17), Post(jenjang="MA"), date(2028, 6, 1)),
        (date(1968, 5, 17), Post(jenjang="UT"), date(2033, 6, 1)),
        # guru: UU 14/2005 sets 60 on the post itself
        (date(1968, 5, 17), Post(jenjang="MU", bup=60), date(2028, 6, 1)),
        (date(1968, 5, 17), Post(), date(2026, 6, 1)),
    ],
)
def test_retirement(birth, post, tmt):
    retirement = pensiun.at_bup(birth, post, DAY, PARAMETERS)
    assert retirement.tmt == tmt
    assert all(one.article for one in retirement.explanation)


@given(st.dates(date(1940, 1, 1), date(2010, 1, 1)), st.integers(50, 70))
def test_retirement_is_on_day_one_within_a_month(birth, years):
    retirement = pensiun.at_bup(birth, Post(bup=years), DAY, PARAMETERS)
    assert retirement.tmt.day == 1
    birthday = add_years(birth, years)
    assert birthday < retirement.tmt
    assert (retirement.tmt - birthday).days <= 31


@given(
    st.dates(date(1940, 1, 1), date(2010, 1, 1)),
    st.dates(date(1940, 1, 1), date(2010, 1, 1)),
)
def test_the_younger_never_retires_first(one, other):
    first, second = sorted((one, other))
    dates = [pensiun.at_bup(b, Post(), DAY, PARAMETERS).tmt for b in (first, second)]
    assert dates == sorted(dates)


def test_contract_ends_before_the_age_limit():
    retirement = pensiun.at_bup(date(1968, 5, 17), Post(), DAY, PARAMETERS)
    end = pensiun.end_of_contract
    assert end(date(2025, 12, 31), retirement) == (date(2026, 1, 1), True)
    assert end(date(2028, 12, 31), retirement) == (date(2026, 6, 1), False)
    assert end(None, retirement) == (date(2026, 6, 1), False)


@pytest.mark.parametrize(
    ("service", "amount", "reasons"),
    [
        ((33, 9), 4779900, 2),  # PEN-1, press copy of PerBKN 2/2024: 75 percent
        ((20, 0), 3186600, 1),
        ((5, 0), 2549280, 2),  # at least 40 percent
    ],
)
def test_basic_pension(service, amount, reasons):
    pension, why = pensiun.basic_pension(6373200, Span.of(*service), DAY, PARAMETERS)
    assert (pension, len(why)) == (amount, reasons)


@pytest.mark.parametrize(
    ("birth", "service", "codes"),
    [
        (date(1976, 1, 1), (20, 0), []),
        (date(1976, 1, 2), (20, 0), ["aps_age"]),
        (date(1970, 1, 1), (19, 11), ["aps_service"]),
    ],
)
def test_pension_on_request(birth, service, codes):
    found = pensiun.on_request(birth, Span.of(*service), DAY, PARAMETERS)
    assert [one.code for one in found] == codes


@pytest.mark.parametrize(
    ("start", "year", "received", "code"),
    [
        (date(2016, 8, 1), 2026, [], "201"),
        (date(2016, 8, 17), 2026, [], "201"),
        (date(2016, 8, 18), 2026, [], None),
        (date(2006, 3, 1), 2026, ["201"], "202"),
        (date(1996, 3, 1), 2026, [], "203"),
        (date(2010, 3, 1), 2026, ["201"], None),
        (date(1996, 3, 1), 2026, ["203"], None),
    ],
)
def test_satyalancana(start, year, received, code):
    """PP 35/2010: years from TMT CPNS to 17 August."""
    award = satyalancana.due(start, year, received, PARAMETERS)
    assert (award and award.code) == code


def test_satyalancana_counts_anew_after_a_punishment():
    punished = Sanction("25", "sedang", Period(date(2018, 1, 1), date(2018, 12, 31)))
    mild = Sanction("1", "ringan", Period(date(2018, 1, 1), date(2018, 1, 1)))
    start = date(2005, 1, 1)
    assert satyalancana.due(start, 2026, [], PARAMETERS, [punished]) is None
    assert satyalancana.due(start, 2029, [], PARAMETERS, [punished]).code == "201"
    assert satyalancana.due(start, 2026, [], PARAMETERS, [mild]).code == "202"


def test_satyalancana_without_the_months_of_cltn():
    leave = [Period(date(2018, 1, 1), date(2020, 12, 31))]
    assert satyalancana.due(date(2016, 1, 1), 2028, [], PARAMETERS, (), leave) is None
    assert satyalancana.due(date(2016, 1, 1), 2029, [], PARAMETERS, (), leave)


@pytest.mark.parametrize(
    ("days", "run", "code"),
    [
        # DIS-1, PP 94/2021 art. 11
        (27, 5, "28"),
        (28, 5, "10"),
        (10, 10, "10"),
        (2, 2, None),
        (3, 3, "1"),
        (4, 1, "2"),
        (6, 1, "2"),
        (7, 1, "3"),
        (10, 9, "3"),
        (11, 1, "23"),
        (14, 1, "24"),
        (17, 1, "25"),
        (20, 1, "25"),
        (21, 1, "27"),
        (25, 1, "28"),
    ],
)
def test_absence(days, run, code):
    proposed = disiplin.for_absence(days, run, DAY, PARAMETERS)
    assert (proposed and proposed.code) == code


def test_how_long_a_punishment_runs():
    served = disiplin.served("23", date(2026, 1, 31), PARAMETERS)
    assert served == Period(date(2026, 1, 31), date(2026, 7, 30))
    assert disiplin.served("1", DAY, PARAMETERS) == Period(DAY, DAY)


@pytest.mark.parametrize(
    ("hasil", "perilaku", "predikat"),
    [
        # PermenPANRB 6/2022; PKP-1 is hasil below with perilaku as expected
        (1, 1, "Sangat Baik"),
        (1, 2, "Baik"),
        (2, 1, "Baik"),
        (2, 2, "Baik"),
        (3, 1, "Butuh Perbaikan"),
        (3, 2, "Butuh Perbaikan"),
        (1, 3, "Kurang"),
        (2, 3, "Kurang"),
        (3, 3, "Sangat Kurang"),
    ],
)
def test_kinerja(hasil, perilaku, predikat):
    assert kinerja.predikat(hasil, perilaku, DAY, PARAMETERS) == predikat


def test_order_of_predikat():
    assert kinerja.at_least("Sangat Baik", "Baik")
    assert not kinerja.at_least("Butuh Perbaikan", "Baik")
