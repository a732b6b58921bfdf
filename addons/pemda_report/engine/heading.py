"""What stands above the table on the first page: letterhead, title and identity."""

from io import BytesIO

from reportlab.lib.utils import ImageReader

from .errors import ReportError
from .fonts import SANS, SANS_BOLD, Face
from .paper import MM, Frame
from .wrap import wrap

LOGO_HEIGHT = 19 * MM
LINE_SPACING = 1.1


class Heading:
    """Draws the top of the first page of ``report``."""

    def __init__(self, canvas, report, frame: Frame):
        self._canvas = canvas
        self._report = report
        self._frame = frame
        self._plain = Face(canvas, SANS, 8.5)
        self._contact = Face(canvas, SANS, 8)
        self._title = Face(canvas, SANS_BOLD, 11)
        self._government = Face(canvas, SANS_BOLD, 12)
        self._unit = Face(canvas, SANS_BOLD, 14)

    def draw(self, sheet, top: float) -> float:
        """Draw everything below ``top``; returns where the table may begin."""
        if self._report.letterhead:
            top = self._letterhead(sheet, top) - 4 * MM
        for line in self._report.title:
            top = self._centered(sheet, top, self._title, line, self._frame.inner_width)
        top -= 3 * MM
        middle = self._frame.left + self._frame.inner_width * 0.62
        lowest = min(
            self._pairs(sheet, top, self._report.identity, self._frame.left, middle),
            self._pairs(
                sheet, top, self._report.identity_right, middle, self._frame.right
            ),
        )
        return lowest - 2 * MM

    def _letterhead(self, sheet, top: float) -> float:
        """Logo at the left, names and address in the middle beside it."""
        letterhead = self._report.letterhead
        *governments, unit = letterhead.names
        lines = [(self._government, name) for name in governments]
        lines += [(self._unit, unit), (self._contact, letterhead.contact)]
        room = self._frame.inner_width - 2 * LOGO_HEIGHT - 6 * MM
        lines = [
            (face, line)
            for face, text in lines
            for line in wrap(text, room, face.width)
        ]
        height = sum(face.leading * LINE_SPACING for face, line in lines if line)
        bottom = top - height
        if letterhead.logo:
            bottom = top - max(height, LOGO_HEIGHT)
            self._logo(letterhead.logo, (top + bottom + LOGO_HEIGHT) / 2)
        y = (top + bottom + height) / 2
        for face, line in lines:
            if line:
                y = self._centered(sheet, y, face, line, room)
        return self._double_rule(bottom - 2 * MM)

    def _logo(self, picture: bytes, top: float):
        try:
            image = ImageReader(BytesIO(picture))
            width, height = image.getSize()
        except Exception as error:
            raise ReportError(f"The logo cannot be read: {error}") from error
        shown = min(LOGO_HEIGHT * width / height, LOGO_HEIGHT * 1.3)
        self._canvas.drawImage(
            image,
            self._frame.left + 2 * MM,
            top - LOGO_HEIGHT,
            shown,
            LOGO_HEIGHT,
            mask="auto",
            preserveAspectRatio=True,
        )

    def _double_rule(self, y: float) -> float:
        """A thick rule over a thin one, as below every kop naskah dinas."""
        left, right = self._frame.left, self._frame.right
        self._canvas.setLineWidth(1.8)
        self._canvas.line(left, y, right, y)
        self._canvas.setLineWidth(0.5)
        self._canvas.line(left, y - 2.2, right, y - 2.2)
        return y - 2.2

    def _centered(self, sheet, top, face, text, room) -> float:
        box = (self._frame.left, self._frame.right)
        for line in wrap(text, room, face.width):
            sheet.aligned(box, top - face.ascent, face, line, "center")
            top -= face.leading * LINE_SPACING
        return top

    def _pairs(self, sheet, top: float, pairs, left: float, right: float) -> float:
        """Lines of ``label : value``, the colons below each other."""
        if not pairs:
            return top
        face = self._plain
        colon = left + max(face.width(label) for label, _value in pairs) + 3 * MM
        start = colon + face.width(": ")
        for label, value in pairs:
            sheet.text(left, top - face.ascent, face, label)
            sheet.text(colon, top - face.ascent, face, ":")
            for line in wrap(value, right - start - 3 * MM, face.width):
                sheet.text(start, top - face.ascent, face, line)
                top -= face.leading * LINE_SPACING
        return top
