"""Working days, by which deadlines are counted."""

from collections.abc import Container
from datetime import date, timedelta

FIVE_DAY_WEEK = range(5)  # Monday to Friday, as date.weekday() counts
ONE_DAY = timedelta(days=1)


def is_working_day(day: date, holidays: Container[date] = ()) -> bool:
    return day.weekday() in FIVE_DAY_WEEK and day not in holidays


def due_date(start: date, days: int, holidays: Container[date] = ()) -> date:
    """The last day of a term of so many working days; the day of arrival is not one.

    >>> due_date(date(2026, 8, 14), 1, {date(2026, 8, 17)})  # Friday, holiday Monday
    datetime.date(2026, 8, 18)
    """
    if days < 1:
        raise ValueError(f"a term has at least one day, not {days}")
    day = start
    while days:
        day += ONE_DAY
        days -= is_working_day(day, holidays)
    return day


def latest(today: date, holidays: Container[date] = ()) -> date:
    """The last working day so far, today included.

    >>> latest(date(2026, 8, 16))  # Sunday
    datetime.date(2026, 8, 14)
    """
    day = today
    while not is_working_day(day, holidays):
        day -= ONE_DAY
    return day


def days_late(due: date, today: date, holidays: Container[date] = ()) -> int:
    """Working days that have gone by since ``due``; 0 while there is time."""
    day, late = due, 0
    while day < today:
        day += ONE_DAY
        late += is_working_day(day, holidays)
    return late
