"""Sheets of labels: where each label lies, and how its text is made to fit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from odoo.addons.pemda_report.engine.wrap import wrap

# Smaller than this a label does not hold a QR code that a phone reads.
SMALLEST = (30.0, 15.0)
SIZES = (10, 9, 8, 7.5, 7, 6.5, 6, 5.5, 5, 4.6, 4.3, 4)  # points
LEADING = 1.15
# Down to this size a code rather stands on one line than larger on two.
READABLE = 5
ELLIPSIS = "…"
LONGEST = 300  # characters of a name that are looked at


@dataclass(frozen=True)
class Layout:
    """A sheet of labels, or a roll (one label a page); all lengths in mm."""

    page_width: float
    page_height: float
    columns: int
    rows: int
    label_width: float
    label_height: float
    margin_left: float = 0.0
    margin_top: float = 0.0
    gap_x: float = 0.0
    gap_y: float = 0.0

    @property
    def per_sheet(self) -> int:
        return self.columns * self.rows

    @property
    def used_width(self) -> float:
        gaps = (self.columns - 1) * self.gap_x
        return self.margin_left + self.columns * self.label_width + gaps

    @property
    def used_height(self) -> float:
        gaps = (self.rows - 1) * self.gap_y
        return self.margin_top + self.rows * self.label_height + gaps

    def fits(self) -> bool:
        """Whether all labels lie on the page; a tenth of a millimetre is forgiven."""
        return (
            self.used_width <= self.page_width + 0.1
            and self.used_height <= self.page_height + 0.1
        )

    def sheets(self, count: int, start: int = 1) -> int:
        """Pages for ``count`` labels from position ``start`` of the first one."""
        return -(-(start - 1 + count) // self.per_sheet) if count else 0

    def places(self, count: int, start: int = 1) -> Iterator[tuple[int, float, float]]:
        """Page (from 0), left and top in mm of each label, row by row.

        :raises ValueError: ``start`` is not a position of the sheet
        """
        if not 1 <= start <= self.per_sheet:
            raise ValueError(start)
        for number in range(start - 1, start - 1 + count):
            page, position = divmod(number, self.per_sheet)
            row, column = divmod(position, self.columns)
            left = self.margin_left + column * (self.label_width + self.gap_x)
            top = self.margin_top + row * (self.label_height + self.gap_y)
            yield page, left, top


@dataclass(frozen=True)
class Label:
    """What one label says."""

    owner: str
    codes: tuple[str, ...]
    name: str
    year: str
    url: str


Width = Callable[[str, bool], float]


def fit(
    label: Label, room: float, height: float, width: Width
) -> tuple[float, list[tuple[str, bool]]]:
    """The largest size at which the text fits, and its lines with their weight.

    At the smallest size owner and name are cut; codes and year always stand whole.

    :param room: width for the text in points
    :param height: height for the text in points
    :param width: of a text at size 1, normal or bold; additive over characters
    """
    fitting = []
    for size in SIZES:
        lines = _lines(label, room / size, width)
        if len(lines) * LEADING * size <= height:
            codes = _code_lines(label, room / size, width)
            if size >= READABLE and len(codes) == len(label.codes):
                return size, lines
            fitting.append((size, lines))
    if fitting:
        return fitting[0]
    size = SIZES[-1]
    most = int(height / (LEADING * size))
    return size, _cut(label, room / size, width, most)


def _lines(label: Label, room: float, width: Width):
    return [
        *_wrapped(_clean(label.owner), room, width, bold=True),
        *_code_lines(label, room, width),
        *_wrapped(_clean(label.name), room, width, bold=False),
        *_wrapped(label.year, room, width, bold=False),
    ]


def _code_lines(label: Label, room: float, width: Width):
    lines = []
    for code in label.codes:
        lines += _wrapped(_clean(code), room, width, bold=True)
    return lines


def _cut(label: Label, room: float, width: Width, most: int):
    codes = _code_lines(label, room, width)
    year = _wrapped(label.year, room, width, bold=False)
    owner = _wrapped(_clean(label.owner), room, width, bold=True)
    name = _wrapped(_clean(label.name), room, width, bold=False)
    left = max(most - len(codes) - len(year), 0)
    owner = _shortened(owner, min(1, max(left - 1, 0)), room, width)
    name = _shortened(name, left - len(owner), room, width)
    return [*owner, *codes, *name, *year]


def _shortened(lines, most: int, room: float, width: Width):
    if len(lines) <= most:
        return lines
    if most <= 0:
        return []
    text, bold = lines[most - 1]
    while text and width(text + ELLIPSIS, bold) > room:
        text = text[:-1]
    return [*lines[: most - 1], (text.rstrip() + ELLIPSIS, bold)]


def _wrapped(text: str, room: float, width: Width, bold: bool):
    if not text:
        return []
    return [(line, bold) for line in wrap(text, room, lambda part: width(part, bold))]


def _clean(text: str) -> str:
    """One line without control characters, of a length that can be looked at."""
    words = " ".join(text[:LONGEST].split())
    return "".join(filter(str.isprintable, words))
