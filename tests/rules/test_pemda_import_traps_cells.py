"""Traps 21 to 31 and 35 to 42 of real files: numbers, dates, codes and text.

Traps 36 to 38 concern NIP and NIK: test_pemda_import_people.py.
"""

import datetime
from decimal import Decimal

import pytest
from pemda_import_files import (
    as_csv,
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

D = Decimal


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


@pytest.mark.parametrize("digits", [19, 27, 40])
def test_trap_21_a_number_beyond_all_bounds_is_none(tmp_path, digits):
    found = read_rows(tmp_path, table(*items("Harga", ["1" * digits, 7])))
    assert column(found, "nilai_perolehan") == [None, 7]
    assert finding(found, "bad-number").row


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
        sheet["M4"].value = "=1+1"  # personal data may stand here, but not in an error

    rows = table(*items("No", [1, 2, 3]))
    found = read(tmp_path, as_xlsx(rows, edit=edit)).tables[0]
    errors = [f for f in found.findings if f.kind == "error-cell"]
    assert [(f.row, f.column, f.value) for f in errors] == [
        (2, "Harga", "#N/A"),
        (3, "Harga", "#FORMULA"),
        (4, "Nama Barang", "#REF!"),
        (4, "Keterangan", "#FORMULA"),
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
