"""The table of a report on paper: column positions, header, rows and total lines."""

from dataclasses import dataclass
from decimal import Decimal

from . import formats, header
from .fonts import NARROW, NARROW_BOLD, Face
from .paper import Frame
from .sheet import Sheet
from .wrap import wrap

PAD_X = 2.4
PAD_Y = 1.8
# a number that is too wide for its column is set smaller, down to this, then wrapped
SMALLEST = 0.5


@dataclass(slots=True)
class RowLayout:
    """A row broken into lines: ``wrapped`` holds the cells of more than one."""

    texts: list[str]
    wrapped: dict[int, list[str]]
    lines: int


class Table:
    """Draws the parts of the table of ``report``; knows nothing about pages."""

    def __init__(self, canvas, report, frame: Frame):
        self.report = report
        self.face = Face(canvas, NARROW, report.font_size)
        self.bold = Face(canvas, NARROW_BOLD, report.font_size)
        self.tight = Face(canvas, NARROW_BOLD, report.font_size * 0.8)
        self.small = Face(canvas, NARROW, report.font_size - 1)
        widths = [column.width for column in report.leaves]
        unit = frame.inner_width / sum(widths)
        self.edges = [frame.left]
        for width in widths:
            self.edges.append(self.edges[-1] + width * unit)
        self.edges[-1] = frame.right
        pairs = zip(self.edges, self.edges[1:], strict=False)
        self.boxes = [(left + PAD_X, right - PAD_X) for left, right in pairs]
        self._rooms = [right - left for left, right in self.boxes]
        self._aligns = [column.alignment for column in report.leaves]
        self._numeric = [column.is_numeric for column in report.leaves]
        self._lefts = [f"1 0 0 1 {left:.2f} " for left, _right in self.boxes]
        # a text of at most so many ASCII characters surely fits
        self._sure = [int(room / self.face.widest) for room in self._rooms]
        self._formats = [formats.formatter(column) for column in report.leaves]
        self._spans = self._total_spans()
        self.header = Header(self)

    def height(self, lines: int) -> float:
        """Height of a row of so many lines."""
        return lines * self.face.leading + 2 * PAD_Y

    def lines_in(self, room: float) -> int:
        """How many lines a row may have to be at most ``room`` high."""
        return int((room - 2 * PAD_Y) / self.face.leading + 1e-6)

    # rows

    def layout(self, texts: list[str]) -> RowLayout:
        """Break the texts of a row into lines."""
        wrapped = {}
        lines = 1
        for i, text in enumerate(texts):
            if len(text) <= self._sure[i] and text.isascii():
                continue
            room = self._rooms[i]
            width = self.face.width(text)
            if width <= room or (self._numeric[i] and width * SMALLEST <= room):
                continue
            wrapped[i] = wrap(text, room, self.face.width)
            lines = max(lines, len(wrapped[i]))
        return RowLayout(texts, wrapped, lines)

    def row(self, sheet: Sheet, top: float, layout: RowLayout, first=0, lines=None):
        """Draw ``lines`` lines of a row from line ``first`` on.

        :return: the bottom of what was drawn
        """
        count = layout.lines if lines is None else lines
        bottom = top - self.height(count)
        baseline = top - PAD_Y - self.face.ascent
        if first == 0:
            self._single_lines(sheet, f"{baseline:.2f} Tm ", layout)
        for i, texts in layout.wrapped.items():
            y = baseline
            for text in texts[first : first + count]:
                sheet.aligned(self.boxes[i], y, self.face, text, self._aligns[i])
                y -= self.face.leading
        sheet.frame(top, bottom, self.edges)
        return bottom

    def _single_lines(self, sheet: Sheet, position: str, layout: RowLayout):
        operator, show = sheet.operator, self.face.show
        for i, text in enumerate(layout.texts):
            if not text or i in layout.wrapped:
                continue
            if self._aligns[i] == "left":
                operator(f"{self._lefts[i]}{position}{show(text)}")
            else:
                operator(self._shifted(i, text, position))

    def _shifted(self, i: int, text: str, position: str) -> str:
        """Operators for a text that is centred or stands at the right."""
        left, right = self.boxes[i]
        width = self.face.width(text)
        select = restore = ""
        if width > right - left:
            factor = (right - left) / width
            width = right - left
            select = self.face.scaled(factor) + " "
            restore = " " + self.face.select
        x = right - width if self._aligns[i] == "right" else (left + right - width) / 2
        shown = self.face.show(text)
        return f"{select}1 0 0 1 {x:.2f} {position}{shown}{restore}"

    # lines across columns

    def caption_height(self, text: str) -> float:
        return self.height(len(self._broken(text, 0, len(self.boxes))))

    def caption(self, sheet: Sheet, top: float, text: str, align="left") -> float:
        """A line over all columns; returns its bottom."""
        last = len(self.boxes)
        lines = self._broken(text, 0, last)
        bottom = top - self.height(len(lines))
        sheet.shade(self.edges[0], self.edges[-1], top, bottom)
        self._label(sheet, top, lines, 0, last, align)
        sheet.frame(top, bottom, (self.edges[0], self.edges[-1]))
        return bottom

    def total_height(self, label: str) -> float:
        first, last = self._spans[0]
        return self.height(len(self._broken(label, first, last)))

    def total(
        self, sheet: Sheet, top: float, label: str, sums: tuple[Decimal, ...]
    ) -> float:
        """A line with sums; returns its bottom."""
        first, last = self._spans[0]
        lines = self._broken(label, first, last)
        bottom = top - self.height(len(lines))
        sheet.shade(self.edges[0], self.edges[-1], top, bottom)
        self._label(sheet, top, lines, first, last, "right")
        baseline = top - PAD_Y - self.face.ascent
        for i, value in zip(self.report.summed, sums, strict=True):
            self._sum(sheet, i, baseline, self._formats[i](value))
        edges = sorted({self.edges[i] for span in self._spans for i in span})
        sheet.frame(top, bottom, edges)
        return bottom

    def _total_spans(self) -> list[tuple[int, int]]:
        """Cells of a total line: the label over the first columns, then one each."""
        count = len(self.boxes)
        label = self.report.label_span
        return [(0, label), *((i, i + 1) for i in range(label, count))]

    def _sum(self, sheet: Sheet, i: int, y: float, text: str):
        left, right = self.boxes[i]
        width = self.bold.width(text)
        factor = min(1.0, (right - left) / width)
        x = right - width * factor
        if self._aligns[i] == "center":
            x = (left + right - width * factor) / 2
        shown = f"1 0 0 1 {x:.2f} {y:.2f} Tm {self.bold.show(text)}"
        sheet.operator(f"{self.bold.scaled(factor)} {shown} {self.face.select}")

    def _broken(self, text: str, first: int, last: int) -> list[str]:
        room = self.boxes[last - 1][1] - self.boxes[first][0]
        return wrap(text, room, self.bold.width)

    def _label(self, sheet: Sheet, top, lines, first, last, align):
        box = (self.boxes[first][0], self.boxes[last - 1][1])
        y = top - PAD_Y - self.face.ascent
        for line in lines:
            sheet.aligned(box, y, self.bold, line, align)
            y -= self.face.leading


