"""Parts that letters on goods have in common."""

from datetime import date

import pytest

from odoo.addons.pemda_report.engine.letter import Centred, Point
from odoo.addons.sipbd_lifecycle.letters.parts import (
    day,
    decided,
    lettered,
    numbered,
    party,
    spoken_day,
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


def test_what_is_decided():
    centred, about, first, second = decided("Keputusan.", ("Satu.", "Dua."))
    assert centred == Centred("MEMUTUSKAN:")
    assert about == Point(label="Menetapkan", text="Keputusan.")
    assert (first.label, second.label) == ("KESATU", "KEDUA")


def test_a_party_without_a_name_is_written_by_hand():
    name, nip, *_rest, role = party("1.", "", "", "", "Dinas", "PIHAK PERTAMA")
    assert set(name.text) == set(nip.text) == {"."}
    assert role == "selanjutnya disebut PIHAK PERTAMA."
