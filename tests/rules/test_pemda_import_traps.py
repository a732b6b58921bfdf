"""The traps of real files, one by one; the numbers are those of the list that
was made from public files of Indonesian offices (containers: 1 to 4, tables: 5
to 13, rows: 14 to 20, numbers: 21 to 26, dates: 27, codes: 28 to 31, registers:
32 to 34, text: 35 and 39 to 42).  Traps 36 to 38 concern NIP and NIK as data and
come with the layouts of employees.
"""

import datetime
from decimal import Decimal

import pytest
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from pemda_import_files import (
    HEAD,
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

from odoo.addons.pemda_import.reader import UnusableFile, split_amount

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
    assert found.rows == []


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


KIB_E = [
    [
        "No", "Nama Barang/Jenis Barang", "Nomor", None, "Buku/Perpustakaan", None,
        "Barang Bercorak Kesenian / Kebudayaan", None, None, "Hewan/Ternak", None,
        "Jumlah", "Tahun Cetak/ Pembelian", "Asal Usul Perolehan",
        "Harga s/d 2010 (Rp.)", "Keterangan",
    ],
    [
        None, None, "Kode Barang", "Register", "Judul/Pencipta", "Spesifikat",
        "Asal Daerah", "Pencipta", "Bahan", "Jenis", "Ukuran",
    ],
]  # fmt: skip
KIB_E_ITEM = [
    1, "Buku", "05.17.01.01.01", "0001-0200", "Sejarah", "Cetak", None, None, None,
    None, None, "200 Eks", 2007, "APBA", 8000000, None,
]  # fmt: skip
E_MERGES = ["C1:D1", "E1:F1", "G1:I1", "J1:K1"] + [
    f"{c}1:{c}2" for c in ("A", "B", "L", "M", "N", "O", "P")
]


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


# --- which rows are data ----------------------------------------------------


def test_trap_14_group_rows(tmp_path):
    rows = table(
        ["I. DINAS KESEHATAN"],
        item(),
        [None, "02.06", "ALAT KANTOR"],
        item(No=2),
        ["II", "PUSKESMAS CONTOH"],
        item(No=3),
    )
    found = read_rows(tmp_path, rows)
    assert [row.number for row in found.rows] == [3, 5, 7]
    groups = [f for f in found.findings if f.kind == "skipped-group"]
    assert [f.row for f in groups] == [2, 4, 6]
    assert "I. DINAS KESEHATAN" in groups[0].message


@pytest.mark.parametrize(
    "label",
    ["JUMLAH", "J U M L A H …………", "J  U  M  L  A  H", "Jumlah Nilai", "TOTAL",
     "Grand Total", "Total Harga", "Jumlah seluruhnya :", "Sub Total"],
)  # fmt: skip
def test_trap_15_total_rows(tmp_path, label):
    total = [label] + [None] * 10 + [1000000]
    found = read_rows(tmp_path, table(item(), total))
    assert len(found.rows) == 1
    assert found.file_total == found.total == 1000000
    assert finding(found, "skipped-total").row == 3


def test_trap_15_total_row_without_label(tmp_path):
    found = read_rows(tmp_path, table(item(), [None] * 11 + [1000000]))
    assert found.file_total == found.total
    assert finding(found, "skipped-total").row == 3


def test_trap_15_a_total_that_differs_is_told(tmp_path):
    found = read_rows(tmp_path, table(item(), ["JUMLAH"] + [None] * 10 + [999]))
    assert found.file_total == 999
    assert "1,000,000" in finding(found, "total-differs").message


def test_trap_15_subtotals_may_stand_without_a_grand_total(tmp_path):
    sub = ["Jumlah"] + [None] * 10 + [1000000]
    found = read_rows(tmp_path, table(item(), sub, item(No=2), sub))
    assert found.file_total == found.total == 2000000
    assert kinds(found, "error") == []


def test_trap_15_subtotals_and_a_grand_total(tmp_path):
    sub = ["Jumlah"] + [None] * 10 + [1000000]
    grand = ["TOTAL"] + [None] * 10 + [2000000]
    found = read_rows(tmp_path, table(item(), sub, item(No=2), sub, grand))
    assert found.file_total == found.total == 2000000
    assert kinds(found, "error") == []


def test_trap_15_a_total_station_is_an_instrument(tmp_path):
    found = read_rows(tmp_path, table(item(Nama_Barang="Total Station")))
    assert column(found, "name") == ["Total Station"]


def test_trap_16_signature_block_also_in_the_middle(tmp_path):
    signature = [
        [None, None, "Mengetahui", *[None] * 6, "Banda Aceh,       April 2011"],
        [*[None] * 9, "PENGURUS BARANG"],
        [],
        [*[None] * 9, "SITI CONTOH UJIN, A.Md"],
        [*[None] * 9, "NIP. 19990101 202001 2 999"],
    ]
    rows = table(item(), *signature, item(No=2), *signature)
    found = read_rows(tmp_path, rows)
    assert [row.number for row in found.rows] == [2, 8]
    assert kinds(found).count("skipped-signature") == 8


def test_trap_17_continuation_row(tmp_path):
    more = [None] * 4 + ["lanjutan merk"]
    found = read_rows(tmp_path, table(item(), more, item(No=2)))
    assert len(found.rows) == 2
    skipped = finding(found, "skipped-continuation")
    assert (skipped.row, skipped.params) == (3, {"text": "lanjutan merk"})


def test_trap_18_two_rows_for_one_person_is_refused(tmp_path):
    rows = [
        ["DAFTAR URUT KEPANGKATAN"],
        ["No DUK", "Nama Pegawai / NIP", "Gol Ruang / TMT", "Jabatan", "Masa Kerja"],
        [1, "SITI CONTOH", "III/a", "Guru", "10"],
        [None, "19990101 202001 2 999", "01-04-2015", None, None],
    ]
    with pytest.raises(UnusableFile) as caught:
        read(tmp_path, as_xlsx(rows))
    assert caught.value.kind == "not-a-kib"
    assert "employees" in caught.value.message


def test_trap_19_stray_figures_below(tmp_path):
    total = ["JUMLAH"] + [None] * 10 + [1000000]
    stray = [[None] * 3 + [17], [None] * 2 + ["catatan saja"]]
    found = read_rows(tmp_path, table(item(), total, [], *stray))
    assert len(found.rows) == 1
    assert found.total == found.file_total == 1000000
    assert [f.row for f in found.findings if f.kind == "skipped-stray"] == [5, 6]


@pytest.mark.parametrize(
    "text", ["[a.kode;block=tbs:row]", "##sql.kode##", "Data Kosong", "NIHIL"]
)
def test_trap_20_placeholders(tmp_path, text):
    found = read_rows(tmp_path, table([None, text, "[a.nama]"][:2], item()))
    assert len(found.rows) == 1
    assert finding(found, "skipped-placeholder").row == 2


# --- numbers ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["25,000,000.00", "1,000"], [25000000, 1000]),
        (["1.081.081,00", "3.770"], [1081081, 3770]),
        (["Rp 59.460,0", "-"], [D("59460.0"), None]),
        (["Rp. 25.000,-", "--", "1.000"], [25000, None, 1000]),
        (["1496.00", "2.500"], [1496, D("2.50")]),
        ([1496.5, "…", "  "], [D("1496.50"), None, None]),
    ],
)
def test_trap_21_numbers_by_column(tmp_path, texts, expected):
    found = read_rows(tmp_path, table(*items("Harga", texts)))
    assert column(found, "nilai_perolehan") == expected
    assert kinds(found, "error") == []