class Header:
    """The header of a table with the row of column numbers, in its own coordinates:
    its top is at 0 and it grows downwards."""

    def __init__(self, table: Table):
        self._table = table
        self._cells = [
            (cell, *self._broken(cell)) for cell in header.cells(table.report)
        ]
        self._tops = self._level_tops()
        self._has_numbers = any(column.number for column in table.report.leaves)
        self.height = -self._tops[-1]
        if self._has_numbers:
            self.height += self._number_height

    @property
    def _number_height(self) -> float:
        return self._table.small.leading + PAD_Y

    def _broken(self, cell) -> tuple[Face, list[str]]:
        """Face and lines of a title; smaller rather than breaking a word."""
        boxes = self._table.boxes
        room = boxes[cell.last][1] - boxes[cell.first][0]
        face = self._table.bold
        if any(face.width(word) > room for word in cell.title.split()):
            face = self._table.tight
        lines = [
            line
            for paragraph in cell.title.split("\n")
            for line in wrap(paragraph, room, face.width)
        ]
        return face, lines

    def _level_tops(self) -> list[float]:
        """Top of each level and, at the end, the bottom of the last."""
        heights = [0.0] * header.depth(self._table.report.columns)
        for cell, _face, lines in self._cells:
            reached = cell.level + cell.levels
            needed = self._table.height(len(lines)) - sum(heights[cell.level : reached])
            heights[reached - 1] += max(0.0, needed)
        tops = [0.0]
        for height in heights:
            tops.append(tops[-1] - height)
        return tops

    def draw(self, sheet: Sheet):
        """Draw the header and the row of column numbers."""
        table = self._table
        sheet.shade(table.edges[0], table.edges[-1], 0, self._tops[-1])
        for cell, face, lines in self._cells:
            top = self._tops[cell.level]
            bottom = self._tops[cell.level + cell.levels]
            edges = (table.edges[cell.first], table.edges[cell.last + 1])
            sheet.horizontal(top, *edges)
            sheet.frame(top, bottom, edges)
            box = (table.boxes[cell.first][0], table.boxes[cell.last][1])
            block = len(lines) * face.leading
            y = (top + bottom + block) / 2 - face.ascent
            for line in lines:
                sheet.aligned(box, y, face, line, "center")
                y -= face.leading
        if self._has_numbers:
            self._draw_numbers(sheet)

    def _draw_numbers(self, sheet: Sheet):
        table = self._table
        top = self._tops[-1]
        bottom = top - self._number_height
        y = top - PAD_Y / 2 - table.small.ascent
        for box, column in zip(table.boxes, table.report.leaves, strict=True):
            sheet.aligned(box, y, table.small, column.number, "center")
        sheet.frame(top, bottom, table.edges)
