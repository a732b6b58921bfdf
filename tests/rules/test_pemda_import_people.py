"""Lists of civil servants: layouts against generated files, traps 36 to 38."""

import importlib.util
import json
import random
import re
from collections import Counter
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pemda_import_files import (
    LAYOUT_DIR,
    LAYOUTS,
    SAMPLES,
    as_csv,
    as_html,
    as_spreadsheetml,
    as_xlsx,
    column,
    finding,
    kinds,
    read,
    read_rows,
)

from odoo.addons.pemda_import.reader import UnusableFile, people, read_file
from odoo.addons.pemda_import.reader.pieces import piece_of

SEEDS = (7, 1, 2, 3)
SEX = {"L": "male", "P": "female"}
PEOPLE = sorted(name for name, x in LAYOUTS.items() if x.person)


def _sample(name):
    spec = importlib.util.spec_from_file_location(name, SAMPLES / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", params=SEEDS)
def files(request, tmp_path_factory):
    """Folder of generated files with the truth about them in expected.json."""
    folder = tmp_path_factory.mktemp(f"seed_{request.param}")
    make = _sample("make_pegawai_samples")
    rnd = random.Random(request.param)
    persons, expected = make.people(rnd, 60), {}
    make.make_siasn(persons, rnd, folder, expected)
    make.make_nominatif(persons, folder, expected)
    make.make_22(persons, folder, expected)
    newer = (folder / "data_pegawai_22_kolom.xls").read_bytes()
    (folder / "data_pegawai_22_biff7.xls").write_bytes(_sample("biff7").to_biff7(newer))
    expected["data_pegawai_22_biff7.xls"] = expected["data_pegawai_22_kolom.xls"]
    make.make_duk(persons, folder, expected)
    make.make_bezetting(folder, rnd, expected)
    make.make_csv(persons, folder, expected)
    truth = [
        {k: v.isoformat() if isinstance(v, date) else v for k, v in p.items()}
        for p in persons
    ]
    return folder, truth, json.loads(json.dumps(expected))


def one_table(files, name, layout):
    folder, truth, expected = files
    (found,) = read_file(folder / name, LAYOUTS).tables
    assert found.layout.name == layout
    return found, truth, expected[name]


def as_dicts(found):
    return [dict(zip(found.fields, row.values, strict=True)) for row in found.rows]


def rows_of(found, kind, severity="error"):
    """{column: [row numbers]} of the findings of one kind."""
    places = {}
    for item in found.findings:
        if item.kind == kind and item.severity == severity:
            places.setdefault(item.column, []).append(item.row)
    return places


def same_person(row, person, *, titles=True):
    assert row["birthday"] == person["lahir"]
    assert row["golongan"] == person["gol"]
    assert row["name"].casefold() == person["nama"].casefold()
    if titles:
        assert (row["gelar_depan"] or "").casefold() == person["gd"].casefold()
        assert (row["gelar_belakang"] or "").casefold() == person["gb"].casefold()


def test_siasn_data_utama(files):
    found, truth, expected = one_table(
        files, "siasn_data_utama.xlsx", "siasn_data_utama"
    )
    assert len(found.rows) == expected["data_rows"]
    assert len(found.columns) == expected["columns"] == 69
    rows = as_dicts(found)
    for place, person in enumerate(truth):
        row = rows[place]
        same_person(row, person)
        if place % 10 == 1:
            assert (row["nip"], row["nik"]) == (None, None)
            assert row["nip_start"] == person["nip"][:15]
        else:
            assert (row["nip"], row["nik"]) == (person["nip"], person["nik"])
        assert row["sex"] == SEX[person["jk"]]
        assert row["tmt_golongan"] == person["tmt_gol"]
        assert (row["mkg_tahun"], row["mkg_bulan"]) == tuple(person["mk"])
        empty = place % 10 == 6
        assert row["tmt_pns"] == (None if empty else person["tmt_pns"])
        assert row["tmt_jabatan"] == (None if empty else person["tmt_jab"])
    assert rows[-2]["nip"] == truth[0]["nip"]
    assert rows[-1]["nip"] is None
    lost = [n + 2 for n in range(60) if n % 10 == 1]
    assert rows_of(found, "lost-digits") == {"NIP BARU": lost, "NIK": lost}
    assert rows_of(found, "short-nip") == {"NIP BARU": [found.rows[-1].number]}
    assert set(kinds(found, "error")) == {"lost-digits", "short-nip"}


def test_siasn_csv_in_another_order(files):
    found, truth, expected = one_table(
        files, "siasn_data_utama.csv", "siasn_data_utama"
    )
    assert len(found.rows) == expected["data_rows"]
    assert len(found.columns) == expected["columns"] == 67
    for place, (row, person) in enumerate(zip(as_dicts(found), truth, strict=True)):
        same_person(row, person)
        lost = place % 8 == 3
        assert row["nip"] == (None if lost else person["nip"])
        assert row["nip_start"] is None
    assert rows_of(found, "lost-digits")["NIP BARU"] == expected["lost_nip"]
    assert column(found, "alamat")[5] == 'Jl. Contoh; "Blok A" RT 01 – RW 02'


def test_nominatif_with_joined_cells(files):
    found, truth, expected = one_table(
        files, "nominatif_gabungan.xls", "nominatif_gabungan"
    )
    assert len(found.rows) == expected["data_rows"]
    assert found.header_rows == (expected["header_row"],) * 2
    worst = [n for n in range(60) if n % 2 == 0 and n % 13 == 12]
    for place, (row, person) in enumerate(zip(as_dicts(found), truth, strict=True)):
        same_person(row, person)
        assert row["nip"] == (None if place in worst else person["nip"])
        assert row["tempat_lahir"] == person["tempat"]
        dated = place % 19 != 5
        assert row["tmt_golongan"] == (person["tmt_gol"] if dated else None)
    repaired = finding(found, "nip-repaired")
    assert repaired.params == {"count": 30 - len(worst)}
    assert rows_of(found, "bad-nip") == {"Nama / NIP": [n + 5 for n in worst]}
    assert set(kinds(found, "error")) == {"bad-nip"}


@pytest.mark.parametrize(
    ("name", "container"),
    [
        ("data_pegawai_22_kolom.xls", "xls"),
        ("data_pegawai_22_biff7.xls", "xls-biff7"),
    ],
)
def test_list_of_22_columns(files, name, container):
    assert read_file(files[0] / name, LAYOUTS).container == container
    found, truth, expected = one_table(files, name, "data_pegawai_22")
    assert len(found.rows) == expected["data_rows"]
    by_name = sorted(truth, key=lambda person: person["unit"])
    numbers = expected["nip_number_rows"]
    for row, item, person in zip(as_dicts(found), found.rows, by_name, strict=True):
        same_person(row, person)
        lost = item.number in numbers
        assert row["nip"] == (None if lost else person["nip"])
        assert row["nip_start"] == (person["nip"][:15] if lost else None)
        assert re.fullmatch(r"5\d{8}", row["nip_lama"])
        assert row["hp"].startswith("0812")
        assert row["tmt_golongan"] == person["tmt_gol"]
        assert row["unit_name"] == person["unit"]
        assert int(row["tmt_pensiun"][:4]) == int(person["lahir"][:4]) + 58
        assert row["eselon"] == (person["eselon"] or None)
    assert rows_of(found, "lost-digits") == {"NIP Baru": numbers}
    assert kinds(found).count("skipped-group") == expected["unit_heading_rows"]
    assert kinds(found).count("skipped-signature") == 4


def test_duk_of_two_rows(files):
    found, truth, expected = one_table(files, "duk_dua_baris.xls", "duk_dua_baris")
    assert len(found.rows) == expected["data_persons"]
    known = {person["nip"]: person for person in truth}
    rows = as_dicts(found)
    assert {row["nip"] for row in rows} == {
        person["nip"] for person in truth if not person["pppk"]
    }
    assert [row["nomor"] for row in rows] == list(range(1, len(rows) + 1))
    for row in rows:
        person = known[row["nip"]]
        same_person(row, person)
        assert (row["jabatan"], row["unit_name"]) == (
            person["jabatan"],
            person["unit"],
        )
        assert (row["mkg_tahun"], row["mkg_bulan"]) == tuple(person["mk"])
        assert (row["pendidikan"], row["tahun_lulus"]) == (
            person["prodi"],
            person["lulus"],
        )
        assert row["tempat_lahir"] == person["tempat"]
    assert kinds(found, "error") == []
    pages = (len(rows) - 1) // 20
    assert kinds(found).count("skipped-header") == 2 * pages
    assert kinds(found).count("skipped-numbers") == 1


def test_duk_of_18_columns_in_html(files):
    found, truth, expected = one_table(files, "duk_18_kolom_html.xls", "duk_18_kolom")
    assert len(found.rows) == expected["data_rows"]
    known = {person["nip"]: person for person in truth}
    for row in as_dicts(found):
        person = known[row["nip"]]
        assert row["name"] == person["nama"]
        assert row["jabatan"] == person["jabatan"]
        assert row["unit_name"] == person["unit"]
        assert row["tmt_jabatan"] == person["tmt_jab"]
        assert row["pendidikan"] == person["prodi"]
        assert row["latihan"] is None
    assert kinds(found, "error") == []


def test_corrections_of_sk_cpns(files):
    found, truth, _expected = one_table(files, "riwayat_cpns.csv", "sk_cpns")
    rows = as_dicts(found)
    assert [row["nip"] for row in rows] == [person["nip"] for person in truth[:20]]
    for row, person in zip(rows, truth[:20], strict=True):
        assert row["golongan_awal"] == person["gol_awal"]
        assert row["tmt_cpns"] == row["sk_cpns_tanggal"] == person["tmt_cpns"]
        assert row["name"] == person["nama"]
    assert kinds(found, "error") == []


@pytest.mark.parametrize(
    "name", ["bezetting_abk.xlsx", "bezetting_abk_spreadsheetml.xls"]
)
def test_tables_of_needs_are_refused_by_name(files, name):
    with pytest.raises(UnusableFile) as caught:
        read_file(files[0] / name, LAYOUTS)
    assert caught.value.kind == "not-loadable"
    assert "bezetting" in caught.value.message


@pytest.mark.parametrize("name", PEOPLE)
def test_a_layout_of_people_needs_the_nip(name):
    (nip,) = [item for item in LAYOUTS[name].columns if item.type == "nip"]
    assert nip.required and nip.empty == "error" and nip.sensitive
    assert (LAYOUT_DIR / f"{name}.yaml").exists()


def test_personal_columns_keep_their_values_out_of_findings():
    personal = {"nik", "birthday", "alamat", "hp", "npwp", "bpjs", "agama", "nip_lama"}
    for name in PEOPLE:
        for item in LAYOUTS[name].columns:
            assert item.sensitive or item.field not in personal, (name, item.field)


# --- traps 36 to 38 -----------------------------------------------------------

HEAD = ["NIP BARU", "NIK", "NAMA", "TANGGAL LAHIR", "JENIS KELAMIN",
        "GOL AKHIR NAMA", "JABATAN NAMA", "PENDIDIKAN TERAKHIR NAMA", "UNOR NAMA",
        "TMT CPNS"]  # fmt: skip
PERSON = ["198001012005011901", "3514010101809001", "GUNA DARMA", "01-01-1980", "M",
          "III/a", "AUDITOR", "S-1 HUKUM", "INSPEKTORAT", "01-01-2005"]  # fmt: skip


def person(**changes):
    row = dict(zip(HEAD, PERSON, strict=True))
    row.update({key.replace("_", " "): value for key, value in changes.items()})
    return [row[name] for name in HEAD]


def read_people(tmp_path, *rows):
    return read_rows(tmp_path, [HEAD, *rows])


@pytest.mark.parametrize(
    "written",
    [
        "198001012005011901",
        "19800101 200501 1 901",
        "'198001012005011901",
        "198001012005011901\u00a0",
        "198001012005011901-",
        "19800101.200501.1.901",
    ],
)
def test_trap_35_ways_to_write_a_nip(tmp_path, written):
    found = read_people(tmp_path, person(NIP_BARU=written))
    assert column(found, "nip") == ["198001012005011901"]
    assert kinds(found, "error") == []


@pytest.mark.parametrize(
    "written", ["500012345", "19800", "12345678901234567890", "NIP. belum ada"]
)
def test_trap_35_what_is_no_nip_is_named_by_its_row(tmp_path, written):
    found = read_people(tmp_path, person(), person(NIP_BARU=written))
    assert column(found, "nip")[1] is None
    bad = finding(found, "bad-nip")
    assert (bad.severity, bad.row, bad.value) == ("error", 3, None)


@pytest.mark.parametrize(
    ("written", "start"),
    [
        (198001012005011000.0, "198001012005011"),
        ("198001012005011000", "198001012005011"),
        ("1,99E+17", None),
        ("1.98001E+17", None),
    ],
)
def test_trap_36_nip_as_a_number_is_refused_with_its_row(tmp_path, written, start):
    found = read_people(tmp_path, person(), person(NIP_BARU=written))
    assert column(found, "nip") == ["198001012005011901", None]
    assert column(found, "nip_start") == [None, start]
    lost = finding(found, "lost-digits")
    assert (lost.severity, lost.row, lost.column) == ("error", 3, "NIP BARU")


def test_trap_36_nik_as_a_number_is_refused_with_its_row(tmp_path):
    found = read_people(tmp_path, person(NIK=3514010101809000.0))
    assert column(found, "nik") == [None]
    assert column(found, "nip") == ["198001012005011901"]
    lost = finding(found, "lost-digits")
    assert (lost.row, lost.column, lost.value) == (2, "NIK", None)


def test_trap_36_a_nik_of_other_length_is_refused(tmp_path):
    found = read_people(tmp_path, person(NIK="351401010180900"))
    assert column(found, "nik") == [None]
    assert finding(found, "bad-identifier").row == 2


def test_trap_37_ni_pppk_is_read_by_its_own_form(tmp_path):
    found = read_people(
        tmp_path,
        person(NIP_BARU="198001012021211901", GOL_AKHIR_NAMA="Golongan IX"),
        # 17 digits: the eighth of the birth date is gone
        person(NIP_BARU="1980010 202424 1 901", GOL_AKHIR_NAMA="V", TMT_CPNS=None),
    )
    assert column(found, "nip") == ["198001012021211901", "198001012024241901"]
    assert column(found, "golongan") == ["IX", "V"]
    assert kinds(found, "error") == []


def test_trap_38_a_nip_is_repaired_only_where_birth_date_and_sex_agree(tmp_path):
    lost = "1980010 200501 1 901"
    found = read_people(
        tmp_path,
        person(NIP_BARU=lost),
        person(NIP_BARU=lost, TANGGAL_LAHIR="05-06-1981"),
        person(NIP_BARU=lost, JENIS_KELAMIN="F"),
        person(NIP_BARU=lost, TANGGAL_LAHIR=None),
        person(NIP_BARU=lost, TMT_CPNS="01-03-2006"),
        person(NIP_BARU="19800101 200501 1 90"),
    )
    assert column(found, "nip") == ["198001012005011901", *[None] * 5]
    assert rows_of(found, "short-nip") == {"NIP BARU": [3, 4, 5, 6, 7]}
    assert finding(found, "nip-repaired").params == {"count": 1}


# --- other values -------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "rank"),
    [
        ("III/a", "III/a"), ("II c ", "II/c"), ("IV.E", "IV/e"), ("iii/b", None),
        ("IIId", "III/d"), ("Penata Muda (III/a)", "III/a"), ("IX", "IX"),
        ("Golongan IX", "IX"), ("Gol. XIV", "XIV"), ("XVIII", None), ("V/a", None),
        ("III/f", None), ("-", None), ("III/a - III/b", None), (31.0, None),
    ],
)  # fmt: skip
def test_ranks(written, rank):
    value, kind = people.parse_golongan(written)
    assert value == rank
    assert (kind is None) == (rank is not None or written == "-")


