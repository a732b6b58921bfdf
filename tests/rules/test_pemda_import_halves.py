"""Long sheets are read by two threads: the same cells come of it as in one piece."""

import datetime
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pemda_import_files import as_xlsx, plain_xlsx, rezip

from odoo.addons.pemda_import.reader import halves as module
from odoo.addons.pemda_import.reader import xlsx
from odoo.addons.pemda_import.reader.archive import Archive
from odoo.addons.pemda_import.reader.halves import halves
from odoo.addons.pemda_import.reader.limits import Limits

SHEET = "xl/worksheets/sheet1.xml"
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def sheets(data):
    """What the reader makes of .xlsx bytes."""
    return xlsx.read_xlsx(Archive(data, Limits()), Limits())[0]


def in_one_piece(data):
    """The same while nothing is long enough to be cut."""
    assert len(data) not in module._WORTH
    return sheets(data)


def cut(monkeypatch, data):
    """Read with any sheet cut; also tell whether halves were put together."""
    put = []

    def joined(*args):
        put.append(module.joined(*args))
        return put[-1]

    with monkeypatch.context() as patch:
        patch.setattr(module, "_WORTH", range(1 << 27))
        patch.setattr(xlsx, "joined", joined)
        return sheets(data), any(rows is not None for rows in put)


def xml_of(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(SHEET)


def with_rows(*rows, before=""):
    xml = f'<worksheet xmlns="{SPACE}">{before}<sheetData>{"".join(rows)}</sheetData>'
    return rezip(plain_xlsx(), {SHEET: f"{xml}</worksheet>"})


def row(number, text="x"):
    cell = f'<c r="A{number}" t="inlineStr"><is><t>{text}</t></is></c>'
    return f'<row r="{number}">{cell}</row>'


def test_cells_merges_and_empty_rows(monkeypatch):
    day = datetime.date(2020, 5, 17)
    rows = [["KIB B"], [], ["a", 1, None, day], [None, "=1+1"], *[["x", 2.5]] * 40]
    rows += [[], [], ["", None, "end"]]
    data = as_xlsx(rows, merges=["A1:C1", "A40:B41"], more=[("two", [[1], [2]] * 30)])
    whole = in_one_piece(data)
    both, put = cut(monkeypatch, data)
    assert put
    assert both == whole
    assert len(both[0].rows) == len(rows)
    assert len(both[0].merges) == 2


cells = st.one_of(
    st.none(),
    st.text(st.characters(min_codepoint=32, max_codepoint=383), max_size=5),
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.dates(datetime.date(1950, 1, 1), datetime.date(2100, 1, 1)),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.lists(cells, max_size=4), max_size=12))
def test_any_sheet_reads_the_same(rows):
    data = as_xlsx(rows)
    with pytest.MonkeyPatch.context() as patch:
        assert cut(patch, data)[0] == in_one_piece(data)


@pytest.mark.parametrize(
    "rows",
    [
        [row(n) for n in (9, 8, 7, 3, 2, 1)],
        [row(n) for n in (1, 2, 9, 3, 4, 5)],
        [row(n) for n in (4, 5, 6, 1, 2, 3)],
    ],
)
def test_rows_out_of_order_are_read_in_one_piece(monkeypatch, rows):
    data = with_rows(*rows)
    both, put = cut(monkeypatch, data)
    assert not put
    assert both == in_one_piece(data)


def test_only_what_looks_as_usual_is_cut(monkeypatch):
    monkeypatch.setattr(module, "_WORTH", range(1 << 27))
    usual = [row(n) for n in range(1, 9)]
    assert halves(xml_of(with_rows(*usual)))
    assert not halves(xml_of(with_rows(*usual, "<!-- -->")))
    assert not halves(xml_of(with_rows(*["<row><c><v>1</v></c></row>"] * 9)))
    assert not halves(xml_of(with_rows()))
    assert not halves(b"")


def test_short_sheets_need_no_thread():
    assert not halves(xml_of(with_rows(*[row(n) for n in range(1, 9)])))
    assert halves(xml_of(with_rows(*[row(n) for n in range(1, 30_000)])))


def test_what_a_half_cannot_say_the_whole_does(monkeypatch):
    """A half that is no XML of its own leaves the verdict to the whole sheet."""
    monkeypatch.setattr(module, "_ROW", module.re.compile(rb"(2)</v>"))
    data = as_xlsx([[2]] * 9)
    both, put = cut(monkeypatch, data)
    assert not put
    assert both == in_one_piece(data)
