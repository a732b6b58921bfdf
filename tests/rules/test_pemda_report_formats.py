from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.pemda_report.engine import document_id, formats
from odoo.addons.pemda_report.engine.model import Column


@pytest.mark.parametrize(
    ("value", "scale", "printed"),
    [
        (0, 1, "0"),
        (999, 1, "999"),
        (Decimal("1234567.00"), 1, "1.234.567"),
        (Decimal("1234567.89"), 1, "1.234.567,89"),
        (Decimal("1234567.8"), 1, "1.234.567,80"),
        (Decimal("-2500.5"), 1, "-2.500,50"),
        (Decimal("0.125"), 1, "0,125"),
        (Decimal("99999999999999.99"), 1, "99.999.999.999.999,99"),
        (Decimal("1500750"), 1000, "1.500,75"),
        (Decimal("1500000"), 1000, "1.500"),
        (Decimal("1.01"), 1000, "0,00101"),
    ],
)
def test_number(value, scale, printed):
    assert formats.number(value, scale) == printed


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2))
def test_number_says_the_whole_value(value):
    printed = formats.number(value)
    assert Decimal(printed.replace(".", "").replace(",", ".")) == value


def test_nip():
    assert formats.nip("197001011999032001") == "19700101 199903 2 001"
    assert formats.nip("19700101 199903 2 001") == "19700101 199903 2 001"
    assert formats.nip("") == ""


def test_dates():
    assert formats.long_date(date(2026, 8, 17)) == "17 Agustus 2026"
    assert formats.short_date(date(1999, 3, 1)) == "01-03-1999"
    moment = datetime(2026, 5, 1, 9, 5)
    assert formats.moment(moment, "WIB") == "1 Mei 2026 pukul 09.05 WIB"


def test_text_has_one_blank_between_words_and_no_invisible_marks():
    assert formats.text("  a\n\tb\u00a0c ") == "a b c"
    assert formats.text("ab\u202ecd\u200b") == "abcd"
    assert formats.text("a\x00b") == "a\ufffdb"
    assert formats.text("Tanah ™") == "Tanah ™"


def test_a_year_is_a_whole_number_without_mark():
    show = formats.formatter(Column("tahun", "Tahun", 1, kind="int"))
    assert show(2026) == "2026"
    with pytest.raises(ValueError, match="whole"):
        show(Decimal("2026.5"))


@pytest.mark.parametrize("kind", ["text", "int", "number", "money", "date"])
def test_nothing_is_an_empty_text(kind):
    show = formats.formatter(Column("x", "X", 1, kind=kind))
    assert [show(None), show(False), show("")] == ["", "", ""]


def test_document_ids_differ_and_can_be_typed():
    ids = {document_id.new_document_id() for _ in range(200)}
    assert len(ids) == 200
    assert all(len(number) == 14 for number in ids)
    assert not set("ILOU") & set("".join(ids))
