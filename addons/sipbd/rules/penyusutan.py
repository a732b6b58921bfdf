"""Depreciation of one asset from its ledger, period by period.

An entry of a period takes effect first, the charge of the period comes after it; the
charge stops in the period in which the asset leaves. What an entry does:

* the first one opens the course: with the accumulated depreciation and remaining life
  that it states, else from the life of its code, what earlier periods would have
  charged being accumulated already;
* 08 improvement: value rises, life is extended by the bands, up to the full life;
* 0701, further 01xx, parts split off or merged (0704): value and accumulation shift,
  the book value is spread over what is left;
* 0602, and every way from a code that is not depreciated into one that is (works in
  progress finished, back from 1.5.4): the full life from that period, book unchanged;
* 0601, a corrected date of acquisition and the reversal of an act of an earlier
  period: as if it had always been so. The difference to what was charged is the
  ``koreksi`` of the period;
* transfers, rooms, custody and condition change nothing.

Amounts are whole sen. Basis: PMK 1/PMK.06/2013 jo 65/PMK.06/2017 as followed by most
Perkada; Permendagri 47/2021 for the kinds of entries.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from . import susut_line as line
from .masa_manfaat import Bands, Extra, Lives, percent_of
from .susut_policy import OF_BOOK, SUSUT, TANPA_MASA, TETAP, Policy, Timeline

ACQUISITION = "01"
IMPROVEMENT = "08"
CHANGE_OF_FUNCTION = "0602"
WRONG_CODE = "0601"
PART = "0704"

# What is noticed about an asset; shown to a user, never passed over.
NO_LIFE = "tanpa_masa"
NO_DATE = "tanpa_tanggal"
NO_VALUE = "nilai_nol"
ABOVE_BANDS = "di_atas_tabel"
NO_PERCENT = "tanpa_persentase"
BOOK_FLOORED = "buku_negatif"
OPENING_ABOVE_VALUE = "akumulasi_melebihi"
NOTHING_LEFT = "masa_habis"


class Entry(NamedTuple):
    """What depreciation has to know of a ledger entry."""

    id: int
    day: date
    kind: str
    nilai: int
    jumlah: int
    code: str
    komptabel: str
    akumulasi: int = 0
    sisa_bulan: int | None = None
    reversal_of: int | None = None
    corrects_date: bool = False
    acquired_before: date | None = None
    acquired_after: date | None = None


@dataclass(slots=True)
class State:
    """Where an asset stands at the end of a period."""

    nilai: int
    jumlah: int
    code: str
    komptabel: str
    akumulasi: int = 0
    sisa: int | None = None
    dasar: int = 0
    masa: int = 0
    standing: str = TETAP

    @property
    def buku(self) -> int:
        return self.nilai - self.akumulasi


class Improvement(NamedTuple):
    """What an improvement adds: by its percentage, and up to the full life.

    ``extra`` is None where the table has no band for the code.
    """

    percent: Decimal
    extra: Extra | None
    months: int


@dataclass(slots=True)
class Outcome:
    """One period of an asset: the state at its end and how it came about.

    ``state.akumulasi`` = accumulated before + carried in or out by entries + koreksi
    + beban; of an asset that is new, what is not koreksi or beban is its opening.
    """

    state: State
    beban: int = 0
    koreksi: int = 0
    findings: set[str] = field(default_factory=set)
    improvement: Improvement | None = None


class Rules:
    """Policies, lives and bands, with what was looked up before."""

    def __init__(self, policies: Iterable[Policy], lives: Lives, bands: Bands):
        self.timeline = Timeline(policies)
        self.bands = bands
        self._lives = lives
        self._standings = {}

    def standing(self, code: str, komptabel: str, policy: Policy) -> str:
        """See :meth:`Policy.standing`."""
        key = code, komptabel, policy.year
        if key not in self._standings:
            self._standings[key] = policy.standing(code, komptabel)
        return self._standings[key]

    def months(self, code: str, day: date) -> int | None:
        """Full life in months; None where no life is known, or it is nothing."""
        return self._lives.months(code, day) or None

    def life(self, code: str, day: date, policy: Policy) -> int | None:
        """Full life in periods; None where no life is known."""
        months = self.months(code, day)
        return line.periods_of(months, policy.months) if months else None


class Period:
    """The entries of one period applied to one asset, then its charge."""

    def __init__(self, rules: Rules, index: int, state: State | None):
        self._rules = rules
        self._index = index
        self._policy = rules.timeline.policy(index)
        self._counts = True
        self._carried_out = None  # accumulation that the entry took out as it left
        self.outcome = Outcome(state)

    @property
    def state(self) -> State:
        return self.outcome.state

    def apply(self, entry: Entry, acquired: date | None) -> None:
        """Let an entry take effect."""
        state = self.state
        if state is None:
            self._open(entry, acquired)
        elif state.jumlah > 0 and state.jumlah + entry.jumlah <= 0:
            state.jumlah = 0
            self._carried_out = entry.akumulasi
        elif state.jumlah <= 0 and entry.jumlah > 0:
            self._return(entry)
        else:
            self._change(entry, entry.nilai, entry.akumulasi)

    def close(self) -> None:
        """Charge the period, unless the asset has left."""
        state = self.state
        if state is None or state.jumlah <= 0:
            return
        self.restand()
        if state.standing == SUSUT and self._counts:
            if not state.sisa and state.buku:
                self.outcome.findings.add(NOTHING_LEFT)
            self.outcome.beban = line.charge(
                state.buku, state.sisa, state.dasar, state.masa, self._policy.rounding
            )
            state.akumulasi += self.outcome.beban
            state.sisa = max(state.sisa - 1, 0)
        if state.standing == TANPA_MASA:
            self.outcome.findings.add(NO_LIFE)
        if not state.nilai:
            self.outcome.findings.add(NO_VALUE)

    def restand(self) -> None:
        """Whether the asset is charged, by the policy of this period."""
        state = self.state
        standing = self._standing(state.code, state.komptabel)
        if standing == SUSUT and state.sisa is None:
            life = self._life(state.code, self._rules.timeline.last_day(self._index))
            if state.standing == TANPA_MASA or life is None:
                standing = TANPA_MASA
            else:
                self._lay(life)
        state.standing = standing

    def _open(self, entry: Entry, acquired: date | None) -> None:
        state = self.outcome.state = State(
            entry.nilai, entry.jumlah, entry.code, entry.komptabel, entry.akumulasi
        )
        if not 0 <= state.akumulasi <= state.nilai:
            state.akumulasi = min(max(state.akumulasi, 0), state.nilai)
            self.outcome.findings.add(OPENING_ABOVE_VALUE)
        policy = self._policy
        life = self._life(entry.code, entry.day)
        state.standing = self._standing(entry.code, entry.komptabel)
        if self._by_code(entry.code) != SUSUT:
            state.sisa = self._stated(entry)
            return
        if not acquired:
            self.outcome.findings.add(NO_DATE)
        begun = self._rules.timeline.index(min(acquired or entry.day, entry.day))
        used = max(self._index - begun, 0)
        if entry.akumulasi or entry.sisa_bulan is not None:
            self._open_stated(entry, life, used)
        elif life is None:
            state.standing = TANPA_MASA if state.standing == SUSUT else state.standing
        else:
            if policy.starts_next(entry.code):
                self._counts = used > 0
                used = max(used - 1, 0)
            self._lay(life)
            if state.standing == SUSUT:
                state.akumulasi = line.charges(
                    state.nilai, life, state.nilai, life, policy.rounding, used
                )
                state.sisa = max(life - used, 0)

    def _open_stated(self, entry: Entry, life: int | None, used: int) -> None:
        """An opening balance, or a part split off another asset.

        An opening balance of the last day of a period holds at its end; any other
        holds before the charge of its period. A part is always charged in the period
        of the split, in which what it comes from is not charged for it.
        """
        state = self.state
        last_day = self._rules.timeline.last_day(self._index)
        if entry.kind.startswith(ACQUISITION) and entry.day == last_day:
            self._counts = False
            used += 1
        sisa = self._stated(entry)
        if sisa is None:
            if life is None:
                state.standing = TANPA_MASA
                return
            sisa = max(life - used, 0)
        self._lay(sisa)
        if entry.kind == PART and life:
            # the rate of the whole asset goes on, unless its life was extended
            rate = line.rupiah(state.nilai, life)
            if rate * sisa <= state.buku:
                state.dasar, state.masa = state.nilai, life

    def _return(self, entry: Entry) -> None:
        """The other leg of an act, or back in the register after an end."""
        state = self.state
        if self._carried_out is not None:
            carried = self._carried_out + entry.akumulasi
        else:
            carried = entry.akumulasi - state.akumulasi if entry.akumulasi else 0
        self._change(entry, entry.nilai - state.nilai, carried)

    def _change(self, entry: Entry, delta: int, carried: int) -> None:
        state = self.state
        nilai, buku = state.nilai, state.buku
        recoded = entry.code != state.code
        was_charged = self._by_code(state.code) == SUSUT
        state.nilai += delta
        state.jumlah += entry.jumlah
        state.code, state.komptabel = entry.code, entry.komptabel
        state.akumulasi += carried
        self._keep_within(state)
        if self._by_code(entry.code) != SUSUT:
            return
        spread = bool(delta or carried)
        if recoded and (
            entry.kind == CHANGE_OF_FUNCTION or not was_charged or state.sisa is None
        ):
            state.sisa = self._life(entry.code, entry.day)
            spread = True
        stated = self._stated(entry)
        if stated is not None:
            state.sisa, spread = stated, True
        elif entry.kind == IMPROVEMENT and state.sisa is not None:
            base = buku if self._policy.band_base == OF_BOOK else nilai
            state.sisa += self._extension(entry, delta, base)
        if spread and state.sisa is not None:
            self._lay(state.sisa)

    def _keep_within(self, state: State) -> None:
        """The book value is never below zero, nor above the value."""
        within = min(max(state.akumulasi, 0), state.nilai)
        if within != state.akumulasi:
            self.outcome.koreksi += within - state.akumulasi
            self.outcome.findings.add(BOOK_FLOORED)
            state.akumulasi = within

    def _extension(self, entry: Entry, cost: int, base: int) -> int:
        """Periods that an improvement adds to what is left."""
        percent = percent_of(cost, base)
        if percent is None:
            self.outcome.findings.add(NO_PERCENT)
            return 0
        extra = self._rules.bands.extra(entry.code, percent, entry.day)
        added = 0
        if extra is not None:
            if extra.beyond:
                self.outcome.findings.add(ABOVE_BANDS)
            added = line.periods_of(extra.months, self._policy.months)
            life = self._life(entry.code, entry.day)
            if life is not None:
                added = max(min(added, life - self.state.sisa), 0)
        months = added * self._policy.months
        self.outcome.improvement = Improvement(percent, extra, months)
        return added

    def _lay(self, periods: int) -> None:
        """Spread the book value over so many periods from now."""
        state = self.state
        state.sisa = state.masa = periods
        state.dasar = state.buku

    def _stated(self, entry: Entry) -> int | None:
        if entry.sisa_bulan is None:
            return None
        return line.periods_of(max(entry.sisa_bulan, 0), self._policy.months)

    def _life(self, code: str, day: date) -> int | None:
        return self._rules.life(code, day, self._policy)

    def _standing(self, code: str, komptabel: str) -> str:
        return self._rules.standing(code, komptabel, self._policy)

    def _by_code(self, code: str) -> str:
        return self._rules.standing(code, "", self._policy)


def quiet(rules: Rules, state: State, after: int, upto: int) -> None:
    """Take a state from the end of a period to that of a later one, without entries."""
    timeline = rules.timeline
    for start in (after + 1, *timeline.changes(after + 1, upto)):
        end = min([upto, *(c - 1 for c in timeline.changes(start, upto))])
        if start > end:
            continue
        convert(rules, state, start)
        if state.jumlah <= 0:
            continue
        Period(rules, start, state).restand()
        if state.standing == SUSUT:
            policy, periods = timeline.policy(start), end - start + 1
            state.akumulasi += line.charges(
                state.buku,
                state.sisa,
                state.dasar,
                state.masa,
                policy.rounding,
                periods,
            )
            state.sisa = max(state.sisa - periods, 0)


def convert(rules: Rules, state: State, index: int) -> None:
    """Count what is left in the periods of ``index``, if the last was not as long."""
    old = rules.timeline.policy(index - 1).months
    new = rules.timeline.policy(index).months
    if old != new and state.sisa is not None:
        state.sisa = state.masa = line.periods_of(state.sisa * old, new)
        state.dasar = state.buku


def copy(state: State | None) -> State | None:
    return None if state is None else replace(state)
