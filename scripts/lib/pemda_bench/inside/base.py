"""Units of the demo pemda and the people who are measured at work."""

import csv

from pemda_setup import settings

UNITS = settings.ROOT / "data/demo/units.csv"
CLERK = "bench-clerk"
AUDITOR = "bench-auditor"
SINCE = "2020-01-01"


def main(env, _words):
    """Fill an empty database."""
    env = env(context={**env.context, "tracking_disable": True})
    root = env.ref("pemda_base.unit_pemda")
    root.write({"wilayah_code": "35.98", "city": "Contoh"})
    with UNITS.open(newline="", encoding="utf-8") as lines:
        _create_units(env, root, list(csv.DictReader(lines)))
    _appoint(env, CLERK, "pengurus_barang_pengguna", largest_opd(env))
    _appoint(env, AUDITOR, "auditor", root)
    # Statistics are what autovacuum would have collected within a minute.
    env.cr.execute("ANALYZE hr_department, sipbd_kode")


def largest_opd(env):
    """The OPD with the most units below it."""
    units = env["hr.department"]
    counts = units._read_group([("opd_id", "!=", False)], ["opd_id"], ["__count"])
    return max(counts, key=lambda count: count[1])[0]


def clerk(env):
    """The pengurus barang of the largest OPD."""
    return env["res.users"].search([("login", "=", CLERK)])


def auditor(env):
    """Who reads the whole register."""
    return env["res.users"].search([("login", "=", AUDITOR)])


def _create_units(env, root, rows):
    kinds = {kind.code: kind.id for kind in env["pemda.unit.kind"].search([])}
    ids = {"": root.id}
    while rows:
        known = [row for row in rows if row["parent_code"] in ids]
        units = env["hr.department"].create(
            [
                {
                    "code": row["code"],
                    "name": row["name"],
                    "kind_id": kinds[row["type"]],
                    "parent_id": ids[row["parent_code"]],
                }
                for row in known
            ]
        )
        ids.update(zip((row["code"] for row in known), units.ids, strict=True))
        rows = [row for row in rows if row["code"] not in ids]


def _appoint(env, login, office_code, unit):
    user = env["res.users"].create(
        {"name": login, "login": login, "lang": "id_ID", "tz": "Asia/Jakarta"}
    )
    office = env["pemda.office"].search([("code", "=", office_code)])
    env["pemda.office.holder"].create(
        {
            "user_id": user.id,
            "office_id": office.id,
            "unit_id": unit.id,
            "date_from": SINCE,
        }
    )
