"""The block of signatures, kept together."""

from . import formats
from .fonts import SANS, SANS_BOLD, Face
from .paper import MM, Frame
from .wrap import wrap

GAP = 5 * MM
SPACE = 16 * MM
DOTS = "." * 44
NIP = "NIP. "


class Signatures:
    """One to three blocks beside each other, place and date over the last one."""

    def __init__(self, canvas, report, frame: Frame):
        self._frame = frame
        self._face = Face(canvas, SANS, 9)
        self._bold = Face(canvas, SANS_BOLD, 9)
        self._signers = report.signers
        count = len(self._signers)
        self._room = frame.inner_width / max(count, 2) * 0.9
        self._above = self._upper_lines(report.place_date)
        self._names = [
            wrap(signer.name or DOTS, self._room, self._bold.width)
            for signer in self._signers
        ]

    @property
    def height(self) -> float:
        """Height with the gap above it; 0 if nobody signs."""
        if not self._signers:
            return 0
        lines = max(map(len, self._above)) + max(map(len, self._names)) + 1
        return GAP + lines * self._leading + SPACE

    @property
    def _leading(self) -> float:
        return self._face.leading * 1.1

    def _upper_lines(self, place_date: str) -> list[list[str]]:
        """What stands over each signature: place and date or heading, then the
        office; the offices begin side by side."""
        last = len(self._signers) - 1
        openings = [
            [line for line in (place_date if i == last else "", signer.heading) if line]
            for i, signer in enumerate(self._signers)
        ]
        depth = max(map(len, openings), default=0)
        return [
            [""] * (depth - len(opening)) + opening + self._office(signer)
            for opening, signer in zip(openings, self._signers, strict=True)
        ]

    def _office(self, signer) -> list[str]:
        return [
            line
            for office in signer.lines
            for line in wrap(office, self._room, self._face.width)
        ]

    def draw(self, sheet, top: float):
        """Draw the blocks below ``top``."""
        if not self._signers:
            return
        top -= GAP
        below = top - max(map(len, self._above)) * self._leading - SPACE
        for i, signer in enumerate(self._signers):
            box = self._box(i)
            y = self._lines(sheet, box, top, self._above[i], self._face)
            y = self._lines(sheet, box, below, self._names[i], self._bold)
            if signer.name:
                self._underline(sheet, box, y, self._names[i][-1])
            number = NIP + (formats.nip(signer.nip) or "." * 30)
            self._lines(sheet, box, y - 1, [number], self._face)

    def _box(self, i: int) -> tuple[float, float]:
        """Left and right edge of block ``i``; a single one stands at the right."""
        count = len(self._signers)
        slots = max(count, 2)
        slot = self._frame.inner_width / slots
        left = self._frame.left + slot * (i + slots - count)
        return left, left + slot

    def _lines(self, sheet, box, top, lines, face) -> float:
        for line in lines:
            if line:
                sheet.aligned(box, top - face.ascent, face, line, "center")
            top -= self._leading
        return top

    def _underline(self, sheet, box, bottom: float, name: str):
        half = self._bold.width(name) / 2
        middle = (box[0] + box[1]) / 2
        y = bottom + self._leading - self._bold.ascent - 1.4
        sheet.horizontal(y, middle - half, middle + half)
