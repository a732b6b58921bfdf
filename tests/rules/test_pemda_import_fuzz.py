"""Random and mutated files: whatever the bytes, a reading or one clear sentence."""

import io
import zipfile

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pemda_import_files import (
    LAYOUTS,
    SAMPLES,
    as_csv,
    item,
    plain_xlsx,
    rezip,
    table,
)

from odoo.addons.pemda_import.reader import UnusableFile, read_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"


def never_raises_anything_else(path):
    try:
        reading = read_file(path, LAYOUTS)
    except UnusableFile as error:
        assert error.message
        return
    for table_ in reading.tables:
        assert all(len(row.values) == len(table_.fields) for row in table_.rows)
        assert all(len(row.raw) == len(table_.columns) for row in table_.rows)
        assert all(finding_.message for finding_ in table_.findings)


SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@SLOW
@given(st.binary(max_size=3000))
@example(b"PK\x05\x06" + b"\0" * 18)
def test_random_bytes(tmp_path, data):
    path = tmp_path / "x"
    path.write_bytes(data)
    never_raises_anything_else(path)


@SLOW
@given(
    st.sampled_from(
        [OLE, b"PK\x03\x04", b"<html><table>", b"\x09\x08\x08\x00\x00\x05"]
    ),
    st.binary(max_size=2000),
)
def test_random_bytes_behind_a_known_start(tmp_path, start, data):
    path = tmp_path / "x"
    path.write_bytes(start + data)
    never_raises_anything_else(path)


@SLOW
@given(
    st.sampled_from(
        ["kib_a_aceh.xls", "kib_f_aceh.xls", "rkbmd.xlsx", "simda_kib_a-e.xlsx"]
    ),
    st.lists(
        st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=9
    ),
)
def test_mutated_real_files(tmp_path, name, changes):
    data = bytearray((SAMPLES / name).read_bytes())
    for place, byte in changes:
        data[int(place * len(data))] = byte
    path = tmp_path / "x"
    path.write_bytes(data)
    never_raises_anything_else(path)


@SLOW
@given(
    st.sampled_from(
        ["xl/workbook.xml", SHEET, "xl/styles.xml", "xl/_rels/workbook.xml.rels"]
    ),
    st.floats(0, 0.999),
    st.binary(min_size=1, max_size=12),
)  # fmt: skip
def test_mutated_parts_of_an_xlsx(tmp_path, part, place, junk):
    """Bytes changed inside a part whose checksum is right."""
    good = plain_xlsx()
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        xml = archive.read(part)
    at = int(place * len(xml))
    path = tmp_path / "x"
    path.write_bytes(rezip(good, {part: xml[:at] + junk + xml[at + len(junk) :]}))
    never_raises_anything_else(path)


CELLS = st.one_of(
    st.none(),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12),
    st.sampled_from(["JUMLAH", "1.000", "2009", "0001-0010", "Mengetahui", "-", "B"]),
    st.integers(-(10**15), 10**15),
    st.floats(allow_nan=False, allow_infinity=False),
)


@SLOW
@given(st.lists(st.lists(CELLS, min_size=13, max_size=13), max_size=6))
def test_any_cells_below_a_known_header(tmp_path, rows):
    path = tmp_path / "x"
    path.write_bytes(as_csv(table(*rows, item())))
    never_raises_anything_else(path)
