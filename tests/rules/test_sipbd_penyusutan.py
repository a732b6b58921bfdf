"""Depreciation of one asset on published examples.

Examples 1-10 are public tests of BPKAD Kabupaten Kediri (penyusutan-bmd); 11 is the
formula of SIMBADA Kotawaringin; 12 a published table, whose running total is rounded;
13 the feet of a recap of Kediri, 14 of the audited balance of Lombok Barat 2023; 16
and 17 of a central system on Tabel II of KMK 295/KM.6/2019.
"""

from decimal import Decimal

import pytest
from sipbd_susut import (
    GEDUNG,
    KDP,
    LAIN,
    SOFTWARE,
    bands,
    entry,
    opening,
    rp,
    rules,
    run,
    rupiahs,
)

from odoo.addons.sipbd.rules.susut_line import RUNNING
from odoo.addons.sipbd.rules.susut_policy import OF_BOOK

TEN = 10_000_000
BOUGHT = entry(1, "2026-01-10", "0101", TEN, 1)
GEDUNG_BANDS = bands("1.3.3", (0, 30, 5), (30, None, 10))


def test_1_ten_equal_semesters():
    outcomes = run(rules(), [BOUGHT], "2026-01-01", "2030-12-31", "2026-01-10")
    assert rupiahs(outcomes) == [1_000_000] * 10
    assert outcomes[0].state.sisa == 9
    assert (outcomes[-1].state.buku, outcomes[-1].state.akumulasi) == (0, rp(TEN))


def test_2_the_last_semester_takes_the_rest():
    outcomes = run(
        rules({"1.3.2": Decimal("1.5")}), [BOUGHT], "2026-01-01", "2027-12-31"
    )
    assert rupiahs(outcomes) == [3_333_333, 3_333_333, 3_333_334, 0]


def test_3_an_opening_balance_is_the_start():
    outcomes = run(rules(), [opening()], "2026-01-01", "2027-12-31")
    assert rupiahs(outcomes) == [TEN] * 4
    assert outcomes[0].state.akumulasi == rp(50_000_000)
    assert [o.state.sisa for o in outcomes] == [5, 4, 3, 2]


def test_3_nothing_is_charged_in_the_period_that_the_opening_closes():
    (outcome,) = run(rules(), [opening()], "2025-07-01", "2025-12-31")
    assert (outcome.beban, outcome.state.akumulasi, outcome.state.sisa) == (
        0,
        rp(40_000_000),
        6,
    )


@pytest.mark.parametrize(
    ("cost", "sisa", "beban"),
    [(30_000_000, 15, 5_625_000), (25_000_000, 15, 5_312_500)],
    ids=["4", "5"],
)
def test_4_and_5_improvement_by_share_of_the_acquisition_value(cost, sisa, beban):
    outcomes = run(
        rules({"1.3.3": 10}, GEDUNG_BANDS),
        [opening(GEDUNG), entry(2, "2026-03-01", "08", cost, 0, code=GEDUNG)],
        "2026-01-01",
        "2026-06-30",
    )
    assert rupiahs(outcomes) == [beban]
    assert outcomes[0].state.sisa == sisa
    assert outcomes[0].state.nilai == rp(100_000_000 + cost)


def test_5_of_the_book_value_where_the_policy_says_so():
    (outcome,) = run(
        rules({"1.3.3": 20}, GEDUNG_BANDS, band_base=OF_BOOK),
        [opening(GEDUNG), entry(2, "2026-03-01", "08", 25_000_000, 0, code=GEDUNG)],
        "2026-01-01",
        "2026-06-30",
    )
    assert outcome.state.sisa == 6 + 20 - 1  # 25/60 is above 30 %: ten years


def test_6_a_correction_is_spread_over_what_is_left():
    (outcome,) = run(
        rules(),
        [opening(), entry(2, "2026-02-01", "0701", -12_000_000)],
        "2026-01-01",
        "2026-06-30",
    )
    assert (outcome.state.nilai, outcome.beban) == (rp(88_000_000), rp(8_000_000))


def test_7_a_finished_construction_begins_its_full_life():
    outcomes = run(
        rules(),
        [
            entry(1, "2025-05-01", "0101", 500_000_000, 1, code=KDP),
            entry(2, "2026-08-01", "0607", -500_000_000, -1, code=KDP),
            entry(3, "2026-08-01", "0607", 500_000_000, 1, code=GEDUNG),
        ],
        "2026-01-01",
        "2026-12-31",
    )
    assert rupiahs(outcomes) == [0, 12_500_000]
    assert outcomes[1].state.sisa == 39