def test_trap_21_ambiguous_numbers_are_asked_about_once(tmp_path):
    rows = table(*items("Harga", ["1.000", "3.770", 500]))
    found = read_rows(tmp_path, rows)
    assert column(found, "nilai_perolehan") == [None, None, 500]
    asked = finding(found, "ambiguous-numbers")
    assert asked.severity == "error"
    assert asked.column == "Harga"
    assert asked.params == {"field": "nilai_perolehan", "examples": "1.000, 3.770"}
    settled = read_rows(tmp_path, rows, formats={"nilai_perolehan": "id"})
    assert column(settled, "nilai_perolehan") == [1000, 3770, 500]
    settled = read_rows(tmp_path, rows, formats={"nilai_perolehan": "us"})
    assert column(settled, "nilai_perolehan") == [1, D("3.77"), 500]


def test_trap_21_mixed_numbers_are_never_guessed(tmp_path):
    found = read_rows(tmp_path, table(*items("Harga", ["1.000,50", "2,500.50", 7])))
    assert column(found, "nilai_perolehan") == [None, None, 7]
    assert finding(found, "mixed-numbers").severity == "error"


def test_trap_21_units_in_numbers(tmp_path):
    found = read_rows(tmp_path, table(*items("Jumlah", ["2 buah", "1 Unit"])))
    assert column(found, "jumlah") == [2, 1]
    assert column(found, "satuan") == ["buah", "Unit"]


