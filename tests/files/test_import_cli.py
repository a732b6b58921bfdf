"""``scripts/import`` as a user runs it, against the database named by PEMDA_DB."""

import csv
import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests" / "samples"
UNIT = "02.00.00"  # Dinas Kesehatan of the demo pemda
UNANSWERED = "01.00.00"  # Dinas Pendidikan: no test answers a question there
KEYS = [
    "file",
    "sheet",
    "layout",
    "rows_read",
    "items",
    "total",
    "loaded",
    "findings",
]

pytestmark = pytest.mark.skipif(
    "PEMDA_DB" not in os.environ, reason="scripts/test files names the database"
)


def run(*words):
    """(exit status, list of JSON objects, text on stderr)"""
    done = subprocess.run(
        [str(ROOT / "scripts" / "import"), *map(str, words)],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=ROOT,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    return done.returncode, [json.loads(line) for line in lines], done.stderr


def kinds(result):
    return {finding["kind"] for finding in result["findings"]}


def small_file(folder, price=1500000, register="000001"):
    """A KIB B of one row as .csv; every price makes another file."""
    path = folder / f"kib_b_{price}_{register}.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["KARTU INVENTARIS BARANG (KIB) B"])
        writer.writerow(
            "No. Urut;Nomor Kode Barang;Nama Barang/Jenis Barang;Nomor Register;"
            "Merk / Type;Ukuran / CC;Bahan;Tahun Pembelian;Nomor Pabrik;Nomor Rangka;"
            "Nomor Mesin;Nomor Polisi;Nomor BPKB;Asal Usul Perolehan;Harga (Rp.);"
            "Keterangan".split(";")
        )
        writer.writerow(
            [1, "1.3.2.05.01.04.001", "Lemari Besi", register, "", "", "Besi", 2019]
            + ["", "", "", "", "", "APBD", price, ""]
        )
    return path


def test_dry_run_tells_the_totals_of_the_sample_and_loads_nothing():
    status, (result,), _err = run(
        SAMPLES / "kib_b_dki.xlsx", "--unit", UNANSWERED, "--dry-run", "--json"
    )
    assert status == 1
    assert list(result) == KEYS
    assert result["file"] == str(SAMPLES / "kib_b_dki.xlsx")
    assert result["sheet"] == "KIBB_00032_PUSAT_PELAYANAN_KESE"
    assert result["layout"] == "dki_kib_b"
    assert (result["rows_read"], result["items"]) == (1155, 1155)
    assert result["total"] == 38810484557
    assert result["loaded"] == 0
    assert "code-unknown" in kinds(result)
    assert all(set(f) == {"kind", "count", "message"} for f in result["findings"])


def test_answers_complete_a_sample_and_undo_takes_it_back():
    words = (SAMPLES / "kib_b_dki.xlsx", "--unit", UNIT, "--json")
    answers = ("--answers", SAMPLES / "answers_dki.csv")
    status, (result,), _err = run(*words, *answers)
    assert (status, result["loaded"]) == (0, 1155)
    # The same file again is refused.
    status, (again,), _err = run(*words)
    assert (status, again["loaded"], kinds(again)) == (2, 0, {"duplicate"})
    load = load_number()
    assert f"{load})" in again["findings"][0]["message"]
    status, (undone,), _err = run("--undo", load, "--reason", "test", "--json")
    assert status == 0
    assert undone == {"load": load, "undone": 1155}
    status, _none, err = run("--undo", load)
    assert status == 2
    assert "scripts/import:" in err


def load_number():
    """The newest load, from the words of a run without --json."""
    done = subprocess.run(
        [str(ROOT / "scripts" / "db"), "psql", os.environ["PEMDA_DB"], "-At", "-c"]
        + ["SELECT max(id) FROM pemda_import_load WHERE state = 'loaded'"],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout)


def test_old_codes_are_asked_for_and_the_total_row_is_compared():
    status, (land, works), _err = run(
        SAMPLES / "kib_a_aceh.xls",
        SAMPLES / "kib_f_aceh.xls",
        *("--unit", UNANSWERED, "--dry-run", "--json"),
    )
    assert status == 1
    assert (land["rows_read"], land["total"]) == (5, 11113400000)
    assert (works["rows_read"], works["total"]) == (5, 10000)
    assert "code-old" in kinds(land)
    assert not {"total-differs"} & (kinds(land) | kinds(works))


def test_a_reason_loads_rows_without_a_value():
    status, (result,), _err = run(
        SAMPLES / "kib_f_aceh.xls",
        *("--unit", UNIT, "--json", "--answers", SAMPLES / "answers_aceh.csv"),
        *("--reason", "not valued yet"),
    )
    assert (status, result["loaded"], result["items"]) == (0, 14, 14)
    run("--undo", load_number(), "--reason", "test")


def test_a_small_file_is_loaded_at_once(tmp_path):
    price = int(time.time())  # a file that this database has not seen
    path = small_file(tmp_path, price, f"{price}")
    status, (result,), _err = run(path, "--unit", UNIT, "--json")
    assert (status, result["loaded"], result["total"]) == (0, 1, price)


def test_sen_are_exact(tmp_path):
    path = small_file(tmp_path, "1500000,37", "000002")
    status, (result,), _err = run(path, "--unit", UNIT, "--dry-run", "--json")
    assert (status, result["total"]) == (0, 1500000.37)


def test_words_for_people(tmp_path):
    done = subprocess.run(
        [ROOT / "scripts" / "import", SAMPLES / "kib_b_dki.xlsx"]
        + ["--unit", UNANSWERED, "--dry-run"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "38.810.484.557" in done.stdout
    assert "kode,1.3.2.05.02.04.019" in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["--unit", "no such unit", str(SAMPLES / "kib_b_dki.xlsx")],
        ["--as", "nobody-by-this-name", str(SAMPLES / "kib_b_dki.xlsx")],
        ["--answers", "no-such-file.csv", str(SAMPLES / "kib_b_dki.xlsx")],
        ["--undo", "999999999"],
        ["--undo", "not-a-number"],
        ["--undo", "0"],
        ["--undo", "1", "--dry-run"],
        ["--undo", "1", str(SAMPLES / "kib_b_dki.xlsx")],
        ["--no-such-option"],
        [],
    ],
)
def test_bad_arguments(words):
    status, results, err = run(*words)
    assert status == 2
    assert results == []
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.xlsx", b""),
        ("truncated.xlsx", b"PK\x03\x04" + b"\0" * 40),
        ("text.xls", b"nothing of a table"),
        ("picture.png", b"\x89PNG\r\n\x1a\n"),
    ],
)
def test_unusable_files_end_in_one_sentence(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    status, (result,), err = run(path, "--unit", UNIT, "--json")
    assert status == 2
    assert result["loaded"] == result["rows_read"] == 0
    assert len(result["findings"]) == 1
    assert "Traceback" not in err
    assert not list(Path(tempfile.gettempdir()).glob("pemda-import-*"))


def test_files_that_are_no_kib_and_files_that_are_not_there():
    status, (supplies, absent), _err = run(
        SAMPLES / "persediaan.xls", "no-such-file.xlsx", "--unit", UNIT, "--json"
    )
    assert status == 2
    assert kinds(supplies) == {"not-loadable"}
    assert len(absent["findings"]) == 1


@pytest.mark.parametrize(
    "text", ["kind;source;target\nkode;1;2\n", "kind,source,target\nkode,1\n", "x\ny\n"]
)
def test_answers_that_are_not_complete_are_refused(tmp_path, text):
    path = tmp_path / "answers.csv"
    path.write_text(text)
    status, results, err = run("--answers", path, SAMPLES / "kib_b_dki.xlsx")
    assert (status, results) == (2, [])
    assert "line 2" in err and "Traceback" not in err


def test_names_and_kinds_of_files_that_nobody_expects(tmp_path):
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff %s \n.csv"))
    small_file(tmp_path).rename(odd)
    pipe = tmp_path / "pipe.xlsx"
    os.mkfifo(pipe)
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(40 * 2**30)  # no disk is used for it
    status, results, err = run(
        *(odd, pipe, "/dev/zero", large, tmp_path, small_file(tmp_path, 1, "3")),
        *("--unit", UNIT, "--dry-run", "--json"),
    )
    assert status == 2
    assert "Traceback" not in err
    assert [result["rows_read"] for result in results] == [1, 0, 0, 0, 0, 1]
    assert "\ufffd" in results[0]["file"]
    assert "64 MB" in results[3]["findings"][0]["message"]
    assert all(len(result["findings"]) == 1 for result in results[1:5])
