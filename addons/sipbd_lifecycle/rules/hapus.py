"""Who has to agree to a write-off, by a dated table, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

KEPALA_DAERAH, DPRD = "kepala_daerah", "dprd"
PEROLEHAN, WAJAR = "perolehan", "wajar"


@dataclass(frozen=True, kw_only=True)
class Syarat:
    """A row of the table: who agrees, to what, from when.

    :param approver: kepala_daerah or dprd
    :param causes: codes of causes that it is about; empty: all
    :param prefixes: beginnings of codes of goods; empty: all
    :param except_prefixes: goods that it is not about although ``prefixes`` name them
    :param amount_above: rupiah; holds for more than this, 0 for any amount
    :param basis: the value that counts, acquisition value or nilai wajar
    :param exceptions: ids of the grounds on which the law does without it
    """

    id: int
    approver: str
    date_from: date
    date_to: date | None = None
    causes: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    except_prefixes: tuple[str, ...] = ()
    amount_above: Decimal = Decimal(0)
    basis: str = PEROLEHAN
    exceptions: frozenset[int] = frozenset()

    def in_force(self, day: date) -> bool:
        return self.date_from <= day and (self.date_to is None or day <= self.date_to)

    def concerns(self, goods: "Goods") -> bool:
        """Whether these goods count for the row."""
        if self.causes and goods.cause not in self.causes:
            return False
        if self.prefixes and not goods.code.startswith(self.prefixes):
            return False
        return not (
            self.except_prefixes and goods.code.startswith(self.except_prefixes)
        )


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
