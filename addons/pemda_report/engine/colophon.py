"""The footer of every page: QR code, document id, hash, time of print, pages.

How many pages there are and what the hash is is known at the end only. So each page
refers to forms that are drawn later: how many pages its part has when that is done, and
all the rest at the end.
"""

from reportlab.graphics.barcode.qr import QrCode

from .fonts import SANS, Face
from .formats import moment
from .model import Issue
from .paper import MM, Frame
from .sheet import Sheet

FORM = "colophon"
PAGES_FORM = "pages-{part}"
QR_SIZE = 11 * MM
HASH_LENGTH = 16


def qr_text(issue: Issue, sha256: str) -> str:
    """What the QR code says: the page of the document, or its id and short hash.

    The latter in capitals, digits and a colon only: the dense alphanumeric mode of QR
    codes.
    """
    if issue.url:
        return issue.url
    return f"{issue.number}:{sha256[:HASH_LENGTH]}".upper()


class Colophon:
    """Draws the footer."""

    def __init__(self, canvas, issue: Issue, frame: Frame):
        self._canvas = canvas
        self._issue = issue
        self._frame = frame
        self._face = Face(canvas, SANS, 7)
        self._of_pages = frame.right - self._face.width("dari 9999")
        self._y = frame.foot + 1.2 * MM

    def number_page(self, sheet: Sheet, page: int):
        """What differs from page to page."""
        box = (0, self._of_pages)
        sheet.aligned(box, self._y, self._face, f"Halaman {page} ", "right")

    def refer(self, part: int = 1):
        """Let the page at hand show the rest; ``part`` is counted by itself."""
        self._canvas.doForm(PAGES_FORM.format(part=part))
        self._canvas.doForm(FORM)

    def count_pages(self, pages: int, part: int = 1):
        """Say how many pages a part has."""
        self._canvas.beginForm(PAGES_FORM.format(part=part))
        sheet = Sheet(self._face)
        sheet.text(self._of_pages, self._y, self._face, f"dari {pages}")
        sheet.write_to(self._canvas)
        self._canvas.endForm()

    def define(self, sha256: str):
        """Say what all pages have in common."""
        canvas, frame, face = self._canvas, self._frame, self._face
        canvas.beginForm(FORM)
        sheet = Sheet(face)
        rule = frame.foot + QR_SIZE + 0.8 * MM
        sheet.horizontal(rule, frame.left, frame.right)
        left = frame.left + QR_SIZE + 2 * MM
        issue = self._issue
        printed = f"Dicetak {moment(issue.printed_at, issue.zone)}"
        lines = (
            f"Dokumen {issue.number} · SHA-256 {sha256[:HASH_LENGTH]}",
            f"{printed} · {issue.system}" if issue.system else printed,
        )
        y = self._y
        for line in reversed(lines):
            sheet.text(left, y, face, line)
            y += face.leading * 1.1
        sheet.write_to(canvas)
        code = QrCode(
            qr_text(issue, sha256),
            width=QR_SIZE,
            height=QR_SIZE,
            qrBorder=0,
            qrLevel="M",
        )
        code.drawOn(canvas, frame.left, frame.foot)
        canvas.endForm()
