"""Goods as people name them in lists: NIBAR, kode register, or the QR of a label."""

import re
from collections import Counter
from dataclasses import dataclass

#: pieces of one list that are looked at, and characters of each
MOST_MARKS = 20_000
LONGEST_MARK = 120

_SEPARATORS = re.compile(r"[\n\r\t;,|]+")
_BLANKS = re.compile(r"\s+")
_LABEL = re.compile(r"https?://\S*/sipbd/a/([^/?#\s]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Marks:
    """What a list names.

    :param wanted: each once, in their order
    :param repeated: those that stand in it more than once
    :param left: number of pieces that were not looked at, as there are too many
    """

    wanted: tuple[str, ...]
    repeated: tuple[str, ...]
    left: int = 0


def marks(text: str | None) -> Marks:
    """Pieces of a pasted or scanned list.

    >>> marks("https://x.go.id/sipbd/a/0012\\n 12.01 1.3.2 ;0012")
    Marks(wanted=('0012', '12.01 1.3.2'), repeated=('0012',), left=0)
    """
    pieces = list(filter(None, map(_mark, _SEPARATORS.split(text or ""))))
    looked_at = pieces[:MOST_MARKS]
    counts = Counter(looked_at)
    return Marks(
        tuple(counts),
        tuple(mark for mark, count in counts.items() if count > 1),
        len(pieces) - len(looked_at),
    )


def _mark(piece: str) -> str:
    piece = _BLANKS.sub(" ", piece.replace("\x00", "")).strip(" '\"")
    label = _LABEL.search(piece)
    mark = label.group(1) if label else piece
    digits = mark.replace(" ", "")
    return (digits if digits.isdigit() else mark)[:LONGEST_MARK]
