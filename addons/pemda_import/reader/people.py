"""Numbers, names and ranks of civil servants: a parser per column type.

The parsers take a cell and return ``(value, kind)`` like those of ``parsers``.
Spreadsheets keep 15 digits of a number, so an 18-digit NIP or a 16-digit NIK in a
number cell has lost its end: it is refused, never completed.
"""

import datetime
import re
from decimal import Decimal
from typing import NamedTuple

from .parsers import plain

NIP_DIGITS, NIK_DIGITS, EXACT_DIGITS = 18, 16, 15
LOST = "lost-digits"
SHORT = "short-nip"  # 17 digits: settled beside the birth date of the row

_FILLING = re.compile(r"[\s.\-'’‘`\"]+")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d*)?[eE]\+?\d{1,2}")
_PNS_RANK = re.compile(r"(?<![A-Za-z])(IV|I{1,3})[\s/.\-]*([A-Ea-e])(?![A-Za-z])")
_PPPK_RANK = re.compile(
    r"(?:golongan|gol)?\W*(X(?:I{1,3}|IV|VI{0,2})?|IX|IV|VI{0,3}|I{1,3})\W*", re.I
)
_SERVICE = re.compile(
    r"(\d{1,2})\s*(?:-|/|tahun|thn\.?|th\.?)\s*(\d{1,2})\s*(?:bulan|bln\.?|bl\.?)?",
    re.I,
)
_BEFORE_NAME = re.compile(
    r"(?:prof|dr|drg|drh|drs|dra|ir|apt|ns|h|hj|kh|r|rr|ra|rm)\.(?=\s|\w)|"
    r"(?:hj|haji|hajah)\s",
    re.I,
)
_HONOURS = re.compile(r"\s*(?:[^,\s]*\.[^,]*|[A-Z]{2,4})\s*(?:,|\Z)")


class Nip(NamedTuple):
    """A NIP as read: ``text`` of 18 digits or None, ``start`` its first 15 digits
    where the rest is lost, ``short`` the 17 digits that may be repaired.
    """

    text: str | None = None
    start: str | None = None
    short: str | None = None


def digits_of(cell):
    """Return ``(digits, kind)`` of a number that is written, not counted."""
    if isinstance(cell, datetime.date):
        return None, "date-in-identifier"
    if isinstance(cell, float | int):
        if cell < 0 or cell != int(cell):
            return None, "bad-identifier"
        # by its shortest text: of so many digits a float is only next to the number
        digits = str(int(Decimal(repr(cell))))
        return (digits, LOST) if len(digits) > EXACT_DIGITS else (digits, None)
    if _SCIENTIFIC.fullmatch(cell):
        return None, LOST
    digits = _FILLING.sub("", cell)
    return (digits, None) if digits.isdecimal() and digits.isascii() else (None, None)


def parse_nip(cell):
    """NIP or NI PPPK -> ``Nip``."""
    cell, kind = plain(cell, "date-in-identifier")
    if cell is None or cell == 0 or cell == "0":
        return None, kind
    digits, kind = digits_of(cell)
    if digits is None:
        return None, kind or "bad-nip"
    if kind == LOST or (len(digits) == NIP_DIGITS and digits.endswith("000")):
        start = digits[:EXACT_DIGITS] if len(digits) == NIP_DIGITS else None
        return Nip(start=start), LOST
    if len(digits) == NIP_DIGITS:
        return Nip(text=digits), None
    if len(digits) == NIP_DIGITS - 1:
        return Nip(short=digits), None
    return None, "bad-nip"


def identifier_parser(width):
    """Return the parser of other numbers; ``width`` their digits, 0 for any."""

    def parse(cell):
        cell, kind = plain(cell, "date-in-identifier")
        if cell is None or cell == 0:
            return None, kind
        digits, kind = digits_of(cell)
        if kind:
            return None, kind
        if digits is None:
            return (None, "bad-identifier") if width else (cell, None)
        if not digits.strip("0"):
            return None, None
        if width and isinstance(cell, str) and len(digits) != width:
            return None, "bad-identifier"
        return (digits.zfill(width) if width else digits), None

    return parse


def is_identifier(cell):
    """Tell cheaply whether a cell looks like the NIP of a person's row."""
    if isinstance(cell, float | int):
        return cell >= 10**14
    if not isinstance(cell, str):
        return False
    digits = _FILLING.sub("", cell)
    return len(digits) >= NIP_DIGITS - 1 and digits.isdecimal()


def repair_nip(short, birth, sex=None, start=None):
    """Return the NIP that 17 digits are certainly left of, or None.

    Every NIP that loses one digit to give ``short`` and fits the person is tried;
    only one may be left.

    ``birth``  ISO text of the birth date; without it nothing is certain
    ``sex``    "male", "female" or None
    ``start``  ISO text of the TMT CPNS or None
    """
    if not birth or len(short) != NIP_DIGITS - 1:
        return None
    day = birth.replace("-", "")
    fitting = {
        nip
        for place in range(NIP_DIGITS)
        for digit in "0123456789"
        if (nip := short[:place] + digit + short[place:]).startswith(day)
        and _is_sound(nip, int(day[:4]))
        and (sex is None or nip[14] == {"male": "1", "female": "2"}.get(sex))
        and (start is None or nip[8:14] == start.replace("-", "")[:6])
    }
    return fitting.pop() if len(fitting) == 1 else None


def _is_sound(nip, born):
    """Tell whether the end of a NIP or NI PPPK can be one at all."""
    year, middle = int(nip[8:12]), int(nip[12:14])
    served = born + 15 <= year <= born + 60
    return (
        served
        and (1 <= middle <= 12 or year >= 2019)
        and nip[14] in "12"
        and nip[15:] != "000"
    )


def parse_golongan(cell):
    """Rank -> 'III/a' of a PNS or 'IX' of a PPPK."""
    cell, kind = plain(cell, "date-in-text")
    if cell is None or cell == 0:
        return None, kind
    if not isinstance(cell, str):
        return None, "bad-golongan"
    hits = _PNS_RANK.findall(cell)
    if len(hits) == 1:
        return f"{hits[0][0].upper()}/{hits[0][1].lower()}", None
    hit = None if hits else _PPPK_RANK.fullmatch(cell)
    return (hit[1].upper(), None) if hit else (None, "bad-golongan")


def parse_service(cell):
    """Years and months of service, '12-05' or '12 Th 5 Bl' -> (years, months)."""
    cell, kind = plain(cell, "date-in-number")
    if cell is None:
        return None, kind
    hit = _SERVICE.fullmatch(cell) if isinstance(cell, str) else None
    if not hit or int(hit[2]) > 11:
        return None, "bad-service"
    return (int(hit[1]), int(hit[2])), None


def split_name(text):
    """Return ``(titles before, name, titles after)`` of a printed name.

    >>> split_name("Drs. Gunadarma Contohwan, M.M.")
    ('Drs.', 'Gunadarma Contohwan', 'M.M.')
    """
    before, after = [], ""
    head, comma, tail = text.partition(",")
    if comma and _HONOURS.match(tail):
        text, after = head, " ".join(tail.split())
    while hit := _BEFORE_NAME.match(text):
        before.append(hit[0].strip())
        text = text[hit.end() :].lstrip()
    return " ".join(before), text.strip(" ,"), after
