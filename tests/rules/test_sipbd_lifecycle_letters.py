"""Parts that letters on goods have in common."""

from datetime import date

import pytest

from odoo.addons.pemda_report.engine.letter import Centred, Point
from odoo.addons.sipbd_lifecycle.letters.parts import (
    day,
    decided,
    lettered,
    numbered,
    person,
    spoken_day,
    written,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (
            date(2026, 3, 2),
            "Senin tanggal dua bulan Maret tahun dua ribu dua puluh enam (02-03-2026)",
        ),
        (
            date(2027, 12, 31),
            "Jumat tanggal tiga puluh satu bulan Desember tahun dua ribu dua puluh "
            "tujuh (31-12-2027)",
        ),
    ],
)
def test_a_day_as_it_is_spoken(value, text):
    assert spoken_day(value) == text


def test_a_day_that_is_not_known():
    assert (day(None), day(date(2026, 8, 17))) == ("-", "17 Agustus 2026")


def test_points_end_with_a_semicolon():
    points = lettered("Menimbang", ("bahwa satu.", "bahwa dua;", "bahwa tiga"))
    assert [(p.label, p.item, p.text) for p in points] == [
        ("Menimbang", "a.", "bahwa satu;"),
        ("", "b.", "bahwa dua;"),
        ("", "c.", "bahwa tiga;"),
    ]
    assert [p.item for p in numbered("Mengingat", ("x", "y"))] == ["1.", "2."]


def test_more_than_26_considerations():
    marks = [point.item for point in lettered("Menimbang", ["x"] * 28)]
    assert marks[25:] == ["z.", "a.", "b."]


def test_nothing_to_consider():
    assert lettered("Menimbang", ()) == numbered("Mengingat", ()) == ()


def test_what_is_decided():
    centred, about, first, *_others, twelfth = decided(
        "Sekretaris Daerah", "Uji", ("Satu.",) * 12
    )
    assert centred == Centred("MEMUTUSKAN:")
    assert about == Point(
        label="Menetapkan", text="KEPUTUSAN SEKRETARIS DAERAH TENTANG UJI."
    )
    assert (first.label, twelfth.label) == ("KESATU", "KEDUA BELAS")


def test_a_person_without_a_name_is_written_by_hand():
    facts = dict.fromkeys(("name", "nip", "jabatan", "unit"), "")
    name, nip, *_rest = person("1.", facts)
    assert set(name.text) == set(nip.text) == {"."}


def test_lines_that_say_anything():
    assert written(" satu\n\n  \ndua ") == ("satu", "dua")
    assert written(None) == ()
