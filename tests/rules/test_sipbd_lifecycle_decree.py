"""What the decrees of a write-off say."""

from datetime import date
from decimal import Decimal

from odoo.addons.pemda_report.engine.letter import Centred, Point
from odoo.addons.sipbd_lifecycle.letters import hapus as letters

FACTS = {
    "about": "Penghapusan Barang",
    "decree_number": "030/001/SK-HAPUS/2026",
    "menimbang": ("bahwa rusak;", "bahwa perlu"),
    "mengingat": ("UU 1/2004",),
    "memperhatikan": (),
    "count": 12,
    "nilai": Decimal("1500000.50"),
    "unit": "Dinas Uji",
    "causes": "rusak berat",
    "reason": "Tidak dapat diperbaiki",
    "memutuskan": ("Dibukukan.", "Diperbaiki bila keliru.", "Mulai berlaku."),
}
FRAME = {
    "office": "Pengelola Barang",
    "letterhead": None,
    "signed_at": "",
    "signers": (),
    "copies": (),
}


def test_the_parts_of_a_decree_in_order():
    letter = letters.decree(FACTS, letters.write_off(FACTS), FRAME)
    labels = [part.label for part in letter.body if isinstance(part, Point)]
    assert labels == [
        "Menimbang",
        "",
        "Mengingat",
        "Menetapkan",
        "KESATU",
        "KEDUA",
        "KETIGA",
        "KEEMPAT",
        "KELIMA",
    ]
    assert Centred("MEMUTUSKAN:") in letter.body
    assert letter.title[1] == "NOMOR 030/001/SK-HAPUS/2026"


def test_what_is_decided_names_goods_value_and_cause():
    first, second, *_others = letters.write_off(FACTS)
    assert "12 (dua belas) barang milik daerah pada Dinas Uji" in first
    assert "Rp1.500.000,50 (satu juta lima ratus ribu rupiah)" in first
    assert "karena rusak berat" in first
    assert second.endswith("Tidak dapat diperbaiki.")


def test_a_cancellation_names_the_decree_that_it_takes_back():
    facts = {
        **FACTS,
        "number": "030/001/SK-HAPUS/2026",
        "date": date(2026, 11, 23),
        "dasar": "BA 9/2026",
    }
    first, second, *added = letters.cancellation(facts)
    assert "nomor 030/001/SK-HAPUS/2026 tanggal 23 November 2026" in first
    assert "BA 9/2026: Tidak dapat diperbaiki." in second
    assert tuple(added) == FACTS["memutuskan"]
