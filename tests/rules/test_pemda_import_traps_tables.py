"""Traps 1 to 13 of real files: what container it is and where the table is."""

from decimal import Decimal

import pytest
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from pemda_import_files import (
    E_MERGES,
    HEAD,
    KIB_E,
    KIB_E_ITEM,
    as_biff5,
    as_csv,
    as_html,
    as_ods,
    as_spreadsheetml,
    as_xlsx,
    column,
    finding,
    item,
    items,
    kinds,
    read,
    read_rows,
    table,
)

from odoo.addons.pemda_import.reader import UnusableFile

D = Decimal


# --- container -------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "container"),
    [
        (as_xlsx, "xlsx"),
        (as_ods, "ods"),
        (as_html, "html"),
        (as_spreadsheetml, "spreadsheetml"),
        (as_biff5, "xls-biff7"),
        (as_csv, "csv"),
    ],
)
def test_trap_01_first_bytes_not_extension(tmp_path, make, container):
    rows = table(item(), item(No=2, Nomor_Register="0002", Harga=2500000))
    for name in ("kib.xls", "kib.csv"):
        reading = read(tmp_path, make(rows), name)
        assert reading.container == container
        (found,) = reading.tables
        assert column(found, "nilai_perolehan") == [1000000, 2500000]
        assert column(found, "kode") == ["02.06.01.04.06"] * 2
        assert column(found, "tahun_perolehan") == [2009, 2009]


def test_trap_01_biff7_in_cp1252(tmp_path):
    reading = read(tmp_path, as_biff5(table(item(Nama_Barang="Café ½ meja"))))
    assert column(reading.tables[0], "name") == ["Café ½ meja"]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_trap_02_csv_in_any_dress(tmp_path, delimiter, encoding):
    rows = table(item(Nama_Barang='Café, "besar"; ½\nbaris', Harga="1.250.000,00"))
    reading = read(tmp_path, as_csv(rows, delimiter, encoding))
    (found,) = reading.tables
    assert column(found, "name") == ['Café, "besar"; ½ baris']
    assert column(found, "nilai_perolehan") == [1250000]


def test_trap_02_sep_line_and_unix_newlines(tmp_path):
    data = b"sep=^\n" + as_csv(table(item()), "^", newline="\n")
    (found,) = read(tmp_path, data).tables
    assert found.rows[0].number == 3


def test_trap_03_ods(tmp_path):
    (found,) = read(tmp_path, as_ods(table(item(), item(Harga=12.5)))).tables
    assert found.total == D("1000012.5")


def test_trap_04_a_million_empty_rows_declared(tmp_path):
    def edit(book):
        book.active["A1048576"].font = Font(bold=True)
        book.active["IT3"].font = Font(bold=True)

    found = read(tmp_path, as_xlsx(table(item()), edit=edit)).tables[0]
    assert len(found.rows) == 1
    assert len(found.columns) == len(HEAD)


