"""Layout files: every shipped one is valid, and faults are named clearly."""

import re

import pytest
import yaml
from pemda_import_files import LAYOUT_DIR, LAYOUTS, ROOT, as_xlsx, column, read

from odoo.addons.pemda_import.reader import (
    LayoutError,
    Layouts,
    UnusableFile,
    load_layouts,
)
from odoo.addons.pemda_import.reader.findings import MESSAGES
from odoo.addons.pemda_import.reader.headers import normal
from odoo.addons.pemda_import.reader.layout import read_layout

READER = ROOT / "addons" / "pemda_import" / "reader"
SHIPPED = sorted(name for name, x in LAYOUTS.items() if x.target == "sipbd.asset")
VALID = {
    "name": "x",
    "title": "X",
    "target": "sipbd.asset",
    "columns": [{"field": "kode", "type": "code", "headings": ["Kode Barang"]}],
}
ASSET_FIELDS = set(
    """nibar kode_register register register_lama name tanggal_perolehan
    tahun_perolehan cara_perolehan asal_usul jumlah satuan nilai_perolehan kondisi
    komptabel pemilik keterangan luas letak rt_rw hak tanggal_sertifikat
    nomor_sertifikat penggunaan merk_type ukuran_cc bahan nomor_pabrik nomor_rangka
    nomor_mesin nomor_polisi nomor_bpkb bertingkat jumlah_lantai beton luas_lantai
    tanggal_dokumen nomor_dokumen luas_tanah status_tanah kode_tanah konstruksi
    panjang_km lebar_m judul_pencipta spesifikasi asal_daerah pencipta jenis_hewan
    ukuran_hewan bangunan tanggal_mulai nilai_kontrak
    akumulasi sisa_semester sisa_bulan umur
    kode code_book register_from register_to items unit_code unit_name
    kode_lokasi""".split()
)


def test_the_layouts_that_the_product_promises():
    promised = {f"permendagri17_kib_{letter}" for letter in "abcdef"}
    promised |= {f"simda_kib_{letter}" for letter in "abcde"}
    promised |= {"dki_kib_b", "ebmd_daftar_barang"}
    assert promised == set(SHIPPED)
    assert {"rkbmd", "persediaan", "mutasi"} <= {x.name for x in LAYOUTS.refusals}


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_layout_is_valid(name):
    layout = LAYOUTS[name]
    assert layout.title
    fields = {field for item in layout.columns for field in item.output()}
    assert fields <= ASSET_FIELDS
    assert {"kode", "nilai_perolehan"} <= fields
    assert any(item.required for item in layout.columns)
    assert [c.field for c in layout.columns if c.sensitive] in (["keterangan"], [])


@pytest.mark.parametrize("name", SHIPPED)
def test_a_sheet_of_every_layout_is_found_by_itself(tmp_path, name):
    """A header of the first spellings of a layout leads to that layout alone."""
    data = yaml.safe_load((LAYOUT_DIR / f"{name}.yaml").read_text())
    head = []
    for item in data["columns"]:
        parts = item.get("parts", [])
        parts = parts[-1] if parts and isinstance(parts[0], list) else parts
        head += parts or item["headings"][:1]
    head = [text.replace("{year}", "2010") for text in head]
    reading = read(tmp_path, as_xlsx([head, [None] * len(head)]))
    assert [t.layout.name for t in reading.tables] == [name]
    assert all(c.field for c in reading.tables[0].columns)


def test_the_title_decides_between_layouts_of_the_same_columns(tmp_path):
    head = ["Kode Barang", "Nama Barang", "Register"]
    columns = [{"field": name, "headings": [name]} for name in head]
    layouts = Layouts()
    for kib in "AB":
        data = {**VALID, "name": kib, "kib": kib, "columns": columns}
        layouts[kib] = read_layout(data, kib)
    rows = [head, ["02.06.01.04.06", "Meja", "0001"]]
    titled = as_xlsx([["KARTU INVENTARIS BARANG (KIB) B"], *rows])
    reading = read(tmp_path, titled, layouts=layouts)
    assert [table.layout.name for table in reading.tables] == ["B"]
    assert read(tmp_path, as_xlsx(rows), layouts=layouts).tables == []


