"""What the reader has to say about a file: kinds, sentences and a collector."""

from collections import Counter
from typing import NamedTuple

from .mark import _
from .text import shorten

ERROR, NOTE = "error", "note"
_LONGEST_PARAM = 600

# kind -> English sentence; placeholders come from Finding.params, plus
# %(column)s and %(value)s.  The Odoo side translates these templates.
MESSAGES = {
    # the file and its tables
    "ambiguous-layout": _(
        'Several layouts fit the table on sheet "%(sheet)s": %(layouts)s. '
        "Choose one of them."
    ),
    "macros-ignored": _("The file holds macros; they were neither run nor read."),
    "hidden-rows": _("%(count)s hidden rows were read like the others."),
    "no-rows": _('Sheet "%(sheet)s" has the columns of %(layout)s but no rows.'),
    "title-says-other": _(
        "The title says KIB %(title_kib)s, the columns are those of KIB "
        "%(kib)s. Correct the title or choose the layout."
    ),
    "money-in-thousands": _(
        "The heading says that amounts are in thousands of rupiah; every amount "
        "of the file was multiplied by 1,000."
    ),
    "total-differs": _(
        "The rows add up to %(total)s, the total row of the file says "
        "%(file_total)s. Look for missing or changed rows."
    ),
    "sheet-repeats-rows": _(
        '%(count)s rows are also on sheet "%(other)s". Import only one of the '
        "two sheets."
    ),
    "two-code-books": _(
        "The table mixes goods codes of Permendagri 17 (%(p17)s rows) and "
        "Permendagri 108 (%(p108)s rows)."
    ),
    # columns
    "ambiguous-column": _(
        "Columns %(columns)s have the same heading; only one may be named like "
        "that. Rename or remove the others."
    ),
    "column-by-last-heading": _(
        'The column was recognised by its last heading "%(heading)s" alone.'
    ),
    "columns-not-taken": _("Columns without a place in the register: %(columns)s."),
    "unnamed-column": _(
        "Column %(number)s has values but no heading; it is not taken."
    ),
    # rows that are no items
    "skipped-group": _("A heading inside the table, not an item: %(text)s"),
    "skipped-total": _("A total row, not an item: %(text)s"),
    "skipped-signature": _("Signature block, not an item: %(text)s"),
    "skipped-numbers": _("The row of column numbers."),
    "skipped-header": _("The heading printed again."),
    "skipped-continuation": _(
        "A row without number, code and value; its text was not added to the "
        "row above: %(text)s"
    ),
    "skipped-placeholder": _("A placeholder of the template, not an item: %(text)s"),
    "skipped-stray": _("Something outside of the table, not an item: %(text)s"),
    # values: errors
    "ambiguous-code": _(
        '"%(value)s" can be a code of Permendagri 17 or of Permendagri 108. '
        "Write it with all zeros."
    ),
    "ambiguous-dates": _(
        "It cannot be told whether day or month comes first (%(examples)s). "
        "Answer for the whole column."
    ),
    "ambiguous-numbers": _(
        "It cannot be told whether the dot or comma separates thousands or "
        "decimals (%(examples)s). Answer for the whole column."
    ),
    "mixed-dates": _(
        "The column has dates with the day first and with the month first "
        "(%(examples)s). Write all of them the same way."
    ),
    "mixed-numbers": _(
        "The column has numbers in the Indonesian and in the American way "
        "(%(examples)s). Write all of them the same way."
    ),
    "bad-golongan": _('"%(value)s" is not a golongan of a PNS or PPPK.'),
    "bad-identifier": _("The cell does not hold a number with all of its digits."),
    "bad-nip": _("The cell does not hold a NIP: that has 18 digits."),
    "bad-service": _('"%(value)s" is not a number of years and months.'),
    "bad-code": _('"%(value)s" is not a goods code.'),
    "bad-date": _('"%(value)s" is not a date.'),
    "bad-number": _('"%(value)s" is not a number.'),
    "bad-register": _('"%(value)s" is not a register number.'),
    "bad-register-range": _(
        '"%(value)s" is not a register range: it has to go from the lower to '
        "the higher number."
    ),
    "bad-year": _('"%(value)s" is not a year.'),
    "bad-location": _('"%(value)s" is not a location code.'),
    "date-in-code": _("The cell holds a date (%(value)s) instead of a code."),
    "date-in-identifier": _(
        "The cell holds a date instead of a number with all of its digits."
    ),
    "date-in-number": _(
        "The cell is formatted as a date (%(value)s). Format it as a number."
    ),
    "date-in-register": _(
        "The spreadsheet turned the register into a date (%(value)s). Format the "
        "cell as text and type the register again."
    ),
    "error-cell": _("The cell shows the error %(value)s. Repair the formula."),
    "formula-text": _(
        "The text starts like a formula and is refused. Remove the first sign."
    ),
    "lost-digits": _(
        "The spreadsheet took this number for a quantity and kept 15 of its digits; "
        "the others are lost. Format the column as text and enter the number again "
        "from its document."
    ),
    "missing-value": _("The cell is empty, but every row needs it."),
    "other-unit": _('"%(value)s" is in another unit than the column (%(units)s).'),
    "partial-code": _('"%(value)s" is the code of a group, not of an item.'),
    "register-quantity-differ": _(
        "The register stands for %(registers)s items, the quantity says %(quantity)s."
    ),
    "short-nip": _(
        "The NIP has 17 digits, and it is not certain which one is missing. Enter it "
        "again from its document."
    ),
    "several-dates": _("The cell holds several dates: %(value)s."),
    "several-ticks": _("More than one condition is marked in this row."),
    "too-many-items": _("One row stands for %(count)s items; the limit is %(limit)s."),
    "unknown-choice": _('"%(value)s" is not one of %(choices)s.'),
    # values: notes, one per column with the number of rows
    "code-padded": _("Lost zeros were put back in %(count)s codes (%(example)s)."),
    "date-in-text": _(
        "%(count)s cells hold a date where text is expected (%(example)s)."
    ),
    "date-in-year": _(
        "%(count)s cells hold a date; only its year is used (%(example)s)."
    ),
    "dates-maybe-swapped": _(
        "All texts in this column have a day above 12 and no date cell has: the "
        "spreadsheet may have swapped day and month in the date cells."
    ),
    "empty-register": _("%(count)s rows have no register."),
    "empty-values": _("%(count)s rows have nothing in this column."),
    "lookup-codes": _(
        "The column holds codes of the exporting system, kept as text: %(examples)s."
    ),
    "many-items-one-register": _(
        "%(count)s rows stand for several items but name one register at most."
    ),
    "more-of-this": _("%(count)s more findings like these in this column."),
    "nip-repaired": _(
        "%(count)s NIP had lost one digit of the birth date; it was put back from "
        "the birth date in the row."
    ),
    "negative-number": _("%(count)s numbers are below zero (%(example)s)."),
    "odd-register": _(
        "%(count)s registers are no numbers, kept as text (%(example)s)."
    ),
    "placeholder-date": _("%(count)s dates only stand for unknown (%(example)s)."),
    "rounded": _("%(count)s numbers were rounded (%(example)s)."),
    "serial-date": _("%(count)s dates were bare numbers (%(example)s)."),
    "two-digit-year": _("%(count)s dates had a year of two digits (%(example)s)."),
    "year-only": _(
        "%(count)s dates give only the year; no day was invented (%(example)s)."
    ),
}


