import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.pemda_base.rules import numbering

NIBAR = "{pemilik:2}{komptabel:2}{wilayah:4}{lokasi:14}{tahun:4}{kode:12}{urut:7}"


def test_nibar_of_the_kediri_layout_has_45_digits():
    """Composition: domain facts §1, NIBAR as implemented in Kabupaten Kediri."""
    number = numbering.render(
        NIBAR,
        {
            "pemilik": "12",
            "komptabel": "01",
            "wilayah": "3506",
            "lokasi": numbering.digits("18.00.00.0000.0000", 14),
            "tahun": 2026,
            "kode": "132050104005",
            "urut": 42,
        },
    )
    assert number == "120135061800000000000020261320501040050000042"
    assert len(number) == 45


@pytest.mark.parametrize("template", ["{", "}", "{Urut}", "{urut:0}", "a{b c}"])
def test_broken_template(template):
    with pytest.raises(numbering.NumberingError):
        numbering.parse(template)


def test_part_names_in_order():
    assert numbering.part_names("BA-{urut:3}/{tahun}") == ("urut", "tahun")


def test_missing_value_counts_as_nothing():
    assert numbering.render("{a}-{b:3}", {"a": None, "b": False}) == "-000"


@pytest.mark.parametrize(
    ("code", "width", "expected"),
    [
        ("01.00.00", 14, "01000000000000"),
        ("01.00.00.0001.0001", 14, "01000000010001"),
        (None, 4, "0000"),
        ("35.14", 4, "3514"),
    ],
)
def test_digits_fill_missing_depth_on_the_right(code, width, expected):
    assert numbering.digits(code, width) == expected


def test_digits_never_cut():
    with pytest.raises(numbering.NumberingError):
        numbering.digits("01.02.03", 5)


@given(st.integers(min_value=0, max_value=10**7 - 1))
def test_fixed_width_numbers_can_be_read_back(urut):
    text = numbering.render("N{urut:7}", {"urut": urut})
    assert len(text) == 8 and int(text[1:]) == urut


@given(st.integers(min_value=10**3))
def test_a_number_is_refused_rather_than_cut(urut):
    with pytest.raises(numbering.NumberingError):
        numbering.render("{urut:3}", {"urut": urut})


@pytest.mark.parametrize("template", ["{urut:3}", "{a}.{urut}", "{urut:2}/{a:4}x"])
def test_what_surrounds_the_running_number_makes_the_number(template):
    values = {"a": "12"}
    head, tail = numbering.surround(template, values)
    urut = "7".rjust(numbering.running_width(template), "0")
    assert head + urut + tail == numbering.render(template, {**values, "urut": 7})


@pytest.mark.parametrize("template", ["{a}", "{urut} {urut:3}"])
def test_the_running_number_stands_there_once(template):
    with pytest.raises(numbering.NumberingError):
        numbering.running_width(template)


def test_what_surrounds_the_running_number_has_to_fit():
    with pytest.raises(numbering.NumberingError):
        numbering.surround("{urut}{a:1}", {"a": "12"})
