"""Depreciation of one asset on published examples.

Examples 1-10 are public tests of BPKAD Kabupaten Kediri (penyusutan-bmd); 11 is the
formula of SIMBADA Kotawaringin; 12 a published table, whose running total is rounded;
13 the feet of a recap of Kediri, 14 of the audited balance of Lombok Barat 2023; 16
and 17 of a central system on Tabel II of KMK 295/KM.6/2019.
"""

from datetime import date
from decimal import Decimal

import pytest
from sipbd_susut import (
    BUKU,
    GEDUNG,
    KDP,
    LAIN,
    MOBIL,
    PM,
    SOFTWARE,
    TANAH,
    UNKNOWN,
    bands,
    entry,
    lives,
    rp,
    rules,
    run,
    rupiahs,
)

from odoo.addons.sipbd.rules import penyusutan
from odoo.addons.sipbd.rules.penyusutan_course import Course
from odoo.addons.sipbd.rules.susut_line import RUNNING
from odoo.addons.sipbd.rules.susut_policy import NEXT, OF_BOOK, Policy, Timeline

TEN = 10_000_000
BOUGHT = entry(1, "2026-01-10", "0101", TEN, 1)
GEDUNG_BANDS = bands("1.3.3", (0, 30, 5), (30, None, 10))


def opening(code=PM, **more):
    """100,000,000 with 40,000,000 accumulated and 6 semesters left after 2025-S2."""
    return entry(
        1,
        "2025-12-31",
        "0110",
        100_000_000,
        1,
        code=code,
        akumulasi=40_000_000,
        sisa_bulan=36,
        **more,
    )


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


# What is not in the examples --------------------------------------------------------


def semester(ruleset, entries, day, acquired=None):
    """The outcome of the period of a day, after all before it."""
    return run(ruleset, entries, day, day, acquired)[0]


def test_months_and_semesters_and_years_end_alike():
    ends = set()
    for months in (1, 6, 12):
        outcomes = run(
            rules(months=months),
            [entry(1, "2020-01-02", "0101", "1234567.89", 1)],
            "2020-01-01",
            "2024-12-31",
        )
        assert outcomes[-2].state.buku > 0
        ends.add((outcomes[-1].state.akumulasi, sum(o.beban for o in outcomes)))
    assert ends == {(123456789, 123456789)}


def test_next_period_convention_and_that_of_intangibles():
    ruleset = rules(first_period_atb=NEXT)
    entries = [entry(1, "2026-01-10", "0101", 8_000_000, 1, code=SOFTWARE)]
    outcomes = run(ruleset, entries, "2026-01-01", "2030-12-31")
    assert rupiahs(outcomes) == [0] + [1_000_000] * 8 + [0]
    assert semester(ruleset, [BOUGHT], "2026-06-30").beban == rp(1_000_000)


def test_earlier_periods_are_accumulated_already_at_the_first_entry():
    outcome = semester(
        rules(), [entry(1, "2026-03-01", "0107", TEN, 1)], "2026-06-30", "2024-08-01"
    )
    assert outcome.beban == rp(1_000_000)
    assert outcome.koreksi == 0
    assert outcome.state.akumulasi == rp(4_000_000)
    assert outcome.state.sisa == 6


def test_goods_older_than_their_life_are_worth_nothing_in_the_books():
    outcome = semester(
        rules(), [entry(1, "2026-03-01", "0107", TEN, 1)], "2026-06-30", "2001-08-01"
    )
    assert (outcome.beban, outcome.state.akumulasi, outcome.state.sisa) == (
        0,
        rp(TEN),
        0,
    )


def test_without_a_date_it_begins_with_the_booking_and_that_is_found():
    outcome = semester(rules(), [BOUGHT], "2026-06-30")
    assert penyusutan.NO_DATE in outcome.findings
    assert outcome.beban == rp(1_000_000)


