"""The DUK of the whole pemda, timed beside a bare sort of the same rows."""

import json
import sys
from functools import partial

from odoo.tools import SQL

from odoo.addons.pemda_report.models.options import ReportOptions

from ..timing import alternate
from . import people

ROUNDS = 7
# what SE BAKN 03/SE/1980 compares, as it stands in the histories: no names, no ranks
ORDER = SQL(
    "golongan_id DESC, tmt_golongan, eselon_id, tmt_jabatan, mkg_tahun DESC, "
    "mkg_bulan DESC, pendidikan_tingkat_id DESC, tahun_lulus, employee_id"
)
BARE = SQL(
    "golongan_id, tmt_golongan, eselon_id, tmt_jabatan, mkg_tahun, mkg_bulan, "
    "pendidikan_tingkat_id, tahun_lulus, employee_id"
)


def main(env, _words):
    """Print a dict: what -> seconds of each round, and how many rows."""
    # the form is read through a cursor, which never runs in parallel
    env.cr.execute("SET LOCAL max_parallel_workers_per_gather = 0")
    report = env["report.sikda.duk"]
    options = ReportOptions(unit=env.ref("pemda_base.unit_pemda"), date=people.UNTIL)
    bare = SQL(
        "SELECT %s FROM (%s) state WHERE asn_aktif AND status_asn = 'pns' ORDER BY %s",
        BARE,
        env["hr.employee"]._asn_state(options.date),
        ORDER,
    )
    rows = len(list(report._rows(options)))
    if rows != len(_read(env, bare)):
        raise ValueError("the bare sort and the DUK do not have the same rows")
    times = alternate(
        {
            "bare": partial(_read, env, bare),
            "duk": lambda: list(report._rows(options)),
        },
        ROUNDS,
    )
    json.dump({"times": times, "rows": rows}, sys.stdout)


def _read(env, query):
    env.cr.execute(query)
    return env.cr.fetchall()
