"""The user's own table with its faults marked; how texts are compared."""

import io

import openpyxl
import pytest
import xlsxwriter

from odoo.addons.pemda_import.rules.source import source_key
from odoo.addons.pemda_import.rules.workbook import plain_number, write_workbook


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("1500000", "1500000.00", 1500000),
        ("2019", 2019, 2019),
        ("0", "0", 0),
        ("1.000", "1000", None),  # a thousand here, one elsewhere
        ("1.5", "1.5", None),
        ("000001", "1", None),
        ("25,000,000.00", "25000000", None),
        ("1234567890123456", "1234567890123456", None),  # more than a float holds
        ("12", None, None),
        ("", None, None),
        ("B 1 XY", "B 1 XY", None),
    ],
)
def test_only_plain_numbers_go_back_as_numbers(text, value, expected):
    assert plain_number(text, value) == expected


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


def table(name="KIB B", rows=(), **changes):
    return {
        "name": name,
        "title": ["KARTU INVENTARIS BARANG"],
        "columns": ["Kode", "Nama"],
        "header_row": 3,
        "heading": "What is wrong",
        "rows": rows,
        "places": [0, None],
        "sentences": {5: ["first", "second"]},
        "cells": {5: {0: "error"}},
        **changes,
    }


def written(*tables):
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"strings_to_formulas": False}) as book:
        for one in tables:
            write_workbook(book, one)
    return openpyxl.load_workbook(io.BytesIO(buffer.getvalue()))


def test_rows_keep_their_numbers_and_faults_stand_beside_them():
    rows = [(4, ["1", "=1+1"], ["1"]), (5, ["x", "-2"], ["x"])]
    sheet = written(table(rows=rows))["KIB B"]
    assert sheet["A1"].value == "KARTU INVENTARIS BARANG"
    assert [cell.value for cell in sheet[3]] == ["Kode", "Nama", "What is wrong"]
    assert sheet["A4"].value == 1
    assert (sheet["B4"].value, sheet["B4"].data_type) == ("=1+1", "s")
    assert sheet["B4"].quotePrefix
    assert sheet["C5"].value == "first\nsecond"
    assert sheet["A5"].fill.patternType == "solid"
    assert sheet["B5"].fill.patternType is None


def test_sheet_names_are_made_to_fit():
    names = ["a/b:c", "KIB B", "kib b", "", "x" * 40, "x" * 40]
    book = written(*(table(name=name) for name in names))
    assert len(book.sheetnames) == len(names)
    assert all(len(name) <= 31 for name in book.sheetnames)
    assert book.sheetnames[1:3] == ["KIB B", "kib b (2)"]