def kib_a(luas):
    head = ["No", "Jenis Barang / Nama Barang", "Kode Barang", "Register",
            "Luas (M2)", "Hak", "Harga"]  # fmt: skip
    return [head] + [
        [n, "Tanah", "01.01.01.01.01", f"{n:04d}", value, "Hak Pakai", 5]
        for n, value in enumerate(luas, 1)
    ]


def test_trap_21_areas(tmp_path):
    found = read_rows(tmp_path, kib_a(["3.770 M2", "48,00 m2", "-"]))
    assert column(found, "luas") == [3770, 48, None]


def test_trap_21_an_area_in_another_unit_is_not_taken(tmp_path):
    found = read_rows(tmp_path, kib_a(["2 Ha"]))
    assert column(found, "luas") == [None]
    assert finding(found, "other-unit").value == "2 Ha"


@pytest.mark.parametrize("where", ["header", "title"])
def test_trap_22_thousands(tmp_path, where):
    rows = table(*items("Harga", ["25.000,5", 7]), ["JUMLAH"] + [None] * 10 + [25007.5])
    if where == "header":
        rows[0][-2] = "HARGA Ribuan)"
    else:
        rows.insert(0, ["(dalam ribuan rupiah)"])
    found = read_rows(tmp_path, rows)
    assert found.money_unit == 1000
    assert column(found, "nilai_perolehan") == [25000500, 7000]
    assert found.total == found.file_total == 25007500
    assert finding(found, "money-in-thousands").severity == "note"
    assert read_rows(tmp_path, rows, money_unit=1).total == D("25007.5")


def test_trap_23_float_noise_and_sen(tmp_path):
    prices = [0.1 + 0.2, 1e9 + 0.05, 19.99]
    total = ["JUMLAH"] + [None] * 10 + [1000000020.34]
    found = read_rows(tmp_path, table(*items("Harga", prices), total))
    assert column(found, "nilai_perolehan") == [
        D("0.3"), D("1000000000.05"), D("19.99"),
    ]  # fmt: skip
    assert found.total == found.file_total == D("1000000020.34")
    assert kinds(found, "error") == []


def test_trap_24_text_above_and_a_number_in_the_total(tmp_path):
    total = ["JUMLAH"] + [None] * 10 + [3500000.5]
    rows = table(*items("Harga", ["1.000.000,00", "2.500.000,50"]), total)
    found = read_rows(tmp_path, rows)
    assert found.total == found.file_total == D("3500000.5")


def test_trap_25_error_cells_and_formulas(tmp_path):
    def edit(book):
        sheet = book.active
        sheet["L2"].value, sheet["L2"].data_type = "#N/A", "e"
        sheet["L3"].value = "=1+1"  # saved without a calculated value
        sheet["C4"].value, sheet["C4"].data_type = "#REF!", "e"

    rows = table(*items("No", [1, 2, 3]))
    found = read(tmp_path, as_xlsx(rows, edit=edit)).tables[0]
    errors = [f for f in found.findings if f.kind == "error-cell"]
    assert [(f.row, f.column, f.value) for f in errors] == [
        (2, "Harga", "#N/A"),
        (3, "Harga", "#FORMULA"),
        (4, "Nama Barang", "#REF!"),
    ]
    assert column(found, "nilai_perolehan") == [None, None, 1000000]


