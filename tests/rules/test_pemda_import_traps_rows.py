"""Traps 14 to 20 and 32 to 34 of real files: which rows are items, and how many."""

import datetime
from decimal import Decimal

import pytest
from pemda_import_files import (
    E_MERGES,
    HEAD,
    KIB_E,
    KIB_E_ITEM,
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


def test_trap_14_group_row_with_code_and_subtotal(tmp_path):
    group = [None, "02.06", "ALAT KANTOR", *[None] * 8, 1000000]
    found = read_rows(tmp_path, table(group, item()))
    assert [row.number for row in found.rows] == [3]
    assert found.total == 1000000
    assert finding(found, "skipped-group").row == 2


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
    assert "1.000.000" in finding(found, "total-differs").message


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


def test_trap_18_two_rows_for_one_person(tmp_path):
    rows = [
        ["DAFTAR URUT KEPANGKATAN"],
        ["No DUK", "Nama Pegawai / NIP", "Gol Ruang / TMT", "Jabatan", "Masa Kerja"],
        [1, "SITI CONTOH", "III/a", "Guru", "10"],
        [None, "19990101 202001 2 999", "01-04-2015", None, None],
    ]
    found = read_rows(tmp_path, rows)
    assert [row.number for row in found.rows] == [3]
    assert column(found, "name") == ["SITI CONTOH"]
    assert column(found, "nip") == ["199901012020012999"]
    assert column(found, "tmt_golongan") == ["2015-04-01"]


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
    for rows, what in ((recap, "rekapitulasi"), (mutation, "mutasi")):
        with pytest.raises(UnusableFile) as caught:
            read(tmp_path, as_xlsx(rows))
        assert caught.value.kind == "not-loadable"
        assert what in caught.value.message
