"""Numbers and dates as Indonesian offices write them.

The one parser of numbers and dates.  A text can have several readings
('1.000' is one or one thousand, '08-09-2018' is August or September), so the
functions return all of them by convention, and ``decide`` picks the convention
for a whole column from the texts that leave no choice.
"""

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

US, ID = "us", "id"  # 25,000,000.00 and 25.000.000,00
DMY, MDY = "dmy", "mdy"
MIXED, AMBIGUOUS = "mixed", "ambiguous"

EARLIEST_YEAR, LATEST_YEAR = 1700, 2100
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000  # 1954-10-03 to 2119-01-11
_NOISE = Decimal("0.000005")
_EPOCH = datetime.date(1899, 12, 30)

_NUMBER = re.compile(
    r"(?:Rp\.?|IDR)?\s*(?P<sign>[-+(]?)\s*(?:Rp\.?|IDR)?\s*"
    r"(?P<digits>\d(?:[\d.,\s]*\d)?)"
    r"\s*(?P<tail>[.,]\s*[-=–—]+)?\s*(?P<close>\)?)\s*"
    r"(?P<unit>[A-Za-z%]+[²³23]?(?:/[A-Za-z]+)?)?\s*\.?",
    re.I,
)
_WELL_FORMED = {
    US: re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"),
    ID: re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"),
}
_BLANK_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\s\d{3})+(?![\d\s])")

_TIME = r"(?:[ T]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:\s*[AP]M)?)?"
_ISO_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _TIME, re.I)
_NUMERIC_DATE = re.compile(
    r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})" + _TIME, re.I
)
_NAMED_DATE = re.compile(r"(\d{1,2})[-/.\s]*([A-Za-z]{3,})[-/.,\s]*(\d{4}|\d{2})", re.I)
_ENGLISH_DATE = re.compile(r"([A-Za-z]{3,})\.?\s*(\d{1,2})\s*,?\s+(\d{4})", re.I)
_MONTH_YEAR = re.compile(r"([A-Za-z]{3,})[-/.,\s]*(\d{4})", re.I)
_YEAR = re.compile(r"(?:tahun|thn\.?|th\.?)?\s*(\d{4})", re.I)
_NO_DATE = re.compile(r"0?[01]?[-/.]0?[01]?[-/.]?0{0,3}[01]?")
_DATE_LIKE = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}\s+[A-Za-z]{3,}\s+\d{4}"
)

_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "januari january jan",
            "februari pebruari february feb peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agt agu ags agust aug",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        1,
    )
    for name in names.split()
}


class Number(NamedTuple):
    """A number read from text: its readings by convention, and its unit."""

    readings: dict  # {"us": Decimal, "id": Decimal}, at least one
    unit: str


class Day(NamedTuple):
    """A date, or only its year: ``iso`` 'YYYY-MM-DD' or None, ``year`` or None."""

    iso: str | None
    year: int | None


NO_DAY = Day(None, None)


class SeveralDatesError(ValueError):
    """A cell holds more than one date."""


def read_number(text):
    """Return the ``Number`` in ``text``, or None when it is not one number.

    Takes 'Rp 25.000,-', '(1.500)', '200 Eks', '3.770 M2', '1 250 000'.  Text
    in scientific notation is refused: its digits are lost.
    """
    hit = _NUMBER.fullmatch(text.strip().replace("\xa0", " "))
    if not hit or (hit["sign"] == "(") != bool(hit["close"]):
        return None
    digits = hit["digits"]
    if _BLANK_GROUPS.match(digits):
        digits = re.sub(r"\s", "", digits)
    readings = {
        name: _decimal(digits, name, hit["sign"] in ("(", "-"))
        for name, form in _WELL_FORMED.items()
        if form.fullmatch(digits)
    }
    if hit["tail"] and hit["tail"][0] == ",":  # 'Rp 25.000,-' stands for ',00'
        readings.pop(US, None)
    unit = hit["unit"] or ""
    if not readings or re.fullmatch(r"[eE]\d*", unit):
        return None
    return Number(readings, unit)


def _decimal(digits, convention, negative):
    if convention == ID:
        digits = digits.replace(".", "").replace(",", ".")
    value = Decimal(digits.replace(",", ""))
    return -value if negative else value


def exact(value, digits):
    """Return ``(Decimal, changed)`` of a number with at most ``digits`` decimals.

    Floats are taken by their shortest text, so that 0.1 + 0.2 is 0.3.
    ``changed`` tells that more than float noise was rounded away.
    """
    if isinstance(value, float):
        if value.is_integer():
            return Decimal(int(value)), False
        value = Decimal(repr(value))
    rounded = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return rounded, abs(rounded - value) > _NOISE


