"""Dated parameters: what is in force, and what the shipped table says of itself."""

import re
from collections import defaultdict
from datetime import date

import pytest
from sikda_tables import DATA, LISTS, PARAMETERS, ROWS

from odoo.addons.sikda.rules import parameters
from odoo.addons.sikda.rules.parameters import MissingParameter, Parameter, Parameters

RULES = DATA.parent / "rules"


def row(value, date_from, date_to=None, key=""):
    return Parameter("x", key, value, date_from, date_to, "UU 1", True)


def test_the_row_in_force():
    table = Parameters(
        [
            row("new", date(2024, 1, 1)),
            row("old", date(2000, 1, 1), date(2023, 12, 31)),
        ]
    )
    assert table.get("x", date(2023, 12, 31)).value == "old"
    assert table.get("x", date(2024, 1, 1)).value == "new"


def test_of_two_rows_the_later_one_counts():
    table = Parameters([row("a", date(2000, 1, 1)), row("b", date(2010, 1, 1))])
    assert table.get("x", date(2011, 1, 1)).value == "b"


def test_nothing_in_force_names_the_parameter():
    with pytest.raises(MissingParameter, match="x III/a is in force on 1999-12-31"):
        Parameters([row("a", date(2000, 1, 1))]).get("x", date(1999, 12, 31), "III/a")


def test_scale_leaves_out_what_is_not_in_force():
    rows = [row("1", date(2000, 1, 1), key="a"), row("2", date(2020, 1, 1), key="b")]
    assert set(Parameters(rows).scale("x", date(2010, 1, 1))) == {"a"}


def test_shipped_rows_do_not_overlap():
    dated = defaultdict(list)
    for one in ROWS:
        dated[one.name, one.key].append((one.date_from, one.date_to or date.max))
    for spans in dated.values():
        spans.sort()
        assert all(a[1] < b[0] for a, b in zip(spans, spans[1:], strict=False))


def test_every_shipped_row_names_its_regulation():
    assert all(re.search(r"\d", one.legal_basis) for one in ROWS)


def test_rules_and_table_know_the_same_names():
    code = "".join(path.read_text(encoding="utf-8") for path in RULES.glob("*.py"))
    used = set(re.findall(r'"([a-z]+(?:\.[a-z_]+)+)"', code))
    shipped = {one.name for one in ROWS + LISTS}
    only_models = {"kp.penandatangan", "pppk.peringatan"}
    assert used <= shipped
    assert shipped - used <= only_models


@pytest.mark.parametrize("name", ["kp.periode", "bup.umum", "kgb.dasar"])
def test_values_are_read(name):
    assert all(one.integers for one in PARAMETERS.rows(name))


def test_unconfirmed_rows_stay_marked():
    unconfirmed = {one.name for one in ROWS if not one.confirmed}
    assert {"pensiun.maksimum.persen", "disiplin.menunda", "kp.penandatangan"} <= (
        unconfirmed
    )


@pytest.mark.parametrize(
    ("shipped", "right", "wrong"),
    [
        ("4", ["5"], ["", "x", "4.5", "4 5", "-1", "٤", "9" * 10]),
        ("2.5", ["3", "2.25"], ["2,5", "2.5 3"]),
        ("4 10", ["1 2 3"], ["4", "4, 10"]),
        ("III/a", ["IV/e"], ["III", "III/f", "3a"]),
        ("Baik", ["Sangat Baik"], ["baik", "Bagus"]),
        ("ya", ["tidak"], ["yes", "1"]),
        ("Gubernur", ["Bupati/Walikota"], [""]),
    ],
)
def test_a_value_keeps_its_shape(shipped, right, wrong):
    shape = parameters.shape(shipped)
    assert shape.fits(shape.example)
    assert all(shape.fits(value) for value in right)
    assert not any(shape.fits(value) for value in wrong)


def test_values_of_a_name_have_one_shape():
    shapes = defaultdict(set)
    for one in ROWS:
        shapes[one.name].add(parameters.shape(one.value))
    mixed = {name for name, found in shapes.items() if len(found) > 1}
    assert mixed <= {"ak.koefisien"}
