"""PDF of a report, written page by page.

Only the page at hand and the compressed pages before it are in memory. Every page but
the last ends with its own total and the total carried forward (jumlah dipindahkan),
which the next page repeats on top (jumlah pindahan).
"""

from collections.abc import Iterable
from decimal import Decimal

from .canvas import ReportCanvas
from .colophon import Colophon
from .flow import Caption, Flow, Line, Subtotal
from .heading import Heading
from .model import Expected, Issue, Printed, Report
from .paper import frame
from .sheet import Sheet
from .signature import Signatures
from .table import RowLayout, Table

HEADER_FORM = "header"
PAGE_TOTAL = "Jumlah halaman ini"
CARRIED_FORWARD = "Jumlah dipindahkan"
BROUGHT_FORWARD = "Jumlah pindahan"
NOTHING = "N I H I L"
# a row is not split to leave or fill fewer lines than this
FEW_LINES = 3


def write_pdf(
    report: Report,
    rows: Iterable[tuple],
    target,
    issue: Issue,
    expected: Expected | None = None,
) -> Printed:
    """Write ``report`` as PDF to the binary file ``target``.

    :param expected: what the database says; a difference raises TotalsDiffer and
        nothing is written
    """
    return PdfWriter(report, target, issue).run(rows, expected)


