"""From one cell to one value: a function per column type.

Every parser takes a cell (str | float | int | date | None | CellError) and
returns ``(value, kind)``: the value or None, and the kind of the finding when
there is something to say, else None.  They are called once per distinct value
of a column.
"""

import datetime
import re
from decimal import Decimal

from . import values
from .codes import P17, P108, join_code, read_code, read_location
from .grid import CellError, cell_text
from .registers import read_register
from .text import clean, compact, is_blank

LONGEST_NUMBER = 80  # characters; longer texts are no number, date or code
TOO_LARGE = 10**18  # no amount comes near, and Decimal stays exact below it
_BOOK_BY_LEVELS = {5: P17, 7: P108}
_FORMULA = re.compile(r"=\S|@[A-Za-z]+\(|[+\-][^\s|]*\|")
_YEAR_SERIALS = range(values.EARLIEST_YEAR, values.LATEST_YEAR + 1)


def parse_text(cell):
    """Text as a person reads it; '-' and the like are nothing."""
    if isinstance(cell, str):
        if cell[:1] in "=@+-" and _FORMULA.match(cell):
            return None, "formula-text"
        text = clean(cell)
        return (None if is_blank(text) else text), None
    if cell is None:
        return None, None
    if isinstance(cell, CellError):
        return None, "error-cell"
    if isinstance(cell, datetime.date):
        return cell_text(cell), "date-in-text"
    return cell_text(cell), None


def plain_texts(cells):
    """Return {cell: text} of those in which ``parse_text`` has nothing to do."""
    return {
        cell: cell
        for cell in cells
        if cell.__class__ is str and cell.isalnum() and cell.isascii()
    }


def parse_code(cell):
    """Goods code -> ``Code``."""
    cell, kind = plain(cell, "date-in-code")
    if cell is None:
        return None, kind
    return judge_code(read_code(cell))


def join_codes(parts):
    """The levels of a code in columns of their own -> ``Code``."""
    texts = []
    for cell in parts:
        cell, kind = plain(cell, "date-in-code")
        if kind:
            return None, kind
        text = cell_text(cell).strip() if cell is not None else ""
        texts.append(text)
    if not any(texts):
        return None, None
    if not all(text.isdecimal() for text in texts):
        return None, "bad-code"
    return judge_code(join_code(texts, _BOOK_BY_LEVELS.get(len(texts))))


def judge_code(code):
    """Say what is wrong with a code that was read."""
    if code is None:
        return None, "bad-code"
    if code.book is None:
        return code, "ambiguous-code"
    if not code.complete:
        return code, "partial-code"
    return code, "code-padded" if code.padded else None


def parse_location(cell):
    """Kode lokasi or unit code -> text."""
    cell, kind = plain(cell, "bad-location")
    if cell is None:
        return None, kind
    location = read_location(cell)
    return (location, None) if location else (cell_text(cell), "bad-location")


def register_parser(width):
    """Return the parser of registers: cell -> ``Register``."""

    def parse(cell):
        cell, kind = plain(cell, "date-in-register")
        if cell is None:
            return None, kind
        register = read_register(cell, width)
        if register is None:
            return None, "bad-register"
        if register.count == 0:
            return None, "bad-register-range"
        return register, None if register.first else "odd-register"

    return parse


def parse_year(cell):
    """Calendar year -> int."""
    cell, kind = plain(cell, None)
    if isinstance(cell, datetime.date):
        return _year_of_date(cell)
    if cell is None or cell == 0 or cell == "0":
        return None, kind
    if isinstance(cell, str):
        try:
            days = set(values.read_date(cell).values())
        except values.SeveralDatesError:
            return None, "several-dates"
        years = {day.year for day in days}
        if len(years) != 1:
            return _year_number(cell)
        return years.pop(), "date-in-year" if any(day.iso for day in days) else None
    return _year_number(cell)


def _year_number(cell):
    try:
        year = float(cell)
    except ValueError:
        return None, "bad-year"
    if year.is_integer() and values.is_year(year):
        return int(year), None
    return None, "bad-year"


def _year_of_date(cell):
    """A year number formatted as a date shows a day in 1904 or 1905."""
    serial = values.date_serial(cell)
    if serial in _YEAR_SERIALS:
        return serial, "date-in-year"
    return cell.year, "date-in-year"


def choice_parser(choices):
    """Return the parser of a closed list ``{code: [accepted texts]}``."""
    codes = {}
    for code, texts in choices.items():
        codes.update({compact(str(text)): code for text in (code, *texts)})

    def parse(cell):
        cell, kind = plain(cell, "unknown-choice")
        if cell is None:
            return None, kind
        code = codes.get(compact(cell_text(cell)))
        return code, None if code else "unknown-choice"

    return parse


def parse_tick(cell):
    """A mark in a column of its own -> True; '', '-' and 0 -> None."""
    cell, kind = plain(cell, None)
    if cell is None or cell == 0 or cell == "0":
        return None, kind
    return True, None


