"""Workbook of a report, written row by row in constant memory.

Numbers are numbers and dates are dates; totals are formulas with their value, so that
they stay right when rows are filtered. Text can never become a formula.
"""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import xlsxwriter

from . import formats, header
from .colophon import HASH_LENGTH
from .errors import ReportError
from .flow import Caption, Flow, Line
from .model import Expected, Issue, Printed, Report
from .pdf import NOTHING
from .signature import DOTS, NIP

# Excel's codes: Folio is 8.5 x 13 inch = 215.9 x 330.2 mm
PAPER_CODES = {"F4": 14, "legal": 5, "A4": 9}
MM_PER_CHARACTER = 1.75
LAST_ROW = 1_048_575
# lines of signatures and colophon that must still fit below the table
CLOSING = 20
FIRST_DATE = date(1900, 3, 1)
_RISKY = tuple("=+-@\t\r")


def write_xlsx(
    report: Report,
    rows: Iterable[tuple],
    target,
    issue: Issue,
    expected: Expected | None = None,
) -> Printed:
    """Write ``report`` as .xlsx to the binary file ``target``.

    :raise TotalsDiffer: as in :func:`.pdf.write_pdf`; nothing is written
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"constant_memory": True}) as book:
        printed = XlsxWriter(report, book, issue).run(rows, expected)
    target.write(buffer.getvalue())
    return printed


class _Styles:
    """Cell formats of the workbook."""

    def __init__(self, book):
        frame = {"border": 1, "valign": "top", "font_size": 9}
        bold = {"bold": True, "bg_color": "#EDEDED"}
        wrapped = {"text_wrap": True}

        def style(*parts):
            merged = {"font_name": "Arial"}
            for part in parts:
                merged.update(part)
            return book.add_format(merged)

        head = {"align": "center", "valign": "vcenter"}
        self.title = style({"bold": True, "font_size": 12, "align": "center"})
        self.plain = style()
        self.center = style({"align": "center"})
        self.signature = style({"align": "center", "bold": True, "underline": 1})
        self.header = style(frame, bold, wrapped, head)
        self.number = style(frame, {"align": "center", "font_size": 8})
        self.label = style(frame, bold, {"align": "right"})
        self.caption = style(frame, bold)
        self.sums = {
            whole: style(frame, bold, {"num_format": shown})
            for whole, shown in ((True, "#,##0"), (False, "#,##0.00"))
        }
        self._frame, self._wrapped, self._style = frame, wrapped, style
        self.risky = style(frame, wrapped, {"quote_prefix": True})

    def cell(self, column, number_format="General"):
        """Format of the cells of ``column``."""
        return self._style(
            self._frame,
            self._wrapped if column.kind == "text" else {},
            {"align": column.alignment, "num_format": number_format},
        )


class _Cells:
    """Writes the values of one column."""

    def __init__(self, sheet, styles: _Styles, index: int, column):
        self._sheet, self._index, self._column = sheet, index, column
        self._risky = styles.risky
        self._text = styles.cell(column)
        self._date = styles.cell(column, "dd-mm-yyyy")
        self._whole = styles.cell(column, "0" if column.kind == "int" else "#,##0")
        self._fraction = styles.cell(column, "#,##0.00##")

    def put(self, row: int, value, text: str):
        """Write ``value``; ``text`` is how it is printed."""
        sheet, index, column = self._sheet, self._index, self._column
        if not text:
            sheet.write_blank(row, index, None, self._text)
        elif column.is_numeric and text != column.blank:
            number = Decimal(value) / column.scale
            style = self._whole if number == int(number) else self._fraction
            sheet.write_number(row, index, number, style)
        elif column.kind == "date" and _is_date(value):
            sheet.write_datetime(row, index, value, self._date)
        else:
            style = self._risky if text.startswith(_RISKY) else self._text
            if sheet.write_string(row, index, text, style) == -2:
                raise ReportError(
                    f"Row {row + 1}: a text is longer than a cell may hold."
                )


def _is_date(value) -> bool:
    """Whether Excel can hold the date: it counts a 29 February 1900."""
    day = value.date() if isinstance(value, datetime) else value
    return isinstance(day, date) and day >= FIRST_DATE


class XlsxWriter:
    """Writes a report on a sheet of its own."""

    def __init__(self, report: Report, book, issue: Issue):
        self._report, self._issue = report, issue
        self._styles = _Styles(book)
        self._sheet = book.add_worksheet(report.name[:31])
        self._last = len(report.leaves) - 1
        self._row = 0
        book.set_properties(
            {
                "title": " ".join(report.title),
                "subject": issue.number,
                "created": issue.printed_at,
            }
        )

    def run(self, rows, expected=None, sha256="") -> Printed:
        """:param sha256: hash of the document of which the report is a part"""
        self._heading()
        first_header = self._row
        self._header()
        self._set_up_page(first_header)
        flow = Flow(self._report, rows, expected)
        self._table(flow)
        self._signatures()
        self._colophon(sha256 or flow.sha256)
        return Printed(1, flow.rows, flow.sums, flow.sha256)

    # above the table

    def _heading(self):
        report = self._report
        letterhead = report.letterhead
        if letterhead:
            for name in filter(None, (*letterhead.names, letterhead.contact)):
                self._across(name, self._styles.title)
            self._row += 1
        for title in report.title:
            self._across(title, self._styles.title)
        self._row += 1
        for label, value in report.identity + report.identity_right:
            self._string(0, f"{label} : {value}", self._styles.plain)
            self._row += 1

    def _header(self):
        report, style = self._report, self._styles.header
        top = self._row
        titles = {}
        for cell in header.cells(report):
            first, last = top + cell.level, top + cell.level + cell.levels - 1
            titles[first, cell.first] = cell.title
            self._merge(first, cell.first, last, cell.last)
        for row in range(top, top + header.depth(report.columns)):
            for i in range(self._last + 1):
                self._sheet.write_string(row, i, titles.get((row, i), ""), style)
        self._row = top + header.depth(report.columns)
        if any(column.number for column in report.leaves):
            for i, column in enumerate(report.leaves):
                self._sheet.write_string(
                    self._row, i, column.number, self._styles.number
                )
            self._row += 1

    def _set_up_page(self, first_header: int):
        report, sheet = self._report, self._sheet
        if report.orientation == "landscape":
            sheet.set_landscape()
        sheet.set_paper(PAPER_CODES[report.paper])
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.5, 0.4, 0.4, 0.6)
        sheet.repeat_rows(first_header, self._row - 1)
        sheet.freeze_panes(self._row, 0)
        sheet.set_footer(f"&L{self._issue.number}&RHalaman &P dari &N")
        for i, column in enumerate(report.leaves):
            sheet.set_column(i, i, column.width / MM_PER_CHARACTER)

    # the table

    def _table(self, flow: Flow):
        cells = [
            _Cells(self._sheet, self._styles, i, column)
            for i, column in enumerate(self._report.leaves)
        ]
        first = self._row
        starts = {}
        for item in flow:
            if isinstance(item, Line):
                self._line(cells, item)
            elif isinstance(item, Caption):
                self._caption(item.text)
                starts[item.level] = self._row
            elif self._report.summed:
                self._total(item.text, starts[item.level], item.sums)
        if not flow.rows:
            self._caption(NOTHING)
        if self._report.summed:
            self._total(self._report.total_label, first, flow.sums)

    def _line(self, cells, line: Line):
        row = self._row
        if row > LAST_ROW - CLOSING:
            raise ReportError("The report has more rows than a worksheet can hold.")
        for cell, value, text in zip(cells, line.values, line.texts, strict=True):
            cell.put(row, value, text)
        self._row += 1

    def _caption(self, text: str):
        self._merge(self._row, 0, self._row, self._last)
        self._string(0, text, self._styles.caption)
        for i in range(1, self._last + 1):
            self._sheet.write_blank(self._row, i, None, self._styles.caption)
        self._row += 1

    def _total(self, label: str, first: int, sums):
        """SUBTOTAL leaves out other subtotals, so that sums of sums stay right."""
        report, styles = self._report, self._styles
        span = report.label_span
        self._merge(self._row, 0, self._row, span - 1)
        self._string(0, label, styles.label)
        values = dict(zip(report.summed, sums, strict=True))
        for i in range(1, self._last + 1):
            if i not in values or i < span:
                self._sheet.write_blank(self._row, i, None, styles.label)
                continue
            value = Decimal(values[i]) / report.leaves[i].scale
            name = xlsxwriter.utility.xl_col_to_name(i)
            formula = f"=SUBTOTAL(9,{name}{first + 1}:{name}{self._row})"
            style = styles.sums[value == int(value)]
            self._sheet.write_formula(self._row, i, formula, style, value)
        self._row += 1

    # below the table

    def _signatures(self):
        signers = self._report.signers
        if not signers:
            return
        self._row += 1
        width = (self._last + 1) // len(signers)
        spans = [
            (i * width, max(i * width, (i + 1) * width - 1))
            for i, _ in enumerate(signers)
        ]
        place = [""] * (len(signers) - 1) + [self._report.place_date]
        depth = max(len(signer.lines) for signer in signers)
        uppers = [[*s.lines, *[""] * (depth - len(s.lines))] for s in signers]
        self._beside(spans, place)
        self._beside(spans, [signer.heading for signer in signers])
        for line in zip(*uppers, strict=True):
            self._beside(spans, line)
        self._row += 4
        self._beside(spans, [s.name or DOTS for s in signers], self._styles.signature)
        self._beside(spans, [NIP + formats.nip(s.nip) for s in signers])

    def _colophon(self, sha256: str):
        issue = self._issue
        self._row += 1
        printed = formats.moment(issue.printed_at, issue.zone)
        for line in (
            f"Dokumen {issue.number} · SHA-256 {sha256[:HASH_LENGTH]}",
            f"Dicetak {printed}",
        ):
            self._string(0, line, self._styles.plain)
            self._row += 1

    # cells

    def _string(self, column: int, text: str, style):
        self._sheet.write_string(self._row, column, text, style)

    def _across(self, text: str, style):
        self._merge(self._row, 0, self._row, self._last)
        self._string(0, text, style)
        self._row += 1

    def _beside(self, spans, texts, style=None):
        for (first, last), text in zip(spans, texts, strict=True):
            self._merge(self._row, first, self._row, last)
            self._string(first, text, style or self._styles.center)
        self._row += 1

    def _merge(self, top: int, left: int, bottom: int, right: int):
        """Merge cells without writing them: ``merge_range`` would write the rows below
        at once, after which constant memory does not let us write this one."""
        if (top, left) != (bottom, right):
            self._sheet.merge.append([top, left, bottom, right])
