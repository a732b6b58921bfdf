"""Rows in, lines out: grouping, sums, the content hash and the cross-check.

Every way of printing walks over the same lines, so that all of them show the same
totals and carry the same hash.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from . import formats
from .errors import TotalsDiffer, UnreadableRow
from .model import Column, Expected, Heading, Report

ZERO = Decimal(0)


@dataclass(slots=True)
class Caption:
    """A group begins; ``card`` is its own form if it is one."""

    level: int
    text: str
    card: Report | None = None


@dataclass(slots=True)
class Line:
    """One row: its values and the same as printed texts; whether it is the last of
    the form."""

    values: tuple
    texts: list[str]
    is_last: bool


@dataclass(slots=True)
class Subtotal:
    """A group ends."""

    level: int
    text: str
    sums: tuple[Decimal, ...]


class Flow:
    """Iterate once over the lines of a report.

    After the last line ``rows``, ``sums`` and ``sha256`` hold what was printed.

    :raise UnreadableRow: a row does not fit the columns
    :raise TotalsDiffer: rows or sums are not those of ``expected``
    """

    def __init__(
        self, report: Report, rows: Iterable[tuple], expected: Expected | None = None
    ):
        self.report = report
        self.rows = 0
        self.sums = (ZERO,) * len(report.summed)
        self._source = rows
        self._expected = expected
        self._formats = [formats.formatter(column) for column in report.leaves]
        self._digest = hashlib.sha256(description(report).encode())

    @property
    def sha256(self) -> str:
        """Hash of the description and of every printed text."""
        return self._digest.hexdigest()

    def printed(self, i: int, value) -> str:
        """How ``value`` is printed in column ``i``."""
        return self._formats[i](value)

    def __iter__(self) -> Iterator[Caption | Line | Subtotal]:
        depth = len(self.report.groups)
        open_labels: tuple = ()
        starts = [self.sums] * depth
        for row, following in _with_next(self._source):
            labels = tuple(row[:depth])
            if labels != open_labels:
                level = _first_difference(labels, open_labels)
                yield from self._close(open_labels, level, starts)
                for opened in range(level, depth):
                    starts[opened] = self.sums
                    yield self._caption(opened, labels)
                open_labels = labels
            yield self._line(row[depth:], self._ends(labels, following))
        yield from self._close(open_labels, 0, starts)
        self._check()

    def _line(self, values: tuple, is_last: bool) -> Line:
        self.rows += 1
        columns = self.report.leaves
        try:
            if len(values) != len(columns):
                raise ValueError(f"{len(values)} values for {len(columns)} columns")
            texts = [show(v) for show, v in zip(self._formats, values, strict=True)]
            if self.report.summed:
                self.sums = tuple(
                    total + (values[i] or 0)
                    for total, i in zip(self.sums, self.report.summed, strict=True)
                )
        except (TypeError, ValueError, ArithmeticError, AttributeError) as error:
            raise UnreadableRow(f"Row {self.rows}: {error}") from error
        self._digest.update(("\x1e" + "\x1f".join(texts)).encode())
        return Line(values, texts, is_last)

    def _ends(self, labels: tuple, following: tuple | None) -> bool:
        """Whether the form, or the card of these labels, ends before a row."""
        if following is None:
            return True
        return bool(self.report.card) and tuple(following[: len(labels)]) != labels

    def _caption(self, level: int, labels: tuple) -> Caption:
        label = formats.text(labels[level])
        caption = self.report.groups[level].caption.format(label)
        self._digest.update(f"\x1d{caption}".encode())
        if not self.report.card or level < len(labels) - 1:
            return Caption(level, caption)
        card = self.report.card(labels)
        self._digest.update(f"\x1d{description(card)}".encode())
        return Caption(level, caption, card)

    def _close(self, labels, level, starts) -> Iterator[Subtotal]:
        for closed in reversed(range(level, len(labels))):
            sums = tuple(
                now - before
                for now, before in zip(self.sums, starts[closed], strict=True)
            )
            label = formats.text(labels[closed])
            text = self.report.groups[closed].subtotal.format(label)
            yield Subtotal(closed, text, sums)

    def _check(self):
        if self._expected is None:
            return
        if self._expected.rows != self.rows:
            raise TotalsDiffer(
                f"{self.rows} rows were printed, "
                f"but the database counts {self._expected.rows}."
            )
        if self._expected.sums != self.sums:
            printed, stored = (
                "; ".join(map(formats.number, sums))
                for sums in (self.sums, self._expected.sums)
            )
            raise TotalsDiffer(
                f"The printed rows add up to {printed}, but the database says {stored}."
            )


def description(report: Report) -> str:
    """What a report says besides its rows, as canonical JSON.

    Paper, widths and fonts are left out: the same content on another paper has the
    same hash.
    """

    def column(item: Column | Heading):
        if isinstance(item, Heading):
            return [item.title, [column(child) for child in item.columns]]
        return [item.number, item.title, item.kind, item.total, item.scale]

    letterhead = report.letterhead
    content = {
        "name": report.name,
        "title": report.title,
        "columns": [column(item) for item in report.columns],
        "groups": [[group.caption, group.subtotal] for group in report.groups],
        "identity": report.identity + report.identity_right,
        "letterhead": letterhead and [*letterhead.names, letterhead.contact],
        "place_date": report.place_date,
        "signers": [
            [signer.heading, *signer.lines, signer.name, signer.nip]
            for signer in report.signers
        ],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def _with_next(rows: Iterable[tuple]) -> Iterator[tuple[tuple, tuple | None]]:
    """Each row with the one that follows, or None."""
    rows = iter(rows)
    for current in rows:
        for following in rows:
            yield current, following
            current = following
        yield current, None


def _first_difference(labels: tuple, others: tuple) -> int:
    for level, (label, other) in enumerate(zip(labels, others, strict=False)):
        if label != other:
            return level
    return 0
