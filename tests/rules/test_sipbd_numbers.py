"""Parts of NIBAR and kode register (composition as seen in working systems)."""

import pytest

from odoo.addons.pemda_base.rules.numbering import NumberingError
from odoo.addons.sipbd.rules import numbers


@pytest.mark.parametrize(
    ("code", "location"),
    [
        ("01.00.00.0001", "01000000010000"),
        ("01.00.00", "01000000000000"),
        ("01.00.00.0001.0001", "01000000010001"),
        ("T01.01", "01010000000000"),
    ],
)
def test_location_is_filled_on_the_right(code, location):
    assert numbers.location(code) == location


def test_a_longer_unit_code_is_not_cut():
    with pytest.raises(NumberingError):
        numbers.location("01.00.00.0001.0001.1")


@pytest.mark.parametrize(
    ("code", "region"), [("35.14", "3514"), ("35", "3500"), (None, "0000")]
)
def test_region(code, region):
    assert numbers.region(code) == region


def test_register_is_the_end_of_the_kode_register():
    assert numbers.register_width("{lokasi:14} {kode}.{urut:6}") == 6


@pytest.mark.parametrize("template", ["", "{urut}", "{urut:6}.{kode}", "{urut:6} "])
def test_register_needs_a_width_and_the_last_place(template):
    with pytest.raises(ValueError):
        numbers.register_width(template)
