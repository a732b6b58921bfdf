from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from pemda_report_samples import ISSUE, page_texts, squeezed

from odoo.addons.pemda_report.engine.booklet import (
    Booklet,
    Section,
    write_booklet_pdf,
    write_booklet_xlsx,
)
from odoo.addons.pemda_report.engine.errors import UnreadableRow
from odoo.addons.pemda_report.engine.model import Column, Signer

PANGKAT = Section(
    name="pangkat",
    title="I. RIWAYAT KEPANGKATAN",
    columns=(
        Column("nomor", "No.", 10, kind="int"),
        Column("golongan", "Golongan", 30),
        Column("tmt", "TMT", 20, kind="date"),
    ),
    rows=((1, "III/a", None), (2, "III/b", None)),
)
ANAK = Section(
    name="anak",
    title="II. ANAK",
    columns=(Column("nama", "Nama", 50), Column("lahir", "Lahir", 20)),
)
BOOKLET = Booklet(
    name="drh",
    title=("DAFTAR RIWAYAT HIDUP",),
    sections=(PANGKAT, ANAK),
    identity=(("NIP", "196608011988031001"),),
    place_date="Uji, 17 Agustus 2026",
    signers=(Signer(title="Yang membuat,", name="BUDI", nip="1"),),
)


def with_rows(count):
    rows = tuple((n, f"golongan {n}", None) for n in range(1, count + 1))
    return replace(BOOKLET, sections=(replace(PANGKAT, rows=rows), ANAK))


def write(booklet, writer):
    target = BytesIO()
    printed = writer(booklet, target, ISSUE)
    return target.getvalue(), printed


def test_sections_stand_below_each_other_and_are_signed_once():
    content, printed = write(BOOKLET, write_booklet_pdf)
    (text,) = map(squeezed, page_texts(content))
    order = ["DAFTARRIWAYATHIDUP", "I.RIWAYATKEPANGKATAN", "III/b", "II.ANAK", "NIHIL"]
    places = [text.index(part) for part in (*order, "Yangmembuat", "BUDI")]
    assert places == sorted(places)
    assert text.count("Yangmembuat") == 1
    assert (printed.pages, printed.rows) == (1, 2)


@pytest.mark.parametrize("count", [55, 60, 61, 62, 63, 64, 65, 66, 67, 68, 70, 200])
def test_nothing_is_lost_at_the_end_of_a_page(count):
    content, printed = write(with_rows(count), write_booklet_pdf)
    pages = list(map(squeezed, page_texts(content)))
    text = "".join(pages)
    assert len(pages) == printed.pages
    assert all(f"golongan{n}" in text for n in range(1, count + 1))
    assert text.count("II.ANAK") == text.count("NIHIL") == 1
    (last,) = [page for page in pages if "II.ANAK" in page]
    assert "NIHIL" in last, "a title stays with its table"
    for page in pages:
        if "golongan" in page:
            assert "Golongan" in page, "the header is repeated"


def test_a_workbook_has_a_sheet_for_each_section():
    content, printed = write(BOOKLET, write_booklet_xlsx)
    book = openpyxl.load_workbook(BytesIO(content))
    assert book.sheetnames == ["pangkat", "anak"]
    texts = [
        [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
        for sheet in book
    ]
    assert "III/b" in texts[0] and "BUDI" not in texts[0]
    assert "BUDI" in texts[1]
    for sheet in texts:
        assert any(printed.sha256[:16] in str(text) for text in sheet)


def test_the_hash_is_of_everything_said():
    base = BOOKLET.sha256
    assert write(BOOKLET, write_booklet_pdf)[1].sha256 == base
    assert write(BOOKLET, write_booklet_xlsx)[1].sha256 == base
    assert replace(BOOKLET, paper="A4").sha256 == base
    assert replace(BOOKLET, signers=()).sha256 != base
    assert with_rows(3).sha256 != base
    assert replace(BOOKLET, sections=(ANAK, PANGKAT)).sha256 != base


def test_a_booklet_that_cannot_be_written():
    with pytest.raises(ValueError, match="no sections"):
        replace(BOOKLET, sections=())
    with pytest.raises(ValueError, match="unique"):
        replace(BOOKLET, sections=(ANAK, ANAK))
    wrong = replace(ANAK, rows=(("Siti",),))
    with pytest.raises(UnreadableRow):
        write(replace(BOOKLET, sections=(wrong,)), write_booklet_pdf)
