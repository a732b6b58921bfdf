"""Labels: geometry of the sheets, text that fits, and what is really in the PDF."""

import io

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.addons.pemda_report.engine.paper import MM
from odoo.addons.sipbd.rules.label_sheet import write_labels
from odoo.addons.sipbd.rules.labels import Label, Layout, fit

A4_24 = Layout(210, 297, 3, 8, 70, 37, 0, 0.5)
A4_65 = Layout(210, 297, 5, 13, 38.1, 21.2, 4.7, 10.7, 2.5)
ROLL = Layout(50, 25, 1, 1, 50, 25)

CODES = ("12.01.3514.01000000010000.2024", "1.3.2.05.01.04.001.000001")


def label(name="Lemari Besi", number=1, **vals):
    return Label(
        **{
            "owner": "Pemerintah Kabupaten Contoh",
            "codes": (CODES[0], f"1.3.2.05.01.04.001.{number:06}"),
            "name": name,
            "year": "Tahun 2024",
            "url": f"https://aset.contoh.go.id/sipbd/a/{number:045}",
            **vals,
        }
    )


def pages(layout, labels, start=1):
    target = io.BytesIO()
    count = write_labels(layout, labels, target, start)
    document = pdfplumber.open(target)
    assert len(document.pages) == count
    return document.pages


def test_positions_go_row_by_row_and_on_to_the_next_sheet():
    places = list(A4_24.places(4, start=23))
    assert places == [(0, 70, 259.5), (0, 140, 259.5), (1, 0, 0.5), (1, 70, 0.5)]


@pytest.mark.parametrize(
    "count, start, sheets",
    [(0, 1, 0), (1, 1, 1), (24, 1, 1), (25, 1, 2), (1, 24, 1), (2, 24, 2), (72, 2, 4)],
)
def test_sheets(count, start, sheets):
    assert A4_24.sheets(count, start) == sheets


@pytest.mark.parametrize("start", [0, -1, 25])
def test_a_start_beyond_the_sheet_is_refused(start):
    with pytest.raises(ValueError):
        list(A4_24.places(1, start))


def test_a_layout_that_is_too_large_for_its_page():
    assert A4_24.fits() and A4_65.fits() and ROLL.fits()
    assert not Layout(210, 297, 4, 8, 70, 37).fits()
    assert not Layout(210, 297, 3, 9, 70, 37).fits()


@pytest.mark.parametrize("layout", [A4_24, A4_65, ROLL])
def test_each_label_is_printed_once_and_whole(layout):
    wanted = [label(number=number) for number in range(1, 31)]
    printed = pages(layout, wanted, start=min(2, layout.per_sheet))
    places = layout.places(30, start=min(2, layout.per_sheet))
    for one, (page, left, top) in zip(wanted, places, strict=True):
        box = (left, top, left + layout.label_width, top + layout.label_height)
        text = printed[page].within_bbox([side * MM for side in box], strict=False)
        assert one.codes[1] in text.extract_text().replace("\n", "")
    text = "\n".join(page.extract_text() for page in printed)
    assert text.count("Tahun 2024") == 30


@pytest.mark.parametrize("layout", [A4_24, A4_65, ROLL])
@pytest.mark.parametrize(
    "name",
    [
        "x" * 5000,
        "Pengadaan " * 60,
        "a\x00b\x1f\n\tc\u202e(script)\\",
        "",
        "Ж漢字🙂" * 30,
    ],
)
def test_nothing_leaves_its_label(layout, name):
    for start in (1, layout.per_sheet):
        page = pages(layout, [label(name)], start)[0]
        [(_page, left, top)] = layout.places(1, start)
        box = (left * MM, top * MM)
        box += (box[0] + layout.label_width * MM, box[1] + layout.label_height * MM)
        assert page.chars and page.rects
        for thing in page.chars + page.rects:
            assert thing["x0"] >= box[0] - 0.1 and thing["x1"] <= box[2] + 0.1, thing
            assert thing["top"] >= box[1] - 0.5 and thing["bottom"] <= box[3] + 0.5


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400), st.floats(30, 200), st.floats(30, 120))
def test_codes_and_year_always_stand_whole(name, room, height):
    size, lines = fit(label(name), room, height, lambda text, bold: len(text) * 0.4)
    text = "".join(line for line, _bold in lines)
    assert "".join(CODES) in text
    assert text.endswith("Tahun 2024")
    # one character always fits
    assert all(len(line) * 0.4 * size <= room for line, _bold in lines if len(line) > 1)


def test_a_long_name_is_cut_with_an_ellipsis():
    name = "Kursi " * 200
    _size, lines = fit(label(name), 60, 50, lambda text, bold: len(text) * 0.4)
    assert lines[-2][0].endswith("…")


def test_a_short_label_is_printed_large():
    size, _lines = fit(label(), 200, 100, lambda text, bold: len(text) * 0.4)
    assert size == 10
