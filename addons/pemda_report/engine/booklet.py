"""Several tables in one document, for example a daftar riwayat hidup.

Each section is a table with columns of its own; pages, footer, signatures and hash are
those of one document. In a workbook each section has a sheet.
"""

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO

import xlsxwriter

from .flow import Flow
from .fonts import SANS_BOLD, Face
from .model import Column, Heading, Issue, Letterhead, Printed, Report, Signer
from .paper import MM
from .pdf import PdfWriter
from .xlsx import XlsxWriter

GAP = 4 * MM


@dataclass(frozen=True, kw_only=True)
class Section:
    """A table of a booklet, with its rows.

    :param name: of its sheet in a workbook, unique in the booklet
    :param title: above its header
    """

    name: str
    title: str
    columns: tuple[Column | Heading, ...]
    rows: tuple[tuple, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Booklet:
    """A document of sections; the rest is as in :class:`.model.Report`."""

    name: str
    title: tuple[str, ...]
    sections: tuple[Section, ...]
    paper: str = "F4"
    orientation: str = "portrait"
    letterhead: Letterhead | None = None
    identity: tuple[tuple[str, str], ...] = ()
    place_date: str = ""
    signers: tuple[Signer, ...] = ()
    font_size: float = 7.5

    def __post_init__(self):
        if not self.sections:
            raise ValueError(f"booklet {self.name}: there are no sections")
        names = [section.name for section in self.sections]
        if len(set(names)) != len(names):
            raise ValueError(f"booklet {self.name}: names of sections must be unique")

    def table(self, section: Section) -> Report:
        """The section as a report of its own."""
        return Report(
            name=section.name,
            title=(*self.title, section.title),
            columns=section.columns,
            paper=self.paper,
            orientation=self.orientation,
            letterhead=self.letterhead,
            identity=self.identity,
            font_size=self.font_size,
        )

    @property
    def cover(self) -> Report:
        """What stands above the first section and below the last."""
        return replace(
            self.table(self.sections[0]),
            title=self.title,
            place_date=self.place_date,
            signers=self.signers,
        )

    @cached_property
    def sha256(self) -> str:
        """Hash of everything that is said, the same on paper and in a workbook."""
        digest = hashlib.sha256()
        for section in self.sections:
            flow = Flow(self.table(section), section.rows)
            for _line in flow:
                pass
            digest.update(flow.sha256.encode())
        signed = Flow(self.cover, ())
        digest.update(signed.sha256.encode())
        return digest.hexdigest()

    @property
    def rows(self) -> int:
        return sum(len(section.rows) for section in self.sections)


def write_booklet_pdf(booklet: Booklet, target, issue: Issue) -> Printed:
    """Write ``booklet`` as PDF to the binary file ``target``."""
    return _BookletWriter(booklet, target, issue).run_sections()


def write_booklet_xlsx(booklet: Booklet, target, issue: Issue) -> Printed:
    """Write ``booklet`` as .xlsx, one sheet per section; it is signed on the last."""
    buffer = BytesIO()
    *_others, last = booklet.sections
    with xlsxwriter.Workbook(buffer, {"constant_memory": True}) as book:
        for section in booklet.sections:
            report = booklet.table(section)
            if section is last:
                report = replace(
                    report, place_date=booklet.place_date, signers=booklet.signers
                )
            XlsxWriter(report, book, issue).run(section.rows, sha256=booklet.sha256)
    target.write(buffer.getvalue())
    return Printed(len(booklet.sections), booklet.rows, (), booklet.sha256)


class _BookletWriter(PdfWriter):
    """Tables below each other, each with its title and header."""

    def __init__(self, booklet: Booklet, target, issue: Issue):
        super().__init__(booklet.cover, target, issue)
        self._booklet = booklet
        self._is_last_section = False
        self._title = Face(self._canvas, SANS_BOLD, 9)

    def run_sections(self) -> Printed:
        booklet = self._booklet
        self._first_page = 1
        self._begin_page(with_table=False)
        for number, section in enumerate(booklet.sections, 1):
            self._is_last_section = number == len(booklet.sections)
            self._section(section, f"header-{number}")
        self._sign()
        self._end_page()
        self._colophon.count_pages(self._page)
        self._colophon.define(booklet.sha256)
        self._canvas.save()
        return Printed(self._page, booklet.rows, (), booklet.sha256)

    def _section(self, section: Section, form: str):
        report = self._booklet.table(section)
        self._use_table(report, form)
        self._begin_section(section)
        flow = Flow(report, section.rows)
        self._sums = self._sums_before_form = self._sums_before_page = flow.sums
        self._walk(flow)
        self._end_table(flow.rows)

    def _begin_section(self, section: Section):
        """The title stays with the header and the first line of a row."""
        leading = self._title.leading * 1.2
        needed = GAP + leading + self._table.header.height + self._table.height(1)
        if needed > self._room:
            self._end_page()
            self._begin_page(with_table=False)
        else:
            self._y -= GAP
        key = f"section-{section.name}"
        self._canvas.bookmarkHorizontal(key, 0, self._y)
        self._canvas.addOutlineEntry(section.title, key, 0, True)
        base = self._y - self._title.ascent
        self._sheet.text(self._frame.left, base, self._title, section.title)
        self._y -= leading
        self._draw_header()
        self._rows_on_page = 0

    @property
    def _closing_height(self) -> float:
        return super()._closing_height if self._is_last_section else 0
