"""Terms in working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.pemda_approval.rules.working_days import (
    days_late,
    due_date,
    is_working_day,
    latest,
)

INDEPENDENCE_DAY = {date(2026, 8, 17)}  # a Monday


@pytest.mark.parametrize(
    ("start", "days", "holidays", "expected"),
    [
        (date(2026, 8, 12), 1, (), date(2026, 8, 13)),  # Wednesday
        (date(2026, 8, 14), 1, (), date(2026, 8, 17)),  # Friday, over the weekend
        (date(2026, 8, 14), 1, INDEPENDENCE_DAY, date(2026, 8, 18)),
        (date(2026, 8, 15), 1, (), date(2026, 8, 17)),  # arrived on a Saturday
        (date(2026, 8, 12), 5, INDEPENDENCE_DAY, date(2026, 8, 20)),
    ],
)
def test_due_date(start, days, holidays, expected):
    assert due_date(start, days, holidays) == expected


@pytest.mark.parametrize("days", [0, -1])
def test_a_term_has_at_least_one_day(days):
    with pytest.raises(ValueError):
        due_date(date(2026, 8, 12), days)


def test_days_late():
    due = date(2026, 8, 14)
    assert days_late(due, due) == 0
    assert days_late(due, date(2026, 8, 16)) == 0
    assert days_late(due, date(2026, 8, 18), INDEPENDENCE_DAY) == 1


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 8, 14), date(2026, 8, 14)),  # Friday
        (date(2026, 8, 16), date(2026, 8, 14)),  # Sunday
        (date(2026, 8, 17), date(2026, 8, 14)),  # a holiday after it
        (date(2027, 1, 1), date(2026, 12, 31)),  # over the end of a year
    ],
)
def test_latest(today, expected):
    holidays = INDEPENDENCE_DAY | {date(2027, 1, 1)}
    assert latest(today, holidays) == expected


some_days = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(some_days, st.integers(1, 40), st.sets(some_days, max_size=10))
def test_due_date_is_a_working_day_with_so_many_before_it(start, days, holidays):
    due = due_date(start, days, holidays)
    assert is_working_day(due, holidays)
    between = (start + timedelta(n) for n in range(1, (due - start).days + 1))
    assert sum(is_working_day(day, holidays) for day in between) == days
    assert days_late(start, due, holidays) == days


@given(some_days, st.integers(0, 40), st.sets(some_days, max_size=10))
def test_a_term_has_passed_once_a_working_day_has_gone_by(due, days, holidays):
    today = due + timedelta(days)
    late = days_late(due, today, holidays)
    assert (due < latest(today, holidays)) == (late > 0)
