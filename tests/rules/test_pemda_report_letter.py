from dataclasses import replace
from io import BytesIO

import pytest
from pemda_report_samples import ISSUE, page_texts, squeezed

from odoo.addons.pemda_report.engine.letter import Centred, Letter, Point, write_letters
from odoo.addons.pemda_report.engine.model import Letterhead, Signer

LETTER = Letter(
    name="Budi",
    letterhead=Letterhead(names=("PEMERINTAH KABUPATEN UJI", "DINAS UJI")),
    place_date="Bangil, 31 Desember 2026",
    head=(("Nomor", "822/0001/2026"), ("Hal", "Kenaikan Gaji Berkala")),
    addressee=("Yth. Kepala BPKAD", "di Tempat"),
    body=(
        "Dengan ini diberitahukan kepada:",
        Point(mark="1.", label="Nama", text="Budi (satu) \\ lain"),
        Point(mark="5.", label="Gaji pokok lama", text="Rp2.785.700"),
        Point(label="atas dasar surat keputusan terakhir"),
        Point(mark="a.", label="oleh pejabat", text="Bupati", level=1),
        "Demikian untuk diketahui.",
    ),
    signers=(Signer(title="KEPALA", name="SARI", nip="1", on_behalf_of="Bupati"),),
    copies=("Inspektur", "Yang bersangkutan"),
)


def write(*letters):
    target = BytesIO()
    printed = write_letters(letters, target, ISSUE, "Surat")
    return page_texts(target.getvalue()), printed


def test_a_letter_says_everything_from_top_to_bottom():
    pages, printed = write(LETTER)
    (text,) = map(squeezed, pages)
    order = (
        "DINASUJI 822/0001/2026 KepalaBPKAD diberitahukankepada Budi(satu)\\lain "
        "Rp2.785.700 oleh pejabat Demikian KEPALA SARI Tembusan: Inspektur"
    )
    places = [text.index(part) for part in order.split()]
    assert places == sorted(places)
    assert "a.n.Bupati" in text
    assert (printed.pages, printed.rows) == (1, 1)


def test_each_letter_begins_on_its_own_page():
    pages, printed = write(LETTER, replace(LETTER, name="Wati", remark="KONSEP"))
    assert (printed.pages, printed.rows) == (2, 2)
    assert "KONSEP" not in pages[0] and "KONSEP" in pages[1]


def test_each_letter_counts_its_own_pages():
    long = replace(LETTER, body=tuple(f"Alinea {number}" for number in range(70)))
    pages, printed = write(LETTER, long, LETTER)
    assert (printed.pages, printed.rows) == (len(pages), 3)
    counted = ("1dari1", "1dari3", "2dari3", "3dari3", "1dari1")
    for page, count in zip(pages, counted, strict=True):
        assert f"Halaman{count}Dicetak" in squeezed(page)


def test_a_long_letter_goes_on_and_keeps_its_signature_together():
    body = tuple(f"Alinea {number}" for number in range(70))
    pages, printed = write(replace(LETTER, body=body))
    text = squeezed("".join(pages))
    assert printed.pages == len(pages) > 1
    assert all(f"Alinea{number}" in text for number in range(70))
    assert "KEPALA" in pages[-1] and "SARI" in pages[-1]
    assert not any("SARI" in page for page in pages[:-1])


def test_long_words_and_foreign_letters_lose_nothing():
    body = (Point(label="Nama", text="A" * 200), "Ümlaut – 漢")
    pages, _printed = write(replace(LETTER, body=body))
    assert squeezed(pages[0]).count("A" * 10) >= 1
    assert squeezed(pages[0]).count("A") >= 200


def test_the_hash_follows_what_is_said():
    _pages, printed = write(LETTER)
    _pages, again = write(replace(LETTER, name="other"))
    _pages, changed = write(replace(LETTER, copies=("Inspektur",)))
    assert printed.sha256 == again.sha256 != changed.sha256


def test_no_letter_is_no_document():
    with pytest.raises(ValueError):
        write()


def test_a_decree_has_its_title_and_lettered_points():
    decree = replace(
        LETTER,
        head=(),
        place_date="",
        addressee=(),
        title=("KEPUTUSAN SEKRETARIS DAERAH", "NOMOR 030/001/SK-HAPUS/2026"),
        values=0.2,
        body=(
            Point(label="Menimbang", item="a.", text="bahwa barang rusak berat;"),
            Point(item="b.", text="bahwa " + "panjang sekali " * 30),
            Centred("MEMUTUSKAN:"),
            Point(label="KESATU", text="Menghapus barang dalam lampiran."),
        ),
        signed_at="Bangil, 31 Desember 2026",
        copies=(),
    )
    (text,) = map(squeezed, write(decree)[0])
    order = (
        "SEKRETARISDAERAH 030/001/SK-HAPUS/2026 Menimbang:a.bahwabarang b.bahwa "
        "MEMUTUSKAN: KESATU:Menghapus 31Desember2026 KEPALA SARI"
    )
    places = [text.index(part) for part in order.split()]
    assert places == sorted(places)
    assert "Nomor:" not in text
