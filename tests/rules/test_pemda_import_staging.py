"""Rows as COPY takes them."""

import json
from decimal import Decimal

import pytest

from odoo.addons.pemda_import.reader import Row
from odoo.addons.pemda_import.rules.staging import CopyFile, copy_lines


def staged(*rows):
    """What PostgreSQL makes of the lines: number, raw and data of each."""
    lines = copy_lines(7, rows).decode().splitlines()
    fields = [line.replace("\\\\", "\\").split("\t") for line in lines]
    assert {line[0] for line in fields} <= {"7"}
    return [(int(n), json.loads(raw), json.loads(data)) for _, n, raw, data in fields]


def test_rows_keep_number_cells_and_values():
    rows = [
        Row(9, ("Meja", 2, Decimal("1.50"), None), ("Meja", "2", "1,50", "")),
        Row(10, ("Meja", None, Decimal("3"), "B"), ("Meja", "", "3", "B")),
    ]
    assert staged(*rows) == [
        (9, ["Meja", "2", "1,50", ""], ["Meja", 2, "1.50", None]),
        (10, ["Meja", "", "3", "B"], ["Meja", None, "3", "B"]),
    ]


@pytest.mark.parametrize(
    "text", ["a\tb\nc", 'so "genannt"', "C:\\temp\\", "\\u0000", "], [", "Rp²", "\\."]
)
def test_any_text_survives(text):
    assert staged(Row(1, (text,), (text,))) == [(1, [text], [text])]


@pytest.mark.parametrize("sign", ["\x7f", "\x1e", "\\u001e", "\n", '"\\'])
def test_signs_that_part_cells_and_rows_are_texts_as_well(sign):
    plain = [(n, ["Meja", str(n)], ["Meja", n]) for n in range(3)]
    for text in (sign, f"a{sign}b", sign * 3):
        odd = (3, [text, "9"], [text, 9])
        rows = [*plain[:2], odd, plain[2]]
        assert staged(*(Row(n, tuple(v), tuple(r)) for n, r, v in rows)) == rows


def test_more_different_values_than_are_kept():
    rows = [Row(n, (f"{n}", Decimal(n)), ("x",)) for n in range(12_000)]
    file, blocks = CopyFile(7, rows), []
    while block := file.read():
        blocks.append(block)
    for number, line in enumerate(b"".join(blocks).decode().splitlines()):
        assert line == f'7\t{number}\t["x"]\t["{number}","{number}"]'


def test_nul_is_left_out_and_nothing_else():
    text = "a\0b\\\0c\\u0000"
    clean = "ab\\c\\u0000"
    assert staged(Row(1, (text,), (text,))) == [(1, [clean], [clean])]


def test_half_a_surrogate_pair_does_not_stop_the_file():
    assert staged(Row(1, ("\ud83d",), ("x",))) == [(1, ["x"], ["?"])]


def test_no_rows():
    assert copy_lines(7, []) == b""


@pytest.mark.parametrize("count", [0, 1, 199, 200, 201, 700])
def test_blocks_hold_every_row_once(count):
    rows = [Row(n, (n, "Meja"), (str(n), "Meja")) for n in range(count)]
    file, blocks = CopyFile(7, rows), []
    while block := file.read(8192):
        blocks.append(block)
    assert b"".join(blocks) == copy_lines(7, rows)
    assert file.read(8192) == b""
