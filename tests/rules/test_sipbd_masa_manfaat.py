"""Lives, bands of improvements, and the column that holds the remaining life.

Example 16 is that of a central system on Tabel II of KMK 295/KM.6/2019, whose bands
are shipped in addons/sipbd/data.
"""

import csv
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.sipbd.rules.kode import kib_of
from odoo.addons.sipbd.rules.masa_manfaat import (
    Band,
    Bands,
    Life,
    Lives,
    life_from_remaining,
    percent_of,
)
from odoo.addons.sipbd.rules.susut_policy import SUSUT, TETAP, Policy

DATA = Path(__file__).parents[2] / "addons/sipbd/data"
DAY = date(2026, 1, 1)
HUNDRED_MILLION = 100_000_000
GEDUNG_KANTOR, GEDUNG_TINGGAL = "1.3.3.01.01.01.001", "1.3.3.01.02.01.001"
KENDARAAN, ALAT_KANTOR = "1.3.2.02.01.01.001", "1.3.2.05.01.04.001"


def rows(name):
    with (DATA / name).open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def kmk():
    return Bands(
        Band(
            row["code_prefix"],
            Decimal(row["pct_from"]),
            Decimal(row["pct_to"]) if row["pct_to"] else None,
            int(row["extra_years"]) * 12,
        )
        for row in rows("perbaikan_masa_manfaat_kmk295.csv")
    )


@pytest.mark.parametrize(
    ("code", "cost", "years", "beyond"),
    [
        (GEDUNG_KANTOR, 20_000_000, 5, False),
        (GEDUNG_KANTOR, 60_000_000, 15, False),
        (KENDARAAN, 25_000_000, 1, False),
        (KENDARAAN, 25_000_001, 2, False),
        (ALAT_KANTOR, 10_000_000, 0, False),
        (GEDUNG_TINGGAL, 90_000_000, 15, True),
    ],
)
def test_16_bands(kmk, code, cost, years, beyond):
    extra = kmk.extra(code, percent_of(cost, HUNDRED_MILLION), DAY)
    assert (extra.months, extra.beyond) == (years * 12, beyond)


@pytest.mark.parametrize(("cost", "base"), [(0, 100), (100, 0), (-1, 100), (1, -1)])
def test_16_no_answer_where_there_is_nothing_to_compare(cost, base):
    assert percent_of(cost, base) is None


def test_holes_of_published_bands_belong_to_the_next_one():
    table = Bands(
        [
            Band("1.3.2.02", Decimal(0), Decimal(50), 12),
            Band("1.3.2.02", Decimal(50), Decimal(70), 24),
            Band("1.3.2.02", Decimal(75), None, 36),
        ]
    )
    months = [
        table.extra(KENDARAAN, Decimal(percent), DAY).months
        for percent in ("50", "70", "72", "75", "300")
    ]
    assert months == [12, 24, 36, 36, 36]


def test_no_bands_no_extension(kmk):
    assert kmk.extra("1.3.1.01.01.01.001", Decimal(50), DAY) is None


def test_longest_prefix_in_force():
    table = Lives(
        [
            Life("1.3.2", 120),
            Life("1.3.2.02", 84, last=date(2020, 12, 31)),
            Life("1.3.2.02", 96, first=date(2023, 1, 1)),
        ]
    )
    days = [date(2020, 12, 31), date(2021, 1, 1), date(2023, 1, 1)]
    assert [table.months(KENDARAAN, day) for day in days] == [84, 120, 96]


def test_of_two_that_hold_the_newer_one_counts():
    table = Lives([Life("1.3.2", 120), Life("1.3.2", 60, first=date(2025, 1, 1))])
    assert table.months(KENDARAAN, date(2024, 12, 31)) == 120
    assert table.months(KENDARAAN, DAY) == 60


def test_every_shipped_life_is_above_zero_and_named_once():
    table = rows("masa_manfaat.csv")
    assert all(int(row["useful_life_years"]) > 0 for row in table)
    assert len({row["code_prefix"] for row in table}) == len(table) == 101


def test_of_every_code_the_life_or_that_it_is_not_depreciated_is_shipped():
    table = Lives(
        Life(row["code_prefix"], int(row["useful_life_years"]) * 12)
        for row in rows("masa_manfaat.csv")
    )
    goods = [
        row["code"]
        for row in rows("kodefikasi_bmd_108.csv")
        if row["level"] == "7" and kib_of(row["code"]) not in (None, "SEDIA")
    ]
    assert len(goods) > 12_000
    for code in goods:
        charged = Policy().standing(code, "01") == SUSUT
        assert charged == (table.months(code, DAY) is not None), code


def test_goods_in_partnership_are_depreciated_but_for_land_and_the_like():
    standings = {
        code: Policy().standing(f"1.5.2.01.01.{code}", "01")
        for code in ("01.001", "02.002", "03.003", "04.004", "04.005")
    }
    assert standings == {
        "01.001": TETAP,
        "02.002": SUSUT,
        "03.003": SUSUT,
        "04.004": SUSUT,
        "04.005": TETAP,
    }


def test_shipped_bands_of_a_prefix_follow_each_other():
    by_prefix = defaultdict(list)
    for row in rows("perbaikan_masa_manfaat_kmk295.csv"):
        by_prefix[row["code_prefix"]].append(row)
    assert len(by_prefix) == 84
    for prefix, bands in by_prefix.items():
        uppers = [Decimal(row["pct_to"]) for row in bands]
        assert uppers == sorted(set(uppers)), prefix
        assert len({row["jenis_perbaikan"] for row in bands}) == 1, prefix


@pytest.mark.parametrize(
    ("nilai", "remaining", "book", "life"),
    [
        (8_000_000, 7, 7_000_000, 8),
        (100_000_000, 6, 60_000_000, 10),
        (10_000_000, 3, 4_000_000, None),  # 7.5 semesters
        (7_000_000, 3, 3_000_000, None),  # 7 semesters are no whole years
        (0, 3, 0, None),
        (10, 0, 5, None),
        (10, 3, 20, None),
    ],
)
def test_life_out_of_the_remaining_semesters(nilai, remaining, book, life):
    assert life_from_remaining(Decimal(nilai), remaining, Decimal(book)) == life


@given(
    years=st.integers(1, 50),
    used=st.integers(0, 99),
    charge=st.integers(1, 10**9),
)
def test_life_out_of_the_remaining_semesters_is_the_life(years, used, charge):
    semesters = years * 2
    remaining = semesters - used % semesters
    nilai = Decimal(charge * semesters)
    assert life_from_remaining(nilai, remaining, Decimal(charge * remaining)) == (
        semesters
    )