def test_trap_04_a_million_repeated_rows_in_ods(tmp_path):
    header = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{h}</text:p>'
        "</table:table-cell>"
        for h in HEAD
    )
    body = (
        f"<table:table-row>{header}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048575">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    (found,) = read(tmp_path, as_ods([], body)).tables
    assert not found.rows


# --- where is the table ----------------------------------------------------


def test_trap_05_pivot_empty_and_repeated_sheets(tmp_path):
    rows = table(item())
    pivot = [["Row Labels", "Sum of Harga"], ["Meja", 1]]
    more = [("KIB", rows), ("Copy", rows), ("Sheet3", [])]
    reading = read(tmp_path, as_xlsx(pivot, name="Pivot", more=more))
    assert [s.layout for s in reading.sheets] == [
        None,
        "permendagri17_kib_b",
        None,
        None,
    ]
    reasons = [s.reason for s in reading.sheets]
    assert "pivot" in reasons[0]
    assert 'repeats sheet "KIB"' in reasons[2]
    assert "empty" in reasons[3]
    assert len(reading.tables) == 1


def test_trap_05_the_same_rows_on_another_sheet_are_asked_about(tmp_path):
    rows = items("Nomor Register", [f"{n:04d}" for n in range(1, 9)])
    more = [("Filter", table(*rows[:4], title=[["Hanya sebagian"]]))]
    reading = read(tmp_path, as_xlsx(table(*rows), name="Semua", more=more))
    asked = finding(reading, "sheet-repeats-rows")
    assert asked.severity == "error"
    assert asked.params == {"count": 4, "other": "Semua"}


def test_trap_05_hidden_sheet_is_left_out_unless_asked_for(tmp_path):
    def edit(book):
        book["METADATA"].sheet_state = "hidden"

    data = as_xlsx(table(item()), more=[("METADATA", table(item(Harga=7)))], edit=edit)
    assert len(read(tmp_path, data).tables) == 1
    (found,) = read(tmp_path, data, sheet="METADATA").tables
    assert found.total == 7


def test_trap_06_identity_anywhere(tmp_path):
    title = [
        ["KARTU INVENTARIS BARANG (KIB) B"],
        [],
        ["PROVINSI ", None, ": JAWA TIMUR"],
        ["KAB / KOTA : PASURUAN"],
        [None, "SKPD", ":", "DINAS KESEHATAN"],
        ["UPB :", None, "PUSKESMAS CONTOH"],
        [None] * 9 + ["No. Kode Lokasi  : ………………………….. **"],
        ["BIDANG", ":", 0.0],
    ]
    found = read_rows(tmp_path, table(item(), title=title))
    assert found.identity == {
        "provinsi": "JAWA TIMUR",
        "kabupaten_kota": "PASURUAN",
        "unit": "DINAS KESEHATAN",
        "sub_unit": "PUSKESMAS CONTOH",
    }
    assert found.title == ["KARTU INVENTARIS BARANG (KIB) B"]
    assert found.header_rows == (9, 9)


def test_trap_06_eleven_title_rows(tmp_path):
    title = [[f"BARIS {n}"] for n in range(11)]
    found = read_rows(tmp_path, table(item(), title=title))
    assert found.rows[0].number == 13


@pytest.mark.parametrize("merges", [E_MERGES, []])
def test_trap_07_two_header_rows_with_and_without_merges(tmp_path, merges):
    data = as_xlsx([*KIB_E, KIB_E_ITEM], merges)
    (found,) = read(tmp_path, data).tables
    assert found.layout.name == "permendagri17_kib_e"
    fields = {c.path: c.field for c in found.columns}
    assert fields["Nomor / Register"] == "register"
    assert fields["Barang Bercorak Kesenian / Kebudayaan / Bahan"] == "bahan"
    assert fields["Hewan/Ternak / Jenis"] == "jenis_hewan"
    assert column(found, "jumlah") == [200]
    assert column(found, "satuan") == ["Eks"]
    assert found.items == 200


HEADERS = {
    "b": (
        "No. Urut|Nomor Kode Barang|Nama Barang/Jenis Barang|Nomor Register|"
        "Merk / Type|Ukuran / CC|Bahan|Tahun Pembelian|Nomor{Pabrik,Rangka,Mesin,"
        "Polisi,BPKB}|Asal Usul Perolehan|Harga s/d 2010   (Rp.)|Keterangan"
    ),
    "c": (
        "No \nUrut|Nama Barang/Jenis Barang|Nomor{Kode Barang,Register}|"
        "Kondisi Bangunan\n(B, KB, RB)|Tahun Pengadaan|Konstruksi Bangunan{Jumlah "
        "Lantai,Beton/\nTidak}|Luas Lantai (M2)|Letak/Lokasi Alamat|RT/RW|Dokumen "
        "Gedung{Tanggal,Nomor}|Luas (M2)|Status Tanah|Nomor Kode Tanah|"
        "Asal Usul Perolehan|Harga s/d 2010 (Rp.)|Keterangan"
    ),
    "d": (
        "No|Nama Barang/Jenis Barang|Nomor{Kode Barang,Register}|Konstruksi|"
        "Tahun Pengadaan|Panjang (Km)|Lebar (M)|Luas (M2)|Letak/Lokasi|RT/RW|"
        "Dokumen{Tanggal,Nomor}|Status Tanah|Nomor Kode Tanah|Asal Usul Perolehan|"
        "Harga s/d 2010 (Rp.)|Kondisi \n(B, KB, RB)|Keterangan"
    ),
}


@pytest.mark.parametrize("kib", HEADERS)
def test_trap_07_headers_of_the_real_forms(tmp_path, kib):
    top, low, merges = [], [], []
    for heading in HEADERS[kib].split("|"):
        name, _, leaves = heading.partition("{")
        leaves = leaves.rstrip("}").split(",") if leaves else []
        first = get_column_letter(len(top) + 1)
        last = get_column_letter(len(top) + max(len(leaves), 1))
        merges.append(f"{first}2:{last}2" if leaves else f"{first}2:{first}3")
        top += [name] + [None] * (len(leaves) - 1)
        low += leaves or [None]
    data = as_xlsx([["KARTU INVENTARIS BARANG"], top, low], merges)
    (found,) = read(tmp_path, data).tables
    assert found.layout.name == f"permendagri17_kib_{kib}"
    assert [c.path for c in found.columns if c.field is None] == [
        HEADERS[kib].split("|")[0].replace(" \n", " ")
    ]


def test_trap_07_spanned_header_in_html(tmp_path):
    spans = {"Nomor": 'colspan="2"', "Buku/Perpustakaan": "colspan=2",
             "Barang Bercorak Kesenian / Kebudayaan": 'colspan="3"',
             "Hewan/Ternak": 'colspan="2"'}  # fmt: skip
    top = "".join(
        f"<th {spans.get(name, 'rowspan=2')}>{name}</th>" for name in KIB_E[0] if name
    )
    low = "".join(f"<th>{name}</th>" for name in KIB_E[1] if name)
    cells = "".join(f"<td>{'' if v is None else v}</td>" for v in KIB_E_ITEM)
    page = f"<table><tr>{top}</tr><tr>{low}</tr><tr>{cells}</tr></table>"
    (found,) = read(tmp_path, page.encode()).tables
    assert found.layout.name == "permendagri17_kib_e"
    assert column(found, "judul_pencipta") == ["Sejarah"]
    assert column(found, "nilai_perolehan") == [8000000]
    assert found.items == 200


def test_trap_07_seven_header_rows(tmp_path):
    rows = [list(HEAD)] + [[None] * len(HEAD) for _ in range(6)] + [item()]
    merges = [f"{chr(65 + n)}1:{chr(65 + n)}7" for n in range(len(HEAD))]
    (found,) = read(tmp_path, as_xlsx(rows, merges)).tables
    assert found.header_rows == (1, 7)
    assert len(found.rows) == 1


def test_trap_08_top_cell_over_the_wrong_column(tmp_path):
    head = list(HEAD)
    top = [h if h not in ("Harga", "Jumlah") else None for h in head]
    top[head.index("Jumlah")] = "Keadaan"
    low = [h if h in ("Harga", "Jumlah") else None for h in head]
    merges = ["K1:L1"]
    (found,) = read(tmp_path, as_xlsx([top, low, item()], merges)).tables
    assert {c.path: c.field for c in found.columns}["Keadaan / Harga"] == (
        "nilai_perolehan"
    )
    assert "column-by-last-heading" in kinds(found)


def test_trap_08_a_last_heading_that_occurs_twice_decides_nothing(tmp_path):
    head = ["No", "Kode Barang", "Nama Barang", "Register", "Merk", "Awal", "Akhir"]
    low = [None] * 5 + ["Harga", "Harga"]
    row = [1, "02.06.01.04.06", "Meja", "0001", "LION", 5, 7]
    with pytest.raises(UnusableFile) as caught:
        read(tmp_path, as_xlsx([head, low, row]))
    assert caught.value.kind == "no-layout"
    assert "harga" in caught.value.message


@pytest.mark.parametrize(
    "numbers",
    [
        [n + 1 for n in range(13)],
        [str(n + 1) for n in range(13)],
        [f"({n + 1})" for n in range(13)],
        [f"{n + 1},0" for n in range(13)],
    ],
)
def test_trap_09_numbered_row(tmp_path, numbers):
    found = read_rows(tmp_path, table(numbers, item()))
    assert [row.number for row in found.rows] == [3]
    assert finding(found, "skipped-numbers").row == 2


def test_trap_10_unnamed_and_hidden_columns(tmp_path):
    def edit(book):
        book.active.column_dimensions["L"].hidden = True
        book.active.row_dimensions[3].hidden = True

    rows = table(item() + ["lost"], item(Harga=5) + [None])
    (found,) = read(tmp_path, as_xlsx(rows, edit=edit)).tables
    assert found.total == 1000005  # hidden rows and columns are read
    assert found.columns[-1] == (13, "", None, False)
    assert found.rows[0].raw[-1] == "lost"
    assert finding(found, "unnamed-column").params == {"number": "N"}
    assert finding(found, "hidden-rows").params == {"count": 1}


def test_trap_11_header_variants(tmp_path):
    head = [
        "No \nUrut", "NOMOR   KODE\nBARANG", "Nama Barang /        Jenis Barang ",
        "No. Register", "Merek/ Tipe", "BAHAN", "Thn. Pembelian", "No.Pabrik",
        "Asal Usul\nPerolehan", "Kondisi (B, KB, RB)", "Jumlah",
        "Harga s/d  2010   (Rp.)", "Ket.",
    ]  # fmt: skip
    found = read_rows(tmp_path, [head, item()])
    taken = [c.field for c in found.columns]
    assert taken == [
        None, "kode", "name", "register", "merk_type", "bahan", "tahun_perolehan",
        "nomor_pabrik", "asal_usul", "kondisi", "jumlah", "nilai_perolehan",
        "keterangan",
    ]  # fmt: skip


def test_trap_11_a_heading_is_never_matched_by_a_part_of_it(tmp_path):
    rows = table(item())
    rows[0][-2] = "Harga Satuan"
    with pytest.raises(UnusableFile) as caught:
        read(tmp_path, as_xlsx(rows))
    assert caught.value.kind == "no-layout"
    assert "harga" in caught.value.message


def test_trap_12_no_header_at_all(tmp_path):
    with pytest.raises(UnusableFile) as caught:
        read(tmp_path, as_xlsx([item(), item(No=2)]))
    assert caught.value.kind == "no-header"


def test_trap_13_header_again_and_two_tables(tmp_path):
    numbers = list(range(1, 14))
    rows = [
        *table(numbers, item()),
        list(HEAD),
        numbers,
        item(No=2, Nomor_Register="0002"),
        [],
        ["KARTU INVENTARIS BARANG (KIB) E"],
        ["SKPD : DINAS LAIN"],
        *KIB_E,
        KIB_E_ITEM,
    ]
    reading = read(tmp_path, as_xlsx(rows))
    first, second = reading.tables
    assert [t.layout.kib for t in reading.tables] == ["B", "E"]
    assert [row.number for row in first.rows] == [3, 6]
    assert kinds(first).count("skipped-header") == 1
    assert kinds(first).count("skipped-numbers") == 2
    assert [row.number for row in second.rows] == [12]
    assert second.identity == {"unit": "DINAS LAIN"}
    assert kinds(first, "error") == kinds(second, "error") == []


def test_trap_13_html_with_title_identity_and_data_tables(tmp_path):
    before = (
        "<h3>BUKU INVENTARIS (KIB B)</h3><table><tr><td>SKPD</td><td>:</td>"
        "<td>DINAS</td></tr></table>"
    )
    after = "<table><tr><td>Mengetahui</td></tr><tr><td>NIP. 1980</td></tr></table>"
    (found,) = read(tmp_path, as_html(table(item()), before, after)).tables
    assert found.identity == {"unit": "DINAS"}
    assert kinds(found).count("skipped-signature") == 2