def decide(readings):
    """Return the convention that all texts of a column allow.

    ``readings``  iterable of {convention: value}, as many as there are texts

    ``MIXED`` when some texts need one convention and some another,
    ``AMBIGUOUS`` when texts differ by convention and none of them decides,
    None when the convention makes no difference.
    """
    needed, open_question = set(), False
    for choices in readings:
        if len(choices) == 1:
            needed.update(choices)
        elif len(set(choices.values())) > 1:
            open_question = True
    if len(needed) > 1:
        return MIXED
    if needed:
        return needed.pop()
    return AMBIGUOUS if open_question else None


def read_date(text, latest_year=None):
    """Return the readings ``{"dmy": Day, "mdy": Day}`` of a date text.

    {} when it is not a date; ``NO_DAY`` as the value for '00-0', '01-01-0001'
    and the like, which stand for "unknown"; a Day without ``iso`` when only
    the year is given.  Raises ``SeveralDatesError``.

    ``latest_year``  two-digit years are the last possible ones up to it; None
    refuses them
    """
    text = text.strip()
    for pattern, reader in _DATE_READERS:
        hit = pattern.fullmatch(text)
        if hit:
            readings = reader(hit, latest_year)
            if readings:
                return readings
    if _NO_DATE.fullmatch(text) or text.startswith("000"):
        return {DMY: NO_DAY, MDY: NO_DAY}
    if len(_DATE_LIKE.findall(text)) > 1:
        raise SeveralDatesError(text)
    return {}


def _full_year(text, latest_year):
    """Return the year of two or four digits, None when it cannot be known."""
    if len(text) == 4:
        return int(text)
    if latest_year is None:
        return None
    year = latest_year // 100 * 100 + int(text)
    return year if year <= latest_year else year - 100


def _day(year, month, day):
    if year is None or year < EARLIEST_YEAR or year > LATEST_YEAR:
        return None
    try:
        return Day(datetime.date(year, month, day).isoformat(), year)
    except ValueError:
        return None


def _both(day):
    return {DMY: day, MDY: day} if day else {}


def _read_iso(hit, _latest_year):
    return _both(_day(int(hit[1]), int(hit[2]), int(hit[3])))


def _read_numeric(hit, latest_year):
    year = _full_year(hit[3], latest_year)
    first, second = int(hit[1]), int(hit[2])
    readings = {DMY: _day(year, second, first), MDY: _day(year, first, second)}
    return {order: day for order, day in readings.items() if day}


def _read_named(hit, latest_year):
    month = _MONTHS.get(hit[2].casefold())
    return _both(month and _day(_full_year(hit[3], latest_year), month, int(hit[1])))


def _read_english(hit, _latest_year):
    month = _MONTHS.get(hit[1].casefold())
    return _both(month and _day(int(hit[3]), month, int(hit[2])))


def _read_month_year(hit, _latest_year):
    return _year_only(int(hit[2])) if hit[1].casefold() in _MONTHS else {}


def _read_year(hit, _latest_year):
    return _year_only(int(hit[1]))


def _year_only(year):
    return _both(Day(None, year)) if is_year(year) else {}


_DATE_READERS = (
    (_ISO_DATE, _read_iso),
    (_NUMERIC_DATE, _read_numeric),
    (_NAMED_DATE, _read_named),
    (_ENGLISH_DATE, _read_english),
    (_YEAR, _read_year),
    (_MONTH_YEAR, _read_month_year),
)


def is_year(number):
    """Tell whether a whole number can be a calendar year of an asset."""
    return EARLIEST_YEAR <= number <= LATEST_YEAR


def day_of(value):
    """Return the ``Day`` of a date or datetime cell."""
    return Day(value.isoformat()[:10], value.year)


def serial_date(number):
    """Return the date of a spreadsheet serial number, None outside 1954–2119."""
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return None
    return _EPOCH + datetime.timedelta(days=int(number))


def date_serial(value):
    """Return the serial number of a date, as a spreadsheet stores it."""
    return (datetime.date(value.year, value.month, value.day) - _EPOCH).days


def split_amount(total, items):
    """Split ``total`` rupiah over ``items`` assets, the rest on the last.

    Every part but the last is a whole rupiah, rounded down; the sum is exactly
    ``total``.  Raises ``ValueError`` for less than one item.
    """
    if items < 1:
        raise ValueError("items must be at least 1")
    part = Decimal(int(total / items))
    return [part] * (items - 1) + [total - part * (items - 1)]
