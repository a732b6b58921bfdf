"""KGB, on a BKD guide and on cells derived from PP 5/2024."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sikda_tables import PARAMETERS, PAY

from odoo.addons.sikda.rules import golongan, kgb, pay
from odoo.addons.sikda.rules.dates import Period, Span, add_months
from odoo.addons.sikda.rules.disiplin import Sanction
from odoo.addons.sikda.rules.kinerja import Grade

TODAY = date(2026, 1, 15)


def next_kgb(gol, since, mkg, day=TODAY, paid=None, **values):
    standing = kgb.Standing(gol, since, Span.of(*mkg), paid)
    return kgb.next_kgb(standing, day, PAY, PARAMETERS, **values)


@pytest.mark.parametrize(
    ("gol", "since", "mkg", "tmt", "years", "amount"),
    [
        # KGB-1, BKD guide; the amount from PP 5/2024
        ("III/c", date(2010, 4, 1), (15, 5), date(2010, 11, 1), 16, 3878500),
        ("III/c", date(2010, 11, 1), (16, 0), date(2012, 11, 1), 18, None),
        # KGB-2 and KGB-3, derived from PP 5/2024
        ("II/a", date(2026, 1, 1), (0, 0), date(2027, 1, 1), 1, 2218400),
        ("III/a", date(2024, 3, 1), (0, 0), date(2026, 3, 1), 2, 2873500),
        # II/b is paid its first row (3) at once: the first rise is at row 5
        ("II/b", date(2024, 1, 1), (0, 0), date(2029, 1, 1), 5, None),
        # PPPK: golongan V after one year, IX after two
        ("V", date(2025, 1, 1), (0, 0), date(2026, 1, 1), 1, None),
        ("IX", date(2025, 1, 1), (0, 0), date(2027, 1, 1), 2, None),
        # a TMT in the middle of a month: the rise is paid from day 1
        ("III/a", date(2024, 3, 15), (0, 0), date(2026, 4, 1), 2, None),
    ],
)
def test_next(gol, since, mkg, tmt, years, amount):
    # the amounts of a time before the table in force are those of the table asked for
    rise = next_kgb(gol, since, mkg, day=max(since, date(2024, 1, 1)))
    assert (rise.tmt, rise.mkg) == (tmt, Span.of(years))
    assert amount in (None, rise.cell.amount)


def test_kgb_4_end_of_the_table():
    """IV/e with 32 years has 6,373,200 and no rise after it (PP 5/2024)."""
    assert next_kgb("IV/e", date(2024, 1, 1), (32, 0)) is None
    assert PAY.cell("IV/e", 40, TODAY).amount == 6373200


@pytest.mark.parametrize(
    ("gol", "years", "amount"),
    [("II/a", 10, 2511300), ("III/a", 17, 3570100), ("III/a", 0, 2785700)],
)
def test_pay_row_is_the_largest_that_is_not_above(gol, years, amount):
    """Derived from PP 5/2024."""
    assert PAY.cell(gol, years, TODAY).amount == amount


def test_cpns_is_paid_four_fifths():
    cell = PAY.cell("III/a", 0, TODAY)
    assert kgb.cpns_pay(cell, PARAMETERS) == 2228560


def test_a_rise_that_was_missed_is_overdue():
    """Pay of row 14 with 17y0m on record: row 16 was reached a year before."""
    row_14 = PAY.cell("III/a", 14, TODAY).amount
    rise = next_kgb("III/a", date(2025, 4, 1), (17, 0), paid=row_14)
    assert (rise.tmt, rise.mkg, rise.overdue) == (date(2024, 4, 1), Span.of(16), True)


def test_pay_that_fits_is_not_overdue():
    row_16 = PAY.cell("III/a", 16, TODAY).amount
    rise = next_kgb("III/a", date(2025, 4, 1), (17, 0), paid=row_16)
    assert (rise.tmt, rise.overdue) == (date(2026, 4, 1), False)


def test_pay_of_no_table_is_not_held_against_anybody():
    rise = next_kgb("III/a", date(2025, 4, 1), (17, 0), paid=1)
    assert rise.tmt == date(2026, 4, 1)


def test_parity_changes_at_golongan_iii():
    """II/d rises at odd years, III/a at even ones: 22y7m becomes 17y7m (PP 7/1977)."""
    assert next_kgb("II/d", date(2025, 10, 1), (22, 7)).mkg == Span.of(23)
    moved = next_kgb("III/a", date(2025, 10, 1), (17, 7))
    assert (moved.mkg, moved.tmt) == (Span.of(18), date(2026, 3, 1))


def test_cltn_moves_the_rise():
    leave = [Period(date(2025, 1, 1), date(2025, 12, 31))]
    assert next_kgb("III/a", date(2024, 3, 1), (0, 0), cltn=leave).tmt == date(
        2027, 3, 1
    )


def test_cltn_that_begins_in_the_delay_counts_too():
    leave = [
        Period(date(2025, 1, 1), date(2025, 12, 31)),
        Period(date(2026, 6, 1), date(2026, 8, 31)),
    ]
    assert next_kgb("III/a", date(2024, 3, 1), (0, 0), cltn=leave).tmt == date(
        2027, 6, 1
    )


def test_no_table_no_rise():
    assert next_kgb("III/a", date(2020, 1, 1), (0, 0), day=date(2020, 1, 1)) is None


def test_put_off_counts_for_the_next():
    """PP 7/1977 art. 13."""
    rise = kgb.postponed(next_kgb("III/a", date(2024, 3, 1), (0, 0)), 6, PARAMETERS)
    assert rise.tmt == date(2026, 9, 1)
    assert next_kgb("III/a", rise.tmt, (2, 6), day=rise.tmt).tmt == date(2028, 3, 1)
    with pytest.raises(ValueError, match="1 to 12 months"):
        kgb.postponed(rise, 13, PARAMETERS)


def test_letter_goes_out_two_months_before():
    rise = next_kgb("III/a", date(2024, 3, 1), (0, 0))
    assert kgb.letter_due(rise, PARAMETERS) == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("gol", "grades", "codes"),
    [
        ("III/a", [Grade(2025, "Baik")], []),
        ("III/a", [Grade(2025, "Kurang")], ["kinerja_low"]),
        ("III/a", [], ["kinerja_missing"]),
        ("IX", [Grade(2025, "Baik")], ["kinerja_missing"]),
        ("IX", [Grade(2025, "Baik"), Grade(2024, "Butuh Perbaikan")], ["kinerja_low"]),
        ("V", [Grade(2025, "Baik")], []),
    ],
)
def test_findings(gol, grades, codes):
    rise = next_kgb("III/a", date(2024, 3, 1), (0, 0))
    found = kgb.findings(rise, gol, grades, [], PARAMETERS, rise.tmt)
    assert [one.code for one in found] == codes


def test_a_year_that_is_not_over_has_no_predikat_yet():
    """TMT 1-3-2026: the letter is written in 2025, when the last full year is 2024."""
    rise = next_kgb("III/a", date(2024, 3, 1), (0, 0))
    judged = [
        kgb.findings(rise, "III/a", [Grade(2024, "Baik")], [], PARAMETERS, day)
        for day in (date(2025, 12, 31), date(2026, 1, 1), date(2027, 1, 1))
    ]
    assert [bool(found) for found in judged] == [False, True, True]


def test_a_running_punishment_stops_the_rise():
    rise = next_kgb("III/a", date(2024, 3, 1), (0, 0))
    served = Sanction("23", "sedang", Period(date(2025, 12, 1), date(2026, 5, 31)))
    over = Sanction("23", "sedang", Period(date(2024, 12, 1), date(2025, 5, 31)))
    mild = Sanction("2", "ringan", Period(date(2025, 12, 1), None))
    grades = [Grade(2025, "Baik")]
    sanctions = [served, over, mild]
    found = kgb.findings(rise, "III/a", grades, sanctions, PARAMETERS, rise.tmt)
    assert [one.code for one in found] == ["hukdis_running"]


@given(
    st.sampled_from(golongan.PNS + golongan.PPPK),
    st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    st.integers(0, 33 * 12),
)
def test_rises_never_go_backwards(gol, since, months):
    since, mkg, amounts = since.replace(day=1), Span(months), []
    while True:
        rise = next_kgb(gol, since, (0, mkg.total))
        if rise is None:
            break
        assert rise.tmt > since
        assert rise.mkg > mkg
        amounts.append(rise.cell.amount)
        since, mkg = rise.tmt, rise.mkg
    assert amounts == sorted(set(amounts))


@given(
    st.sampled_from(golongan.PNS),
    st.integers(0, 30 * 12),
    st.integers(0, 60),
)
def test_the_date_does_not_hang_on_when_it_was_fixed(gol, months, later):
    """The same masa kerja, written down later, gives the same rise."""
    since = date(2024, 1, 1)
    rise = next_kgb(gol, since, (0, months))
    if rise and add_months(since, later) < rise.tmt:
        assert next_kgb(gol, add_months(since, later), (0, months + later)) == kgb.Kgb(
            rise.tmt, rise.mkg, rise.cell, rise.overdue, _any(rise, later, months)
        )


def _any(rise, later, months):
    standing = kgb.Standing(
        rise.cell.golongan,
        add_months(date(2024, 1, 1), later),
        Span(months + later),
    )
    return kgb.next_kgb(standing, TODAY, PAY, PARAMETERS).explanation


def test_a_table_ends_where_the_next_begins():
    old = pay.Pay("I/a", 0, 100, date(2019, 1, 1), None)
    new = pay.Pay("I/a", 0, 200, date(2024, 1, 1), date(2024, 12, 31))
    table = pay.PayTable([new, old])
    days = (date(2018, 1, 1), date(2023, 12, 31), date(2024, 6, 1), date(2025, 1, 1))
    amounts = [cell and cell.amount for cell in (table.cell("I/a", 5, d) for d in days)]
    assert amounts == [None, 100, 200, None]
