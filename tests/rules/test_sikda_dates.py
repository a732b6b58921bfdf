"""Months carry, leap days hold, periods count once."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.sikda.rules.dates import (
    Period,
    Span,
    add_months,
    add_years,
    age,
    first_of_next_month,
    months_inside,
    on_day_one,
    whole_months,
)

days = st.dates(date(1930, 1, 1), date(2090, 12, 31))
lengths = st.integers(0, 600)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2023, 11, 1), 2, date(2024, 1, 1)),
        (date(2024, 1, 1), -1, date(2023, 12, 1)),
    ],
)
def test_months_later(start, months, end):
    assert add_months(start, months) == end


@pytest.mark.parametrize(
    ("birth", "day", "years"),
    [
        (date(1968, 2, 29), date(2026, 2, 27), 57),
        (date(1968, 2, 29), date(2026, 2, 28), 58),
        (date(1968, 5, 17), date(2026, 5, 16), 57),
        (date(1968, 5, 17), date(2026, 5, 17), 58),
    ],
)
def test_age(birth, day, years):
    assert age(birth, day) == years


@given(days, lengths)
def test_months_added_are_the_months_between(start, months):
    assert whole_months(start, add_months(start, months)) == months


@given(days, days)
def test_one_month_more_passes_the_end(start, end):
    months = whole_months(start, end)
    assert add_months(start, months) <= end < add_months(start, months + 1)


@given(days)
def test_day_one(day):
    assert on_day_one(day).day == 1
    assert day <= on_day_one(day) <= first_of_next_month(day)
    assert on_day_one(on_day_one(day)) == on_day_one(day)


@given(lengths, lengths)
def test_a_span_carries_by_twelve(years, months):
    span = Span.of(years, months)
    assert span.years * 12 + span.months == years * 12 + months
    assert 0 <= span.months < 12


def test_service_is_never_below_zero():
    assert Span.of(1) - Span.of(6) == Span()


@given(st.lists(st.tuples(days, lengths), max_size=5), days, lengths)
def test_periods_never_count_more_than_the_time(periods, start, months):
    end = add_months(start, months)
    spans = [Period(first, add_months(first, n)) for first, n in periods]
    assert 0 <= months_inside(spans, start, end) <= months
    assert months_inside(spans * 2, start, end) == months_inside(spans, start, end)


def test_a_period_counts_inside_only():
    leave = Period(date(2020, 1, 1), date(2021, 12, 31))
    assert months_inside([leave], date(2021, 1, 1), date(2030, 1, 1)) == 12
    assert (
        months_inside([Period(date(2020, 1, 1))], date(2020, 7, 1), date(2021, 1, 1))
        == 6
    )
    assert months_inside([leave], date(2022, 1, 1), date(2023, 1, 1)) == 0


@given(days, st.integers(0, 60))
def test_a_year_later_is_the_same_month(day, years):
    later = add_years(day, years)
    assert (later.month, later.year) == (day.month, day.year + years)
    assert day.day - later.day in (0, 1)
    assert timedelta(0) <= later - day