@pytest.mark.parametrize("code", [TANAH, BUKU, KDP])
def test_what_is_not_depreciated(code):
    outcome = semester(
        rules(), [entry(1, "2020-01-10", "0101", TEN, 1, code=code)], "2026-06-30"
    )
    assert (outcome.beban, outcome.state.akumulasi) == (0, 0)
    assert penyusutan.NO_LIFE not in outcome.findings


def test_exceptions_by_setting():
    renovasi = "1.3.5.07.01.01.001"
    ruleset = rules({"1.3.5.07": 5}, included=("1.3.5.07",))
    outcome = semester(
        ruleset, [entry(1, "2026-01-10", "0101", TEN, 1, code=renovasi)], "2026-06-30"
    )
    assert outcome.beban == rp(1_000_000)


@pytest.mark.parametrize(("ekstra", "beban"), [(True, 1_000_000), (False, 0)])
def test_ekstrakomptabel_by_setting(ekstra, beban):
    outcome = semester(
        rules(ekstra=ekstra),
        [entry(1, "2026-01-10", "0101", TEN, 1, komptabel="02")],
        "2026-06-30",
    )
    assert rupiahs([outcome]) == [beban]


def test_unknown_life_is_found_and_never_silent():
    for years in ({}, {"1.3.2.99": 0}):
        outcome = semester(
            rules(years),
            [entry(1, "2026-01-10", "0101", TEN, 1, code=UNKNOWN)],
            "2026-12-31",
        )
        assert penyusutan.NO_LIFE in outcome.findings
        assert outcome.beban == 0


def test_a_life_that_becomes_known_counts_from_the_start():
    entries = [entry(1, "2026-01-10", "0101", TEN, 1, code=UNKNOWN)]
    unknown = run(rules({}), entries, "2026-01-01", "2026-12-31")[-1].state
    known = rules({"1.3.2": 5})
    index = known.timeline.index(date(2027, 1, 1))
    outcome = Course(known, entries, None).outcome(index, unknown)
    assert (outcome.beban, outcome.koreksi) == (rp(1_000_000), rp(2_000_000))


def test_a_transfer_is_neutral():
    entries = [
        BOUGHT,
        entry(2, "2027-02-01", "04", -TEN, -1),
        entry(3, "2027-02-01", "03", TEN, 1),
        entry(4, "2028-02-01", "12"),
    ]
    moved = run(rules(), entries, "2026-01-01", "2031-06-30")
    assert moved == run(rules(), [BOUGHT], "2026-01-01", "2031-06-30")


def test_leaving_stops_in_that_period():
    entries = [BOUGHT, entry(2, "2027-06-30", "1406", -TEN, -1)]
    outcomes = run(rules(), entries, "2026-01-01", "2028-12-31")
    assert rupiahs(outcomes) == [1_000_000, 1_000_000, 0, 0, 0, 0]


def test_a_cancelled_end_never_happened():
    entries = [
        BOUGHT,
        entry(2, "2027-06-30", "1406", -TEN, -1),
        entry(3, "2028-03-01", "batal", TEN, 1, reversal_of=2),
    ]
    outcomes = run(rules(), entries, "2027-01-01", "2028-06-30")
    assert rupiahs(outcomes) == [0, 0, 1_000_000]
    assert rupiahs(outcomes, "koreksi") == [0, 0, 2_000_000]
    assert outcomes[-1].state.sisa == 5


def test_wrong_code_is_put_right_from_the_start():
    entries = [
        entry(1, "2024-01-10", "0101", 14_000_000, 1, code=PM),
        entry(2, "2026-02-01", "0601", -14_000_000, -1, code=PM),
        entry(3, "2026-02-01", "0601", 14_000_000, 1, code=MOBIL),
    ]
    (outcome,) = run(rules(), entries, "2026-01-01", "2026-06-30")
    assert rupiahs([outcome]) == [1_000_000]
    assert rupiahs([outcome], "koreksi") == [-1_600_000]  # 4 x (1,000,000 - 1,400,000)
    assert outcome.state.sisa == 9