def test_rank_of_every_step_is_read():
    for family in ("I", "II", "III", "IV"):
        for step in "abcde":
            assert people.parse_golongan(f"{family}/{step}")[0] == f"{family}/{step}"
    roman = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII".split()
    assert [people.parse_golongan(text)[0] for text in roman] == roman


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("Guna Darma", ("", "Guna Darma", "")),
        ("Drs. Guna Darma, M.M.", ("Drs.", "Guna Darma", "M.M.")),
        ("dr. SEKAR WANGI", ("dr.", "SEKAR WANGI", "")),
        ("Prof. Dr. H. Guna, S.H., M.H.", ("Prof. Dr. H.", "Guna", "S.H., M.H.")),
        ("R.Guna Darma, SE", ("R.", "Guna Darma", "SE")),
        ("Ma'ruf, Drs", ("", "Ma'ruf, Drs", "")),
        ("Irma Drajat", ("", "Irma Drajat", "")),
    ],
)  # fmt: skip
def test_titles_of_a_printed_name(printed, parts):
    assert people.split_name(printed) == parts


@pytest.mark.parametrize(
    ("cell", "piece", "part"),
    [
        ("A\nB", "line-1", "A"), ("A\nB", "line-2", "B"), ("A", "line-2", None),
        ("BANGIL , 02 MAY 1980", "before-comma", "BANGIL "),
        ("BANGIL , 02 MAY 1980", "after-comma", " 02 MAY 1980"),
        ("SMA/SMK / 1999", "before-slash", "SMA/SMK "),
        ("SMA/SMK / 1999", "after-slash", " 1999"),
        ("GURU pada DINAS A", "after-pada", "DINAS A"), ("GURU", "after-pada", None),
        (5.0, "line-1", 5.0), (5.0, "line-2", None),
    ],
)  # fmt: skip
def test_pieces_of_a_cell(cell, piece, part):
    assert piece_of(cell, piece) == part


