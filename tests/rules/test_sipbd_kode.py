"""Codes of goods: Permendagri 108/2016, level widths 1.1.1.2.2.2.3."""

import csv
from pathlib import Path

import pytest

from odoo.addons.sipbd.rules import kode

PUBLISHED = (
    Path(__file__).parents[2] / "addons" / "sipbd" / "data" / "kodefikasi_bmd_108.csv"
)


@pytest.mark.parametrize(
    ("typed", "dotted"),
    [
        ("132050104001", "1.3.2.05.01.04.001"),
        ("1.3.2.05.01.04.001", "1.3.2.05.01.04.001"),
        (" 13205 ", "1.3.2.05"),
        ("1320", "1.3.2.0"),
        ("1.3.2.", "1.3.2."),
        ("1.3.2.0", "1.3.2.0"),
        ("1", "1"),
        ("13", "1.3"),
        ("1.3.2.5.1", None),
        ("1320501040010", None),
        ("1.3.2.05.01.04.001.1", None),
        ("1.3.2.05.01.04.0011", None),
        ("lemari", None),
        ("1.3.x", None),
        ("", None),
        ("١٣", None),
    ],
)
def test_typed_beginning_of_a_code(typed, dotted):
    assert (kode.dotted(typed) or None) == dotted


@pytest.mark.parametrize(
    ("code", "kib"),
    [
        ("1", None),
        ("1.3", None),
        ("1.1.7.01.01.01.001", "SEDIA"),
        ("1.3.1.01.01.01.001", "A"),
        ("1.3.2", "B"),
        ("1.3.3.01.01.01.001", "C"),
        ("1.3.4.01.01.01.001", "D"),
        ("1.3.5.01.01.01.001", "E"),
        ("1.3.6.01.01.01.003", "F"),
        ("1.3.7.01.01.01.001", None),
        ("1.5.2.01.01.01.001", "LAIN"),
        ("1.5.3.01.01.01.001", "ATB"),
        ("1.5.4.01.01.01.001", "LAIN"),
        ("1.5.5.01.01.01.001", None),
        ("1.5.6.01.01.01.001", None),
    ],
)
def test_book_of_a_code(code, kib):
    assert kode.kib_of(code) == kib


def test_published_list_obeys_the_rules():
    with PUBLISHED.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    codes = {row["code"] for row in rows}
    assert len(rows) == len(codes) == 14665
    for row in rows:
        assert kode.is_valid(row["code"]), row
        assert kode.level_of(row["code"]) == int(row["level"]), row
        assert kode.parent_of(row["code"]) == (row["parent_code"] or None), row
        digits = kode.digits_of(row["code"])
        assert (digits is None) == (row["level"] != "7"), row
        if digits:
            assert kode.dotted(digits) == row["code"]
