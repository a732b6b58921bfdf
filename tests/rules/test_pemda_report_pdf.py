import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pemda_report_samples import (
    GROUPED,
    ISSUE,
    REPORT,
    grouped_rows,
    page_texts,
    pdf,
    row,
    squeezed,
)
from PIL import Image
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from odoo.addons.pemda_report.engine import fonts, paper
from odoo.addons.pemda_report.engine.colophon import qr_text
from odoo.addons.pemda_report.engine.errors import ReportError, TotalsDiffer
from odoo.addons.pemda_report.engine.model import Column, Expected, Signer
from odoo.addons.pemda_report.engine.pdf import write_pdf
from odoo.addons.pemda_report.engine.wrap import wrap

AMOUNT = r"([\d.]+(?:,\d+)?)"


def amounts(text, label):
    """The two sums behind ``label``: (jumlah, nilai)."""
    return [
        tuple(Decimal(part.replace(".", "").replace(",", ".")) for part in found)
        for found in re.findall(rf"{label}\s+{AMOUNT}\s+{AMOUNT}", text)
    ]


# Liberation has these; blanks are not kept by a PDF.
TEXT = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x17F, categories=("L", "N", "P")),
    min_size=1,
    max_size=400,
)
SENTENCE = st.lists(TEXT, min_size=1, max_size=12).map(" ".join)


@given(SENTENCE, st.floats(1, 300))
def test_wrapping_loses_nothing_and_fits(text, room):
    lines = wrap(text, room, len)
    assert squeezed("".join(lines)) == squeezed(text)
    assert all(len(line) <= max(room, 1) for line in lines)


def test_a_code_is_broken_after_a_dot():
    assert wrap("1.3.2.05.01.04.001", 12, len) == ["1.3.2.05.01.", "04.001"]


@settings(max_examples=25, deadline=None)
@given(st.lists(SENTENCE, min_size=1, max_size=6))
def test_every_text_is_printed_in_full(texts):
    report = replace(REPORT, signers=())
    content, _printed = pdf(report, [row(i, note=t) for i, t in enumerate(texts)])
    printed = squeezed("".join(_column_text(content)))
    for text in texts:
        assert squeezed(text) in printed


def _column_text(content):
    """Text of the cells of the last column, page by page, in the order drawn."""
    with pdfplumber.open(BytesIO(content)) as document:
        for page in document.pages:
            yield "".join(
                char["text"]
                for char in page.chars
                if char["x0"] > 760
                and char["fontname"].endswith("LiberationSansNarrow")
                and abs(char["size"] - REPORT.font_size) < 0.1
            )


def test_sums_are_carried_from_page_to_page():
    content, printed = pdf(GROUPED, grouped_rows(100))
    pages = page_texts(content)
    assert printed.pages == len(pages) > 3
    assert printed.sums == (100, sum(range(1, 101)) * 1000)
    carried = (0, 0)
    for i, text in enumerate(pages):
        (this_page,) = amounts(text, "Jumlah halaman ini")
        assert amounts(text, "Jumlah pindahan") == ([carried] if i else [])
        carried = tuple(a + b for a, b in zip(carried, this_page, strict=True))
        last = i == len(pages) - 1
        assert amounts(text, "Jumlah dipindahkan") == ([] if last else [carried])
    assert amounts(pages[-1], "JUMLAH") == [carried] == [printed.sums]
    everything = "".join(pages)
    units = amounts(everything, "Jumlah U0") + amounts(everything, "Jumlah U1")
    assert tuple(map(sum, zip(*units, strict=True))) == printed.sums


def test_every_page_has_header_numbers_and_footer():
    content, printed = pdf(REPORT, [row(i) for i in range(80)])
    for number, text in enumerate(page_texts(content), start=1):
        flat = squeezed(text)
        assert "NamaBarang" in flat
        assert "1234567" in flat
        assert f"Halaman{number}dari{printed.pages}" in flat
        assert f"DokumenK7QF-2M9X-TB4D·SHA-256{printed.sha256[:16]}" in flat