class Finding(NamedTuple):
    """One thing to say; see the package docstring for the fields."""

    kind: str
    severity: str
    row: int | None
    column: str | None
    value: str | None
    params: dict

    @property
    def message(self):
        """The English sentence, without place."""
        values = {"column": self.column or "", "value": self.value or ""}
        return MESSAGES[self.kind] % {**values, **self.params}


class Findings:
    """Collects findings; counts those above the limit of one kind and column."""

    def __init__(self, limit):
        self._limit = limit
        self._items = []
        self._counts = Counter()

    def add(self, kind, severity, row=None, column=None, value=None, **params):
        """Add one finding."""
        self._counts[kind, column] += 1
        if self._counts[kind, column] <= self._limit:
            if value is not None:
                value = shorten(value)
            params = {
                key: shorten(item, _LONGEST_PARAM) if isinstance(item, str) else item
                for key, item in params.items()
            }
            self._items.append(Finding(kind, severity, row, column, value, params))

    def error(self, kind, **rest):
        """Add a finding that has to be settled before loading."""
        self.add(kind, ERROR, **rest)

    def note(self, kind, **rest):
        """Add a finding that has only to be known."""
        self.add(kind, NOTE, **rest)

    def result(self):
        """Return all findings as a list, ordered by row."""
        more = [
            Finding(
                "more-of-this", NOTE, None, column, None,
                {"count": count - self._limit},
            )
            for (kind, column), count in self._counts.items()
            if count > self._limit
        ]  # fmt: skip
        return sorted(self._items, key=lambda item: item.row or 0) + more
