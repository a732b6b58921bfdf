"""Which rows of a sheet belong to one header, and what each of them is."""

from dataclasses import dataclass

from . import rows as kinds
from .headers import normal
from .person_rows import PersonClassifier, PersonMarks

RUNNING_NUMBER = {"nomor", "nomor urut", "nomor urt", "urut"}
_OTHER_HEADER = "other header"


@dataclass(slots=True)
class Body:
    """The rows that belong to one header.

    ``data``     row numbers from 0 of the items
    ``totals``   row numbers of total rows
    ``skipped``  [(row number, kind)] of everything else that is not blank
    ``end``      first row that no longer belongs to the table; the title of
                 the next one may start there
    """

    data: list
    totals: list
    skipped: list
    end: int


def read_body(sheet, header, match, vocabulary):
    """Return the ``Body`` below a header, up to the next other header."""
    body = Body([], [], [], len(sheet.rows))
    for number, kind in _classified(sheet, header, match, vocabulary):
        if kind == kinds.DATA:
            body.data.append(number)
        elif kind == kinds.TOTAL:
            body.totals.append(number)
        elif kind == _OTHER_HEADER:
            body.end = number
            _leave_next_title(body)
        elif kind != kinds.BLANK:
            body.skipped.append((number, kind))
    return body


def _classified(sheet, header, match, vocabulary):
    """Yield ``(row number, kind)`` for the rows below a header."""
    places = _places(header, match)
    start = header.bottom + 1
    rows = sheet.rows[start:]
    if match.layout.person:
        marks = PersonMarks(match, places.number)
        plain = marks.plain_data(rows)
        classifier = PersonClassifier(places, vocabulary, marks)
    else:
        plain = kinds.plain_data(rows, places)
        classifier = kinds.Classifier(places, vocabulary)
    previous, repeat_until = kinds.HEADER, 0
    record_until = 0
    first = _headings(sheet.rows[header.top])
    for number, (row, is_plain) in enumerate(zip(rows, plain, strict=True), start):
        if number < record_until:
            continue
        if is_plain:
            record_until = number + match.layout.options.record_rows
            classifier.signing = False
            kind = kinds.DATA
        elif number < repeat_until:
            kind = kinds.HEADER
        else:
            kind = classifier.kind(row, previous)
            if kind == kinds.HEADER:
                if _headings(row) != first:
                    yield number, _OTHER_HEADER
                    return
                repeat_until = number + header.bottom - header.top + 1
        if kind != kinds.BLANK:
            previous = kind
        yield number, kind


def _headings(row):
    return [normal(value) for value in row if isinstance(value, str)]


def _leave_next_title(body):
    """Rows between the last item or total and the next header are its title."""
    own = max(body.data + body.totals, default=-1)
    signed = [n for n, kind in body.skipped if kind == kinds.SIGNATURE]
    own = max([own, *signed])
    if own >= 0:
        body.end = own + 1
    body.skipped = [(n, kind) for n, kind in body.skipped if n <= own]


def _places(header, match):
    found = {}
    for column, parts in match.taken:
        columns = tuple(part for part in parts if part is not None)
        found[column.field] = columns
        if column.type in ("year", "date"):
            found["dated"] = found.get("dated", ()) + columns
        if column.type == "money":
            found["money"] = found.get("money", ()) + columns
    number = found.get("nomor", ()) or tuple(
        c for c in header.levels if header.keys(c)[0] in RUNNING_NUMBER
    )
    return kinds.Places(
        code=found.get("kode", ()),
        name=found.get("name", ()),
        register=found.get("register", ()),
        money=found.get("money", ()),
        number=number,
        dated=found.get("dated", ()),
    )