class PdfWriter:
    """Walks over a report and breaks it into pages."""

    def __init__(self, report: Report, target, issue: Issue):
        self._report = report
        self._frame = frame(report.paper, report.orientation)
        names = report.letterhead.names if report.letterhead else ()
        self._canvas = ReportCanvas(
            target,
            (self._frame.width, self._frame.height),
            title=" ".join(report.title),
            subject=issue.number,
            author=" - ".join(names),
        )
        self._form = report
        self._signatures = Signatures(self._canvas, report, self._frame)
        self._colophon = Colophon(self._canvas, issue, self._frame)
        self._page = self._first_page = 0
        self._rows_on_page = 0
        self._captions: list[Caption] = []
        self._sums: tuple[Decimal, ...] = ()
        self._sums_before_page: tuple[Decimal, ...] = ()
        self._sums_before_form: tuple[Decimal, ...] = ()
        self._use_table(report, HEADER_FORM)

    def _use_table(self, report: Report, form: str):
        """The table that is drawn from now on, its header kept as ``form``."""
        self._report = report
        self._table = Table(self._canvas, report, self._frame)
        self._total_height = self._table.total_height(CARRIED_FORWARD)
        self._header_form = form
        self._define_header()

    # the walk over the report

    def run(self, rows, expected) -> Printed:
        flow = Flow(self._report, rows, expected)
        self._sums = flow.sums
        if not self._report.card:
            self._begin_form(self._report)
        self._walk(flow)
        if not flow.rows and self._report.card:
            self._begin_form(self._report)
        if not flow.rows or not self._report.card:
            self._end_form(flow.rows)
        self._colophon.count_pages(self._page)
        self._colophon.define(flow.sha256)
        self._canvas.save()
        return Printed(self._page, flow.rows, flow.sums, flow.sha256)

    def _walk(self, flow: Flow):
        for item in flow:
            if isinstance(item, Line):
                self._line(item)
                self._sums = flow.sums
            elif isinstance(item, Caption):
                self._caption(item)
            else:
                self._subtotal(item)

    def _begin_form(self, form: Report):
        """Begin the pages of the report, or of one of its cards."""
        self._form = form
        self._signatures = Signatures(self._canvas, form, self._frame)
        self._sums_before_form = self._sums_before_page = self._sums
        self._first_page = self._page + 1
        self._begin_page()

    def _end_form(self, rows: int):
        self._end_table(rows)
        self._sign()
        self._end_page()

    def _caption(self, caption: Caption):
        if caption.card:
            self._begin_form(caption.card)
            key = f"card-{self._page}"
            self._canvas.bookmarkHorizontal(key, 0, self._y)
            self._canvas.addOutlineEntry(caption.text, key, 0, True)
        elif not self._report.card:
            self._captions.append(caption)

    def _line(self, line: Line):
        layout = self._table.layout(line.texts)
        height = self._table.height(layout.lines)
        before = sum(self._table.caption_height(c.text) for c in self._captions)
        if self._must_break(before + height, line.is_last):
            self._next_page()
        for caption in self._captions:
            self._draw_caption(caption)
        self._captions.clear()
        self._draw_row(layout)
        self._rows_on_page += 1

    def _must_break(self, needed: float, is_last: bool) -> bool:
        """Whether what is next goes on a new page.

        The last row takes along the signatures, if all of that fits on one page. A
        row that is too high for any page starts here unless only its first lines
        would fit.
        """
        if not self._rows_on_page:
            return False
        if needed > self._room:
            few = self._table.height(FEW_LINES)
            return needed <= self._room_of_new_page or self._room < few
        with_signatures = needed + self._closing_height
        return is_last and self._room < with_signatures <= self._room_of_new_page

    @property
    def _closing_height(self) -> float:
        groups = 0 if self._report.card else len(self._report.groups)
        return groups * self._total_height + self._signatures.height

    def _draw_row(self, layout: RowLayout):
        done = 0
        while True:
            left = layout.lines - done
            count = min(left, max(1, self._table.lines_in(self._room)))
            self._y = self._table.row(self._sheet, self._y, layout, done, count)
            done += count
            if done >= layout.lines:
                return
            self._next_page()

    def _draw_caption(self, caption: Caption):
        key = f"group-{self._page}-{self._y:.0f}"
        self._canvas.bookmarkHorizontal(key, 0, self._y)
        self._canvas.addOutlineEntry(caption.text, key, caption.level, True)
        self._y = self._table.caption(self._sheet, self._y, caption.text)

    def _subtotal(self, item: Subtotal):
        if self._report.card:
            if item.level == len(self._report.groups) - 1:
                self._end_form(1)
        elif self._report.summed:
            self._total(item.text, item.sums)

    def _end_table(self, rows: int):
        if not rows:
            self._y = self._table.caption(self._sheet, self._y, NOTHING, "center")
        if not self._report.summed:
            return
        if self._page > self._first_page:
            self._page_total()
        self._total(self._report.total_label, self._sums_of_form, reserved=True)

    def _sign(self):
        if self._y - self._signatures.height < self._frame.bottom:
            self._end_page()
            self._begin_page(with_table=False)
        self._signatures.draw(self._sheet, self._y)

    # totals

    def _total(self, label: str, sums, reserved=False):
        height = self._table.total_height(label)
        if not reserved and height > self._room:
            self._next_page()
        self._y = self._table.total(self._sheet, self._y, label, sums)

    @property
    def _sums_of_form(self) -> tuple[Decimal, ...]:
        """What was printed so far of the form at hand."""
        return _less(self._sums, self._sums_before_form)

    def _page_total(self):
        page = _less(self._sums, self._sums_before_page)
        self._total(PAGE_TOTAL, page, reserved=True)

    # pages

    @property
    def _reserve(self) -> float:
        """Room kept for the two total lines at the end of a page."""
        return 2 * self._total_height if self._report.summed else 0

    @property
    def _room(self) -> float:
        return self._y - self._frame.bottom - self._reserve

    @property
    def _room_of_new_page(self) -> float:
        brought = self._total_height if self._report.summed else 0
        used = self._table.header.height + brought + self._reserve
        return self._frame.top - self._frame.bottom - used

    def _define_header(self):
        canvas, header, frame = self._canvas, self._table.header, self._frame
        canvas.beginForm(self._header_form, 0, -header.height - 1, frame.width, 1)
        sheet = Sheet(self._table.face)
        header.draw(sheet)
        sheet.write_to(canvas)
        canvas.endForm()

    def _begin_page(self, with_table=True):
        self._page += 1
        self._rows_on_page = 0
        self._sheet = Sheet(self._table.face)
        self._y = self._frame.top
        if self._page == self._first_page:
            heading = Heading(self._canvas, self._form, self._frame)
            self._y = heading.draw(self._sheet, self._y)
        if with_table:
            self._draw_header()

    def _draw_header(self):
        self._canvas.addLiteral(f"q 1 0 0 1 0 {self._y:.2f} cm")
        self._canvas.doForm(self._header_form)
        self._canvas.addLiteral("Q")
        self._y -= self._table.header.height
        self._sheet.horizontal(self._y, self._frame.left, self._frame.right)

    def _end_page(self):
        self._colophon.number_page(self._sheet, self._page)
        self._sheet.write_to(self._canvas)
        self._colophon.refer()
        self._canvas.showPage()

    def _next_page(self):
        """Carry the totals over to a new page."""
        if self._report.summed:
            self._page_total()
            self._total(CARRIED_FORWARD, self._sums_of_form, reserved=True)
        self._end_page()
        self._begin_page()
        self._sums_before_page = self._sums
        if self._report.summed:
            self._total(BROUGHT_FORWARD, self._sums_of_form, reserved=True)


def _less(sums, others) -> tuple[Decimal, ...]:
    return tuple(one - other for one, other in zip(sums, others, strict=True))