def test_8_a_part_is_charged_at_the_rate_of_the_whole_from_the_split():
    outcomes = run(
        rules(),
        [entry(1, "2026-03-01", "0704", 25_000_000, 1, akumulasi=TEN, sisa_bulan=24)],
        "2026-01-01",
        "2027-12-31",
    )
    assert rupiahs(outcomes)[0] == 2_500_000
    assert outcomes[0].state.akumulasi == rp(12_500_000)
    assert outcomes[-1].state.buku == 0


def test_8_a_part_of_what_was_extended_follows_its_remaining_life():
    (outcome,) = run(
        rules(),
        [
            entry(
                1,
                "2026-06-30",
                "0704",
                26_000_000,
                1,
                akumulasi=8_000_000,
                sisa_bulan=54,
            )
        ],
        "2026-01-01",
        "2026-06-30",
    )
    assert rupiahs([outcome]) == [2_000_000]  # 18,000,000 / 9, not 26,000,000 / 10


def test_9_other_assets_are_frozen():
    outcomes = run(rules(), [opening(LAIN)], "2026-01-01", "2029-12-31")
    assert set(rupiahs(outcomes)) == {0}
    assert outcomes[-1].state.akumulasi == rp(40_000_000)
    assert outcomes[-1].state.buku == rp(60_000_000)


def test_10_what_rounds_to_nothing_is_charged_in_the_last_period():
    outcomes = run(
        rules(),
        [entry(1, "2026-01-10", "0101", 10, 1, code=GEDUNG)],
        "2026-01-01",
        "2045-12-31",
    )
    assert rupiahs(outcomes) == [0] * 39 + [10]


def test_11_years_the_year_of_acquisition_in_full():
    outcomes = run(
        rules({"1.3.2": 7}, months=12),
        [entry(1, "2016-11-20", "0101", TEN, 1)],
        "2016-01-01",
        "2022-12-31",
    )
    assert rupiahs(outcomes)[:6] == [1_428_571] * 6
    assert rupiahs(outcomes, "akumulasi")[2] == 4_285_713
    assert rupiahs(outcomes, "akumulasi")[5] == 8_571_426
    assert rupiahs(outcomes, "akumulasi")[6] == TEN


@pytest.mark.parametrize(
    ("nilai", "years", "totals"),
    [
        (1_461_600_000, 20, [73_080_000, 146_160_000, 219_240_000]),
        (
            1_103_103_272,
            7,
            [
                157_586_182,
                315_172_363,
                472_758_545,
                630_344_727,
                787_930_909,
                945_517_090,
                1_103_103_272,
            ],
        ),
    ],
)
def test_12_the_running_total_is_rounded_where_the_policy_says_so(nilai, years, totals):
    outcomes = run(
        rules({"1.3.2": years}, months=12, rounding=RUNNING),
        [entry(1, "2016-11-20", "0101", nilai, 1)],
        "2016-01-01",
        f"{2015 + len(totals)}-12-31",
    )
    assert rupiahs(outcomes, "akumulasi") == totals


@pytest.mark.parametrize(
    ("parts", "accumulated", "foot"),
    [
        (["58087419588"], "5763186278", "52324233310"),
        (["3349005357"], "2477536505", "871468852"),
        (
            [
                "396057709463.53",
                "829142544230.86",
                "1243628892995.83",
                "1510647833463.21",
                "47407950390.93",
                "7206547670.53",
            ],
            "1384885699086.37",
            "2649205779128.52",
        ),
    ],
    ids=["13 fixed", "13 other", "14"],
)
def test_13_and_14_feet_hold_to_the_sen(parts, accumulated, foot):
    """Value less accumulation of many assets, with sen, is the book value."""
    states = [
        run(
            rules(),
            [
                entry(
                    n,
                    "2025-12-31",
                    "0110",
                    part,
                    1,
                    code=GEDUNG,
                    akumulasi=accumulated if n == len(parts) - 1 else 0,
                    sisa_bulan=12,
                )
            ],
            "2025-07-01",
            "2025-12-31",
        )[0].state
        for n, part in enumerate(sorted(parts, key=Decimal))
    ]
    assert sum(state.buku for state in states) == rp(foot)
    assert sum(state.akumulasi for state in states) == rp(accumulated)


def test_17_remaining_life_after_one_semester_of_four_years():
    (outcome,) = run(
        rules(),
        [entry(1, "2026-01-10", "0101", TEN, 1, code=SOFTWARE)],
        "2026-01-01",
        "2026-06-30",
    )
    assert outcome.state.sisa == 7
