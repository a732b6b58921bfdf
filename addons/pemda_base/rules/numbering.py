"""Numbers of official registers, built from a template.

A template is literal text with parts in braces: ``{tahun}`` prints the part as it
is, ``{urut:7}`` pads it with zeros on the left to seven characters. ``urut`` is the
running number; every other part is given by the caller.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

RUNNING_NUMBER = "urut"
_PART = re.compile(r"\{(?P<name>[a-z_]+)(?::(?P<width>[1-9]\d?))?\}")


def _(text: str) -> str:
    """Mark a sentence for translation; whoever shows it translates it."""
    return text


class NumberingError(ValueError):
    """The template or the parts cannot make a number; the text says why.

    ``sentence`` with ``params`` is the text, so that it can be translated.
    """

    def __init__(self, sentence: str, **params: object):
        super().__init__(sentence % params)
        self.sentence = sentence
        self.params = params


@dataclass(frozen=True)
class Part:
    name: str
    width: int = 0  # 0: as it is


@lru_cache(maxsize=64)
def parse(template: str) -> tuple[str | Part, ...]:
    """Split a template into literal text and parts.

    :raises NumberingError: on a brace that belongs to no part
    """
    pieces: list[str | Part] = []
    position = 0
    for match in _PART.finditer(template):
        if match.start() > position:
            pieces.append(template[position : match.start()])
        pieces.append(Part(match["name"], int(match["width"] or 0)))
        position = match.end()
    if position < len(template):
        pieces.append(template[position:])
    for piece in pieces:
        if isinstance(piece, str) and ("{" in piece or "}" in piece):
            raise NumberingError(
                _("“%(piece)s” is not a part such as {urut:7}"), piece=piece
            )
    return tuple(pieces)


def part_names(template: str) -> tuple[str, ...]:
    """Names of the parts in the order in which they stand."""
    return tuple(p.name for p in parse(template) if isinstance(p, Part))


def render(template: str, values: Mapping[str, object]) -> str:
    """Fill a template; an empty or missing value counts as no text.

    :raises NumberingError: when a value is wider than its part, since cutting it
        would make two different things look the same
    """
    return _join(parse(template), values)


def running_width(template: str) -> int:
    """Width of the running number, 0 when it is printed as it is.

    :raises NumberingError: unless it stands there once
    """
    widths = [
        piece.width
        for piece in parse(template)
        if isinstance(piece, Part) and piece.name == RUNNING_NUMBER
    ]
    if len(widths) != 1:
        raise NumberingError(_("“%(template)s” needs {urut} once"), template=template)
    return widths[0]


def surround(template: str, values: Mapping[str, object]) -> tuple[str, str]:
    """What stands before and what behind the running number.

    Numbers of records with the same parts differ in the running number alone.

    :raises NumberingError: as ``render``
    """
    pieces = parse(template)
    place = next(
        place
        for place, piece in enumerate(pieces)
        if isinstance(piece, Part) and piece.name == RUNNING_NUMBER
    )
    return _join(pieces[:place], values), _join(pieces[place + 1 :], values)


def _join(pieces, values):
    return "".join(
        piece if isinstance(piece, str) else _fill(piece, values) for piece in pieces
    )


def _fill(part: Part, values: Mapping[str, object]) -> str:
    value = values.get(part.name)
    text = "" if value is None or value is False else str(value)
    if not part.width:
        return text
    if len(text) > part.width:
        raise NumberingError(
            _("%(part)s “%(text)s” does not fit into %(width)s characters"),
            part=part.name,
            text=text,
            width=part.width,
        )
    return text.rjust(part.width, "0")


def digits(code: str | None, width: int) -> str:
    """Digits of a dotted code, filled with zeros on the **right** to ``width``.

    A unit code is a path: 01.00.00 and 01.00.00.0001 differ in depth, not in size,
    so missing deeper levels are zeros behind it.

    >>> digits("01.00.00.0001", 14)
    '01000000010000'

    :raises NumberingError: when the code has more digits than ``width``
    """
    found = re.sub(r"\D", "", code or "")
    if len(found) > width:
        raise NumberingError(
            _("“%(code)s” has more than %(width)s digits"), code=code, width=width
        )
    return found.ljust(width, "0")
