"""From a header and the rows below it to a Table of typed values."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from . import rows as kinds
from .body import RUNNING_NUMBER
from .columns import Context, combine_ticks, convert, money_in
from .findings import Findings
from .headers import normal
from .identity import in_thousands, read_identity, title_kib
from .items import Rows
from .person_columns import complete_nips
from .registers import MOST_ITEMS
from .text import shown_number

MONEY = "nilai_perolehan"


class ColumnMatch(NamedTuple):
    """A column of the file; ``field`` None means that it is not taken."""

    index: int
    path: str
    field: str | None
    sensitive: bool = False


@dataclass(slots=True)
class Table:
    """One table of items; see the package docstring."""

    sheet: str
    layout: object
    header_rows: tuple
    columns: list
    identity: dict
    title: list
    money_unit: int
    fields: tuple
    rows: Rows
    file_total: Decimal | None
    total: Decimal
    items: int
    findings: list


@dataclass(frozen=True, slots=True)
class Settings:
    """What the caller of ``read_file`` settled."""

    limits: object
    formats: dict
    money_unit: int | None


def read_table(sheet, header, match, body, above, settings):
    """Return the ``Table`` of one header.

    ``above``  rows above the header that hold title and identity
    """
    findings = Findings(settings.limits.findings)
    money_unit = settings.money_unit
    layout = match.layout
    identity, title = read_identity(above)
    paths = [header.path(column) for column in header.levels]
    thousands = in_thousands([*title, *identity.values(), *paths])
    _report_table(layout, [sheet.name, *title], thousands and not money_unit, findings)
    context = Context(
        options=layout.options,
        numbers=[number + 1 for number in body.data],
        findings=findings,
        formats=settings.formats,
        money_unit=money_unit or (1000 if thousands else 1),
        latest_year=datetime.date.today().year,
    )
    cells = _cells(sheet, body, layout.options.record_rows)
    columns = _column_matches(header, match, cells, findings)
    values = _values(header, match, cells, context)
    complete_nips(values, context)
    _count_items(values, layout.options, context)
    _report_skipped(sheet, body, findings)
    total = sum((v for v in values.get(MONEY, ()) if v is not None), Decimal(0))
    file_total = _file_total(sheet, match, body, total, context)
    return Table(
        sheet=sheet.name,
        layout=layout,
        header_rows=(header.top + 1, header.bottom + 1),
        columns=columns,
        identity=identity,
        title=title,
        money_unit=context.money_unit,
        fields=tuple(values),
        rows=Rows(
            context.numbers,
            list(values.values()),
            [cells[column.index] for column in columns],
        ),
        file_total=file_total,
        total=total,
        items=sum(values["items"]),
        findings=findings.result(),
    )


def _cells(sheet, body, record_rows):
    """Return the columns of the item rows as a list of tuples.

    The rows of one record stand side by side: first those of its first row.
    """
    rows = [sheet.rows[number] for number in body.data]
    if record_rows == 2:
        rows = [
            row + sheet.rows[number + 1]
            for row, number in zip(rows, body.data, strict=True)
        ]
    width = sheet.width * record_rows
    return list(zip(*rows, strict=True)) if rows else [()] * width


def _report_table(layout, texts, thousands, findings):
    kib = title_kib(texts[1:]) or title_kib(texts[:1])
    if kib and layout.kib and kib != layout.kib:
        findings.error("title-says-other", title_kib=kib, kib=layout.kib)
    if thousands:
        findings.note("money-in-thousands")


def _column_matches(header, match, cells, findings):
    fields = {}
    width = len(cells) // match.layout.options.record_rows
    for column, parts in match.taken:
        for part in parts:
            if part is not None:
                fields.setdefault(part + width * (column.row - 1), column)
    for _column, numbers in match.ambiguous:
        findings.error(
            "ambiguous-column",
            column=header.path(numbers[0]),
            columns=", ".join(column_letters(number) for number in numbers),
        )
    for number in match.by_last:
        path = header.path(number)
        heading = header.levels[number][-1]
        findings.note("column-by-last-heading", column=path, heading=heading)
    left = [header.path(number) for number in sorted(match.unknown + match.ignored)]
    left = [path for path in left if normal(path) not in RUNNING_NUMBER]
    if left:
        findings.note("columns-not-taken", columns=", ".join(left))
    columns = []
    for number, items in enumerate(cells):
        column = fields.get(number)
        row, place = divmod(number, width)
        if place in header.levels or any(item is not None for item in items):
            path = _row_path(header.path(place), row)
            if not path:
                findings.note("unnamed-column", number=column_letters(place))
            columns.append(
                ColumnMatch(
                    number,
                    path,
                    column and column.field,
                    bool(column and column.sensitive),
                )
            )
    return columns


def _row_path(path, row):
    """Return the path of a column; below the first row of a record with its row."""
    return f"{path} [{row + 1}]" if row else path


def _values(header, match, cells, context):
    """Return {field: list of values, one per item row}."""
    values, ticks = {}, {}
    width = len(cells) // match.layout.options.record_rows
    for column, parts in match.taken:
        there = [part for part in parts if part is not None]
        taken = [cells[part + width * (column.row - 1)] for part in there]
        path = _row_path(header.path(there[0]), column.row - 1)
        result = convert(column, taken, path, context)
        if column.type == "tick":
            marks = ticks.setdefault(column.field, ([], path))[0]
            marks.append((column.value, result[column.field]))
            continue
        for field, items in result.items():
            if values.get(field) is None or field == column.field:
                values[field] = items
    for field, (groups, path) in ticks.items():
        if field not in values:
            values[field] = combine_ticks(groups, path, context)
    return values


def _count_items(values, options, context):
    """Add the field ``items``: how many assets each row stands for."""
    rows = len(context.numbers)
    registers = values.pop("", [1] * rows)
    if "register" not in options.split:
        registers = [1] * rows
    quantities = values.get("jumlah", [None] * rows)
    items, alone = [], []
    for number, register, quantity in zip(
        context.numbers, registers, quantities, strict=True
    ):
        count = register
        whole = quantity is not None and quantity > 1 and quantity == int(quantity)
        if whole and register > 1 and quantity != register:
            context.findings.error(
                "register-quantity-differ",
                row=number,
                registers=register,
                quantity=str(quantity),
            )
        elif whole and register == 1 and "jumlah" in options.split:
            count = int(quantity)
            alone.append(number)
        if count > MOST_ITEMS:
            context.findings.error(
                "too-many-items", row=number, count=count, limit=MOST_ITEMS
            )
            count = 1
        items.append(count)
    if alone:
        context.findings.note("many-items-one-register", row=alone[0], count=len(alone))
    values["items"] = items


def _report_skipped(sheet, body, findings):
    for number, kind in body.skipped:
        text = kinds.row_text(sheet.rows[number])
        findings.note(f"skipped-{kind}", row=number + 1, text=text)
    for number in body.totals:
        text = kinds.row_text(sheet.rows[number])
        findings.note("skipped-total", row=number + 1, text=text)
    hidden = sum(1 for number in body.data if number in sheet.hidden_rows)
    if hidden:
        findings.note("hidden-rows", count=hidden)


def _file_total(sheet, match, body, total, context):
    """Return the total that the file states; say so when ours differs."""
    place = next(
        ((column, parts[0]) for column, parts in match.taken if column.field == MONEY),
        None,
    )
    if place is None or not body.totals:
        return None
    column, number = place
    stated = [money_in(sheet.rows[row][number], column, context) for row in body.totals]
    stated = [amount for amount in stated if amount is not None]
    if not stated:
        return None
    if total in stated or sum(stated) == total:  # also when there are only subtotals
        return total
    context.findings.error(
        "total-differs",
        row=body.totals[-1] + 1,
        total=shown_number(total),
        file_total=shown_number(stated[-1]),
    )
    return stated[-1]


def column_letters(number):
    """Return the letters of a column number from 0: 0 -> 'A', 26 -> 'AA'."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
