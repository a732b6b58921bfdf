"""Pieces of a cell: what stands in its second line or behind its last comma."""

import re

_BY_MARK = {"comma": ",", "slash": "/"}
_AT_UNIT = re.compile(r"\s+pada\s+", re.I)
PIECES = (
    "line-1", "line-2", "before-comma", "after-comma", "before-slash", "after-slash",
    "before-pada", "after-pada",
)  # fmt: skip


def piece_of(cell, piece):
    """Return the part of a text cell that ``piece`` names, None without one.

    Other cells are whole: they are their own first piece.
    """
    place, _, mark = piece.rpartition("-")
    if not isinstance(cell, str):
        return cell if piece in ("line-1", "before-comma", "before-slash") else None
    if place == "line":
        lines = [line.strip() for line in cell.replace("\r", "\n").split("\n")]
        return lines[int(mark) - 1] if len(lines) >= int(mark) else None
    if mark == "pada":
        parts = _AT_UNIT.split(cell, maxsplit=1)
        head, tail = parts[0], parts[1] if len(parts) > 1 else None
    else:
        head, found, tail = cell.rpartition(_BY_MARK[mark])
        if not found:
            head, tail = cell, None
    return (head if place == "before" else tail) or None
