"""Letters: naskah dinas with a head, numbered points, a signature and copies.

Each letter begins on a page of its own and counts its own pages: many of them make one
document, and each goes to somebody else. Only the page at hand is in memory.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from . import formats
from .canvas import ReportCanvas
from .colophon import Colophon
from .fonts import SANS, Face
from .heading import Heading
from .model import Issue, Letterhead, Printed, Report, Signer
from .paper import MM, frame
from .sheet import Sheet
from .signature import Signatures
from .wrap import wrap

SIZE = 10
SPACING = 1.18
MARGIN_LEFT = 22 * MM
MARGIN_RIGHT = 18 * MM
#: where the place and the addressee begin, and where values of points do
RIGHT_PART = 0.56
VALUES = 0.42
INDENT = 7 * MM
GAP = 2.6 * MM
COPIES = "Tembusan:"


@dataclass(frozen=True, kw_only=True)
class Point:
    """A line ``1. label : text`` of a letter; without a text the label has the room.

    :param mark: number or letter in front of it
    :param level: how far it is set in
    :param item: number or letter in front of the text; without a label the point goes
        on with the one before
    """

    label: str = ""
    text: str = ""
    mark: str = ""
    level: int = 0
    item: str = ""


@dataclass(frozen=True)
class Centred:
    """A line in the middle, such as MEMUTUSKAN."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One letter.

    :param name: whom or what it is about, for the outline of the document
    :param head: pairs such as Nomor and its value
    :param place_date: "Bangil, 31 Desember 2026"
    :param addressee: lines below the place and date
    :param body: paragraphs and points in their order
    :param copies: who gets a copy (tembusan)
    :param title: lines in the middle below the letterhead
    :param values: where the texts of points begin, as part of the width
    :param signed_at: place and date over the signature, lines
    :param remark: printed above everything, such as that it is a draft
    """

    name: str
    head: tuple[tuple[str, str], ...]
    body: tuple[str | Point | Centred, ...]
    place_date: str = ""
    addressee: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
    copies: tuple[str, ...] = ()
    letterhead: Letterhead | None = None
    title: tuple[str, ...] = ()
    values: float = VALUES
    signed_at: str = ""
    remark: str = ""

    @property
    def content(self) -> str:
        """Everything that is said, as canonical JSON; the logo says nothing."""
        letterhead = self.letterhead and replace(self.letterhead, logo=None)
        said = {**asdict(replace(self, letterhead=None)), "name": ""}
        said["letterhead"] = letterhead and asdict(letterhead)
        return json.dumps(said, ensure_ascii=False, sort_keys=True)


def write_letters(
    letters: Iterable[Letter], target, issue: Issue, title: str, paper: str = "F4"
) -> Printed:
    """Write ``letters`` as one PDF to the binary file ``target``.

    :raises ValueError: there are none
    """
    return _LetterWriter(target, issue, title, paper).run(letters)


class _LetterWriter:
    """Walks over letters and breaks them into pages."""

    def __init__(self, target, issue: Issue, title: str, paper: str):
        self._frame = replace(
            frame(paper, "portrait"), left=MARGIN_LEFT, right_margin=MARGIN_RIGHT
        )
        self._canvas = ReportCanvas(
            target,
            (self._frame.width, self._frame.height),
            title=title,
            subject=issue.number,
            author=issue.system,
        )
        self._face = Face(self._canvas, SANS, SIZE)
        self._colophon = Colophon(self._canvas, issue, self._frame)
        self._leading = self._face.leading * SPACING
        self._letters = self._page = self._pages = 0

    def run(self, letters) -> Printed:
        digest = hashlib.sha256()
        for letter in letters:
            self._letters += 1
            digest.update(letter.content.encode())
            self._letter(letter)
        if not self._letters:
            raise ValueError("there is no letter to print")
        self._colophon.define(digest.hexdigest())
        self._canvas.save()
        return Printed(self._pages, self._letters, (), digest.hexdigest())

    def _letter(self, letter: Letter):
        self._page = 0
        self._begin_page()
        key = f"letter-{self._letters}"
        self._canvas.bookmarkHorizontal(key, 0, self._y)
        self._canvas.addOutlineEntry(formats.text(letter.name), key, 0, True)
        self._values = self._frame.left + self._frame.inner_width * letter.values
        self._top(letter)
        for part in letter.body:
            if isinstance(part, Point):
                self._point(part)
            elif isinstance(part, Centred):
                self._centred(part.text)
            else:
                self._paragraph(part)
        self._sign(letter)
        self._copies(letter.copies)
        self._end_page()
        self._colophon.count_pages(self._page, self._letters)
        self._pages += self._page

    # parts of a letter

    def _top(self, letter: Letter):
        form = Report(
            name="letter",
            title=(*filter(None, (letter.remark,)), *letter.title),
            columns=(),
            letterhead=letter.letterhead,
        )
        self._y = Heading(self._canvas, form, self._frame).draw(self._sheet, self._y)
        if not (letter.head or letter.place_date or letter.addressee):
            return
        middle = self._frame.left + self._frame.inner_width * RIGHT_PART
        left = self._pairs(letter.head, middle - 4 * MM)
        right = self._right_part(letter, middle)
        self._y = min(left, right) - 2 * GAP

    def _pairs(self, pairs, right: float) -> float:
        """Lines ``Nomor : value``; gives where they end."""
        face, y = self._face, self._y
        colon = self._frame.left + max(
            (face.width(label) for label, _value in pairs), default=0
        )
        start = colon + face.width("  : ")
        for label, value in pairs:
            base = y - face.ascent
            self._sheet.text(self._frame.left, base, face, label)
            self._sheet.text(colon + face.width("  "), base, face, ":")
            for line in self._lines(value or "-", right - start):
                self._sheet.text(start, y - face.ascent, face, line)
                y -= self._leading
        return y

    def _right_part(self, letter: Letter, left: float) -> float:
        y = self._y
        for text in (letter.place_date, "", *letter.addressee):
            for line in self._lines(text, self._frame.right - left):
                self._sheet.text(left, y - self._face.ascent, self._face, line)
                y -= self._leading
        return y

    def _paragraph(self, text: str):
        self._y -= GAP / 2
        for line in self._lines(text, self._frame.inner_width):
            self._room_for(self._leading)
            self._write(self._frame.left, line)
            self._y -= self._leading
        self._y -= GAP / 2

    def _centred(self, text: str):
        self._y -= GAP
        self._room_for(self._leading)
        box = (self._frame.left, self._frame.right)
        base = self._y - self._face.ascent
        self._sheet.aligned(box, base, self._face, formats.text(text), "center")
        self._y -= self._leading + GAP

    def _point(self, point: Point):
        left = self._frame.left + INDENT * point.level
        label_left = left + (INDENT if point.mark else 0)
        value_left = self._values + (INDENT if point.item else 0)
        if point.text:
            room = self._values - label_left - 3 * MM
            values = self._lines(point.text, self._frame.right - value_left)
        else:
            room, values = self._frame.right - label_left, []
        labels = self._lines(point.label, room) if point.label else []
        for number in range(max(len(labels), len(values))):
            self._room_for(self._leading)
            if not number:
                self._write(left, point.mark)
            if number < len(labels):
                self._write(label_left, labels[number])
            if number < len(values):
                if not number and point.label:
                    self._write(self._values - 2.4 * MM, ":")
                if not number:
                    self._write(self._values, point.item)
                self._write(value_left, values[number])
            self._y -= self._leading

    def _sign(self, letter: Letter):
        form = Report(
            name="letter",
            title=(),
            columns=(),
            signers=letter.signers,
            place_date=letter.signed_at,
        )
        signatures = Signatures(self._canvas, form, self._frame)
        self._room_for(signatures.height)
        signatures.draw(self._sheet, self._y)
        self._y -= signatures.height

    def _copies(self, copies):
        if not copies:
            return
        self._y -= 2 * GAP
        self._room_for(self._leading * 2)
        self._write(self._frame.left, COPIES)
        self._y -= self._leading
        for number, copy in enumerate(copies, 1):
            room = self._frame.inner_width - INDENT
            for i, line in enumerate(self._lines(copy, room)):
                self._room_for(self._leading)
                if not i:
                    self._write(self._frame.left, f"{number}.")
                self._write(self._frame.left + INDENT, line)
                self._y -= self._leading

    # pages

    def _lines(self, text: str, room: float) -> list[str]:
        return wrap(formats.text(text), room, self._face.width)

    def _write(self, left: float, text: str):
        if text:
            self._sheet.text(left, self._y - self._face.ascent, self._face, text)

    def _room_for(self, height: float):
        """Go on on a new page where so much does not fit any more."""
        if self._y - height < self._frame.bottom:
            self._end_page()
            self._begin_page()

    def _begin_page(self):
        self._page += 1
        self._sheet = Sheet(self._face)
        self._y = self._frame.top

    def _end_page(self):
        self._colophon.number_page(self._sheet, self._page)
        self._sheet.write_to(self._canvas)
        self._colophon.refer(self._letters)
        self._canvas.showPage()
