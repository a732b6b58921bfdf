"""Register numbers and their ranges.

Permendagri 17/2007 counts 0001 to 9999, then A000 for 10000 to A999 for 10999,
B000 for 11000 and so on; newer registers have six digits.
"""

import datetime
import re
from typing import NamedTuple

MOST_ITEMS = 100_000  # one row stands for at most so many assets
_LETTERED = re.compile(r"([A-Z])(\d{3})")
_ONE = r"(?:\d{1,9}|[A-Z]\d{3})"
_TO = r"\s*(?:s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?|-+|[‐‑–—~]|\.\.+)\s*"
_RANGE = re.compile(f"({_ONE}){_TO}({_ONE})", re.I)
_SINGLE = re.compile(_ONE, re.I)


class Register(NamedTuple):
    """A register as read.

    ``first``, ``last``  ends of the range; equal for one; None for a text that
                         is no register number
    ``count``            assets it stands for; 0 for an impossible range
    """

    text: str
    first: str | None
    last: str | None
    count: int


def read_register(value, width=4):
    """Return the ``Register`` of a cell; None for a date or a broken number.

    ``width``  digits that number cells are padded to (their zeros are lost)
    """
    if isinstance(value, float):
        if not value.is_integer() or value < 0:
            return None
        value = str(int(value)).zfill(width)
    if isinstance(value, datetime.date):
        return None
    text = str(value).strip().upper()
    if _SINGLE.fullmatch(text) and register_number(text) > 0:
        return Register(text, text, text, 1)
    hit = _RANGE.fullmatch(text)
    if not hit or register_number(hit[1]) == 0:
        return Register(str(value).strip(), None, None, 1)
    return _range(hit[1], hit[2])


def _range(first, last):
    if first.isdigit() and last.isdigit():
        last = last.zfill(len(first))
    text = f"{first}-{last}"
    count = register_number(last) - register_number(first) + 1
    if not 1 <= count <= MOST_ITEMS:
        return Register(text, first, last, 0)
    return Register(text if count > 1 else first, first, last, count)


def register_number(text):
    """Return the number of a register: '0001' -> 1, 'A000' -> 10000.

    Raises ``ValueError`` for a text that is no register number.
    """
    hit = _LETTERED.fullmatch(text)
    if hit:
        return 10_000 + (ord(hit[1]) - ord("A")) * 1_000 + int(hit[2])
    return int(text)


def register_text(number, width=4):
    """Return a register of ``width`` digits, with letters after 9999 if 4.

    Raises ``ValueError`` for a number that the width cannot hold.
    """
    highest = 35_999 if width == 4 else 10**width - 1
    if not 1 <= number <= highest:
        raise ValueError(f"no register of {width} digits for {number}")
    if width == 4 and number > 9_999:
        letter, rest = divmod(number - 10_000, 1_000)
        return f"{chr(ord('A') + letter)}{rest:03d}"
    return str(number).zfill(width)


def expand_register(first, last):
    """Return the registers from ``first`` to ``last`` as a list of texts.

    Raises ``ValueError`` when they are no range of at most 100,000.
    """
    start, stop = register_number(first), register_number(last)
    if not 1 <= stop - start + 1 <= MOST_ITEMS:
        raise ValueError(f"no range: {first}-{last}")
    width = len(first)
    return [register_text(number, width) for number in range(start, stop + 1)]
