"""What a sequence of ledger entries says about an asset at a date.

Entries hold differences of value and quantity, and the unit, code, condition,
komptabel, room and custodian that hold **after** them. They are read in the order of
booking date and then of entry. A change of unit, code or komptabel is booked in two
legs, out of the old position and into the new one, so that sums of the differences by
position are right at any date without looking at other entries.

Basis: Permendagri 47/2021 Pasal 6 (booked on the date of the source document).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

REVERSAL = "batal"
# Pembatalan penghapusan: goods that were struck off are acquired again.
RESTORED = "0109"
# Kind of the entry that takes the goods out, where it is not the kind that puts in.
OUT_KIND = {"03": "04"}


@dataclass(frozen=True, slots=True)
class Position:
    """Where an asset stands in the books, in which condition, and who has it."""

    unit: int
    code: int
    komptabel: str
    kondisi: str | None
    room: int | None = None
    holder: int | None = None

    @property
    def place(self) -> tuple[int, int, str]:
        """What sums are made by; condition, room and custodian are not part of it."""
        return self.unit, self.code, self.komptabel


@dataclass(frozen=True, slots=True)
class Entry:
    id: int
    booking_date: date
    kind: str
    nilai: Decimal
    jumlah: Decimal
    position: Position

    @property
    def order(self) -> tuple[date, int]:
        return self.booking_date, self.id


@dataclass(frozen=True, slots=True)
class State:
    nilai: Decimal
    jumlah: Decimal
    position: Position
    last_kind: str

    @property
    def exists(self) -> bool:
        return self.jumlah > 0

    @property
    def is_sound(self) -> bool:
        """Whether nothing is negative, and nothing has no value left."""
        return self.nilai >= 0 and (self.jumlah > 0 or self.jumlah == self.nilai == 0)

    @property
    def status(self) -> str:
        """aktif, batal (never happened) or akhir (happened and is over)."""
        if self.exists:
            return "aktif"
        return "batal" if self.last_kind == REVERSAL else "akhir"


def state_at(entries: Iterable[Entry], at: date) -> State | None:
    """State at the end of a day; None before the first entry."""
    known = sorted((e for e in entries if e.booking_date <= at), key=_order)
    if not known:
        return None
    return State(
        nilai=sum((e.nilai for e in known), Decimal()),
        jumlah=sum((e.jumlah for e in known), Decimal()),
        position=known[-1].position,
        last_kind=known[-1].kind,
    )


def balances_at(
    entries: Iterable[Entry], at: date
) -> dict[tuple[int, int, str], tuple[Decimal, Decimal]]:
    """Value and quantity per place, by adding differences only; zeros left out."""
    sums = defaultdict(lambda: [Decimal(), Decimal()])
    for entry in entries:
        if entry.booking_date <= at:
            pair = sums[entry.position.place]
            pair[0] += entry.nilai
            pair[1] += entry.jumlah
    return {place: tuple(pair) for place, pair in sums.items() if any(pair)}


def is_sound(entries: Iterable[Entry]) -> bool:
    """Whether value and quantity are never negative, and nothing has no value left."""
    nilai = jumlah = Decimal()
    for entry in sorted(entries, key=_order):
        nilai += entry.nilai
        jumlah += entry.jumlah
        if nilai < 0 or jumlah < 0 or (jumlah == 0 and nilai != 0):
            return False
    return True


def position_after(state: State, changes: dict, jumlah: Decimal) -> Position:
    """Position after an act.

    Goods that leave their unit or the register leave room and custodian, unless the
    act says where they come to.

    :param changes: fields of Position that the act names
    :param jumlah: difference of quantity that comes with the act
    """
    unit = changes.get("unit", state.position.unit)
    if unit != state.position.unit or state.jumlah + jumlah <= 0:
        changes = {"room": None, "holder": None, **changes}
    return replace(state.position, **changes)


def legs(
    state: State, kind: str, after: Position, nilai: Decimal, jumlah: Decimal
) -> list[tuple[str, Decimal, Decimal, Position]]:
    """The entries of one act: one, or two when goods that exist change their place.

    :param nilai: difference of value that comes with the act
    :param jumlah: difference of quantity that comes with the act
    :return: list of (kind, nilai, jumlah, position after)
    """
    if after.place == state.position.place or not state.exists:
        return [(kind, nilai, jumlah, after)]
    left = replace(state.position, kondisi=after.kondisi)
    return [
        (OUT_KIND.get(kind, kind), -state.nilai, -state.jumlah, left),
        (kind, state.nilai + nilai, state.jumlah + jumlah, after),
    ]


def _order(entry: Entry) -> tuple[date, int]:
    return entry.order
