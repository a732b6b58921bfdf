"""The user's own file with its faults marked; how texts are compared."""

import datetime
import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill

from odoo.addons.pemda_import.reader.grid import Merge, Sheet
from odoo.addons.pemda_import.rules import workbook
from odoo.addons.pemda_import.rules.source import source_key
from odoo.addons.pemda_import.rules.workbook import mark_book, write_book

HEADING = "What is wrong"
MARKS = {
    "KIB B": {
        "header_row": 3,
        "told": {5: ["first", "=second"], 6: ["the total differs"]},
        "cells": {5: {0: "error", 1: "note"}},
    }
}
ROWS = [
    ("KARTU INVENTARIS BARANG", None, None),
    ("SKPD : DINAS UJI", None, None),
    ("Kode", "Nama", "Harga"),
    ("0001", "=1+1", 1500000),
    ("x", "-2", 2500000.5),
    ("JUMLAH", None, 4000000.5),
]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (": Badan  Pemberdayaan\nMasyarakat. ", "BADAN PEMBERDAYAAN MASYARAKAT"),
        ("dinas uji", "DINAS UJI"),
        (None, ""),
        ("  ", ""),
    ],
)
def test_source_key(text, key):
    assert source_key(text) == key


def own_file(change=None):
    """Bytes of an .xlsx of an office: two sheets, formats, merged cells, a formula."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "KIB B"
    for row in ROWS:
        sheet.append(row)
    sheet["B4"].data_type = "s"
    sheet["A1"].font = Font(size=16)
    sheet["A3"].fill = PatternFill("solid", fgColor="FF99CC00")
    sheet.merge_cells("A1:F1")
    sheet.column_dimensions["B"].width = 40
    other = book.create_sheet("Catatan")
    other["A1"] = "milik kantor"
    other["A2"] = "=cmd|' /C calc'!A0"
    if change:
        change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def values(sheet, width=3):
    return [
        tuple(cell.value for cell in row)
        for row in sheet.iter_rows(min_row=1, max_row=len(ROWS), max_col=width)
    ]


def check_marks(sheet):
    """Rows at their places, sentences beside them, coloured cells, no formula."""
    assert values(sheet) == ROWS
    assert sheet["D3"].value == HEADING
    assert sheet["D5"].value == "first\n=second"
    assert sheet["D6"].value == "the total differs"
    assert sheet["A5"].fill.fgColor.rgb[-6:] == workbook.FILLS["error"]
    assert sheet["B5"].fill.fgColor.rgb[-6:] == workbook.FILLS["note"]
    assert sheet["C5"].fill.patternType is None
    for cell in (sheet["B4"], sheet["B5"]):
        assert cell.data_type == "s"
        assert cell.quotePrefix


def test_an_xlsx_stays_the_file_that_it_was():
    book = opened(mark_book(own_file(), MARKS, HEADING))
    assert book.sheetnames == ["KIB B", "Catatan"]
    sheet = book["KIB B"]
    check_marks(sheet)
    assert sheet["A1"].font.size == 16
    assert sheet["A3"].fill.fgColor.rgb == "FF99CC00"
    assert [str(merge) for merge in sheet.merged_cells.ranges] == ["A1:F1"]
    assert sheet.column_dimensions["B"].width == 40
    assert book["Catatan"]["A1"].value == "milik kantor"
    assert book["Catatan"]["A2"].data_type != "f"


def test_the_added_column_steps_aside_for_merged_cells():
    def merge(book):
        book["KIB B"].merge_cells("C5:E5")

    sheet = opened(mark_book(own_file(merge), MARKS, HEADING))["KIB B"]
    assert sheet["F3"].value == HEADING
    assert sheet["F5"].value == "first\n=second"


def with_part(name, text):
    buffer = io.BytesIO(own_file())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"a;b\n1;2\n",
        own_file()[:900],
        with_part("xl/odd.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        with_part("xl/media/large.bin", b"\0" * (workbook.LARGEST + 1)),
    ],
    ids=["empty", "csv", "cut off", "entity", "large"],
)
def test_other_files_are_written_anew(content):
    assert mark_book(content, MARKS, HEADING) is None


def test_a_sheet_that_is_not_there_is_no_reason_to_fail():
    assert mark_book(own_file(), {"other": MARKS["KIB B"]}, HEADING) is None


@pytest.mark.parametrize("many", [0, 10**9], ids=["constant memory", "in memory"])
def test_any_other_file_becomes_a_workbook_of_the_same_cells(monkeypatch, many):
    monkeypatch.setattr(workbook, "MANY_CELLS", many)
    grid = Sheet("KIB B", ROWS, [Merge(0, 0, 0, 2), Merge(0, 1, 1, 1)])
    other = Sheet("a/b", [(datetime.date(2024, 2, 29), Decimal("1.5"), True, None)])
    book = opened(write_book([grid, other], MARKS, HEADING))
    check_marks(book["KIB B"])
    merged = [str(merge) for merge in book["KIB B"].merged_cells.ranges]
    assert merged == ["A1:C1"]  # the second touches the first
    row = [cell.value for cell in book["a b"][1]]
    assert row == [datetime.datetime(2024, 2, 29), 1.5, "True"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (datetime.date(1899, 1, 1), "1899-01-01"),
        (10**16, "10000000000000000"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
    ],
)
def test_what_a_cell_cannot_hold_is_text(value, shown):
    sheet = opened(write_book([Sheet("a", [(value,)])], {}, HEADING))["a"]
    assert (sheet["A1"].value, sheet["A1"].data_type) == (shown, "s")


def test_sheet_names_are_made_to_fit():
    names = ["a/b:c", "KIB B", "kib b", "", "x" * 40, "x" * 40]
    sheets = [Sheet(name, [("x",)]) for name in names]
    book = opened(write_book(sheets, {}, HEADING))
    assert len(book.sheetnames) == len(names)
    assert all(len(name) <= 31 for name in book.sheetnames)
    assert book.sheetnames[1:3] == ["KIB B", "kib b (2)"]
