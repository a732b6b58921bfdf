"""``read_file``: from a path to tables, the whole way."""

from dataclasses import dataclass
from pathlib import Path

from .body import read_body
from .errors import UnusableFile
from .findings import Findings
from .headers import find_header
from .identity import title_kib
from .limits import Limits
from .mark import _
from .matching import match, refusal_of
from .tables import Settings, Table, read_table
from .text import clean, compact
from .workbook import read_workbook

_PIVOT = {"rowlabels", "labelbaris", "columnlabels", "labelkolom"}
_TITLE_ROWS = 30
_MOST_TABLES = 50  # on one sheet
_SHARED_SHARE = 2  # one half of the rows on another sheet is worth asking


@dataclass(slots=True)
class SheetInfo:
    """What became of one sheet; ``reason`` says why no layout was found."""

    name: str
    rows: int
    layout: str | None
    reason: str | None


@dataclass(slots=True)
class Reading:
    """A file as read; see the package docstring."""

    filename: str
    sha256: str
    container: str
    sheets: list[SheetInfo]
    tables: list[Table]
    findings: list


def read_file(
    path,
    layouts,
    *,
    layout=None,
    sheet=None,
    limits=None,
    formats=None,
    money_unit=None,
    filename=None,
):
    """Return the ``Reading`` of the file at ``path``; see the package docstring."""
    limits = limits or Limits()
    if layout is not None and layout not in layouts:
        raise UnusableFile("unknown-layout", layout=layout)
    workbook = read_workbook(path, limits)
    if sheet is not None and all(item.name != sheet for item in workbook.sheets):
        raise UnusableFile("no-such-sheet", sheet=sheet)
    reader = _Reader(layouts, layout, limits, formats or {}, money_unit)
    if workbook.macros:
        reader.findings.note("macros-ignored")
    for item in workbook.sheets:
        if sheet is None or item.name == sheet:
            reader.read_sheet(item, asked_for=sheet is not None)
        else:
            reader.skip(item, _("another sheet was asked for"))
    reader.check()
    return Reading(
        filename=filename or Path(path).name,
        sha256=workbook.sha256,
        container=workbook.container,
        sheets=reader.sheets,
        tables=reader.tables,
        findings=reader.findings.result(),
    )