def test_wrong_code_of_an_opening_balance_shifts_its_remaining_life():
    entries = [
        opening(),
        entry(2, "2026-02-01", "0601", -100_000_000, -1, code=PM),
        entry(3, "2026-02-01", "0601", 100_000_000, 1, code=MOBIL),
    ]
    (outcome,) = run(rules(), entries, "2026-01-01", "2026-06-30")
    assert outcome.state.sisa == 6 + 4 - 1
    assert rupiahs([outcome]) == [6_000_000]


def test_a_corrected_date_counts_from_the_right_one():
    entries = [
        entry(1, "2024-07-10", "0101", TEN, 1),
        entry(
            2,
            "2026-02-01",
            "0704",
            corrects_date=True,
            acquired_before=date(2024, 7, 10),
            acquired_after=date(2023, 1, 1),
        ),
    ]
    outcomes = run(rules(), entries, "2025-07-01", "2026-06-30", "2023-01-01")
    assert rupiahs(outcomes) == [1_000_000, 1_000_000]
    assert rupiahs(outcomes, "koreksi") == [0, 3_000_000]
    assert rupiahs(outcomes, "akumulasi") == [3_000_000, 7_000_000]


def test_a_reversed_correction_of_an_earlier_period():
    entries = [
        BOUGHT,
        entry(2, "2026-08-01", "0701", 9_000_000),
        entry(3, "2027-02-01", "batal", -9_000_000, reversal_of=2),
    ]
    outcomes = run(rules(), entries, "2026-01-01", "2027-06-30")
    assert rupiahs(outcomes) == [1_000_000, 2_000_000, 1_000_000]
    assert rupiahs(outcomes, "koreksi") == [0, 0, -1_000_000]


def test_a_reversal_in_the_same_period_leaves_no_trace():
    entries = [
        BOUGHT,
        entry(2, "2026-08-01", "0701", 9_000_000),
        entry(3, "2026-08-01", "batal", -9_000_000, reversal_of=2),
    ]
    reversed_ = run(rules(), entries, "2026-01-01", "2027-06-30")
    assert reversed_ == run(rules(), [BOUGHT], "2026-01-01", "2027-06-30")


def test_change_of_function_begins_anew_with_the_same_book_value():
    entries = [
        BOUGHT,
        entry(2, "2028-02-01", "0602", -TEN, -1),
        entry(3, "2028-02-01", "0602", TEN, 1, code=MOBIL),
    ]
    (outcome,) = run(rules(), entries, "2028-01-01", "2028-06-30")
    assert outcome.koreksi == 0
    assert outcome.state.sisa == 13
    assert rupiahs([outcome]) == [428_571]  # 6,000,000 / 14


def test_other_reclassifications_leave_the_life_alone():
    """Lives change for character, improvement or error only (PMK 1/2013)."""
    entries = [
        BOUGHT,
        entry(2, "2028-02-01", "0606", -TEN, -1),
        entry(3, "2028-02-01", "0606", TEN, 1, code=MOBIL),
    ]
    (outcome,) = run(rules(), entries, "2028-01-01", "2028-06-30")
    assert (outcome.beban, outcome.state.sisa) == (rp(1_000_000), 5)


def test_out_of_use_is_frozen_and_begins_anew_when_it_comes_back():
    entries = [
        BOUGHT,
        entry(2, "2027-02-01", "0603", -TEN, -1),
        entry(3, "2027-02-01", "0603", TEN, 1, code=LAIN),
        entry(4, "2028-02-01", "0607", -TEN, -1, code=LAIN),
        entry(5, "2028-02-01", "0607", TEN, 1),
    ]
    outcomes = run(rules(), entries, "2027-01-01", "2028-06-30")
    assert rupiahs(outcomes) == [0, 0, 800_000]
    assert rupiahs(outcomes, "akumulasi") == [2_000_000, 2_000_000, 2_800_000]


