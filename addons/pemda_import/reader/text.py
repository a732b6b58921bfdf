"""Text of cells: how it is shown, cleaned and compared."""

import re
import unicodedata

_INDONESIAN = str.maketrans(",.", ".,")
_BLANKS = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u2060\ufeff]")
_BLANK_MARK = re.compile(r"[-‐‑–—_=.…·* ]*\Z")
_SPACED_LETTERS = re.compile(r"\b(?:\w +){2,}\w\b")


def shorten(text, length=200):
    """Return ``text`` with at most ``length`` characters."""
    return text if len(text) <= length else text[: length - 1] + "…"


def shown_number(number):
    """Return a number as Indonesian readers write it: 1.234.567,89."""
    return f"{number:,}".translate(_INDONESIAN)


def collapse(text):
    """Return ``text`` with every run of blanks and newlines as one blank."""
    return _BLANKS.sub(" ", text).strip()


def clean(text):
    """Return the text of a cell as a person reads it.

    No-break blanks, TABs, newlines and runs of blanks become one blank,
    invisible characters and a leading apostrophe (the "this is text" sign of
    spreadsheets) go; everything else stays as written.
    """
    if _is_clean(text):
        return text
    text = collapse(_CONTROL.sub("", text))
    if text[:1] in "'’‘`" and len(text) > 1 and text.count(text[0]) == 1:
        text = text[1:].lstrip()
    return unicodedata.normalize("NFC", text)


def _is_clean(text):
    """Tell cheaply that ``clean`` would change nothing; most cells are like that."""
    return (
        text.isascii()
        and text.isprintable()
        and "  " not in text
        and text[:1] not in " '`"
        and text[-1:] != " "
    )


def is_blank(text):
    """Tell whether ``text`` only says "nothing here": '', '-', '--', '……'."""
    return bool(_BLANK_MARK.match(text))


def compact(text):
    """Return the letters and digits of ``text`` in lower case, nothing else.

    ``'J U M L A H  ……'`` and ``'Jumlah :'`` both give ``'jumlah'``.
    """
    return "".join(c for c in text.casefold() if c.isalnum())


def unspace(text):
    """Return ``text`` with spaced-out words closed: 'J U M L A H' -> 'JUMLAH'."""
    return _SPACED_LETTERS.sub(lambda hit: hit[0].replace(" ", ""), text)
