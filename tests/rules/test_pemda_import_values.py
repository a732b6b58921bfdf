"""Numbers, dates, codes and registers, as tables of what files really hold."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.pemda_import.reader import codes, registers, values

D = Decimal
US, ID = values.US, values.ID

NUMBERS = [
    ("25,000,000.00", {US: D("25000000.00")}),
    ("1.081.081,00", {ID: D("1081081.00")}),
    ("59.460,0", {ID: D("59460.0")}),
    ("1496.00", {US: D("1496.00")}),
    ("48,00 m2", {ID: D("48.00")}),
    ("3.770 M2", {US: D("3.770"), ID: D("3770")}),
    ("1.000", {US: D("1.000"), ID: D("1000")}),
    ("1,000", {US: D("1000"), ID: D("1.000")}),
    ("200 Eks", {US: D(200), ID: D(200)}),
    ("Rp 25.000,-", {ID: D(25000)}),
    ("Rp. 1.250.000,00", {ID: D("1250000.00")}),
    ("(1.500,00)", {ID: D("-1500.00")}),
    ("-5", {US: D(-5), ID: D(-5)}),
    ("1 250 000", {US: D(1250000), ID: D(1250000)}),
    ("0.125", {US: D("0.125")}),
    ("0,5", {ID: D("0.5")}),
]
NO_NUMBERS = [
    "", "Rp", "abc", "1,99E+17", "1e5", "2 dari 2", "12.05.2009", "1,2.3,4",
    "1.00.000", "(5", "5)", "12/05", "1.2.3",
]  # fmt: skip


@pytest.mark.parametrize(("text", "readings"), NUMBERS)
def test_number(text, readings):
    assert values.read_number(text).readings == readings


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_number(text):
    assert values.read_number(text) is None


def test_unit_of_a_number():
    assert values.read_number("3.770 M2").unit == "M2"
    assert values.read_number("200 Eks").unit == "Eks"
    assert values.read_number("200").unit == ""


def test_a_column_is_decided_by_the_texts_that_leave_no_choice():
    def decide(*texts):
        return values.decide(values.read_number(text).readings for text in texts)

    assert decide("1.000", "2.500,00") == ID
    assert decide("1,000", "2,500.00") == US
    assert decide("1.000", "3.770") == values.AMBIGUOUS
    assert decide("1.000,50", "2,500.50") == values.MIXED
    assert decide("500", "12") is None


@pytest.mark.parametrize(
    ("value", "digits", "expected", "changed"),
    [
        (0.1 + 0.2, 2, D("0.30"), False),
        (25000000.0, 2, D(25000000), False),
        (1234.565, 2, D("1234.57"), True),
        (19.99, 2, D("19.99"), False),
        (4926700000.000001, 2, D("4926700000.00"), False),
        (D("1.005"), 2, D("1.01"), True),
    ],
)
def test_exact(value, digits, expected, changed):
    assert values.exact(value, digits) == (expected, changed)


def both(iso, year):
    day = values.Day(iso, year)
    return {values.DMY: day, values.MDY: day}


DATES = [
    ("28/05/2009   ", {values.DMY: values.Day("2009-05-28", 2009)}),
    ("05/28/2009", {values.MDY: values.Day("2009-05-28", 2009)}),
    ("2009-05-12", both("2009-05-12", 2009)),
    ("2009-05-12 00:00:00", both("2009-05-12", 2009)),
    ("25 DEC 1986", both("1986-12-25", 1986)),
    ("1 Oktober 2021", both("2021-10-01", 2021)),
    ("12 Agt. 2010", both("2010-08-12", 2010)),
    ("5-Nopember-2010", both("2010-11-05", 2010)),
    ("17 Pebruari 1999", both("1999-02-17", 1999)),
    ("Mei 2010", both(None, 2010)),
    ("2009", both(None, 2009)),
    ("Tahun 2009", both(None, 2009)),
    ("00-0", both(None, None)),
    ("01-01-0001", both(None, None)),
    ("0001-01-01", both(None, None)),
    ("00-00-0000", both(None, None)),
    ("0000-00-00", both(None, None)),
]


@pytest.mark.parametrize(("text", "readings"), DATES)
def test_date(text, readings):
    assert values.read_date(text, 2026) == readings


def test_day_and_month_may_be_either():
    readings = values.read_date("08-09-2018")
    assert readings[values.DMY].iso == "2018-09-08"
    assert readings[values.MDY].iso == "2018-08-09"


@pytest.mark.parametrize(
    "text", ["31-02-2009", "45 Mei 2010", "xx", "12", "2009-13-01", "1 Foo 2010"]
)
def test_no_date(text):
    assert values.read_date(text, 2026) == {}


def test_two_digit_years_lie_in_the_past():
    assert values.read_date("28-05-09", 2026)[values.DMY].year == 2009
    assert values.read_date("28-05-85", 2026)[values.DMY].year == 1985
    assert values.read_date("28-05-85") == {}


def test_several_dates_in_one_cell():
    with pytest.raises(values.SeveralDatesError):
        values.read_date("12-05-2009 13-06-2010 14-07-2011 15-08-2012", 2026)


def test_serials():
    assert values.serial_date(39945) == datetime.date(2009, 5, 12)
    assert values.serial_date(2009) is None
    assert values.date_serial(datetime.date(1905, 7, 1)) == 2009


CODES = [
    ("02.06.01.04.06", "02.06.01.04.06", "p17", True),
    ("02.06.01.04.06.", "02.06.01.04.06", "p17", True),
    ("0206010406", "02.06.01.04.06", "p17", True),
    (206010406.0, "02.06.01.04.06", "p17", True),
    ("2.6.1.4.6", "02.06.01.04.06", "p17", True),
    ("1.3.2.05.01.04.005", "1.3.2.05.01.04.005", "p108", True),
    ("1.3.3.01.01.01.001.", "1.3.3.01.01.01.001", "p108", True),
    ("132050104005", "1.3.2.05.01.04.005", "p108", True),
    (132050104005.0, "1.3.2.05.01.04.005", "p108", True),
    ("1.3.2.5.1.4.5", "1.3.2.05.01.04.005", "p108", True),
    ("01.03.02.05.01.04.005", "1.3.2.05.01.04.005", "p108", True),
    ("1.3.2.05.01", "1.3.2.05.01", "p108", False),
    ("02.06", "02.06", "p17", False),
    ("1.3.2.5.1", "1.3.2.5.1", None, False),
]


@pytest.mark.parametrize(("value", "text", "book", "complete"), CODES)
def test_code(value, text, book, complete):
    code = codes.read_code(value)
    assert (code.text, code.book, code.complete) == (text, book, complete)


@pytest.mark.parametrize(
    "value",
    ["", "abc", "517", 517.0, 2.06, None, datetime.date(2006, 2, 1),
     "1.3.2.05.01.04.005.001", "02.06.01.04.0006", "12.13.14.15.16.17"],
)  # fmt: skip
def test_no_code(value):
    assert codes.read_code(value) is None


def test_levels_in_columns_of_their_own():
    assert codes.join_code(["2", "3", "1", "5", "1"]).text == "02.03.01.05.01"
    code = codes.join_code(["1", "1", "7", "1", "1"], codes.P17)
    assert (code.text, code.complete) == ("01.01.07.01.01", True)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1101010001.0, "1101010001"),
        ("11.10.00.05.02.00", "11.10.00.05.02.00"),
        ("12.11.18.08.01.91.08. **", "12.11.18.08.01.91.08"),
        ("11 . 10 . 00", "11.10.00"),
        ("………", None),
        ("Dinas", None),
    ],
)
def test_location(value, text):
    assert codes.read_location(value) == text


REGISTERS = [
    ("0001", "0001", "0001", 1),
    ("0001-0010", "0001", "0010", 10),
    ("0001 s/d 0010", "0001", "0010", 10),
    ("0001 s.d. 0010", "0001", "0010", 10),
    ("01 sd 02", "01", "02", 2),
    ("0001 sampai dengan 0200", "0001", "0200", 200),
    ("0001 – 0010", "0001", "0010", 10),
    ("0001-10", "0001", "0010", 10),
    ("9998-A001", "9998", "A001", 4),
    ("A000", "A000", "A000", 1),
    ("A999 s/d B000", "A999", "B000", 2),
    ("000001-000010", "000001", "000010", 10),
    (7.0, "0007", "0007", 1),
    ("0010-0001", "0010", "0001", 0),
    ("0001-999999", "0001", "999999", 0),
    ("000-1", None, None, 1),
    ("XYZ", None, None, 1),
    ("0000", None, None, 1),
]


@pytest.mark.parametrize(("value", "first", "last", "count"), REGISTERS)
def test_register(value, first, last, count):
    register = registers.read_register(value)
    assert (register.first, register.last, register.count) == (first, last, count)


def test_register_as_date_is_lost():
    assert registers.read_register(datetime.date(2010, 2, 1)) is None
    assert registers.read_register(1.5) is None


def test_registers_go_on_with_letters_after_9999():
    assert registers.expand_register("9998", "A001") == ["9998", "9999", "A000", "A001"]
    assert registers.expand_register("A999", "B000") == ["A999", "B000"]
    assert registers.register_text(10000, width=6) == "010000"
    with pytest.raises(ValueError, match="no range"):
        registers.expand_register("0010", "0001")
    with pytest.raises(ValueError, match="no register"):
        registers.register_text(36000)


def grouped(number, group, point):
    whole, _, cents = f"{number:,.2f}".partition(".")
    return whole.replace(",", group) + point + cents


@given(st.decimals(0, 10**14, places=2))
def test_numbers_come_back_in_both_conventions(number):
    assert values.read_number(grouped(number, ",", ".")).readings[US] == number
    assert values.read_number(grouped(number, ".", ",")).readings[ID] == number
    assert values.read_number(f"Rp {grouped(number, '.', ',')}").readings[ID] == number


@given(st.floats(0, 10**12).map(lambda x: round(x, 2)))
def test_floats_keep_their_sen(number):
    assert values.exact(number, 2)[0] == Decimal(repr(number))


@given(st.dates(datetime.date(1750, 1, 1), datetime.date(2099, 12, 31)))
def test_dates_come_back(day):
    for text in (
        f"{day:%d-%m-%Y}",
        f"{day:%d/%m/%Y}",
        f"{day.day} {day:%B} {day.year}",
    ):
        assert values.read_date(text)[values.DMY].iso == day.isoformat()
    assert values.read_date(f"{day:%m/%d/%Y}")[values.MDY].iso == day.isoformat()


@given(st.integers(1, 35_000), st.integers(0, 300))
def test_register_ranges_expand_to_their_count(start, more):
    first = registers.register_text(start)
    last = registers.register_text(start + more)
    register = registers.read_register(f"{first}-{last}")
    expanded = registers.expand_register(register.first, register.last)
    assert len(expanded) == register.count == more + 1
    assert (expanded[0], expanded[-1]) == (first, last)
    assert len(set(expanded)) == len(expanded)


@given(st.decimals(0, 10**12, places=2), st.integers(1, 500))
def test_split_amount_keeps_the_sum(total, count):
    parts = values.split_amount(total, count)
    assert len(parts) == count
    assert sum(parts) == total
    assert all(part == int(part) for part in parts[:-1])
    assert all(part == parts[0] for part in parts[:-1])


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_exception(text):
    values.read_number(text)
    codes.read_code(text)
    codes.read_location(text)
    registers.read_register(text)
    try:
        values.read_date(text, 2026)
    except values.SeveralDatesError:
        pass