def test_trap_25_zero_of_a_lost_workbook_is_no_identity(tmp_path):
    found = read_rows(tmp_path, table(item(), title=[["SKPD", 0.0]]))
    assert found.identity == {}


def test_trap_26_number_formatted_as_a_date(tmp_path):
    found = read_rows(tmp_path, table(item(Harga=datetime.date(2004, 1, 14))))
    assert column(found, "nilai_perolehan") == [None]
    assert finding(found, "date-in-number").value == "2004-01-14"


def test_trap_26_year_formatted_as_a_date(tmp_path):
    years = [datetime.date(1905, 7, 1), datetime.date(2009, 5, 12)]
    found = read_rows(tmp_path, table(*items("Tahun Pembelian", years)))
    assert column(found, "tahun_perolehan") == [2009, 2009]


def kib_a_dates(dates):
    head = ["No", "Jenis Barang / Nama Barang", "Kode Barang", "Register",
            "Tanggal Sertifikat", "Hak", "Harga"]  # fmt: skip
    return [head] + [
        [n, "Tanah", "01.01.01.01.01", f"{n:04d}", value, "Hak Pakai", 5]
        for n, value in enumerate(dates, 1)
    ]


def test_trap_26_bare_serials_in_a_date_column(tmp_path):
    found = read_rows(tmp_path, kib_a_dates([39945, "39945", 39945.0]))
    assert column(found, "tanggal_sertifikat") == ["2009-05-12"] * 3
    assert finding(found, "serial-date").params["count"] == 3


# --- dates ----------------------------------------------------------------------


def test_trap_27_dates_of_all_kinds(tmp_path):
    dates = [
        "12-05-2009", "28/05/2009   ", "2009-05-12", datetime.date(2009, 5, 12),
        "25 DEC 1986", "1 Oktober 2021", "08-09-2018",
    ]  # fmt: skip
    found = read_rows(tmp_path, kib_a_dates(dates))
    assert column(found, "tanggal_sertifikat") == [
        "2009-05-12", "2009-05-28", "2009-05-12", "2009-05-12",
        "1986-12-25", "2021-10-01", "2018-09-08",
    ]  # fmt: skip
    assert kinds(found, "error") == []


def test_trap_27_no_day_is_invented(tmp_path):
    dates = ["2009", 2009.0, "00-0", "01-01-0001", "-", datetime.date(1900, 1, 1)]
    found = read_rows(tmp_path, kib_a_dates(dates))
    assert column(found, "tanggal_sertifikat") == [None] * 6
    assert finding(found, "year-only").params["count"] == 2
    assert finding(found, "placeholder-date").params["count"] == 3
    assert kinds(found, "error") == []


def dki(dates):
    head = ["KOBAR", "REG.", "JENIS BARANG", "TGLOLEH", "TOTAL (Rp.)"]
    return [head] + [
        ["132050104005", f"{n:06d}", "Meja", value, 5]
        for n, value in enumerate(dates, 1)
    ]


def test_trap_27_first_of_january_is_a_year_where_the_layout_says_so(tmp_path):
    dates = [datetime.date(1982, 1, 1), datetime.date(1982, 1, 2), "2009", 2009.0]
    found = read_rows(tmp_path, dki(dates))
    assert column(found, "tanggal_perolehan") == [None, "1982-01-02", None, None]
    assert column(found, "tahun_perolehan") == [1982, 1982, 2009, 2009]


def test_trap_27_open_order_of_day_and_month_is_asked_about(tmp_path):
    found = read_rows(tmp_path, dki(["08-09-2018"]))
    assert column(found, "tanggal_perolehan") == [None]
    assert finding(found, "ambiguous-dates").severity == "error"
    found = read_rows(tmp_path, dki(["08-09-2018", "28-09-2018"]))
    assert column(found, "tanggal_perolehan") == ["2018-09-08", "2018-09-28"]
    answered = read_rows(
        tmp_path, dki(["08-09-2018"]), formats={"tanggal_perolehan": "mdy"}
    )
    assert column(answered, "tanggal_perolehan") == ["2018-08-09"]