def test_what_means_nothing_is_empty(tmp_path):
    found = read_people(
        tmp_path,
        person(TMT_CPNS="null", UNOR_NAMA="null", NIK="-"),
        person(TMT_CPNS="01-01-0001"),
    )
    assert column(found, "tmt_cpns") == [None, None]
    assert column(found, "unit_name")[0] is None
    assert column(found, "nik")[0] is None
    assert kinds(found, "error") == []


def test_dates_in_every_form(tmp_path):
    forms = ["31-12-1980", "1980-12-31", "31/12/1980", "31 DEC 1980",
             "31 Desember 1980", datetime(1980, 12, 31), 29586.0]  # fmt: skip
    rows = [person(TANGGAL_LAHIR=form, NIP_BARU=None) for form in forms]
    found = read_people(tmp_path, *rows)
    assert column(found, "birthday") == ["1980-12-31"] * len(forms)


@given(st.text(max_size=30) | st.floats() | st.integers() | st.none() | st.dates())
def test_no_cell_breaks_a_parser(cell):
    people.parse_nip(cell)
    people.identifier_parser(16)(cell)
    people.parse_golongan(cell)
    people.parse_service(cell)


_DAYS = st.dates(date(1950, 1, 1), date(2004, 12, 31))


@given(_DAYS, st.integers(16, 40), st.integers(1, 12), st.sampled_from("12"),
       st.integers(1, 999), st.integers(0, 17))  # fmt: skip