def test_one_page_has_no_page_total():
    (text,) = page_texts(pdf(REPORT, [row(1)])[0])
    assert "halaman ini" not in text
    assert amounts(text, "JUMLAH") == [(1, 1000)]


def test_an_empty_report_says_so():
    (text,) = page_texts(pdf(REPORT, [])[0])
    assert "N I H I L" in text


@pytest.mark.parametrize("count", range(1, 60))
def test_signatures_stay_together_with_the_last_row(count):
    pages = page_texts(pdf(REPORT, [row(i, f"Barang{i}x") for i in range(count)])[0])
    last = pages[-1]
    assert "PENGURUS BARANG" in last
    assert "SITI" in last
    assert f"Barang{count - 1}x" in last
    assert not any("PENGURUS BARANG" in page for page in pages[:-1])


def cards_of(report):
    """The report with a form by itself for each of its groups."""

    def card(labels):
        signer = Signer(title="PENANGGUNG JAWAB", name=f"ORANG {labels[-1]}")
        return replace(report, identity=(("RUANG", labels[-1]),), signers=(signer,))

    return replace(report, card=card)


@pytest.mark.parametrize("count", [4, 90])
def test_cards_are_forms_by_themselves(count):
    rows = list(grouped_rows(count))
    content, printed = pdf(cards_of(GROUPED), rows)
    pages = page_texts(content)
    firsts = [i for i, text in enumerate(pages) if "KARTU INVENTARIS" in text]
    assert len(firsts) == 2
    assert firsts[0] == 0
    for name, start, stop, values in (
        ("U0", 0, firsts[1], range(1, count // 2 + 1)),
        ("U1", firsts[1], len(pages), range(count // 2 + 1, count + 1)),
    ):
        own = "\n".join(pages[start:stop])
        assert own.count(f"ORANG {name}") == 1
        assert "SITI" not in own
        total = 1000 * sum(values)
        assert amounts(pages[stop - 1], "JUMLAH")[-1][1] == total
        if stop - start > 1:
            assert amounts(pages[stop - 2], "Jumlah dipindahkan") == amounts(
                pages[stop - 1], "Jumlah pindahan"
            )
        else:
            assert "halaman ini" not in own
    assert printed.rows == count
    assert printed.pages == len(pages)


def test_cards_of_an_empty_report():
    content, printed = pdf(cards_of(GROUPED), [])
    assert "N I H I L" in page_texts(content)[0]
    assert (printed.pages, printed.rows) == (1, 0)


def test_who_signs_a_card_is_in_the_hash():
    report = cards_of(GROUPED)
    rows = list(grouped_rows(4))
    others = replace(report, card=lambda labels: replace(GROUPED, signers=()))
    assert pdf(report, rows)[1].sha256 != pdf(others, rows)[1].sha256


def test_a_row_higher_than_a_page_goes_on_over_pages():
    words = [f"kata{i}" for i in range(3000)]
    content, printed = pdf(REPORT, [row(1, note=" ".join(words)), row(2)])
    assert printed.pages > 3
    printed_text = squeezed("".join(_column_text(content)))
    assert "".join(words) in printed_text
    assert printed.sums == (2, 2000)


def test_a_wide_number_is_set_smaller_not_cut():
    value = "123456789012345678901234.56"
    (text,) = page_texts(pdf(REPORT, [row(1, value=value)])[0])
    assert text.count("123.456.789.012.345.678.901.234,56") == 2


@pytest.mark.parametrize("text", ["™ ½ é Ł", "(a\\b)", "a)(", "\\", "中文 x"])
def test_special_characters(text):
    (printed,) = page_texts(pdf(REPORT, [row(1, note=text)])[0])
    known = text.replace("中文", "")
    assert squeezed(known) in squeezed(printed)


def test_same_input_same_bytes():
    first, _ = pdf(GROUPED, grouped_rows(50))
    again, _ = pdf(GROUPED, grouped_rows(50))
    assert first == again
    later = replace(ISSUE, printed_at=ISSUE.printed_at.replace(minute=6))
    target = BytesIO()
    write_pdf(GROUPED, grouped_rows(50), target, later)
    assert target.getvalue() != first


def test_nothing_is_written_if_totals_differ():
    target = BytesIO()
    with pytest.raises(TotalsDiffer):
        write_pdf(REPORT, [row(1)], target, ISSUE, Expected(2))
    assert target.getvalue() == b""


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
@pytest.mark.parametrize(("name", "size"), paper.SIZES.items())
def test_paper(name, size, orientation):
    content, _ = pdf(replace(REPORT, paper=name, orientation=orientation), [row(1)])
    box = PdfReader(BytesIO(content)).pages[0].mediabox
    wanted = size if orientation == "portrait" else size[::-1]
    assert (box.width, box.height) == pytest.approx(wanted, abs=0.01)


def test_f4_is_215_by_330_mm():
    assert [round(side / paper.MM) for side in paper.SIZES["F4"]] == [215, 330]


def test_unknown_paper():
    with pytest.raises(ReportError, match="A3"):
        pdf(replace(REPORT, paper="A3"), [])


def test_fonts_are_embedded():
    page = PdfReader(BytesIO(pdf(REPORT, [row(1)])[0])).pages[0]
    used = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    ours = [font for font in used if "Liberation" in font["/BaseFont"]]
    assert len(ours) >= 4
    assert all("/FontFile2" in font["/FontDescriptor"] for font in ours)


def test_logo_is_drawn_and_a_broken_one_refused():
    picture = BytesIO()
    Image.new("RGBA", (40, 50), "red").save(picture, "PNG")
    letterhead = replace(REPORT.letterhead, logo=picture.getvalue())
    content, _ = pdf(replace(REPORT, letterhead=letterhead), [row(1)])
    assert PdfReader(BytesIO(content)).pages[0].images
    broken = replace(letterhead, logo=b"not a picture")
    with pytest.raises(ReportError, match="logo"):
        pdf(replace(REPORT, letterhead=broken), [row(1)])


def test_acting_officers_and_delegates():
    signers = (
        Signer(title="KEPALA DINAS", name="A", capacity="plt"),
        Signer(title="SEKRETARIS", name="B", on_behalf_of="BUPATI UJI"),
        Signer(title="CAMAT", name="C", capacity="plh"),
    )
    (text,) = page_texts(pdf(replace(REPORT, signers=signers), [row(1)])[0])
    assert "Plt. KEPALA DINAS" in text
    assert "a.n. BUPATI UJI" in text
    assert "Plh. CAMAT" in text


def test_qr_holds_id_and_short_hash():
    assert qr_text(ISSUE, "abcdef0123456789ffff") == "K7QF-2M9X-TB4D:ABCDEF0123456789"


def test_pages_are_compressed_as_they_finish():
    """What a page keeps must not be the text of its operators."""
    from odoo.addons.pemda_report.engine.canvas import ReportCanvas

    canvas = ReportCanvas(BytesIO(), (600, 400), "t", "s", "a")
    canvas.addLiteral("% " + "x" * 100_000)
    canvas.showPage()
    (page,) = canvas._doc.Pages.pages
    assert page.stream is None
    assert len(page.Contents.content) < 2000


def test_widths_agree_with_reportlab():
    canvas = Canvas(BytesIO())
    face = fonts.Face(canvas, fonts.NARROW, 7.5)
    for text in ("Kendaraan Roda Dua", "1.234.567,89", "™é"):
        expected = canvas.stringWidth(text, fonts.NARROW, 7.5)
        assert face.width(text) == pytest.approx(expected)


def test_a_heading_is_set_smaller_rather_than_broken():
    narrow = Column("bertingkat", "Bertingkat", 12, "8")
    report = replace(REPORT, columns=(*REPORT.columns, narrow), paper="A4")
    (text,) = page_texts(pdf(report, [(*row(1), "")])[0])
    assert "Bertingkat" in text