def test_trap_27_four_dates_in_one_cell(tmp_path):
    text = "12-05-2009 13-06-2010 14-07-2011 15-08-2012"
    found = read_rows(tmp_path, kib_a_dates([text]))
    assert finding(found, "several-dates").value == text


def test_trap_27_two_digit_years_are_told(tmp_path):
    found = read_rows(tmp_path, kib_a_dates(["28-05-09", "28-05-85"]))
    assert column(found, "tanggal_sertifikat") == ["2009-05-28", "1985-05-28"]
    assert finding(found, "two-digit-year").params["count"] == 2


def test_trap_27_swapped_date_cells_are_suspected(tmp_path):
    cells = [datetime.date(2009, month, month + 1) for month in (1, 2, 3)]
    texts = ["28/05/2009", "13/06/2009", "31/12/2009"]
    found = read_rows(tmp_path, kib_a_dates(cells + texts))
    assert "dates-maybe-swapped" in kinds(found)


# --- codes ------------------------------------------------------------------------


def test_trap_28_codes_of_both_books(tmp_path):
    codes = [
        "02.06.01.04.06", "02.06.01.04.06.", "0206010406", "1.3.2.05.01.04.005",
        "132050104005", 132050104005.0, "1.3.3.01.01.01.001.",
    ]  # fmt: skip
    found = read_rows(tmp_path, table(*items("Kode Barang", codes)))
    assert column(found, "kode") == ["02.06.01.04.06"] * 3 + [
        "1.3.2.05.01.04.005"
    ] * 3 + ["1.3.3.01.01.01.001"]
    assert column(found, "code_book") == ["p17"] * 3 + ["p108"] * 4
    assert finding(found, "two-code-books").params == {"p17": 3, "p108": 4}


def test_trap_28_zeros_lost_in_split_columns(tmp_path):
    head = ["IDPemda", "Kd_Prov", "Kd_Kab_Kota", "Kd_Aset1", "Kd_Aset2", "Kd_Aset3",
            "Kd_Aset4", "Kd_Aset5", "No_Register", "Nomor_Pabrik", "Kondisi",
            "Harga"]  # fmt: skip
    rows = [head, ["x", 12, 14, 2, 3, 1, 5, 1, 7, None, 2, 1500.5]]
    found = read_rows(tmp_path, rows)
    assert found.layout.name == "simda_kib_b"
    assert column(found, "kode") == ["02.03.01.05.01"]
    assert column(found, "register") == ["0007"]
    assert column(found, "kode_lokasi") == ["12.14"]
    assert column(found, "kondisi") == ["RR"]
    assert "code-padded" in kinds(found)


def test_trap_28_land_code_in_split_columns_is_no_question(tmp_path):
    head = ["Kd_Aset1", "Kd_Aset2", "Kd_Aset3", "Kd_Aset4", "Kd_Aset5",
            "No_Register", "Luas_M2", "Hak_Tanah", "Harga"]  # fmt: skip
    found = read_rows(tmp_path, [head, [1, 1, 7, 1, 1, 1, 100, "Hak Pakai", 5]])
    assert column(found, "kode") == ["01.01.07.01.01"]
    assert column(found, "code_book") == ["p17"]


def test_trap_28_newer_simda_has_the_108_code_beside(tmp_path):
    head = ["Kd_Aset1", "Kd_Aset2", "Kd_Aset3", "Kd_Aset4", "Kd_Aset5", "Kd_Aset8",
            "Kd_Aset80", "Kd_Aset81", "Kd_Aset82", "Kd_Aset83", "Kd_Aset84",
            "Kd_Aset85", "No_Register", "Luas_M2", "Hak_Tanah", "Harga"]  # fmt: skip
    row = [1, 1, 7, 1, 1, 1, 3, 1, 1, 1, 4, 1, 1, 100, "Hak Pakai", 5]
    found = read_rows(tmp_path, [head, row])
    assert column(found, "kode") == ["1.3.1.01.01.04.001"]


