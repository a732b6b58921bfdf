"""``scripts/odoo ledger_check`` as an administrator runs it, on PEMDA_DB.

The difference is made as nobody but the owner of the database can: the guard of the
ledger is taken off for one statement.
"""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATABASE = os.environ.get("PEMDA_DB", "")

pytestmark = pytest.mark.skipif(
    not DATABASE, reason="scripts/test files names the database"
)


def check(database=DATABASE):
    """(exit status, lines on stdout, text on stderr)"""
    done = subprocess.run(
        [str(ROOT / "scripts" / "odoo"), "ledger_check", "-d", database],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=ROOT,
    )
    return done.returncode, done.stdout.splitlines(), done.stderr


def sql(statement):
    done = subprocess.run(
        [str(ROOT / "scripts" / "db"), "psql", DATABASE, "-At", "-v", "ON_ERROR_STOP=1"]
        + ["-c", statement],
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout.strip(), done.stderr


def alter_an_entry(amount):
    """Add rupiah to the value of the first entry of the first asset."""
    return sql(
        "BEGIN;"
        "ALTER TABLE sipbd_entry DISABLE TRIGGER USER;"
        f"UPDATE sipbd_entry SET nilai = nilai + {amount}"
        " WHERE id = (SELECT min(id) FROM sipbd_entry WHERE asset_id ="
        " (SELECT min(id) FROM sipbd_asset));"
        "ALTER TABLE sipbd_entry ENABLE TRIGGER USER;"
        "COMMIT"
    )


def test_a_register_that_agrees_ends_with_0():
    status, lines, _err = check()
    assert (status, lines) == (
        0,
        ["0 differences between the assets and the ledger."],
    )


def test_a_difference_is_printed_and_ends_with_1():
    nibar = sql(
        "SELECT nibar FROM sipbd_asset WHERE id = (SELECT min(id) FROM sipbd_asset)"
    )[1]
    try:
        assert alter_an_entry(1)[0] == 0
        status, lines, err = check()
    finally:
        alter_an_entry(-1)
    assert status == 1
    assert lines[-1] == "1 differences between the assets and the ledger."
    assert lines[0].startswith(f"{nibar}: ")
    projected, booked = re.search(r"is (\d+), booked (\d+)$", lines[0]).groups()
    assert int(booked) == int(projected) + 1
    assert "Traceback" not in err
    assert check()[0] == 0


def test_a_difference_in_an_asset_ends_with_1():
    first = "WHERE id = (SELECT min(id) FROM sipbd_asset)"
    change = f"UPDATE sipbd_asset SET komptabel = '%s' {first}"
    before = sql(f"SELECT komptabel FROM sipbd_asset {first}")[1]
    other = "02" if before == "01" else "01"
    try:
        assert sql(change % other)[0] == 0
        status, lines, _err = check()
    finally:
        sql(change % before)
    assert (status, len(lines)) == (1, 2)
    assert lines[0].endswith(f"is {other}, booked {before}")
    assert check()[0] == 0


def test_the_guard_refuses_what_was_done_here():
    for statement in (
        "UPDATE sipbd_entry SET nilai = nilai + 1",
        "DELETE FROM sipbd_entry",
        "TRUNCATE sipbd_entry CASCADE",
    ):
        status, _out, err = sql(statement)
        assert status, statement
        assert "refused" in err or "append-only" in err, err


def test_a_database_without_a_register():
    status, _lines, err = check("no_such_database")
    assert status
    assert "0 differences" not in err
