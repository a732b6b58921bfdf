"""``scripts/report`` as a user runs it, against the database named by PEMDA_DB."""

import os
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

ROOT = Path(__file__).parents[2]
UNIT = "01.00.00"  # Dinas Pendidikan of the demo pemda
PRINTED = ("kib_a", "kib_b", "kib_c", "kib_d", "kib_e", "kib_f", "buku_inventaris")

pytestmark = pytest.mark.skipif(
    "PEMDA_DB" not in os.environ, reason="scripts/test files names the database"
)


def run(*words):
    """(exit status, text on stdout, text on stderr)"""
    done = subprocess.run(
        [str(ROOT / "scripts" / "report"), *map(str, words)],
        capture_output=True,
        text=True,
        timeout=120,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("name", PRINTED)
def test_a_statutory_list_is_printed(tmp_path, name):
    path = tmp_path / f"{name}.pdf"
    status, told, err = run(name, "--unit", UNIT, "--date", "2025-12-31", "-o", path)
    assert (status, err) == (0, "")
    assert str(path) in told
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_workbook_of_the_whole_pemda(tmp_path):
    path = tmp_path / "kib_b.xlsx"
    status, told, _err = run("kib_b", "--unit", "pemda", "-o", path)
    assert status == 0
    assert "Pemerintah Kabupaten" in told
    assert load_workbook(path).active.max_row > 10


@pytest.mark.parametrize(
    "words, said",
    [
        (["kib_x", "--unit", UNIT, "-o", "a.pdf"], "kib_a"),
        (["kib_b", "--unit", "no such unit", "-o", "a.pdf"], "no such unit"),
        (["kib_b", "--unit", "", "-o", "a.pdf"], "no unit"),
        (["kib_b", "--unit", UNIT, "--date", "2025-13-01", "-o", "a.pdf"], "YYYY"),
        (["kib_b", "--unit", UNIT, "-o", "a.doc"], ".xlsx"),
        (["kib_b", "--unit", UNIT, "-o", "/nowhere/a.pdf"], "/nowhere"),
        (["kib_b", "--unit", UNIT, "-o", "/proc/a.pdf"], "cannot be written"),
        (["kib_b", "--unit", UNIT], "--output"),
        (["kib_b", "--unit", UNIT, "-o", "a.pdf", "--option", "x=1"], "komptabel"),
        ([], "NAME"),
    ],
)
def test_bad_arguments(words, said):
    status, told, err = run(*words)
    assert (status, told) == (2, "")
    assert said in err
    assert "Traceback" not in err


def test_a_day_to_come_is_refused(tmp_path):
    path = tmp_path / "a.pdf"
    status, _told, err = run(
        "kib_b", "--unit", UNIT, "--date", "9999-12-31", "-o", path
    )
    assert status == 1
    assert "31/12/9999" in err
    assert not path.exists()
