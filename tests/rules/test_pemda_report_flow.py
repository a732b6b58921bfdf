from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pemda_report_samples import GROUPED, REPORT, grouped_rows, row

from odoo.addons.pemda_report.engine import header, screen
from odoo.addons.pemda_report.engine.errors import TotalsDiffer, UnreadableRow
from odoo.addons.pemda_report.engine.flow import Flow, Line, Subtotal
from odoo.addons.pemda_report.engine.model import (
    Column,
    Expected,
    Group,
    Heading,
    Report,
    Signer,
)


def walk(report, rows, expected=None):
    flow = Flow(report, rows, expected)
    return flow, list(flow)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=30))
def test_subtotals_add_up_on_every_level(keys):
    report = replace(REPORT, groups=(Group(), Group()))
    rows = [
        (f"A{a}", f"B{b}", *row(i, value=i)) for i, (a, b) in enumerate(sorted(keys))
    ]
    flow, items = walk(report, rows)
    for level in (0, 1):
        sums = [i.sums for i in items if isinstance(i, Subtotal) and i.level == level]
        assert sum(nilai for _jumlah, nilai in sums) == flow.sums[1]
    assert flow.sums == (len(rows), sum(range(len(rows))))


def test_only_the_last_line_is_the_last():
    _flow, items = walk(GROUPED, grouped_rows(5))
    lines = [item.is_last for item in items if isinstance(item, Line)]
    assert lines == [False] * 4 + [True]


def test_totals_of_the_database_must_agree():
    rows = [row(1), row(2)]
    walk(REPORT, rows, Expected(2, (Decimal(2), Decimal(2000))))
    with pytest.raises(TotalsDiffer, match="database counts 3"):
        walk(REPORT, rows, Expected(3, (Decimal(2), Decimal(2000))))
    with pytest.raises(TotalsDiffer, match=r"2\.000,01"):
        walk(REPORT, rows, Expected(2, (Decimal(2), Decimal("2000.01"))))


@pytest.mark.parametrize(
    "bad",
    [
        row(1)[:-1],
        ("x", *row(1)[1:]),
        (*row(1)[:5], Decimal("NaN"), ""),
        (*row(1)[:5], 1.5, ""),
        (*row(1)[:3], "not a date", *row(1)[4:]),
    ],
)
def test_an_unreadable_row_names_itself(bad):
    with pytest.raises(UnreadableRow, match="Row 2"):
        walk(REPORT, [row(1), bad])


def hash_of(report, rows):
    return walk(report, rows)[0].sha256


def test_hash_is_of_what_is_said_not_of_the_paper():
    base = hash_of(REPORT, [row(1)])
    assert hash_of(replace(REPORT, paper="A4", font_size=9), [row(1)]) == base
    assert hash_of(REPORT, [row(1, value=1001)]) != base
    assert hash_of(REPORT, [row(1), row(2)]) != base
    assert hash_of(replace(REPORT, signers=()), [row(1)]) != base
    assert hash_of(replace(REPORT, title=("KIB",)), [row(1)]) != base


def test_header_cells_of_nested_headings():
    report = Report(
        name="x",
        title=("X",),
        columns=(
            Column("a", "A", 1),
            Heading(
                "Status",
                (
                    Column("b", "B", 1),
                    Heading("Sertifikat", (Column("c", "C", 1), Column("d", "D", 1))),
                ),
            ),
        ),
    )
    found = {
        cell.title: (cell.level, cell.levels, cell.first, cell.last)
        for cell in header.cells(report)
    }
    assert found == {
        "A": (0, 3, 0, 0),
        "Status": (0, 1, 1, 3),
        "B": (1, 2, 1, 1),
        "Sertifikat": (1, 1, 2, 3),
        "C": (2, 1, 2, 2),
        "D": (2, 1, 3, 3),
    }


def test_screen_shows_rows_captions_and_totals():
    lines = screen.preview(GROUPED, grouped_rows(2))
    assert [line["kind"] for line in lines] == [
        *("caption", "row", "subtotal") * 2,
        "total",
    ]
    assert lines[1]["cells"]["nilai"] == "1.000"
    assert lines[-1]["cells"] == {"jumlah": "2", "nilai": "3.000"}
    assert screen.preview(GROUPED, grouped_rows(2), limit=7) == lines
    assert screen.preview(GROUPED, grouped_rows(2), limit=4) == lines[:4]


def test_a_description_that_cannot_be_printed_is_refused():
    with pytest.raises(ValueError, match="unique"):
        replace(REPORT, columns=(Column("a", "A", 1), Column("a", "B", 1)))
    with pytest.raises(ValueError, match="summed"):
        Column("a", "A", 1, total=True)
    with pytest.raises(ValueError, match="three"):
        replace(REPORT, signers=(Signer(title="X"),) * 4)
