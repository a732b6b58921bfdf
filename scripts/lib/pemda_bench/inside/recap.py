"""Recaps of the whole register at a past date, and a plain GROUP BY of today."""

import json
import sys
from datetime import date

from odoo.tools import SQL

from odoo.addons.pemda_report.models.options import ReportOptions
from odoo.addons.sipbd.models.ledger_key import with_ledger_key
from odoo.addons.sipbd.models.sql_file import sql_file

from ..timing import alternate

REPEATS = 9
YEAR = 2024
DAY = date(YEAR, 12, 31)
# Name of the recap -> report, what it is asked, columns of the plain GROUP BY: by what
# the report adds up.
RECAPS = {
    "by unit": ("report.sipbd.rekap_skpd", {}, ("unit_id", "kib")),
    "by code": (
        "report.sipbd.rekap_buku_inventaris",
        {"per_code": True},
        ("code_id",),
    ),
}


def main(env, _words):
    """Print a dict: which recap -> seconds of ``recap`` and of ``plain``."""
    # What is closed here is given back at the end.
    times = _measure(env, "open")
    _close(env)
    times |= _measure(env, "closed")
    env.cr.rollback()
    json.dump(times, sys.stdout)


def _measure(env, state):
    return {
        f"{name} {state}": alternate(
            {"recap": _recap(env, report, extra), "plain": _plain(env, columns)},
            REPEATS,
        )
        for name, (report, extra, columns) in RECAPS.items()
    }


def _recap(env, name, extra):
    source = env[name]
    options = ReportOptions(
        unit=env.ref("pemda_base.unit_pemda"), date=DAY, extra=extra
    )
    report = source._describe(options)

    def read():
        rows, expected = source._added_up(options, report)
        if not rows or not all(expected.sums[-2:]):
            raise ValueError(f"{name} is empty at {DAY}")

    read()
    return read


def _plain(env, columns):
    query = SQL(
        "SELECT %(columns)s, count(*), sum(jumlah), sum(nilai_perolehan)"
        " FROM sipbd_asset GROUP BY %(columns)s",
        columns=SQL(", ").join(map(SQL.identifier, columns)),
    )

    def read():
        env.cr.execute(query)
        env.cr.fetchall()

    read()
    return read


def _close(env):
    """Close the period that ends on the day, as far as recaps are concerned: the
    state of each asset as its figure, and the totals as closing sums them."""
    env["sipbd.period"]._generate(YEAR, YEAR)
    periods = env["sipbd.period"].search([("date_to", "<=", DAY)])
    period = periods[0]  # the latest
    state = sql_file("ledger_state", scope=SQL("booking_date <= %s", DAY))
    env.cr.execute(
        SQL(
            """
            INSERT INTO sipbd_period_figure (
                period_id, asset_id, unit_id, code_id, komptabel, kondisi, jumlah,
                nilai, akumulasi, beban, koreksi, status
            )
            SELECT %(period)s, asset_id, unit_id, code_id, komptabel, kondisi, jumlah,
                   nilai, 0, 0, 0, 'tetap'
              FROM (%(state)s) state WHERE jumlah > 0
            """,
            period=period.id,
            state=state,
        )
    )
    env.cr.execute(sql_file("figure_totals", period=period.id))
    env.cr.execute("ANALYZE sipbd_period_figure, sipbd_period_total")
    with_ledger_key(periods).write({"state": "closed"})
    env.flush_all()