def test_trap_28_codes_that_cannot_be_told(tmp_path):
    codes = ["1.3.2.5.1", "XYZ", "02.06"]
    found = read_rows(tmp_path, table(*items("Kode Barang", codes)))
    errors = [f.kind for f in found.findings if f.column == "Kode Barang"]
    assert errors[:2] == ["ambiguous-code", "bad-code"]


def test_trap_29_location_code_as_a_float(tmp_path):
    title = [["Kode Lokasi", 1101010001.0]]
    found = read_rows(tmp_path, table(item(), title=title))
    assert found.identity == {"kode_lokasi": "1101010001"}


def test_trap_30_lookup_codes_stay_text(tmp_path):
    head = ["KOBAR", "REG.", "JENIS BARANG", "TGLOLEH", "BAHAN", "TOTAL (Rp.)"]
    row = ["132050104005", "000001", "Meja", 2009, 52, 5]
    found = read_rows(tmp_path, [head, row])
    assert column(found, "bahan") == ["52"]
    assert finding(found, "lookup-codes").params == {"examples": "52"}


def test_trap_30_unknown_codes_of_a_closed_list_are_asked_about(tmp_path):
    rows = [
        ["No", "Nama Barang", "Kode Barang", "Register", "Bertingkat / Tidak",
         "Luas Lantai", "Harga"],
        [1, "Gedung", "03.11.01.01.01", "0001", "TTK", 100, 5],
        [2, "Gedung", "03.11.01.01.01", "0002", "Tidak", 100, 5],
    ]  # fmt: skip
    found = read_rows(tmp_path, rows)
    assert column(found, "bertingkat") == [None, "tidak"]
    assert finding(found, "unknown-choice").value == "TTK"


@pytest.mark.parametrize(
    ("text", "code"),
    [("B", "B"), ("Baik", "B"), ("KB", "RR"), ("RR", "RR"), ("Kurang Baik", "RR"),
     ("Rusak Ringan", "RR"), ("rb", "RB"), ("RUSAK  BERAT", "RB"), ("-", None)],
)  # fmt: skip
def test_trap_31_condition(tmp_path, text, code):
    found = read_rows(tmp_path, table(item(Kondisi=text)))
    assert column(found, "kondisi") == [code]
    assert kinds(found, "error") == []


def test_trap_31_condition_number_needs_a_layout_that_says_so(tmp_path):
    found = read_rows(tmp_path, table(item(Kondisi=2)))
    assert column(found, "kondisi") == [None]
    assert finding(found, "unknown-choice").value == "2"


def test_trap_31_ticks_in_three_columns(tmp_path):
    from odoo.addons.pemda_import.reader import Layouts
    from odoo.addons.pemda_import.reader.layout import read_layout

    ticks = [
        {"field": "kondisi", "type": "tick", "value": value, "headings": [heading]}
        for value, heading in [
            ("B", "Keadaan / Baik (B)"),
            ("RR", "Keadaan / Kurang Baik (KB)"),
            ("RB", "Keadaan / Rusak Berat (RB)"),
        ]
    ]
    plain = [
        {"field": "kode", "type": "code", "headings": ["Kode Barang"]},
        {"field": "name", "headings": ["Nama Barang"]},
        {"field": "register", "type": "register", "headings": ["Register"]},
    ]
    layouts = Layouts()
    layouts["x"] = read_layout(
        {"name": "x", "title": "X", "target": "t", "columns": plain + ticks}, "x.yaml"
    )
    rows = [
        ["Kode Barang", "Nama Barang", "Register", "Keadaan", None, None],
        [None, None, None, "Baik (B)", "Kurang Baik (KB)", "Rusak Berat (RB)"],
        ["02.06.01.04.06", "Meja", "0001", "v", None, None],
        ["02.06.01.04.06", "Meja", "0002", None, "√", "-"],
        ["02.06.01.04.06", "Meja", "0003", None, 1, 1],
        ["02.06.01.04.06", "Meja", "0004", None, None, None],
    ]
    (found,) = read(tmp_path, as_xlsx(rows, ["D1:F1"]), layouts=layouts).tables
    assert column(found, "kondisi") == ["B", "RR", None, None]
    assert finding(found, "several-ticks").row == 5


