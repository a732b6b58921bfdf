"""Goods codes and location codes in the ways files write them."""

import datetime
import re
from typing import NamedTuple

P17, P108 = "p17", "p108"
WIDTHS = {
    P17: (2, 2, 2, 2, 2),  # Permendagri 17/2007: 02.06.01.04.06
    P108: (1, 1, 1, 2, 2, 2, 3),  # Permendagri 108/2016: 1.3.2.05.01.04.005
}
_PLAIN = {10: P17, 12: P108}
_DOTTED = re.compile(r"\d+(?:\s*[.\-\s]\s*\d+)*\s*[.\-]?")
_LOCATION = re.compile(r"\d+(?:\s*[.\-/]\s*\d+)*")


class Code(NamedTuple):
    """A goods code: dotted and padded.

    ``book``      'p17', 'p108', or None when it fits neither or both
    ``complete``  it goes down to the last level of its book
    ``padded``    zeros lost in a number cell were put back
    """

    text: str
    book: str | None
    complete: bool
    padded: bool


def read_code(value):
    """Return the ``Code`` of a cell, or None when it is not one.

    Takes dots or none, a trailing dot, whole numbers and lost zeros.
    """
    text = _plain_text(value)
    if text is None or not _DOTTED.fullmatch(text):
        return None
    parts = re.findall(r"\d+", text)
    if len(parts) == 1:
        return _read_digits(parts[0])
    return join_code(parts)


def _read_digits(digits):
    """Return the code of digits without dots: 10 (Permendagri 17) or 12 (108)."""
    padded = len(digits) == 9 and digits[0] in "1234567"
    if padded:
        digits = "0" + digits
    book = _PLAIN.get(len(digits))
    if not book or (book == P108) != digits.startswith("1"):
        return None
    parts, start = [], 0
    for width in WIDTHS[book]:
        parts.append(digits[start : start + width])
        start += width
    return Code(".".join(parts), book, True, padded)


def join_code(parts, book=None):
    """Return the ``Code`` of its levels (list of digit texts), or None.

    Levels that came as numbers have lost their zeros: 2, 3, 1, 5, 1 is
    02.03.01.05.01.

    ``book``  the code book when the layout knows it
    """
    book = book or _book(parts)
    if book is None:
        either = 1 < len(parts) <= 5 and all(len(part) <= 2 for part in parts)
        return Code(".".join(parts), None, False, False) if either else None
    widths = WIDTHS[book]
    if len(parts) > len(widths):
        return None
    numbers = [part.lstrip("0") or "0" for part in parts]
    if any(len(n) > w for n, w in zip(numbers, widths, strict=False)):
        return None
    text = ".".join(n.zfill(w) for n, w in zip(numbers, widths, strict=False))
    lost = any(len(p) < w for p, w in zip(parts, widths, strict=False))
    return Code(text, book, len(parts) == len(widths), lost)


def _book(parts):
    """Return the book of a code by the number and width of its levels."""
    if len(parts) > 7:
        return None
    if len(parts) > 5:
        return P108 if int(parts[0]) == 1 else None
    head, tail = parts[:3], parts[3:]
    if all(len(part) == 2 for part in parts):
        return P17
    if all(len(part) == 1 for part in head) and parts[0] == "1":
        if all(len(part) == 2 for part in tail):
            return P108
        return None  # 1.3.2.5.1: zeros lost, either book
    return P17 if len(parts) == 5 and all(len(p) <= 2 for p in parts) else None


def read_location(value):
    """Return a kode lokasi or unit code as text, or None.

    Takes numbers (1101010001.0), trailing dots and footnote stars.
    """
    text = _plain_text(value)
    if text is None:
        return None
    text = text.rstrip(" .*")
    return re.sub(r"\s+", "", text) if _LOCATION.fullmatch(text) else None


def _plain_text(value):
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else None
    if value is None or isinstance(value, datetime.date):
        return None
    return str(value).strip().lstrip("'’").strip()
