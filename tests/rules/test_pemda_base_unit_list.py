import pytest

from odoo.addons.pemda_base.rules.unit_list import UnitRow, check, functions

KINDS = {"dinas", "upt", "sekolah"}


def kinds_found(*rows, **known):
    units = [UnitRow(number, *row) for number, row in enumerate(rows, start=2)]
    return [(f.number, f.kind) for f in check(units, KINDS, **known)]


DINAS = ("01", "DINAS A", "", "dinas")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([DINAS], []),
        ([("", "DINAS A", "", "dinas")], [(2, "unit_code_missing")]),
        ([("01", "  ", "", "dinas")], [(2, "unit_name_missing")]),
        ([DINAS, ("01", "DINAS B", "", "dinas")], [(3, "unit_code_repeated")]),
        ([("01.1", "UPT", "01", "upt")], [(2, "unit_parent_unknown")]),
        ([DINAS, ("02.1", "UPT", "01", "upt")], [(3, "unit_code_outside_parent")]),
        ([("01", "KANTOR", "", "kantor")], [(2, "unit_kind_unknown")]),
        (
            [DINAS, ("02", "Dinas  a", "", "dinas")],
            [(3, "unit_name_repeated"), (3, "unit_function_shared")],
        ),
        (
            [("01", "A", "02", "upt"), ("02", "B", "01", "upt")],
            [(2, "unit_parent_cycle"), (3, "unit_parent_cycle")],
        ),
    ],
)
def test_one_fault_one_finding(rows, expected):
    assert kinds_found(*rows) == expected


def test_parent_may_exist_already():
    assert kinds_found(("01.1", "UPT", "01", "upt"), known_codes={"01"}) == []


def test_a_row_below_a_cycle_is_not_blamed_and_does_not_loop():
    found = kinds_found(
        ("01", "A", "02", "upt"), ("02", "B", "01", "upt"), ("01.3", "C", "01", "upt")
    )
    assert (4, "unit_parent_cycle") not in found


def test_misspelt_word_of_the_sample_list():
    """The list of 877 units writes PEMERDAYAAN once and PEMBERDAYAAN elsewhere."""
    found = kinds_found(
        ("10", "DINAS PEMBERDAYAAN PEREMPUAN", "", "dinas"),
        ("12", "DINAS PEMBERDAYAAN ANAK", "", "dinas"),
        ("16", "DINAS PEMERDAYAAN MASYARAKAT", "", "dinas"),
    )
    assert found == [(4, "unit_name_misspelt")]


def test_former_opd_beside_its_successor():
    found = kinds_found(
        ("19", "DINAS KOPERASI, PERINDUSTRIAN DAN PERDAGANGAN", "", "dinas"),
        ("26", "DINAS PERINDUSTRIAN DAN PERDAGANGAN", "", "dinas"),
    )
    assert found == [(3, "unit_function_shared")] * 2


def test_functions_of_a_name():
    assert functions("Dinas Sosial, Pemberdayaan Perempuan, dan Anak") == [
        "SOSIAL",
        "PEMBERDAYAAN PEREMPUAN",
        "ANAK",
    ]
