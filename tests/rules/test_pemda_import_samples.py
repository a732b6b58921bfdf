"""The real files of tests/samples give the figures that their README states."""

from decimal import Decimal

import pytest
from pemda_import_files import LAYOUTS, SAMPLES, column, kinds

from odoo.addons.pemda_import.reader import UnusableFile, read_file


def test_dki_finds_the_sheet_behind_the_pivot_table():
    reading = read_file(SAMPLES / "kib_b_dki.xlsx", LAYOUTS)
    assert reading.container == "xlsx"
    assert [(s.name, s.layout) for s in reading.sheets] == [
        ("Sheet1", None),
        ("KIBB_00032_PUSAT_PELAYANAN_KESE", "dki_kib_b"),
    ]
    assert "pivot" in reading.sheets[0].reason
    (table,) = reading.tables
    assert len(table.rows) == 1155
    assert table.items == 1155
    assert table.total == Decimal("38810484557")
    assert table.file_total is None
    assert kinds(table, "error") == []


def test_dki_first_and_last_row():
    table = read_file(SAMPLES / "kib_b_dki.xlsx", LAYOUTS).tables[0]
    first = dict(zip(table.fields, table.rows[0].values, strict=True))
    assert table.rows[0].number == 2
    assert first["kode"] == "1.3.2.05.01.04.005"
    assert first["register_from"] == "000001"
    assert first["tahun_perolehan"] == 1982
    assert first["tanggal_perolehan"] is None
    assert first["nilai_perolehan"] == Decimal(400000)
    assert first["bahan"] == "2"
    assert first["nomor_polisi"] is None
    last = dict(zip(table.fields, table.rows[-1].values, strict=True))
    assert table.rows[-1].number == 1156
    assert last["tanggal_perolehan"] == "2025-12-22"
    assert last["name"] == "Mesin Absensi"
    assert last["merk_type"].startswith("MVERI / MVERI-600")
    assert "B-1028-PHX" in column(table, "nomor_polisi")


def test_dki_raw_cells_stand_beside_the_columns():
    table = read_file(SAMPLES / "kib_b_dki.xlsx", LAYOUTS).tables[0]
    raw = dict(
        zip([c.path for c in table.columns], table.rows[0].raw, strict=True),
    )
    assert raw["TOTAL (Rp.)"] == "400,000.00"
    assert raw["TGLOLEH"] == "1982-01-01"
    assert raw["NOMOR POLISI"] == "--"


def test_aceh_kib_a():
    reading = read_file(SAMPLES / "kib_a_aceh.xls", LAYOUTS)
    assert reading.container == "xls"
    (table,) = reading.tables
    assert table.layout.name == "permendagri17_kib_a"
    assert table.header_rows == (10, 12)
    assert [row.number for row in table.rows] == [14, 15, 16, 17, 18]
    assert table.total == table.file_total == Decimal(11113400000)
    assert table.items == 14  # one row has the register 0001-0010
    assert table.identity["unit"] == "BADAN PEMBERDAYAAN MASYARAKAT"
    assert table.identity["provinsi"] == "ACEH"
    assert "kode_lokasi" not in table.identity  # only dots
    assert table.title[0] == "KARTU INVENTARIS BARANG (KIB) A"
    assert column(table, "name")[0] == "Tanah perumahan ™"
    assert column(table, "tahun_perolehan") == [2013, 2010, 2011, 2012, 2009]
    paths = [c.path for c in table.columns]
    assert "Status Tanah / Sertifikat / Tanggal" in paths
    assert kinds(table).count("skipped-signature") == 4
    assert kinds(table, "error") == []


def test_aceh_kib_f():
    (table,) = read_file(SAMPLES / "kib_f_aceh.xls", LAYOUTS).tables
    assert table.layout.name == "permendagri17_kib_f"
    assert len(table.rows) == 5
    assert table.items == 14
    assert table.total == table.file_total == Decimal(10000)
    assert column(table, "nilai_kontrak") == column(table, "nilai_perolehan")
    assert column(table, "jumlah_lantai") == [4, None, None, None, None]
    assert column(table, "beton")[0] == "tidak"
    assert kinds(table, "error") == []


def test_simda_has_five_sheets_without_rows():
    reading = read_file(SAMPLES / "simda_kib_a-e.xlsx", LAYOUTS)
    assert [t.layout.name for t in reading.tables] == [
        f"simda_kib_{letter}" for letter in "abcde"
    ]
    assert all(not t.rows and t.items == 0 for t in reading.tables)
    widths = [len(t.columns) for t in reading.tables]
    assert widths == [43, 50, 53, 52, 43]
    messages = [f.message for f in reading.findings if f.kind == "no-rows"]
    assert len(messages) == 5
    assert 'Sheet "KIBA"' in messages[0]


@pytest.mark.parametrize(
    ("name", "what"),
    [("persediaan.xls", "daftar persediaan"), ("rkbmd.xlsx", "RKBMD")],
)
def test_other_lists_are_refused_by_name(name, what):
    with pytest.raises(UnusableFile) as caught:
        read_file(SAMPLES / name, LAYOUTS)
    assert caught.value.kind == "not-loadable"
    assert what in caught.value.message
    assert caught.value.sheets[0].reason == caught.value.message