class _Reader:
    """Reads sheet after sheet and remembers why one gave nothing."""

    def __init__(self, layouts, wanted, limits, formats, money_unit):
        self.layouts = layouts
        self.wanted = layouts[wanted] if wanted else None
        self.vocabulary = layouts.vocabulary()
        self.limits = limits
        self.formats = formats
        self.money_unit = money_unit
        self.findings = Findings(limits.findings)
        self.sheets = []
        self.tables = []
        self.refused = None  # UnusableFile of the most telling sheet
        self._seen = []  # sheets

    def skip(self, sheet, reason):
        """Note that a sheet gave no table."""
        self.sheets.append(SheetInfo(sheet.name, len(sheet.rows), None, reason))

    def read_sheet(self, sheet, asked_for=False):
        """Read all tables of a sheet, or note why there is none."""
        reason = self._unreadable(sheet, asked_for)
        if reason:
            self.skip(sheet, reason)
            return
        found, reason = [], None
        start = 0
        for _attempt in range(_MOST_TABLES):
            header = find_header(sheet, start, self.vocabulary)
            if header is None:
                break
            table, end, why = self._read_at(sheet, header, start)
            reason = reason or why
            if table:
                found.append(table)
            start = max(end, header.bottom + 1)
        if found:
            self.tables += found
            name = found[0].layout.name
            self.sheets.append(SheetInfo(sheet.name, len(sheet.rows), name, None))
            return
        self.skip(sheet, reason or self._without_header(sheet))

    def _unreadable(self, sheet, asked_for):
        if not sheet.rows:
            return _("the sheet is empty")
        if sheet.hidden and not asked_for:
            return _("the sheet is hidden")
        if sheet.pivot or _is_pivot(sheet):
            return _("the sheet is a pivot table")
        twin = next((seen for seen in self._seen if seen.rows == sheet.rows), None)
        if twin:
            return f'the sheet repeats sheet "{twin.name}"'
        self._seen.append(sheet)
        return None

    def _without_header(self, sheet):
        texts = _texts(sheet.rows[:_TITLE_ROWS])
        refusal = refusal_of(self.layouts.refusals, None, texts, by_title=True)
        if refusal:
            return self._refuse("not-loadable", what=refusal.what)
        return self._refuse("no-header")

    def _refuse(self, kind, **params):
        """Remember the first telling refusal; return its sentence."""
        error = UnusableFile(kind, **params)
        vague = ("no-header", "no-layout")
        if self.refused is None or (self.refused.kind in vague and kind not in vague):
            self.refused = error
        return error.message

    def _read_at(self, sheet, header, start):
        """Return ``(table or None, end row, reason or None)`` for a header."""
        above = sheet.rows[max(start, header.top - _TITLE_ROWS) : header.top]
        titles = _texts(above)
        chosen, reason = self._choose(sheet, header, titles)
        if chosen is None:
            return None, header.bottom + 1, reason
        body = read_body(sheet, header, chosen, self.vocabulary)
        settings = Settings(self.limits, self.formats, self.money_unit)
        table = read_table(sheet, header, chosen, body, above, settings)
        return table, body.end, None

    def _choose(self, sheet, header, titles):
        """Return ``(match, None)`` or ``(None, reason)``."""
        refusals = self.layouts.refusals
        if self.wanted is None:
            refusal = refusal_of(refusals, header, titles, by_title=False)
            if refusal:
                return None, self._refuse("not-loadable", what=refusal.what)
        candidates = [self.wanted] if self.wanted else self.layouts.values()
        matches = [match(layout, header) for layout in candidates]
        fitting = [item for item in matches if item.fits]
        if not fitting:
            refusal = refusal_of(refusals, header, titles, by_title=True)
            if refusal and self.wanted is None:
                return None, self._refuse("not-loadable", what=refusal.what)
            return None, self._misfit(sheet, matches)
        best = _best(fitting, title_kib(titles) or title_kib([sheet.name]))
        if len(best) > 1:
            names = ", ".join(item.layout.name for item in best)
            self.findings.error("ambiguous-layout", sheet=sheet.name, layouts=names)
            return None, f"several layouts fit: {names}"
        return best[0], None

    def _misfit(self, sheet, matches):
        nearest = max(matches, key=lambda item: item.columns)
        missing = ", ".join(_heading(column) for column in nearest.missing)
        layout = nearest.layout
        if self.wanted and missing:
            return self._refuse(
                "missing-columns",
                sheet=sheet.name,
                layout=layout.title,
                missing=missing,
            )
        detail = f"{layout.title} ({nearest.columns} columns)"
        if missing:
            detail += f"; not found: {missing}"
        return self._refuse("no-layout", detail=detail)

    def check(self):
        """Raise when nothing can be read; compare the tables."""
        asked = any(item.kind == "ambiguous-layout" for item in self.findings.result())
        if not self.tables and not asked:
            error = self.refused or UnusableFile("no-header")
            error.sheets = self.sheets
            raise error
        for table in self.tables:
            if not table.rows:
                self.findings.note(
                    "no-rows", sheet=table.sheet, layout=table.layout.title
                )
        self._find_repeated_rows()

    def _find_repeated_rows(self):
        """Ask when a sheet has the rows of another one."""
        if len({table.sheet for table in self.tables}) < 2:
            return
        owners = {}
        for table in self.tables:
            keys = [_row_key(table, row) for row in table.rows]
            shared = [owners[key] for key in keys if key in owners]
            if shared and len(shared) * _SHARED_SHARE >= len(keys):
                self.findings.error(
                    "sheet-repeats-rows",
                    column=table.sheet,
                    count=len(shared),
                    other=shared[0],
                )
            for key in keys:
                owners.setdefault(key, table.sheet)


def _row_key(table, row):
    """Return what makes a row the same on another sheet: all but the number."""
    number = {"nomor", "no", "nourut", "nomorurut"}
    return table.layout.name, tuple(
        text
        for text, column in zip(row.raw, table.columns, strict=True)
        if column.field or compact(column.path) not in number
    )


def _best(fitting, kib):
    """Return the matches that no other one beats."""
    if kib and any(item.layout.kib == kib for item in fitting):
        fitting = [item for item in fitting if item.layout.kib == kib]
    most = max(item.columns for item in fitting)
    return [item for item in fitting if item.columns == most]


def _heading(column):
    names = column.headings or column.parts[0]
    return f'"{names[0]}"'


def _texts(rows):
    return [clean(value) for row in rows for value in row if isinstance(value, str)]


def _is_pivot(sheet):
    return any(compact(text) in _PIVOT for text in _texts(sheet.rows[:_TITLE_ROWS]))