class NumberParser:
    """Parses the numbers of one column once its convention is settled."""

    def __init__(self, convention, digits, factor=1, units=()):
        self.convention = convention
        self.digits = digits
        self.factor = factor
        self.units = {compact(unit) for unit in units} | {""}
        self.any_unit = "*" in units

    def plain_amounts(self, cells):
        """Return {cell: Decimal} of whole numbers, which most are, without detours."""
        if self.factor != 1:
            return {}
        whole = [
            cell
            for cell in cells
            if cell.__class__ is float and 0 <= cell < TOO_LARGE and cell.is_integer()
        ]
        return dict(zip(whole, map(Decimal, map(int, whole)), strict=True))

    def number(self, cell):
        """Return ``(Decimal, kind, unit)`` of a cell."""
        cell, kind = plain(cell, "date-in-number")
        if cell is None:
            return None, kind, ""
        unit = ""
        if isinstance(cell, str):
            read = text_number(cell)
            if read is None:
                return None, "bad-number", ""
            amount = self._settled(read.readings)
            if amount is None:
                return None, "unsettled", ""
            unit = read.unit
            if not self.any_unit and compact(unit) not in self.units:
                return None, "other-unit", unit
        else:
            amount = cell
        return *self._scaled(amount), unit

    def _scaled(self, amount):
        if isinstance(amount, float) and amount - amount != 0:  # inf, nan
            return None, "bad-number"
        if abs(amount) >= TOO_LARGE:
            return None, "bad-number"
        if isinstance(amount, int):
            amount = Decimal(amount)
        if self.factor != 1:
            amount, _changed = values.exact(amount, 9)
            amount *= self.factor
        amount, changed = values.exact(amount, self.digits)
        if changed:
            return amount, "rounded"
        return amount, "negative-number" if amount < 0 else None

    def _settled(self, readings):
        if self.convention in readings:
            return readings[self.convention]
        if len(readings) == 2 and readings[values.US] == readings[values.ID]:
            return readings[values.US]
        return None


class DateParser:
    """Parses the dates of one column once the order of day and month is settled."""

    def __init__(self, order, latest_year, first_of_january=""):
        self.order = order
        self.latest_year = latest_year
        self.january = first_of_january == "year"

    def __call__(self, cell):
        """Return ``(Day, kind)`` of a cell."""
        cell, kind = plain(cell, None)
        if cell is None:
            return None, kind
        if isinstance(cell, datetime.date):
            return self._cell_day(values.day_of(cell))
        if not isinstance(cell, str):
            return _serial_day(cell)
        try:
            readings = text_date(cell, self.latest_year)
        except values.SeveralDatesError:
            return None, "several-dates"
        if not readings:
            return _serial_day(float(cell)) if cell.isdecimal() else (None, "bad-date")
        return self._text_day(cell, readings)

    def _cell_day(self, day):
        if day.year <= 1900:
            return values.NO_DAY, "placeholder-date"
        if self.january and day.iso.endswith("-01-01"):
            return values.Day(None, day.year), "year-only"
        return day, None

    def _text_day(self, text, readings):
        if self.order in readings:
            day = readings[self.order]
        elif len(readings) == 2 and readings[values.DMY] == readings[values.MDY]:
            day = readings[values.DMY]
        else:
            return None, "unsettled"
        if day.iso is None:
            return day, "year-only" if day.year else "placeholder-date"
        if re.search(r"(?<!\d)\d\d$", text) and not re.match(r"\d{4}", text):
            return day, "two-digit-year"
        return self._cell_day(day)


def _serial_day(number):
    if number == int(number) and values.is_year(number):
        return values.Day(None, int(number)), "year-only"
    if number == 0:
        return values.NO_DAY, "placeholder-date"
    day = values.serial_date(number)
    return (values.day_of(day), "serial-date") if day else (None, "bad-date")


def text_number(cell):
    """Return the ``Number`` of a text cell or None."""
    return values.read_number(cell) if len(cell) <= LONGEST_NUMBER else None


def text_date(cell, latest_year):
    """Return the readings of a text cell as a date, {} when it is none."""
    return values.read_date(cell, latest_year) if len(cell) <= LONGEST_NUMBER else {}


def plain(cell, date_kind):
    """Return ``(cell, None)`` cleaned, or ``(None, kind)``.

    ``date_kind``  the finding when a date is out of place; None lets it pass
    """
    if isinstance(cell, str):
        cell = clean(cell)
        if len(cell) > LONGEST_NUMBER:
            cell = cell[: LONGEST_NUMBER + 1]
        return (None if is_blank(cell) else cell), None
    if isinstance(cell, CellError):
        return None, "error-cell"
    if date_kind and isinstance(cell, datetime.date):
        return None, date_kind
    if isinstance(cell, float) and (cell - cell != 0):  # inf, nan
        return None, "error-cell"
    return cell, None