def test_a_repaired_nip_is_the_right_one_or_none(born, age, month, sex, serial, lost):
    nip = f"{born:%Y%m%d}{born.year + age:04d}{month:02d}{sex}{serial:03d}"
    short = nip[:lost] + nip[lost + 1 :]
    repaired = people.repair_nip(short, born.isoformat())
    assert repaired in (None, nip)
    if lost < 6:
        assert repaired == nip


# --- further layouts ----------------------------------------------------------


def test_three_sheets_of_the_trimmed_export(tmp_path):
    head = [*HEAD, "TMT GOLONGAN AKHIR", "TMT ESELON", "TEMPAT LAHIR"]
    rows = [head, [*person(), "01-04-2020", "-", "BANGIL"]]
    other = [head, [*person(NIP_BARU="198001012021211901"), None, None, None]]
    third = [head, [*person(NIP_BARU="198001012025241901"), None, None, None]]
    reading = read(
        tmp_path,
        as_xlsx(rows, name="PNS", more=[("PPPK", other), ("PPPK_Paruh_Waktu", third)]),
    )
    assert [(t.sheet, t.layout.name, len(t.rows)) for t in reading.tables] == [
        ("PNS", "siasn_ringkas", 1),
        ("PPPK", "siasn_ringkas", 1),
        ("PPPK_Paruh_Waktu", "siasn_ringkas", 1),
    ]
    assert column(reading.tables[0], "tmt_golongan") == ["2020-04-01"]


