"""A register of many assets with ten years of entries, made by a few statements.

NIBAR and kode register come from the numbering itself, so that the numbers and
their counters are what they would be had every asset been entered by hand.
"""

from pathlib import Path

from odoo.tools import SQL

FOLDER = Path(__file__).parent.parent / "sql"
ITEMS = "bench_item"
NUMBER_PARTS = {
    "pemilik": "pemilik",
    "komptabel": "komptabel",
    "wilayah": "wilayah",
    "lokasi": "lokasi",
    "tahun": "tahun_text",
    "kode": "kode",
    "kode_digit": "kode_digit",
}


def main(env, words):
    """Add as many assets as the first word says, with their ledger."""
    make(env, int(words[0]))
    # Statistics are what autovacuum would have collected within a minute.
    env.cr.execute("ANALYZE sipbd_asset, sipbd_entry, pemda_numbering_counter")


def make(env, size):
    """Add ``size`` assets in the transaction of ``env``."""
    env.cr.execute("SET LOCAL work_mem = '256MB'")
    units = env["hr.department"].search([("opd_id", "!=", False)])
    parts = [unit._sipbd_number_parts() for unit in units]
    _run(
        env,
        "items",
        size=size,
        unit_ids=units.ids,
        wilayahs=[part["wilayah"] for part in parts],
        lokasis=[part["lokasi"] for part in parts],
    )
    _run(env, "acts")
    _run(env, "checks_aside")
    _run(
        env,
        "assets",
        uid=env.uid,
        nibar=_numbers(env, "sipbd.nibar"),
        kode_register=_numbers(env, "sipbd.kode_register"),
    )
    _run(env, "entries", uid=env.uid)
    _run(env, "checks_back")
    env.invalidate_all()
    env["sipbd.asset.total"]._fold()
    differences = env["sipbd.asset"]._ledger_differences()
    if differences:
        raise ValueError(f"assets are not what their ledger says: {differences[:3]}")


def _numbers(env, code):
    """SQL query of the numbers that are issued to the items."""
    return env["pemda.numbering"]._issue_query(code, ITEMS, NUMBER_PARTS, "id")


def _run(env, name, **values):
    env.cr.execute(SQL((FOLDER / f"{name}.sql").read_text(), **values))
