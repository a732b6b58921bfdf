import re

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.pemda_report.engine.file_name import file_name


def test_kind_number_and_unit():
    assert (
        file_name("BAST dan pakta integritas", "030/001/BAST/2.01/XI/2026", "2.01")
        == "BAST-dan-pakta-integritas_030-001-BAST-2.01-XI-2026_2.01"
    )


def test_what_no_file_system_likes():
    assert file_name("../..", 'a\\b:c*?"<>|\n\x00', "") == "a-b-c"
    assert file_name("Ünit – é", "..hidden") == "Unit-e_hidden"


@given(st.lists(st.text(), max_size=3))
def test_any_text(parts):
    name = file_name(*parts)
    assert re.fullmatch(r"([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)?", name)
    assert len(name) <= 220
    assert ".." not in name
