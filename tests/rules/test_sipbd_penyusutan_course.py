"""What holds for every course, on random ledgers and policies."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sipbd_susut import (
    BUKU,
    GEDUNG,
    KDP,
    LAIN,
    MOBIL,
    PM,
    SOFTWARE,
    UNKNOWN,
    bands,
    rules,
)

from odoo.addons.sipbd.rules import susut_line
from odoo.addons.sipbd.rules.penyusutan import Entry
from odoo.addons.sipbd.rules.penyusutan_course import Course
from odoo.addons.sipbd.rules.susut_policy import FULL, NEXT, OF_BOOK, OF_VALUE, Policy

FIRST_YEAR, YEARS = 2015, 15
DAYS = st.integers(0, YEARS * 365)
CODES = st.sampled_from([PM, MOBIL, GEDUNG, SOFTWARE, KDP, LAIN, BUKU, UNKNOWN])
SEN = st.integers(0, 10**12)
BANDS = [
    *bands("1.3.2", (0, 25, 1), (25, 50, 2), (50, 100, 3)),
    *bands("1.3.3", (0, 30, 5), (30, None, 10)),
]
KINDS = ["0701", "08", "0101", "part", "0601", "0602", "0603", "0606", "03", "date"]
KINDS += ["komptabel", "12", "end", "batal", "batal"]
POLICIES = st.builds(
    Policy,
    months=st.sampled_from([1, 6, 12]),
    first_period=st.sampled_from([FULL, NEXT]),
    first_period_atb=st.sampled_from([FULL, NEXT]),
    ekstra=st.booleans(),
    rounding=st.sampled_from([susut_line.PER_PERIOD, susut_line.RUNNING]),
    band_base=st.sampled_from([OF_VALUE, OF_BOOK]),
)
# Hundreds of periods each: not measured against a clock.
slow = settings(deadline=None)


def day(number):
    return date(FIRST_YEAR, 1, 1) + timedelta(days=number)


class Ledger:
    """Entries as the register books them: never negative, two legs of a move."""

    def __init__(self, draw):
        self.draw = draw
        self.entries = []
        self.acts = []  # ids of the legs of each act that still stands
        self.nilai = draw(SEN)
        self.jumlah = 100
        self.code, self.komptabel = draw(CODES), draw(st.sampled_from(["01", "02"]))
        first = day(draw(DAYS))
        self.acquired = first - timedelta(days=draw(st.integers(0, 4000)))
        self.original = self.acquired
        opening = draw(st.booleans())
        self.book(
            first,
            draw(st.sampled_from(["0101", "0110", "0704"])),
            self.nilai,
            self.jumlah,
            akumulasi=draw(st.integers(0, self.nilai)) if opening else 0,
            sisa_bulan=draw(st.none() | st.integers(0, 300)) if opening else None,
        )
        self.acts.clear()
        for number in sorted(draw(st.lists(DAYS, max_size=8))):
            if day(number) >= first:
                self.act(day(number), draw(st.sampled_from(KINDS)))

    def book(self, when, kind, nilai=0, jumlah=0, **more):
        number = len(self.entries) + 1
        self.entries.append(
            Entry(number, when, kind, nilai, jumlah, self.code, self.komptabel, **more)
        )
        return number

    def move(self, when, kind, **after):
        out = self.book(when, "04" if kind == "03" else kind, -self.nilai, -self.jumlah)
        for name, value in after.items():
            setattr(self, name, value)
        return [out, self.book(when, kind, self.nilai, self.jumlah)]

    def act(self, when, kind):
        draw, before = self.draw, (self.code, self.komptabel)
        if kind == "batal":
            return self.reverse(when)
        if not self.jumlah:
            return None
        if kind in ("0601", "0602", "0603", "0606"):
            code = LAIN if kind == "0603" else draw(CODES)
            assume(code != self.code)
            legs = self.move(when, kind, code=code)
        elif kind == "03":
            legs = self.move(when, kind)
        elif kind == "komptabel":
            legs = self.move(
                when, "0704", komptabel="02" if self.komptabel == "01" else "01"
            )
        elif kind == "end":
            legs = [self.book(when, "1406", -self.nilai, -self.jumlah)]
            self.acts.append((legs, before, self.nilai))
            self.nilai = self.jumlah = 0
            return None
        elif kind == "date":
            new = when - timedelta(days=draw(st.integers(0, 3000)))
            legs = [
                self.book(
                    when,
                    "0704",
                    corrects_date=True,
                    acquired_before=self.acquired,
                    acquired_after=new,
                )
            ]
            self.acquired = new
        elif kind == "part":
            part = draw(st.integers(0, self.nilai))
            legs = [self.book(when, "0704", -part, akumulasi=-(part // 3))]
            self.nilai -= part
        elif kind == "12":
            legs = [self.book(when, "12")]
        else:
            low = -self.nilai if kind == "0701" else 0
            delta = draw(st.integers(low, 10**11))
            legs = [self.book(when, kind, delta)]
            self.nilai += delta
        self.acts.append((legs, before, 0))
        return None

    def reverse(self, when):
        if not self.acts:
            return
        legs, before, gone = self.acts.pop()
        by_id = {entry.id: entry for entry in self.entries}
        for number in reversed(legs):
            original = by_id[number]
            self.code, self.komptabel = original.code, original.komptabel
            if number == legs[0]:
                self.code, self.komptabel = before
            self.book(
                when,
                "batal",
                -original.nilai,
                -original.jumlah,
                reversal_of=number,
            )
            if len(legs) == 1:
                self.nilai -= original.nilai
                self.jumlah -= original.jumlah
        standing = [e for e in self.entries if e.corrects_date]
        undone = {e.reversal_of for e in self.entries}
        left = [e for e in standing if e.id not in undone]
        self.acquired = left[-1].acquired_after if left else self.original


@st.composite
def ledgers(draw):
    return Ledger(draw)


def chain(ruleset, ledger, begin=None):
    """Outcomes of all periods, each from the state of the one before."""
    course = Course(ruleset, ledger.entries, ledger.acquired)
    timeline = ruleset.timeline
    first = timeline.index(begin or ledger.entries[0].day)
    last = timeline.index(day(YEARS * 365 + 3650))
    state, outcomes = course.state_at(first - 1), []
    for index in range(first, last + 1):
        before = state if state and state.jumlah > 0 else course.state_at(index - 1)
        outcome = course.outcome(index, before)
        outcomes.append((index, before, outcome))
        state = outcome.state
    return course, outcomes


@slow
@given(ledgers(), POLICIES)
def test_the_book_value_is_never_negative_nor_above_the_value(ledger, policy):
    ruleset = rules(band_rows=BANDS, policies=[policy])
    _course, outcomes = chain(ruleset, ledger)
    for _index, _before, outcome in outcomes:
        state = outcome.state
        assert 0 <= state.akumulasi <= state.nilai
        assert outcome.beban >= 0
        assert state.sisa is None or state.sisa >= 0


@slow
@given(ledgers(), POLICIES)
def test_accumulation_is_the_sum_of_what_made_it(ledger, policy):
    ruleset = rules(band_rows=BANDS, policies=[policy])
    _course, outcomes = chain(ruleset, ledger)
    carried = {}
    for entry in ledger.entries:
        if entry.kind == "0704":
            index = ruleset.timeline.index(entry.day)
            carried[index] = carried.get(index, 0) + entry.akumulasi
    for index, before, outcome in outcomes[1:]:
        if before is None or not carried.get(index, 0) == 0:
            continue
        if any(
            e.reversal_of and ruleset.timeline.index(e.day) == index
            for e in ledger.entries
        ):
            continue  # what a reversal carries back is part of its koreksi
        assert outcome.state.akumulasi == (
            before.akumulasi + outcome.koreksi + outcome.beban
        )


@slow
@given(ledgers(), POLICIES)
def test_a_chain_of_periods_is_the_ledger_read_at_once(ledger, policy):
    ruleset = rules(band_rows=BANDS, policies=[policy])
    course, outcomes = chain(ruleset, ledger)
    for index, _before, outcome in outcomes:
        assert outcome.state == course.state_at(index)


@slow
@given(ledgers(), POLICIES, st.integers(0, YEARS * 365))
def test_it_does_not_matter_when_the_first_period_begins(ledger, policy, begin):
    ruleset = rules(band_rows=BANDS, policies=[policy])
    _course, whole = chain(ruleset, ledger)
    _course, late = chain(ruleset, ledger, max(day(begin), ledger.entries[0].day))
    states = {index: outcome.state for index, _before, outcome in whole}
    assert all(states[index] == outcome.state for index, _b, outcome in late)


@slow
@given(ledgers(), POLICIES, POLICIES, st.integers(1, YEARS - 1))
def test_policies_that_change(ledger, policy, other, after):

    ruleset = rules(
        band_rows=BANDS, policies=[policy, replace(other, year=FIRST_YEAR + after)]
    )
    course, outcomes = chain(ruleset, ledger)
    for index, _before, outcome in outcomes:
        assert outcome.state == course.state_at(index)
        assert 0 <= outcome.state.akumulasi <= outcome.state.nilai


@slow
@given(
    st.integers(1, 10**14),
    st.integers(1, 600),
    st.sampled_from([susut_line.PER_PERIOD, susut_line.RUNNING]),
)
def test_the_line_charges_everything_and_skipping_is_the_same(dasar, masa, rounding):
    buku, sisa, total = dasar, masa, 0
    for used in range(masa):
        assert total == susut_line.charges(dasar, masa, dasar, masa, rounding, used)
        step = susut_line.charge(buku, sisa, dasar, masa, rounding)
        assert 0 <= step <= buku
        total, buku, sisa = total + step, buku - step, sisa - 1
    assert (buku, total) == (0, dasar)


@slow
@given(ledgers(), POLICIES)
def test_transfers_rooms_and_custody_change_nothing(ledger, policy):
    ruleset = rules(band_rows=BANDS, policies=[policy])
    last = ledger.entries[-1]
    assume(ledger.jumlah > 0)
    moved = Ledger.__new__(Ledger)
    moved.acquired = ledger.acquired
    when = last.day + timedelta(days=1)
    place = {"code": ledger.code, "komptabel": ledger.komptabel}
    number = last.id + 1
    moved.entries = [
        *ledger.entries,
        Entry(number, when, "04", -ledger.nilai, -ledger.jumlah, **place),
        Entry(number + 1, when, "03", ledger.nilai, ledger.jumlah, **place),
        Entry(number + 2, when, "12", 0, 0, **place),
        Entry(number + 3, when, "1301", 0, 0, **place),
    ]
    _course, stayed = chain(ruleset, ledger)
    _course, went = chain(ruleset, moved)
    assert [o for _i, _b, o in stayed] == [o for _i, _b, o in went]