# --- quantity and register -----------------------------------------------------


def test_trap_32_one_row_is_many_items(tmp_path):
    registers = ["0001-0010", "0001 s/d 0010", "01 sd 02", "A000", "9999-A001"]
    found = read_rows(tmp_path, table(*items("Nomor Register", registers)))
    assert column(found, "items") == [10, 10, 2, 1, 3]
    assert column(found, "register_from")[:2] == ["0001", "0001"]
    assert column(found, "register_to")[4] == "A001"
    assert found.items == 26


def test_trap_32_the_price_is_split_to_the_rupiah():
    parts = split_amount(D("1000000.50"), 3)
    assert parts == [D(333333), D(333333), D("333334.50")]


def test_trap_32_quantity_against_register(tmp_path):
    rows = table(item(Nomor_Register="0001-0010", Jumlah=9))
    found = read_rows(tmp_path, rows)
    params = finding(found, "register-quantity-differ").params
    assert params == {"registers": 10, "quantity": "9"}


def test_trap_32_quantity_makes_items_where_the_layout_says_so(tmp_path):
    one = list(KIB_E_ITEM)
    one[3] = "0001"
    found = read(tmp_path, as_xlsx([*KIB_E, one], E_MERGES)).tables[0]
    assert found.items == 200
    assert "many-items-one-register" in kinds(found)


def test_trap_33_registers_that_are_none(tmp_path):
    registers = [None, "000-1", "XYZ", "0001", "0001"]
    found = read_rows(tmp_path, table(*items("Nomor Register", registers)))
    assert column(found, "register") == [None, "000-1", "XYZ", "0001", "0001"]
    assert column(found, "items") == [1] * 5
    assert finding(found, "empty-register").params["count"] == 1
    assert finding(found, "odd-register").params["count"] == 2
    assert kinds(found, "error") == []


def test_trap_33_a_register_turned_into_a_date(tmp_path):
    found = read_rows(tmp_path, table(item(Nomor_Register=datetime.date(2011, 2, 1))))
    assert finding(found, "date-in-register").severity == "error"


def test_trap_34_two_of_two_in_the_name(tmp_path):
    found = read_rows(tmp_path, table(item(Nama_Barang="Genset 2 dari 2")))
    assert column(found, "name") == ["Genset 2 dari 2"]
    assert found.items == 1


# --- text -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("'19800101 200501 1 001", "19800101 200501 1 001"),
        ("19800101\xa0200501\xa01\xa0001", "19800101 200501 1 001"),
        ("\u200b123 ", "123"),
        ("-", None),
        ("Jum'at", "Jum'at"),
    ],
)
def test_trap_35_marks_that_readers_leave(tmp_path, cell, text):
    found = read_rows(tmp_path, table(item(Nomor_Pabrik=cell)))
    assert column(found, "nomor_pabrik") == [text]


def test_trap_39_blanks_tabs_newlines_and_junk(tmp_path):
    name = "  Tanah\t perumahan\n\nDrs.  ™ O'Brien  "
    found = read_rows(tmp_path, table(item(Nama_Barang=name)))
    assert column(found, "name") == ["Tanah perumahan Drs. ™ O'Brien"]
    assert found.rows[0].raw[2].strip().startswith("Tanah\t perumahan")


def test_trap_40_lines_of_label_and_value_in_one_cell(tmp_path):
    title = [["PROVINSI : JAWA TIMUR\nKABUPATEN : PASURUAN\nSKPD : DINAS PU"]]
    found = read_rows(tmp_path, table(item(), title=title))
    assert found.identity == {
        "provinsi": "JAWA TIMUR",
        "kabupaten_kota": "PASURUAN",
        "unit": "DINAS PU",
    }


def test_trap_41_unit_names_are_handed_on_as_written(tmp_path):
    title = [["SKPD", ": Dinas PEMERDAYAAN  Masyarakat (lama)"]]
    found = read_rows(tmp_path, table(item(), title=title))
    assert found.identity["unit"] == "Dinas PEMERDAYAAN Masyarakat (lama)"


