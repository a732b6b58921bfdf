"""What the law asks of a write-off, by dated tables: who has to agree, and how old
goods are at least."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

KEPALA_DAERAH, DPRD = "kepala_daerah", "dprd"
PEROLEHAN, WAJAR = "perolehan", "wajar"


@dataclass(frozen=True, kw_only=True)
class Ketentuan:
    """A row of a table: which goods it is about, from when until when.

    :param causes: codes of causes that it is about; empty: all
    :param prefixes: beginnings of codes of goods; empty: all
    :param except_prefixes: goods that it is not about although ``prefixes`` name them
    """

    id: int
    date_from: date
    date_to: date | None = None
    causes: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    except_prefixes: tuple[str, ...] = ()

    def in_force(self, day: date) -> bool:
        return self.date_from <= day and (self.date_to is None or day <= self.date_to)

    def concerns(self, goods: "Goods | Used") -> bool:
        """Whether these goods count for the row."""
        if self.causes and goods.cause not in self.causes:
            return False
        if self.prefixes and not goods.code.startswith(self.prefixes):
            return False
        return not (
            self.except_prefixes and goods.code.startswith(self.except_prefixes)
        )


@dataclass(frozen=True, kw_only=True)
class Syarat(Ketentuan):
    """Who agrees, to what.

    :param approver: kepala_daerah or dprd
    :param amount_above: rupiah; holds for more than this, 0 for any amount
    :param basis: the value that counts, acquisition value or nilai wajar
    :param exceptions: ids of the grounds on which the law does without it
    """

    approver: str
    amount_above: Decimal = Decimal(0)
    basis: str = PEROLEHAN
    exceptions: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Goods:
    """Goods of a document with one cause and one code.

    :param wajar: nilai wajar; of what has none, the acquisition value
    """

    cause: str
    code: str
    perolehan: Decimal
    wajar: Decimal
    count: int = 1

    def value(self, basis: str) -> Decimal:
        return self.wajar if basis == WAJAR else self.perolehan


@dataclass(frozen=True)
class Needed:
    """A row that holds: how many goods it is about, and what they are worth."""

    syarat: Syarat
    count: int
    amount: Decimal


def needed(
    rows: Iterable[Syarat], goods: Iterable[Goods], day: date
) -> tuple[Needed, ...]:
    """The rows in force that hold for a document, which is one proposal (usulan).

    Amounts are counted per proposal (Permendagri 19/2016 Pasal 331-337): goods that a
    row is about are added up, and the sum lies above its amount or not.
    """
    goods = tuple(goods)
    found = []
    for row in rows:
        if not row.in_force(day):
            continue
        ours = [each for each in goods if row.concerns(each)]
        amount = sum((each.value(row.basis) for each in ours), Decimal(0))
        if ours and (not row.amount_above or amount > row.amount_above):
            found.append(Needed(row, sum(each.count for each in ours), amount))
    return tuple(found)


def approvers(found: Iterable[Needed], exception: int | None = None) -> frozenset[str]:
    """Who has to agree.

    :param exception: id of the ground that is claimed: rows that know it fall away
    """
    return frozenset(
        each.syarat.approver
        for each in found
        if exception not in each.syarat.exceptions
    )


@dataclass(frozen=True, kw_only=True)
class Usia(Ketentuan):
    """How old goods are at least.

    :param years: since they were acquired
    :param kondisi: goods in this condition may be younger; empty: none
    """

    years: int
    kondisi: str = ""


@dataclass(frozen=True, kw_only=True)
class Used:
    """One of the goods, with its age.

    :param code: under which it was used, not that of other assets
    :param acquired: day; of goods of which only the year is known, its last one
    """

    id: int
    cause: str
    code: str
    acquired: date
    kondisi: str = ""


@dataclass(frozen=True)
class Young:
    """A row that holds: goods that are too young, and those of them whose condition
    lets them be younger."""

    usia: Usia
    goods: tuple[Used, ...]
    excused: tuple[Used, ...]


def reached(acquired: date, years: int, day: date) -> bool:
    """Whether so many years have passed; on 1 March after a 29 February.

    >>> reached(date(2019, 11, 23), 7, date(2026, 11, 23))
    True
    """
    return (acquired.year + years, acquired.month, acquired.day) <= (
        day.year,
        day.month,
        day.day,
    )


def too_young(
    rows: Iterable[Usia], goods: Iterable[Used], day: date
) -> tuple[Young, ...]:
    """The rows in force that some of the goods do not meet."""
    goods = tuple(goods)
    found = []
    for row in rows:
        if not row.in_force(day):
            continue
        young = [
            each
            for each in goods
            if row.concerns(each) and not reached(each.acquired, row.years, day)
        ]
        excused = tuple(e for e in young if row.kondisi and e.kondisi == row.kondisi)
        left = tuple(e for e in young if not row.kondisi or e.kondisi != row.kondisi)
        if young:
            found.append(Young(row, left, excused))
    return tuple(found)
