"""Civil servants with forty rows of history each, made by a few statements."""

from datetime import date
from pathlib import Path

from odoo.tools import SQL

from . import base

FOLDER = Path(__file__).parent.parent / "sql" / "people"
UNTIL = date(2026, 6, 1)
ROWS = 40
BKD, OPERATOR = "bench-bkd", "bench-operator"
HISTORIES = (
    "status",
    "pangkat",
    "perjanjian",
    "kgb",
    "jabatan",
    "unit",
    "pendidikan",
    "kinerja",
    "penghargaan",
    "angka_kredit",
    "hukdis",
    "cltn",
    "diklat",
)
# name, kind, eselon, jenjang: the commonest posts of a kabupaten
POSTS = (
    *((f"Pengelola Layanan {n}", "pelaksana", None, None) for n in range(1, 21)),
    ("Guru Ahli Pertama", "fungsional", None, "PT"),
    ("Guru Ahli Muda", "fungsional", None, "MU"),
    ("Guru Ahli Madya", "fungsional", None, "MA"),
    ("Perawat Terampil", "fungsional", None, "TR"),
    ("Perawat Mahir", "fungsional", None, "MH"),
    ("Kepala Bidang", "struktural", "32", None),
    ("Kepala Subbagian", "struktural", "41", None),
    ("Kepala Seksi", "struktural", "42", None),
)


def main(env, words):
    """Add as many people as the first word says, and who looks after them."""
    env.cr.execute("SET LOCAL work_mem = '256MB'")
    _posts(env)
    units = env["hr.department"].search([("opd_id", "!=", False)])
    values = {"size": int(words[0]), "until": UNTIL, "uid": env.uid}
    _run(env, "people", unit_ids=units.ids, company=env.company.id, **values)
    _run(env, "histories", until=UNTIL)
    tables = ", ".join(f"sikda_riwayat_{name}" for name in HISTORIES)
    env.cr.execute(f"ANALYZE hr_employee, hr_version, resource_resource, {tables}")
    env.invalidate_all()
    env["hr.employee"]._project_set()
    base._appoint(env, BKD, "bkd_staff", env.ref("pemda_base.unit_pemda"))
    base._appoint(env, OPERATOR, "operator_kepegawaian", base.largest_opd(env))
    env.cr.execute("ANALYZE hr_employee, hr_version")
    _check(env, int(words[0]))


def _posts(env):
    eselon = {row.code: row.id for row in env["sikda.eselon"].search([])}
    jenjang = {row.code: row.id for row in env["sikda.jenjang"].search([])}
    env["sikda.jabatan"].create(
        [
            {
                "name": name,
                "jenis": jenis,
                "eselon_id": eselon.get(level),
                "jenjang_id": jenjang.get(step),
            }
            for name, jenis, level, step in POSTS
        ]
    )


def _check(env, size):
    """Forty rows each, and everybody in service."""
    counted = " UNION ALL ".join(
        f"SELECT employee_id FROM sikda_riwayat_{name}" for name in HISTORIES
    )
    env.cr.execute(
        "SELECT count(*), min(rows), max(rows) FROM "
        f"(SELECT count(*) AS rows FROM ({counted}) r GROUP BY employee_id) held"
    )
    if env.cr.fetchone() != (size, ROWS, ROWS):
        raise ValueError("people do not have the rows of history they should have")
    env.cr.execute("SELECT count(*) FROM hr_version WHERE asn_aktif")
    if env.cr.fetchone() != (size,):
        raise ValueError("people are not in service as they should be")


def _run(env, name, **values):
    env.cr.execute(SQL((FOLDER / f"{name}.sql").read_text(), **values))
