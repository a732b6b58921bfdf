"""Which layout a header belongs to, and which column is which field."""

from dataclasses import dataclass, field

from .headers import normal
from .text import compact


@dataclass(slots=True)
class Match:
    """How well a layout fits a header.

    ``taken``      [(Column, [column numbers of its parts, None = absent])]
    ``missing``    required columns that were not found
    ``ambiguous``  [(Column, [column numbers])] with the same heading
    ``by_last``    column numbers recognised without their upper headings
    ``ignored``    column numbers of known headings without a field
    ``unknown``    column numbers of unknown headings
    """

    layout: object
    taken: list = field(default_factory=list)
    missing: list = field(default_factory=list)
    ambiguous: list = field(default_factory=list)
    by_last: list = field(default_factory=list)
    ignored: list = field(default_factory=list)
    unknown: list = field(default_factory=list)

    @property
    def columns(self):
        """Number of columns of the file that have a field."""
        return len({p for _, parts in self.taken for p in parts if p is not None})

    @property
    def fits(self):
        """Tell whether the header is one of this layout."""
        known = self.columns + len(self.ignored)
        return not self.missing and known >= len(self.unknown)


def match(layout, header):
    """Return the ``Match`` of ``layout`` and ``header``."""
    result = Match(layout)
    owners = _owners(layout, header, result)
    used = set()
    for column in layout.columns:
        parts, doubled = _find_parts(column, owners)
        used.update(number for numbers in doubled for number in numbers)
        if doubled:
            result.ambiguous.append((column, sorted(n for d in doubled for n in d)))
        if parts is None:
            if column.required and not doubled:
                result.missing.append(column)
            continue
        result.taken.append((column, parts))
        used.update(number for number in parts if number is not None)
    known = {number for numbers in owners.values() for number in numbers}
    for number in header.levels:
        if number not in used:
            (result.ignored if number in known else result.unknown).append(number)
    return result


def _owners(layout, header, result):
    """Return {normal heading of the layout: [column numbers]}.

    Full paths first; a column without one may be known by a path without its
    upper levels, if only one column ends in that path and no other column has
    taken that heading.
    """
    wanted = set(layout.ignored)
    for column in layout.columns:
        wanted.update(column.headings)
        wanted.update(part for parts in column.parts for part in parts)
    owners, left = {}, {}
    for number in header.levels:
        key, *shorter = header.keys(number)
        if key in wanted:
            owners.setdefault(key, []).append(number)
        else:
            left[number] = [key for key in shorter if key in wanted]
    settled = {
        column.field
        for column in layout.columns
        for heading in column.headings
        if heading in owners
    }
    fields = {h: column.field for column in layout.columns for h in column.headings}
    for number, keys in left.items():
        for key in keys:
            others = [n for n, other in left.items() if n != number and key in other]
            if not others and key not in owners and fields.get(key) not in settled:
                owners[key] = [number]
                result.by_last.append(number)
                break
    return owners


def _find_parts(column, owners):
    """Return ``(column numbers of the parts, doubled column numbers)``.

    The numbers are None when the column is not there.
    """
    for alternative in column.alternatives():
        found = [
            [n for key in keys for n in owners.get(key, ())] for keys in alternative
        ]
        doubled = [numbers for numbers in found if len(numbers) > 1]
        if doubled:
            return None, doubled
        complete = all(found) if column.type == "code" else any(found)
        if complete:
            return [numbers[0] if numbers else None for numbers in found], []
    return None, []


def refusal_of(refusals, header, titles, by_title):
    """Return the ``Refusal`` that a table falls under, or None.

    ``by_title``  also judge by the title alone
    """
    keys = set()
    if header:
        for column in header.levels:
            keys.update(header.keys(column))
            keys.update(normal(level) for level in header.levels[column])
    text = " ".join(compact(title) for title in titles)
    for refusal in refusals:
        if len(refusal.headings & keys) >= refusal.at_least:
            return refusal
        if by_title and any(compact(phrase) in text for phrase in refusal.titles):
            return refusal
    return None
