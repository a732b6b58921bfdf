"""A history of a person as a table: its columns, and where their values come from."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from odoo.addons.pemda_report.engine.booklet import Section
from odoo.addons.pemda_report.engine.formats import short_date
from odoo.addons.pemda_report.engine.model import Column, Heading


@dataclass(frozen=True)
class Entry:
    """A column and where its value comes from."""

    column: Column
    value: Callable[[Any], Any]
    under: str = ""
    #: only for whoever may see the pay of the person
    private: bool = False


NUMBER = Entry(Column("urut", "No.", 9, kind="int"), None)


@dataclass(frozen=True, kw_only=True)
class History:
    """A table of a history.

    :param title: on a card; a DRH has titles of its own
    :param private: only for whoever may see family, discipline and pay of the person
    :param optional: left out where there is no row
    :param since: day from which a row was known, if it says so
    """

    name: str
    title: str
    model: str
    entries: tuple[Entry, ...]
    domain: tuple = ()
    order: str = "tmt, id"
    private: bool = False
    optional: bool = False
    since: Callable[[Any], Any] = lambda row: row.tmt

    def section(self, rows, title, private):
        """The table of ``rows``.

        :param private: whether restricted columns are printed
        """
        entries = [entry for entry in self.entries if private or not entry.private]
        values = tuple(
            (number, *(entry.value(row) for entry in entries))
            for number, row in enumerate(rows, 1)
        )
        return Section(
            name=self.name,
            title=title,
            columns=numbered([NUMBER, *entries]),
            rows=values,
        )


def numbered(entries):
    """Columns of entries with the row of numbers, under their headings."""
    columns = [
        (entry.under, replace(entry.column, number=str(number)))
        for number, entry in enumerate(entries, 1)
    ]
    found = []
    # runs of neighbours, which odoo.tools.groupby does not give
    # pylint: disable-next=bad-builtin-groupby
    for under, group in groupby(columns, key=lambda pair: pair[0]):
        leaves = tuple(column for _under, column in group)
        found.extend((Heading(under, leaves),) if under else leaves)
    return tuple(found)


def text(key, title, width, value=None, **options):
    return Entry(Column(key, title, width), value or attribute(key), **options)


def day(key, title, value=None, **options):
    column = Column(key, title, 18, kind="date")
    return Entry(column, value or attribute(key), **options)


def count(key, title, value=None, width=10, **options):
    """A number of which 0 says nothing."""
    column = Column(key, title, width, kind="int")
    value = value or attribute(key)
    return Entry(column, lambda row: value(row) or None, **options)


def money(key, title, **options):
    column = Column(key, title, 20, kind="money")
    return Entry(column, lambda row: row[key] or None, **options)


def attribute(key):
    return lambda row: row[key] or None


def span(row):
    """``01-02-2020 s.d. 31-01-2022``, as far as it is known."""
    days = [short_date(one) if one else "" for one in (row.tmt, row.tmt_akhir)]
    return " s.d. ".join(filter(None, days))


SK = "Surat Keputusan"
DECREE = (
    text("pejabat", "Pejabat", 30, under=SK),
    text("sk_nomor", "Nomor", 30, under=SK),
    day("sk_tanggal", "Tanggal", under=SK),
)
MKG = "Masa Kerja"
SERVICE = (
    Entry(Column("mkg_tahun", "Thn", 9, kind="int"), lambda row: row.mkg_tahun, MKG),
    Entry(Column("mkg_bulan", "Bln", 9, kind="int"), lambda row: row.mkg_bulan, MKG),
)
