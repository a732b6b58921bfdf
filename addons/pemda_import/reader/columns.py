"""From the cells of a column to the values of its fields, with findings."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from . import parsers, person_columns, values
from .findings import ERROR, NOTE, Findings
from .grid import CellError, cell_text
from .pieces import piece_of
from .text import clean, compact

# kinds that are only to be known; the others are errors
_NOTES = frozenset(
    "code-padded date-in-text date-in-year negative-number odd-register "
    "placeholder-date rounded serial-date two-digit-year year-only".split()
)
_EXAMPLES = 3
_MOST_LOOKUPS = 10


@dataclass(slots=True)
class Context:
    """What the columns of one table share.

    ``numbers``      row number of every data row, as the spreadsheet shows it
    ``formats``      {field: convention} settled by the caller
    ``latest_year``  two-digit years lie at or before it
    ``nips``         (values of a NIP column, its work) that may be completed
    """

    options: object
    numbers: list
    findings: Findings
    formats: dict
    money_unit: int
    latest_year: int
    conventions: dict = field(default_factory=dict)
    nips: list = field(default_factory=list)


def convert(column, parts, path, context):
    """Return ``{field: list of values}`` of one layout column.

    ``parts``  list of cell lists, one per column of the file
    ``path``   header path for the findings
    """
    if column.piece:
        parts = [[piece_of(cell, column.piece) for cell in cells] for cells in parts]
    if context.options.nothing:
        parts = [_without(cells, context.options.nothing) for cells in parts]
    cells = parts[0] if len(parts) == 1 else list(zip(*parts, strict=True))
    work = _Work(column, cells, path, context)
    result = _CONVERTERS[column.type](work)
    if column.empty:
        _report_empty(work, result[column.field])
    if column.also:
        result[column.also] = result[column.field]
    return result


def _without(cells, nothing):
    """Return cells in which the texts that mean nothing are empty."""
    empty = {c for c in set(cells) if type(c) is str and compact(c) in nothing}
    return [None if cell in empty else cell for cell in cells] if empty else cells


class _Work:
    """One column on its way, with the way findings about it are written."""

    def __init__(self, column, cells, path, context):
        self.column = column
        self.cells = cells
        self.path = path
        self.context = context
        self.distinct = set(cells)

    def texts(self):
        """Return the distinct texts that are not blank."""
        plain = (parsers.plain(c, None)[0] for c in self.distinct if type(c) is str)
        return [text for text in plain if text is not None]

    def run(self, parse, known=None):
        """Return the parsed cells; report each error, count each note.

        ``known``  {cell: value} of those that need no parsing
        """
        parsed, said = known or {}, {}
        for cell in self.distinct.difference(parsed):
            parsed[cell], kind = parse(cell)
            if kind:
                said[cell] = kind
        if said:
            self._report(said)
        return list(map(parsed.__getitem__, self.cells))

    def _report(self, said):
        notes, context = {}, self.context
        for cell, number in zip(self.cells, context.numbers, strict=True):
            kind = said.get(cell)
            if kind in _NOTES:
                notes.setdefault(kind, []).append((number, cell))
            elif kind and kind != "unsettled":
                self.say(kind, ERROR, number, cell, **self._details(kind))
        for kind, places in notes.items():
            number, cell = places[0]
            example = "" if self.column.sensitive else self.show(cell)
            self.say(kind, NOTE, number, count=len(places), example=example)

    def _details(self, kind):
        if kind == "unknown-choice":
            return {"choices": ", ".join(map(str, self.column.choices))}
        if kind == "other-unit":
            return {"units": ", ".join(self.column.units) or "-"}
        return {}

    def say(self, kind, severity, row=None, cell=None, **params):
        """Write a finding; the value of a sensitive column is kept out.

        The name of an error in a cell, such as #N/A, is no value.
        """
        shown = not self.column.sensitive or isinstance(cell, CellError)
        value = self.show(cell) if shown and cell is not None else None
        self.context.findings.add(kind, severity, row, self.path, value, **params)

    def show(self, cell):
        """Return a cell as the user knows it."""
        if isinstance(cell, tuple):
            return ".".join(cell_text(part) for part in cell)
        return clean(cell_text(cell))

    def settle(self, readings, default, kinds):
        """Return the convention of the column, asking when it stays open.

        ``readings``  {text: {convention: value}}
        ``kinds``     (finding when ambiguous, finding when mixed)
        """
        settled = self.context.formats.get(self.column.field) or default
        if settled:
            return settled
        convention = values.decide(readings.values())
        if convention in (values.AMBIGUOUS, values.MIXED):
            kind = kinds[0] if convention == values.AMBIGUOUS else kinds[1]
            open_texts = [
                text
                for text, choices in sorted(readings.items())
                if len(choices) == 1 or len(set(choices.values())) > 1
            ]
            if convention == values.MIXED:
                by_convention = {tuple(readings[text]): text for text in open_texts}
                open_texts = sorted(by_convention.values())
            self.say(
                kind,
                ERROR,
                field=self.column.field,
                examples=", ".join(open_texts[:_EXAMPLES]),
            )
        return convention


def _report_empty(work, converted):
    rows = [
        number
        for value, cell, number in zip(
            converted, work.cells, work.context.numbers, strict=True
        )
        if value is None and not work.show(cell).strip("-. ")
    ]
    if work.column.empty == "error":
        for number in rows:
            work.say("missing-value", ERROR, number)
    elif rows:
        work.say("empty-values", NOTE, rows[0], count=len(rows))


def _convert_text(work):
    column, known = work.column, None
    if work.cells and isinstance(work.cells[0], tuple):

        def parse(cells):
            read = [parsers.parse_text(cell) for cell in cells]
            kind = next((kind for _, kind in read if kind), None)
            return " / ".join(text for text, _ in read if text) or None, kind

    else:
        parse, known = parsers.parse_text, parsers.plain_texts(work.distinct)
    texts = work.run(parse, known)
    if column.lookup:
        examples = sorted({text for text in texts if text and text.isdigit()})
        if examples:
            work.say("lookup-codes", NOTE, examples=", ".join(examples[:_MOST_LOOKUPS]))
    return {column.field: texts}


def _convert_code(work):
    if work.cells and isinstance(work.cells[0], tuple):
        codes = work.run(parsers.join_codes)
    else:
        codes = work.run(parsers.parse_code)
    result = {work.column.field: [code and code.text for code in codes]}
    if work.column.field == "kode":
        result["code_book"] = [code and code.book for code in codes]
        counts = {book: result["code_book"].count(book) for book in ("p17", "p108")}
        if all(counts.values()):
            work.say("two-code-books", NOTE, **counts)
    return result


def _convert_register(work):
    width = work.context.options.register_width
    registers = work.run(parsers.register_parser(width))
    empty = sum(1 for register in registers if register is None)
    if empty:
        work.say("empty-register", NOTE, count=empty)
    name = work.column.field
    return {
        name: [register and register.text for register in registers],
        f"{name}_from": [register and register.first for register in registers],
        f"{name}_to": [register and register.last for register in registers],
        "": [register.count if register else 1 for register in registers],
    }


def _convert_location(work):
    if work.cells and isinstance(work.cells[0], tuple):

        def parse(cells):
            texts = [clean(cell_text(cell)) for cell in cells]
            return ".".join(texts) if any(texts) else None, None

        return {work.column.field: work.run(parse)}
    return {work.column.field: work.run(parsers.parse_location)}


def _number_parser(work):
    column, context = work.column, work.context
    default = column.numbers or context.options.numbers
    readings = {}
    for text in work.texts():
        number = parsers.text_number(text)
        if number:
            readings[text] = number.readings
    kinds = ("ambiguous-numbers", "mixed-numbers")
    convention = work.settle(readings, default, kinds)
    context.conventions[column.field] = convention
    money = column.type == "money"
    units = ("rp", "rupiah") if money else column.units
    return parsers.NumberParser(
        convention,
        0 if column.type == "int" else column.digits,
        context.money_unit if money else 1,
        ("*",) if column.unit_field else units,
    )


def _convert_number(work):
    column = work.column
    parser = _number_parser(work)
    units = {}

    def parse(cell):
        amount, kind, units[cell] = parser.number(cell)
        return amount, kind

    amounts = work.run(parse, parser.plain_amounts(work.distinct))
    if column.type == "int":
        amounts = [None if amount is None else int(amount) for amount in amounts]
    result = {column.field: amounts}
    if column.unit_field:
        result[column.unit_field] = [units.get(cell) or None for cell in work.cells]
    return result


def _convert_date(work):
    column, context = work.column, work.context
    latest_year = context.latest_year + column.ahead
    readings = {}
    for text in work.texts():
        try:
            choices = parsers.text_date(text, latest_year)
        except values.SeveralDatesError:
            continue
        if choices:
            readings[text] = choices
    default = column.dates or context.options.dates
    order = work.settle(readings, default, ("ambiguous-dates", "mixed-dates"))
    _suspect_swapped(work, readings)
    days = work.run(parsers.DateParser(order, latest_year, column.first_of_january))
    result = {column.field: [day and day.iso for day in days]}
    if column.year_field:
        result[column.year_field] = [day and day.year for day in days]
    return result


def _suspect_swapped(work, readings):
    """Text dates only above day 12, date cells only below: swapped on typing."""
    cells = [cell for cell in work.distinct if isinstance(cell, datetime.date)]
    clear = [choices for choices in readings.values() if len(choices) == 1]
    dated = [choices for choices in readings.values() if values.DMY in choices]
    if (
        len(cells) >= _EXAMPLES
        and len(clear) >= _EXAMPLES
        and len(clear) == len(dated) == len(readings)
        and all(cell.day <= 12 for cell in cells)
    ):
        work.say("dates-maybe-swapped", NOTE)


def _convert_year(work):
    return {work.column.field: work.run(parsers.parse_year)}


def _convert_choice(work):
    parse = parsers.choice_parser(work.column.choices)
    return {work.column.field: work.run(parse)}


def _convert_tick(work):
    return {work.column.field: work.run(parsers.parse_tick)}


_CONVERTERS = {
    "text": _convert_text,
    "code": _convert_code,
    "register": _convert_register,
    "location": _convert_location,
    "int": _convert_number,
    "number": _convert_number,
    "money": _convert_number,
    "date": _convert_date,
    "year": _convert_year,
    "kondisi": _convert_choice,
    "choice": _convert_choice,
    "tick": _convert_tick,
    **person_columns.CONVERTERS,
}


def combine_ticks(groups, path, context):
    """Return the value of each row of columns of which one is to be ticked.

    ``groups``  list of (value, list of True | None)
    """
    result = []
    for number, marks in zip(
        context.numbers, zip(*(ticks for _, ticks in groups), strict=True), strict=True
    ):
        marked = [value for (value, _), tick in zip(groups, marks, strict=True) if tick]
        if len(marked) > 1:
            context.findings.error("several-ticks", row=number, column=path)
        result.append(marked[0] if len(marked) == 1 else None)
    return result


def money_in(cell, column, context):
    """Return the Decimal of a money cell outside of the data, or None."""
    convention = context.conventions.get(column.field)
    parser = parsers.NumberParser(convention, 2, context.money_unit, ("rp", "rupiah"))
    amount = parser.number(cell)[0]
    return amount if isinstance(amount, Decimal) else None
