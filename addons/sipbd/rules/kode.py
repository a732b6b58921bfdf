"""Codes of goods, Permendagri 108/2016.

A code has seven levels (akun, kelompok, jenis, objek, rincian objek, sub rincian
objek, sub-sub rincian objek) written ``1.3.2.05.01.04.001``; without dots that is
12 digits.
"""

from itertools import accumulate

LEVEL_WIDTHS = (1, 1, 1, 2, 2, 2, 3)
DIGITS = sum(LEVEL_WIDTHS)
LEAF_LEVEL = len(LEVEL_WIDTHS)
_ENDS = tuple(accumulate(LEVEL_WIDTHS))

# Jenis -> book in which its goods are kept. The jenis left out (1.3.7, 1.5.5, 1.5.6)
# are accumulated depreciation and amortisation: figures, not goods.
KIB_BY_JENIS = {
    "1.1.7": "SEDIA",
    "1.3.1": "A",
    "1.3.2": "B",
    "1.3.3": "C",
    "1.3.4": "D",
    "1.3.5": "E",
    "1.3.6": "F",
    "1.5.2": "LAIN",
    "1.5.3": "ATB",
    "1.5.4": "LAIN",
}


def level_of(code: str) -> int:
    return code.count(".") + 1


def parent_of(code: str) -> str | None:
    return code.rpartition(".")[0] or None


def digits_of(code: str) -> str | None:
    """The 12 digits of a code of the last level; None above it."""
    return code.replace(".", "") if level_of(code) == LEAF_LEVEL else None


def kib_of(code: str) -> str | None:
    """Letter or name of the book; None above jenis and for accumulations."""
    return KIB_BY_JENIS.get(".".join(code.split(".")[:3]))


def is_valid(code: str) -> bool:
    """Whether every level is digits of its width."""
    parts = code.split(".")
    return len(parts) <= LEAF_LEVEL and all(
        part.isascii() and part.isdigit() and len(part) == width
        for part, width in zip(parts, LEVEL_WIDTHS, strict=False)
    )


def dotted(text: str) -> str | None:
    """Dotted beginning of a code typed with or without dots.

    >>> dotted("132050104001")
    '1.3.2.05.01.04.001'
    >>> dotted("1.3.2.05.0")
    '1.3.2.05.0'

    :return: None when the text cannot be the beginning of a code
    """
    text = text.strip()
    if "." in text:
        body = text.removesuffix(".")
        parts = body.split(".")
        closed = parts if body != text else parts[:-1]
        fits = all(part.isascii() and part.isdigit() for part in parts) and (
            len(parts) <= LEAF_LEVEL
        )
        if not fits or not is_valid(".".join(closed) or "1"):
            return None
        return text if len(parts[-1]) <= LEVEL_WIDTHS[len(parts) - 1] else None
    if not (text.isascii() and text.isdigit() and len(text) <= DIGITS):
        return None
    starts = (0, *_ENDS)
    pieces = (text[a:b] for a, b in zip(starts, _ENDS, strict=False))
    return ".".join(piece for piece in pieces if piece)
