"""Numbers and dates as an Indonesian office writes them (KBBI/EYD V usage)."""

import unicodedata
from datetime import date, datetime
from decimal import Decimal

MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus "
    "September Oktober November Desember"
).split()

_SWAP = str.maketrans(",.", ".,")


def number(value, scale: int = 1) -> str:
    """``1.234.567,89``; decimals only where there are any, at least two of them.

    >>> number(Decimal("1234567.00")), number(Decimal("1234567.8"))
    ('1.234.567', '1.234.567,80')
    >>> number(Decimal("1500750"), scale=1000)
    '1.500,75'
    """
    if scale != 1:
        value = Decimal(value) / scale
    whole = int(value)
    if whole == value:
        return f"{whole:,}".replace(",", ".")
    value = Decimal(str(value)) if isinstance(value, float) else value
    decimals = max(2, -value.normalize().as_tuple().exponent)
    return f"{value:,.{decimals}f}".translate(_SWAP)


def rupiah(amount) -> str:
    """``Rp1.234.567``"""
    return f"Rp{number(amount)}"


def integer(value) -> str:
    """A year or a count: ``2026``, never with a thousands mark."""
    if int(value) != value:
        raise ValueError(f"{value} is not a whole number")
    return str(int(value))


def short_date(value: date) -> str:
    """``17-08-2026``, for a narrow column."""
    return f"{value.day:02}-{value.month:02}-{value.year:04}"


def long_date(value: date) -> str:
    """``17 Agustus 2026``."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime, zone: str = "") -> str:
    """``17 Agustus 2026 pukul 09.05 WIB``."""
    clock = f"{value.hour:02}.{value.minute:02}"
    return f"{long_date(value)} pukul {clock} {zone}".rstrip()


def nip(value: str) -> str:
    """A NIP in its parts: birth date, appointment, sex, serial number.

    >>> nip("197001011999032001")
    '19700101 199903 2 001'
    """
    if len(value) == 18 and value.isdigit():
        return " ".join((value[:8], value[8:14], value[14], value[15:]))
    return value


def text(value) -> str:
    """Text as printed: runs of blanks and line ends become one space.

    Marks without any shape (zero width, direction overrides) are left out; what else
    cannot be printed shows as U+FFFD rather than vanishing.
    """
    if not isinstance(value, str):
        value = str(value)
    if not value.isprintable():
        value = "".join(map(_visible, value))
    return " ".join(value.split())


def _visible(character: str) -> str:
    if character.isprintable() or character.isspace():
        return character
    return "" if unicodedata.category(character) == "Cf" else "\ufffd"


def formatter(column):
    """The function that turns a value of ``column`` into its printed text.

    Empty values (None, False, "") become the column's blank; a value of the wrong type
    raises TypeError, ValueError or ArithmeticError.
    """
    convert = {
        "text": text,
        "int": integer,
        "number": number,
        "money": lambda value: number(value, column.scale),
        "date": short_date,
    }[column.kind]
    if column.kind == "money" and column.scale == 1:
        convert = number

    def printed(value):
        if value is None or value is False or value == "":
            return column.blank
        return convert(value)

    return printed
