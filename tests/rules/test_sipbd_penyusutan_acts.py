"""What each act and each setting does to the depreciation of an asset."""

from datetime import date

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
    opening,
    rp,
    rules,
    run,
    rupiahs,
)

from odoo.addons.sipbd.rules import penyusutan
from odoo.addons.sipbd.rules.penyusutan_course import Course
from odoo.addons.sipbd.rules.susut_policy import NEXT, Policy, Timeline

TEN = 10_000_000
BOUGHT = entry(1, "2026-01-10", "0101", TEN, 1)
GEDUNG_BANDS = bands("1.3.3", (0, 30, 5), (30, None, 10))


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


def test_goods_that_go_into_a_partnership_keep_their_remaining_life():
    """Aset kemitraan are depreciated like any other (PMK 1/PMK.06/2013)."""
    lent = "1.5.2.01.01.02.003"
    entries = [
        opening(GEDUNG),
        entry(2, "2026-08-01", "0607", -100_000_000, -1, code=GEDUNG),
        entry(3, "2026-08-01", "0607", 100_000_000, 1, code=lent),
    ]
    outcomes = run(rules(), entries, "2026-06-30", "2027-06-30")
    assert rupiahs(outcomes) == [10_000_000] * 3
    assert [outcome.state.sisa for outcome in outcomes] == [5, 4, 3]
    assert not any(outcome.findings for outcome in outcomes)