def test_a_table_of_mostly_other_columns_is_not_taken(tmp_path):
    head = ["Kode Barang", "Nama Barang", "Register", "Merk", "Harga"]
    rows = [
        head + [f"Lain {n}" for n in range(9)],
        ["02.06.01.04.06", "a", "1", "b", 1],
    ]
    with pytest.raises(UnusableFile) as caught:
        read(tmp_path, as_xlsx(rows))
    assert caught.value.kind == "no-layout"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"name": ""}, "name is missing"),
        ({"columns": []}, "columns is missing"),
        ({"colour": "red"}, "unknown key colour"),
        ({"options": {"dates": "ymd"}}, "dates: 'ymd'"),
        ({"options": {"split": ["harga"]}}, "split: 'harga'"),
        ({"columns": [{"type": "code"}]}, "no field"),
        ({"columns": [{"field": "a", "type": "colour", "headings": ["A"]}]}, "type"),
        ({"columns": [{"field": "a"}]}, "either headings or parts"),
        ({"columns": [{"field": "a", "headings": [1]}]}, "not a list of texts"),
        ({"columns": [{"field": "a", "headings": "A"}]}, "not a list of texts"),
        ({"columns": [{"field": "a", "headings": ["A"], "hue": 1}]}, "unknown key hue"),
        ({"columns": [{"field": "a", "type": "choice", "headings": ["A"]}]}, "choices"),
        ({"columns": [{"field": "a", "type": "tick", "headings": ["A"]}]}, "tick"),
        (
            {"columns": [{"field": f, "headings": ["A"]} for f in "ab"]},
            "'a' stands for two columns",
        ),
        (
            {"columns": [{"field": "a", "headings": [h]} for h in "AB"]},
            "field a is filled twice",
        ),
    ],
)
def test_faults_are_named(change, fault):
    with pytest.raises(LayoutError) as caught:
        read_layout({**VALID, **change}, "x.yaml")
    assert str(caught.value).startswith("x.yaml: ")
    assert fault in str(caught.value)


def test_faults_of_files(tmp_path):
    (tmp_path / "a.yaml").write_text("name: [")
    with pytest.raises(LayoutError, match="a.yaml"):
        load_layouts(tmp_path)
    (tmp_path / "a.yaml").write_text("- 1")
    with pytest.raises(LayoutError, match="not a list of keys"):
        load_layouts(tmp_path)
    for name in "ab":
        (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump(VALID))
    with pytest.raises(LayoutError, match="b.yaml: a second layout named x"):
        load_layouts(tmp_path)


def test_no_is_a_heading_and_not_a_truth_value(tmp_path):
    (tmp_path / "a.yaml").write_text(
        "name: x\ntitle: X\ntarget: t\nignored: [No, Yes]\n"
        "columns:\n  - {field: kode, headings: [On], required: true}\n"
    )
    layout = load_layouts(tmp_path)["x"]
    assert layout.ignored == {"nomor", "yes"}
    assert layout.columns[0].required is True


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("No. Urut", "no\nurut"),
        ("Harga s/d  2010 (Rp.)", "Harga s/d {year}"),
        ("HARGA Ribuan)", "Harga"),
        ("Kebutuhan Rill", "Kebutuhan Riil"),
        ("Kontruksi Bangunan / Jumlah Tingkat", "Konstruksi Bangunan/Jumlah Tingkat"),
        ("NO.SERIFIKAT/", "No. Sertifikat"),
        ("Spestifikasi", "Spesifikasi"),
        ("Nama Barang /        Jenis Barang ", "Nama Barang/Jenis Barang"),
    ],
)
def test_headings_that_are_the_same(text, same):
    assert normal(text) == normal(same)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Luas (M2)", "Luas (Ha)"),
        ("INSTANSI INDUK NAMA", "INSTANSI KERJA NAMA"),
        ("Harga", "Harga Satuan"),
        ("Kd_Aset1", "Kd_Aset2"),
    ],
)
def test_headings_that_differ(text, other):
    assert normal(text) != normal(other)


def test_every_kind_of_finding_has_a_sentence():
    """Kinds named in the code and sentences in the table are the same set."""
    code = "".join(
        path.read_text() for path in READER.glob("*.py") if path.name != "findings.py"
    )
    used = set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', code))
    used |= set(re.findall(r"[a-z]+(?:-[a-z]+)+", code[code.find("_NOTES") :][:400]))
    used |= {f"skipped-{kind}" for kind in
             "group total signature numbers header continuation placeholder stray"
             .split()}  # fmt: skip
    used |= {"more-of-this"}  # made in findings.py itself
    assert set(MESSAGES) - used == set()


def test_ebmd_report(tmp_path):
    head = [
        "No", "Perangkat Daerah", "NIBAR", "Kode Barang", "Nama Barang",
        "Nomor Register", "Merk/Type", "Ukuran/CC", "Bahan", "Tahun Pembelian",
        "Nomor Pabrik", "Rangka", "Mesin", "Polisi", "BPKB", "Asal Usul", "Harga",
        "Kondisi (B/KB/RB)", "Jumlah", "Keterangan",
    ]  # fmt: skip
    row = [
        1, "DINAS KESEHATAN", "12345", "1.3.2.05.01.04.005", "Lemari", "000001",
        "LION", None, "Besi", 2019, None, None, None, None, None, "Pembelian",
        1500000, "B", 1, None,
    ]  # fmt: skip
    title = [["LAPORAN DAFTAR BARANG"]] + [[f"baris {n}"] for n in range(8)]
    (table,) = read(tmp_path, as_xlsx([*title, head, row])).tables
    assert table.layout.name == "ebmd_daftar_barang"
    assert column(table, "unit_name") == ["DINAS KESEHATAN"]
    assert column(table, "nibar") == ["12345"]
    assert table.total == 1500000