def test_a_value_below_what_is_accumulated_leaves_no_negative_book():
    entries = [BOUGHT, entry(2, "2029-02-01", "0701", -7_000_000)]
    (outcome,) = run(rules(), entries, "2029-01-01", "2029-06-30")
    assert (outcome.state.buku, outcome.beban) == (0, 0)
    assert rupiahs([outcome], "koreksi") == [-3_000_000]
    assert penyusutan.BOOK_FLOORED in outcome.findings


def test_nothing_left_to_spread_over_is_charged_at_once():
    entries = [BOUGHT, entry(2, "2031-02-01", "0101", 500_000)]
    (outcome,) = run(rules(), entries, "2031-01-01", "2031-06-30")
    assert (outcome.beban, outcome.state.buku) == (rp(500_000), 0)
    assert penyusutan.NOTHING_LEFT in outcome.findings


def test_an_improvement_gives_new_life_to_what_was_written_down():
    entries = [
        entry(1, "2000-01-10", "0101", 100_000_000, 1, code=GEDUNG),
        entry(2, "2026-02-01", "08", 50_000_000, code=GEDUNG),
    ]
    (outcome,) = run(rules(band_rows=GEDUNG_BANDS), entries, "2026-01-01", "2026-06-30")
    assert rupiahs([outcome]) == [2_500_000]
    assert outcome.state.sisa == 19


def test_a_life_is_never_shortened_by_an_improvement():
    """An opening balance may have more left than the table gives in all."""
    entries = [
        entry(1, "2025-12-31", "0110", TEN, 1, akumulasi=1, sisa_bulan=120),
        entry(2, "2026-02-01", "08", 1_000_000),
    ]
    (outcome,) = run(
        rules(band_rows=bands("1.3.2", (0, None, 2))),
        entries,
        "2026-01-01",
        "2026-06-30",
    )
    assert outcome.state.sisa == 19


def test_periods_change_their_length_with_the_policy():
    ruleset = rules(policies=[Policy(months=12), Policy(year=2028, months=6)])
    outcomes = run(ruleset, [BOUGHT], "2026-01-01", "2030-12-31")
    assert rupiahs(outcomes) == [2_000_000] * 2 + [1_000_000] * 6


def test_a_policy_that_takes_goods_in_later():
    ruleset = rules(
        {"1.3.5.07": 5},
        policies=[Policy(), Policy(year=2028, included=("1.3.5.07",))],
    )
    renovasi = "1.3.5.07.01.01.001"
    outcomes = run(
        ruleset,
        [entry(1, "2026-01-10", "0101", TEN, 1, code=renovasi)],
        "2027-07-01",
        "2028-06-30",
    )
    assert rupiahs(outcomes) == [0, 1_000_000]


def test_timeline():
    timeline = Timeline([Policy(year=2000, months=12), Policy(year=2002, months=6)])
    days = [
        date(1999, 5, 5),
        date(2000, 1, 1),
        date(2001, 12, 31),
        date(2002, 6, 30),
        date(2002, 7, 1),
    ]
    assert [timeline.index(day) for day in days] == [-1, 0, 1, 2, 3]
    assert timeline.last_day(-1) == date(1999, 12, 31)
    assert [timeline.last_day(n) for n in (1, 2, 3)] == [
        date(2001, 12, 31),
        date(2002, 6, 30),
        date(2002, 12, 31),
    ]
    assert timeline.changes(0, 5) == [2]
    with pytest.raises(ValueError, match="no policy"):
        Timeline([])


def test_life_of_the_longest_prefix():
    table = lives({"1.3.2": 10, "1.3.2.05": 5})
    assert table.months(PM, date(2026, 1, 1)) == 60
    assert table.months(MOBIL, date(2026, 1, 1)) == 120
    assert table.months(GEDUNG, date(2026, 1, 1)) is None
