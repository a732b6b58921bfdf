"""Semesters of the register computed and closed, and a bare copy of as many rows."""

import json
import sys
from contextlib import closing

from odoo.sql_db import db_connect

from ..timing import alternate

REPEATS = 4
SOURCE, BARE = "bench_figure_source", "bench_figure_bare"


def main(env, _words):
    """Print a dict: lists of seconds of ``run`` and ``close``, and of ``bare`` beside
    each of them."""
    trial = _Trial(env)
    runs = alternate({"run": trial.run, "bare": trial.bare}, REPEATS, trial.tidy)
    trial.check()
    closings = alternate(
        {"close": trial.close, "bare": trial.bare}, REPEATS, trial.tidy
    )
    times = {
        "run": runs["run"],
        "bare_run": runs["bare"],
        "close": closings["close"],
        "bare_close": closings["bare"],
    }
    json.dump(times, sys.stdout)


class _Trial:
    """The semesters of the last year; what is measured is taken back each time."""

    def __init__(self, env):
        self._env = env
        # Codes of the generated goods for which the tables know no life.
        env["sipbd.masa.manfaat"].create(
            {"prefix": "1", "name": "-", "years": 10, "legal_basis": "-"}
        )
        last = env["sipbd.entry"].search([], order="booking_date desc", limit=1)
        year = last.booking_date.year
        env["sipbd.period"]._generate(year, year)
        self._first, self._second = env["sipbd.period"].search([], order="date_from")
        self._first._run()
        self._first.action_check()
        self._first.action_close()
        self._second._run()
        execute = env.cr.execute
        execute(f"CREATE TABLE {SOURCE} AS {self._figures()}")
        self._second._clear("figure", "finding")
        execute(f"CREATE TABLE {BARE} (LIKE sipbd_period_figure INCLUDING ALL)")
        for table in ("sipbd_period_figure", BARE):
            # What is taken back is left to nobody to tidy up in the middle of a trial.
            execute(f"ALTER TABLE {table} SET (autovacuum_enabled = off)")
        self._commit()
        # Statistics are what autovacuum would have collected within a minute.
        execute(f"ANALYZE sipbd_period_figure, sipbd_period_finding, {SOURCE}")
        self._commit()

    def tidy(self):
        """Clear away what was taken back: each begins with tables as they were."""
        self._env.cr.execute(f"TRUNCATE {BARE}")
        self._commit()
        with closing(db_connect(self._env.cr.dbname).cursor()) as cr:
            cr._cnx.autocommit = True  # VACUUM is no part of a transaction
            cr.execute("VACUUM sipbd_period_figure")
            cr.execute("VACUUM sipbd_period_finding")

    def run(self):
        """One semester of all assets."""
        self._second._run()
        self._env.cr.rollback()
        self._env.invalidate_all()

    def bare(self):
        """As many rows of the same columns and indexes."""
        self._env.cr.execute(f"INSERT INTO {BARE} SELECT * FROM {SOURCE}")
        self._env.cr.rollback()

    def check(self):
        """Make ready what :meth:`close` closes."""
        self._second._run()
        self._second.action_check()
        self._commit()

    def close(self):
        """Close the semester."""
        self._second.action_close()
        self._env.cr.rollback()
        self._env.invalidate_all()

    def _figures(self):
        query = self._second._figures_sql()
        return self._env.cr.mogrify(query.code, query.params).decode()

    def _commit(self):
        self._env.cr.commit()
        self._env.invalidate_all()
