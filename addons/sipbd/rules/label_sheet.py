"""Labels with QR codes as PDF."""

from collections.abc import Sequence

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from odoo.addons.pemda_report.engine.canvas import ReportCanvas
from odoo.addons.pemda_report.engine.fonts import NARROW, NARROW_BOLD, Face
from odoo.addons.pemda_report.engine.paper import MM
from odoo.addons.pemda_report.engine.sheet import Sheet

from .labels import LEADING, Label, Layout, fit

PADDING = 1.5 * MM
# The code takes the height of the label, but leaves most of it to the text.
QR_SHARE = 0.4
QR_LARGEST = 26 * MM
# of white between the code and the text, as ISO/IEC 18004 asks for
QUIET_MODULES = 4


def write_labels(layout: Layout, labels: Sequence[Label], target, start: int = 1):
    """Write ``labels`` to the binary file ``target``.

    :param start: position on the first sheet, from 1; those before it stay empty
    :return: number of pages
    """
    size = (layout.page_width * MM, layout.page_height * MM)
    owner = labels[0].owner if labels else ""
    canvas = ReportCanvas(target, size, "Label barang", "", owner)
    writer = _Writer(canvas, layout)
    places = layout.places(len(labels), start)
    for label, (page, left, top) in zip(labels, places, strict=True):
        writer.draw(page, left * MM, size[1] - top * MM, label)
    return writer.finish()


class _Writer:
    def __init__(self, canvas, layout: Layout):
        self._canvas = canvas
        self._width = layout.label_width * MM
        self._height = layout.label_height * MM
        self._qr_side = min(
            self._height - 2 * PADDING, self._width * QR_SHARE, QR_LARGEST
        )
        self._unit = {bold: Face(canvas, _font(bold), 1) for bold in (False, True)}
        self._faces = {}
        self._page = 0
        self._begin()

    def _begin(self):
        # each page names the fonts of its own text
        self._faces = {}
        self._sheet = Sheet(self._face(False, 6))

    def draw(self, page: int, left: float, top: float, label: Label):
        while self._page < page:
            self._end_page()
        module = self._draw_code(left + PADDING, top - PADDING, label.url)
        text_left = left + PADDING + self._qr_side + QUIET_MODULES * module
        room = left + self._width - PADDING - text_left
        size, lines = fit(label, room, self._height - 2 * PADDING, self._text_width)
        y = top - PADDING
        for text, bold in lines:
            face = self._face(bold, size)
            self._sheet.text(text_left, y - face.ascent, face, text)
            y -= size * LEADING

    def finish(self) -> int:
        self._end_page()
        self._canvas.save()
        return self._page

    def _end_page(self):
        self._sheet.write_to(self._canvas)
        self._canvas.showPage()
        self._page += 1
        self._begin()

    def _draw_code(self, left: float, top: float, url: str) -> float:
        """Dark modules as one path, filled once: hairlines between them confuse.

        :return: side of a module
        """
        code = QRCode(None, QRErrorCorrectLevel.M)
        code.addData(url)
        code.make()
        step = self._qr_side / code.getModuleCount()
        boxes = []
        for row, modules in enumerate(code.modules):
            y = top - (row + 1) * step
            for first, length in _runs(modules):
                x = left + first * step
                size = f"{length * step:.2f} {step + 0.02:.2f}"
                boxes.append(f"{x:.2f} {y:.2f} {size} re")
        self._canvas.addLiteral(f"q 0 g {' '.join(boxes)} f Q")
        return step

    def _text_width(self, text: str, bold: bool) -> float:
        return self._unit[bold].width(text)

    def _face(self, bold: bool, size: float) -> Face:
        key = (bold, size)
        if key not in self._faces:
            self._faces[key] = Face(self._canvas, _font(bold), size)
        return self._faces[key]


def _font(bold: bool) -> str:
    return NARROW_BOLD if bold else NARROW


def _runs(modules):
    """First index and length of each run of dark modules."""
    start = None
    for index, dark in enumerate([*modules, False]):
        if dark and start is None:
            start = index
        elif not dark and start is not None:
            yield start, index - start
            start = None
