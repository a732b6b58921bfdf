"""NIP as people paste them: one a line, in a row, or in their printed parts."""

import re

LENGTH = 18
SHOWN = 40  # of a piece that is no NIP
_SEPARATORS = re.compile(r"[\n\r\t,;|]+")
_MARKS = re.compile(r"[\s.\-'\"]+")


def numbers(text: str | None) -> tuple[list[str], list[str]]:
    """NIP in their order, each once, and the pieces that are none.

    >>> numbers("19700101 199503 1 901\\n198001012005012901, abc")
    (['197001011995031901', '198001012005012901'], ['abc'])
    """
    found, faulty = [], []
    for piece in _SEPARATORS.split(text or ""):
        digits = _MARKS.sub("", piece)
        if not digits:
            continue
        if not (digits.isascii() and digits.isdigit()) or len(digits) % LENGTH:
            faulty.append(piece.strip()[:SHOWN])
            continue
        found += (digits[i : i + LENGTH] for i in range(0, len(digits), LENGTH))
    return list(dict.fromkeys(found)), faulty