@pytest.mark.parametrize("write", [as_csv, as_html, as_spreadsheetml])
def test_containers_named_xls(tmp_path, write):
    found = read(tmp_path, write([HEAD, person()]), "pegawai.xls").tables[0]
    assert found.layout.name == "siasn_ringkas"
    assert column(found, "nip") == ["198001012005011901"]


def test_list_for_leave_and_kgb_below_a_title(tmp_path):
    head = ["NIP", "NIK", "NAMA", "KECAMATAN", "UNOR NAMA", "TEMPAT TUGAS", "STATUS",
            "TANGGAL KENAIKAN GAJI BERKALA TERAKHIR", "TANGGAL PENSIUN"]  # fmt: skip
    row = ["198001012005011901", "3514010101809001", "GUNA DARMA", "BANGIL",
           "SDN 1", "SDN 1", "PNS", "01-03-2024", "01-02-38"]  # fmt: skip
    found = read_rows(tmp_path, [["DATA KGB"], [], head, row])
    assert found.layout.name == "siasn_kgb_cuti"
    assert column(found, "tmt_kgb_terakhir") == ["2024-03-01"]
    assert column(found, "tmt_pensiun") == ["2038-02-01"]


def test_watch_list_of_pay_steps(tmp_path):
    leaves = ["NOMOR", "TANGGAL", "TMT", "MK", "BESAR GAJI"]
    head = [
        ["NO", "NAMA", "NIP", "GOL. RUANG", "JABATAN", "INSTANSI", "SK LAMA",
         *[None] * 4, "SK BARU", *[None] * 4],
        [*[None] * 6, *leaves, *leaves],
    ]  # fmt: skip
    row = [1, "Guna Darma, S.H.", "19800101 200501 1 901", "III/a", "Auditor", "X",
           "822/1", "01-03-2024", "01-03-2024", "16-00", 3570100,
           "822/2", "05-01-2026", "01-03-2026", "18-00", 3682500]  # fmt: skip
    merges = ["G1:K1", "L1:P1", *(f"{c}1:{c}2" for c in "ABCDEF")]
    found = read(tmp_path, as_xlsx([*head, row], merges)).tables[0]
    assert found.layout.name == "penjagaan_kgb"
    (values,) = as_dicts(found)
    assert (values["lama_tmt"], values["baru_tmt"]) == ("2024-03-01", "2026-03-01")
    assert (values["lama_gaji"], values["baru_gaji"]) == (3570100, 3682500)


