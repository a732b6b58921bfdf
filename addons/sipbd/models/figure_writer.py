"""Figures that the rules compute, read from the ledger and written by COPY.

Rows come out of a cursor of the database in pieces and go back in pieces, so that
memory stays flat however large the register is.
"""

import csv
import io
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from odoo.tools import SQL

from ..rules.penyusutan import Entry, State
from ..rules.penyusutan_course import Course
from .sipbd_period_finding import BLOCKING

PIECE = 20_000  # ledger rows at once
FIGURE_COLUMNS = (
    "period_id",
    "asset_id",
    "unit_id",
    "code_id",
    "komptabel",
    "kondisi",
    "room_id",
    "holder_id",
    "register",
    "tanggal_perolehan",
    "tahun_perolehan",
    "jumlah",
    "nilai",
    "akumulasi",
    "beban",
    "koreksi",
    "sisa",
    "dasar",
    "masa",
    "status",
)
FINDING_COLUMNS = ("period_id", "asset_id", "unit_id", "code_id", "kind", "blocking")


class Row(NamedTuple):
    """A row of ``figure_entries.sql``."""

    asset_id: int
    id: int
    day: object
    kind: str
    nilai: str
    jumlah: str
    code_id: int
    komptabel: str
    akumulasi: str
    sisa_bulan: int | None
    reversal_of: int | None
    corrects_date: bool
    acquired_before: object
    acquired_after: object
    unit_id: int
    kondisi: str | None
    room_id: int | None
    holder_id: int | None
    acquired: object
    tanggal: object
    tahun: int | None
    register: str | None
    before_nilai: str | None
    before_jumlah: str | None
    before_code_id: int | None
    before_komptabel: str | None
    before_akumulasi: str | None
    before_sisa: int | None
    before_dasar: str | None
    before_masa: int | None
    before_status: str | None


class FigureWriter:
    """Computes the figures of one period, asset by asset.

    :param cr: cursor of the database
    :param rules: ``rules.penyusutan.Rules``
    :param codes: dict of id -> code of goods
    :param last: last day of the period
    :param tables: SQL names of the tables of figures and of findings
    """

    def __init__(self, cr, period_id, rules, codes, last, tables):
        self._cr = cr
        self._period_id = period_id
        self._rules = rules
        self._codes = codes
        self._last = last
        self._index = rules.timeline.index(last)
        figures, findings = tables
        self._figures = _Copy(cr, figures, FIGURE_COLUMNS)
        self._findings = _Copy(cr, findings, FINDING_COLUMNS)

    def write(self, query):
        """Compute and store what ``figure_entries.sql`` finds."""
        # odoo.tools.groupby would keep the whole ledger in memory
        # pylint: disable-next=bad-builtin-groupby
        for _asset_id, rows in groupby(self._rows(query), key=itemgetter(0)):
            self._write_asset([Row._make(row) for row in rows])
        self._figures.flush()
        self._findings.flush()

    def _rows(self, query):
        """Ledger rows in pieces, fetched whole: one connection does not do COPY in
        the middle of a fetch."""
        self._cr.execute(SQL("DECLARE sipbd_ledger NO SCROLL CURSOR FOR %s", query))
        while True:
            self._cr.execute(SQL("FETCH %s FROM sipbd_ledger", PIECE))
            rows = self._cr.fetchall()
            if not rows:
                break
            yield from rows
        self._cr.execute("CLOSE sipbd_ledger")

    def _write_asset(self, rows):
        first = rows[0]
        course = Course(
            self._rules, [entry_of(row, self._codes) for row in rows], first.acquired
        )
        before = state_of(first, self._codes)
        if before is None:
            before = course.state_at(self._index - 1)
        outcome = course.outcome(self._index, before)
        state = outcome.state
        if state is None or state.jumlah <= 0:
            return
        place = [row for row in rows if row.day <= self._last][-1]
        tanggal, tahun = first.tanggal, first.tahun
        acquired = course.acquired_at(self._index)
        if acquired != first.acquired:
            tanggal, tahun = acquired, acquired and acquired.year
        self._figures.add(
            self._period_id,
            first.asset_id,
            place.unit_id,
            place.code_id,
            place.komptabel,
            place.kondisi,
            place.room_id,
            place.holder_id,
            first.register,
            tanggal,
            tahun,
            _hundredths(state.jumlah),
            _hundredths(state.nilai),
            _hundredths(state.akumulasi),
            _hundredths(outcome.beban),
            _hundredths(outcome.koreksi),
            state.sisa,
            _hundredths(state.dasar),
            state.masa,
            state.standing,
        )
        for kind in sorted(outcome.findings):
            self._findings.add(
                self._period_id,
                first.asset_id,
                place.unit_id,
                place.code_id,
                kind,
                kind in BLOCKING,
            )


def entry_of(row, codes):
    """A ledger row as the rules know it."""
    return Entry(
        row.id,
        row.day,
        row.kind,
        int(row.nilai),
        int(row.jumlah),
        codes[row.code_id],
        row.komptabel,
        int(row.akumulasi),
        row.sisa_bulan or None,  # 0 is what a form leaves empty
        row.reversal_of,
        row.corrects_date,
        row.acquired_before,
        row.acquired_after,
    )


def state_of(row, codes):
    """The figures of the period before as the rules know them; None without any."""
    if row.before_nilai is None:
        return None
    return State(
        nilai=int(row.before_nilai),
        jumlah=int(row.before_jumlah),
        code=codes[row.before_code_id],
        komptabel=row.before_komptabel,
        akumulasi=int(row.before_akumulasi),
        sisa=row.before_sisa,
        dasar=int(row.before_dasar),
        masa=row.before_masa,
        standing=row.before_status,
    )


def _hundredths(number):
    """A whole number of hundredths as the database reads it.

    >>> _hundredths(-105)
    '-1.05'
    """
    if not number % 100:  # nearly always: charges are whole rupiah
        return number // 100
    sign = "-" if number < 0 else ""
    whole, rest = divmod(abs(number), 100)
    return f"{sign}{whole}.{rest:02}"


class _Copy:
    """Rows gathered and sent to a table by COPY."""

    def __init__(self, cr, table, columns):
        self._cr = cr
        names = ", ".join(columns)
        self._statement = f"COPY {table.code} ({names}) FROM STDIN (FORMAT csv)"
        self._start()

    def _start(self):
        self._buffer = io.StringIO()
        self._writer = csv.writer(self._buffer)
        self._count = 0

    def add(self, *values):
        """Add a row; None is NULL."""
        self._writer.writerow(values)
        self._count += 1
        if self._count >= PIECE:
            self.flush()

    def flush(self):
        """Send what was gathered."""
        if self._count:
            self._buffer.seek(0)
            self._cr.copy_expert(self._statement, self._buffer)
            self._start()
