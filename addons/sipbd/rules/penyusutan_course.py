"""The course of an asset through all its periods, and what would always have been so.

Twin of the set-based run: a chain of runs, each from the figures of the period
before, gives what :meth:`Course.state_at` gives at once.
"""

from collections.abc import Iterable
from datetime import date

from .penyusutan import (
    WRONG_CODE,
    Entry,
    Outcome,
    Period,
    Rules,
    State,
    convert,
    copy,
    quiet,
)
from .susut_policy import TANPA_MASA


class Course:
    """An asset by its ledger.

    :param entries: all its entries, later ones as well, in the order of the ledger
    :param acquired: date of acquisition as it stands after all of them
    """

    def __init__(self, rules: Rules, entries: Iterable[Entry], acquired: date | None):
        self._rules = rules
        self._entries = list(entries)
        self._acquired = acquired
        self._indexes = [rules.timeline.index(entry.day) for entry in self._entries]

    def state_at(self, index: int) -> State | None:
        """State at the end of a period, out of the ledger alone."""
        state, last = None, None
        for number in sorted({number for number in self._indexes if number <= index}):
            if state is not None:
                quiet(self._rules, state, last, number - 1)
            period = self._applied(number, state, rebuilt=False)
            period.close()
            state, last = period.state, number
        if state is not None:
            quiet(self._rules, state, last, index)
        return state

    def outcome(self, index: int, before: State | None) -> Outcome:
        """One period from the state at the end of the one before.

        :param before: None when the asset was not there; a state without quantity is
            that in which it left
        """
        period = self.applied(index, before)
        period.close()
        return period.outcome

    def applied(self, index: int, before: State | None) -> Period:
        """The same period before its charge."""
        # What had no life until now may have one in the meantime.
        rebuilt = before is not None and before.standing == TANPA_MASA
        return self._applied(index, before, rebuilt)

    def _applied(self, index: int, before: State | None, rebuilt: bool) -> Period:
        own = self._between(index, index)
        koreksi = 0
        state = copy(before)
        special = any(
            entry.reversal_of or entry.corrects_date or entry.kind == WRONG_CODE
            for entry in own
        )
        if special or rebuilt:
            past = self._rewritten(index)
            if state is not None and (rebuilt or self._reaches_back(own, index)):
                state = past.state_at(index - 1)
                koreksi = state.akumulasi - before.akumulasi if state else 0
            own = past._between(index, index)
        period = Period(self._rules, index, state)
        if state is not None:
            convert(self._rules, state, index)
        acquired = self.acquired_at(index)
        for entry in own:
            period.apply(entry, acquired)
        period.outcome.koreksi += koreksi
        return period

    def _between(self, first: int, last: int) -> list[Entry]:
        return [
            entry
            for entry, index in zip(self._entries, self._indexes, strict=True)
            if first <= index <= last
        ]

    def _reaches_back(self, own: list[Entry], index: int) -> bool:
        """Whether an entry says that earlier periods should have been otherwise."""
        ids = {entry.id for entry in own}
        code = None
        for entry in self._upto(index):
            if entry.id in ids:
                if entry.corrects_date:
                    return True
                if entry.kind == WRONG_CODE and entry.code != code:
                    return True
                if entry.reversal_of and entry.reversal_of not in ids:
                    return True
            code = entry.code
        return False

    def _upto(self, index: int) -> list[Entry]:
        return [
            entry
            for entry, number in zip(self._entries, self._indexes, strict=True)
            if number <= index
        ]

    def _rewritten(self, index: int) -> "Course":
        """The ledger up to a period as it would be had it always been right."""
        entries = _without_reversed(self._upto(index))
        stated = entries[0] if entries else None
        entries = _with_right_codes(entries)
        entries = [entry._replace(corrects_date=False) for entry in entries]
        if stated is not None and stated.sisa_bulan is not None:
            sisa = self._restated(stated, entries[0].code, self.acquired_at(index))
            entries[0] = entries[0]._replace(sisa_bulan=sisa)
        return Course(self._rules, entries, self.acquired_at(index))

    def _restated(self, stated: Entry, code: str, acquired: date | None) -> int:
        """Remaining months of an opening balance under the right code and date.

        The document counted them by the wrong ones: they differ by as much as the
        lives of the codes differ, and as the asset is younger or older.
        """
        sisa = stated.sisa_bulan
        wrong, right = (self._rules.months(c, stated.day) for c in (stated.code, code))
        if wrong and right:
            sisa += right - wrong
        believed = self.acquired_at(self._rules.timeline.index(stated.day))
        if believed and acquired:
            sisa += (acquired.year - believed.year) * 12
            sisa += acquired.month - believed.month
        return min(max(sisa, 0), right or sisa)

    def acquired_at(self, index: int) -> date | None:
        """Date of acquisition as it was known at the end of a period."""
        corrections = [entry for entry in self._entries if entry.corrects_date]
        if not corrections:
            return self._acquired
        known = _without_reversed(self._upto(index))
        standing = [entry for entry in known if entry.corrects_date]
        if standing:
            return standing[-1].acquired_after
        return corrections[0].acquired_before


def _without_reversed(entries: list[Entry]) -> list[Entry]:
    """Without what was reversed and its reversals, where those cancel each other.

    The undoing of an import reverses all of an asset by one entry: that one stays.
    """
    by_id = {entry.id: entry for entry in entries}
    gone = set()
    for entry in entries:
        original = by_id.get(entry.reversal_of)
        if (
            original
            and not original.nilai + entry.nilai
            and not original.jumlah + entry.jumlah
        ):
            gone |= {entry.id, original.id}
    return [entry for entry in entries if entry.id not in gone]


def _with_right_codes(entries: list[Entry]) -> list[Entry]:
    """With the code of each 0601 on all that stood under the wrong one before."""
    entries = list(entries)
    for at, entry in enumerate(entries):
        wrong = entries[at - 1].code if at else None
        if entry.kind != WRONG_CODE or entry.code == wrong:
            continue
        for earlier in range(at - 1, -1, -1):
            if entries[earlier].code != wrong:
                break
            entries[earlier] = entries[earlier]._replace(code=entry.code)
    return entries