def test_history_sheets(tmp_path):
    studies = [
        ["NIP BARU", "ID PEGAWAI PENDIDIKAN", "TANGGAL LULUS", "TAHUN LULUS",
         "NOMOR IJAZAH", "NAMA SEKOLAH", "GELAR DEPAN", "GELAR BELAKANG",
         "PENDIDIKAN CPNS"],
        ["198001012005011000", "0180", datetime(2003, 7, 9), 2003, "12/UB", "UB",
         None, "S.H.", 1],
    ]  # fmt: skip
    found = read_rows(tmp_path, studies)
    assert found.layout.name == "riwayat_pendidikan"
    assert column(found, "tanggal_lulus") == ["2003-07-09"]
    assert column(found, "pendidikan_code") == ["0180"]
    assert column(found, "nip_start") == ["198001012005011"]
    posts = [
        ["NIP", "ID_JABATAN", "NO_SK", "TMT_JABATAN", "TGL_SK"],
        ["198001012005011901", "0180", "821/1", datetime(2020, 3, 4), None],
    ]
    found = read_rows(tmp_path, posts)
    assert found.layout.name == "riwayat_jabatan"
    assert column(found, "jabatan_code") == ["0180"]
    assert column(found, "tmt_jabatan") == ["2020-03-04"]


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ([["REKAPITULASI PEGAWAI"], ["UNIT KERJA", "II/a", "II/b", "II/c", "III/a"],
          ["X", 1, 2, 3, 4]], "rekapitulasi pegawai"),
        ([["PROYEKSI KEBUTUHAN"], ["NO", "UNIT ORGANISASI DAN NAMA JABATAN",
          "TIPE OPD", "KELAS JABATAN", "JUMLAH"], [1, "X", "A", 5, 4]], "bezetting"),
    ],
)  # fmt: skip
def test_recaps_of_people_are_refused_by_name(tmp_path, rows, what):
    with pytest.raises(UnusableFile) as caught:
        read(tmp_path, as_xlsx(rows))
    assert caught.value.kind == "not-loadable"
    assert what in caught.value.message


def test_headings_that_differ_by_one_word_are_told_apart(tmp_path):
    make = _sample("make_pegawai_samples")
    row = [f"v{n}" for n in range(len(make.SIASN))]
    for name, value in (("NIP BARU", "198001012005011901"), ("NAMA", "GUNA")):
        row[make.SIASN.index(name)] = value
    found = read_rows(tmp_path, [make.SIASN, row])
    (values,) = as_dicts(found)
    for field, heading in (
        ("instansi_induk", "INSTANSI INDUK NAMA"),
        ("instansi_kerja", "INSTANSI KERJA NAMA"),
        ("satuan_kerja_kerja", "SATUAN KERJA KERJA NAMA"),
    ):
        assert values[field] == f"v{make.SIASN.index(heading)}"
    assert Counter(c.field for c in found.columns)[None] == 0