def test_trap_42_personal_data_stay_out_of_findings(tmp_path):
    secret = "=dibeli dari Bapak Contoh"
    (found,) = read(tmp_path, as_csv(table(item(Keterangan=secret)))).tables
    told = finding(found, "formula-text")
    assert told.value is None
    assert "Contoh" not in told.message + str(told.params)
    assert [c.path for c in found.columns if c.sensitive] == ["Keterangan"]


# --- what is required ----------------------------------------------------------------


def test_missing_values_of_required_columns_are_errors(tmp_path):
    rows = table(item(Kode_Barang=None), item(No=2, Harga=None))
    found = read_rows(tmp_path, rows)
    assert len(found.rows) == 2
    assert [(f.row, f.column) for f in found.findings if f.kind == "missing-value"] == [
        (2, "Kode Barang")
    ]
    assert finding(found, "empty-values").column == "Harga"


def test_two_columns_of_one_name_are_asked_about(tmp_path):
    rows = [[*HEAD, "Nomor Pabrik"], [*item(), "P-2"]]
    found = read_rows(tmp_path, rows)
    assert "nomor_pabrik" not in found.fields
    assert finding(found, "ambiguous-column").params == {"columns": "H, N"}


def test_title_of_another_kib_is_told(tmp_path):
    found = read_rows(tmp_path, table(item(), title=[["KIB C"]]))
    assert finding(found, "title-says-other").params == {"title_kib": "C", "kib": "B"}


def test_a_layout_can_be_chosen(tmp_path):
    data = as_xlsx(table(item()))
    reading = read(tmp_path, data, layout="permendagri17_kib_b")
    assert len(reading.tables) == 1
    with pytest.raises(UnusableFile) as caught:
        read(tmp_path, data, layout="permendagri17_kib_c")
    assert caught.value.kind == "missing-columns"
    assert "luas lantai" in caught.value.message
    with pytest.raises(UnusableFile) as caught:
        read(tmp_path, data, layout="nothing")
    assert caught.value.kind == "unknown-layout"


def test_same_shape_fitting_two_layouts_is_asked_about(tmp_path):
    from odoo.addons.pemda_import.reader import Layouts
    from odoo.addons.pemda_import.reader.layout import read_layout

    layouts = Layouts()
    for name in ("one", "two"):
        layouts[name] = read_layout(
            {
                "name": name,
                "title": name,
                "target": "t",
                "columns": [
                    {"field": "kode", "type": "code", "headings": ["Kode Barang"]},
                    {"field": "name", "headings": ["Nama Barang"]},
                    {"field": "register", "headings": ["Register"]},
                ],
            },
            name,
        )
    rows = [["Kode Barang", "Nama Barang", "Register"], ["02.06.01.04.06", "a", "1"]]
    reading = read(tmp_path, as_xlsx(rows), layouts=layouts)
    assert reading.tables == []
    assert finding(reading, "ambiguous-layout").params["layouts"] == "one, two"
    assert len(read(tmp_path, as_xlsx(rows), layouts=layouts, layout="two").tables) == 1


def test_recaps_and_mutations_are_refused(tmp_path):
    recap = [
        ["REKAPITULASI BUKU INVENTARIS"],
        [
            "No",
            "Golongan",
            "Kode Bidang",
            "Nama Bidang",
            "Jumlah Barang",
            "Jumlah Harga",
        ],
        [1, "02", "06", "x", 1, 2],
    ]
    mutation = [
        ["LAPORAN"],
        [
            "No",
            "Kode Barang",
            "Nama Barang",
            "Saldo Awal",
            "Bertambah",
            "Berkurang",
            "Saldo Akhir",
        ],
        [1, "02.06", "x", 1, 2, 3, 4],
    ]
    for rows, what in ((recap, "recapitulation"), (mutation, "mutation")):
        with pytest.raises(UnusableFile) as caught:
            read(tmp_path, as_xlsx(rows))
        assert caught.value.kind == "not-a-kib"
        assert what in caught.value.message
