"""A SIASN file through the import, and its people through Odoo's own ``load()``."""

import json
import sys
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from odoo.modules.registry import Registry

from .. import timing
from . import asn, base
from .upload import import_file

WARM_UP_ROWS = 50
UNITS = 200  # different units in a file
BKD = "bench-bkd"


def main(env, words):
    """Print a dict: seconds of ``import`` of so many rows, the first word, and of
    ``load`` of as many as each further word says.
    """
    imported, *loaded = map(int, words)
    with TemporaryDirectory(prefix="pemda-bench-") as folder:
        trial = _Trial(env, Path(folder))
        trial.warm_up()
        times = {"load": [trial.load(rows) for rows in loaded]}
        times["import"] = trial.import_file(imported)
    json.dump(times, sys.stdout)


class _Trial:
    """What the staff of BKD does, each time with new people."""

    def __init__(self, env, folder):
        self._registry = Registry(env.cr.dbname)
        self._root = env.ref("pemda_base.unit_pemda")
        self._units = self._unit_names(env)
        self._appoint(env)
        env["sikda.jabatan"].create(
            [{"name": name, "jenis": "pelaksana"} for name in asn.POSTS]
        )
        env.cr.commit()
        user = env["res.users"].search([("login", "=", BKD)])
        self._env = env(user=user.id, su=False, context=user.context_get())
        self._folder = folder
        self._series = count()

    def _unit_names(self, env):
        """Names that only one unit has."""
        groups = env["hr.department"]._read_group(
            [("code", "!=", False)], ["name"], ["__count"]
        )
        names = sorted(
            name for name, times in groups if times == 1 and " - " not in name
        )
        return names[:UNITS]

    def _appoint(self, env):
        user = env["res.users"].create(
            {"name": BKD, "login": BKD, "lang": "id_ID", "tz": "Asia/Jakarta"}
        )
        office = env["pemda.office"].search([("code", "=", "bkd_staff")])
        env["pemda.office.holder"].create(
            {
                "user_id": user.id,
                "office_id": office.id,
                "unit_id": self._root.id,
                "date_from": base.SINCE,
            }
        )

    def warm_up(self):
        """Both once, so that no side pays for what is read once per process."""
        self.import_file(WARM_UP_ROWS)
        self.load(WARM_UP_ROWS)

    def import_file(self, rows):
        """Seconds to read, stage, check, load and commit one file."""
        path = self._file(rows)
        return timing.seconds(lambda: self._import(path))

    def load(self, rows):
        """Seconds to ``load()`` one table and commit."""
        table = self._table(rows)
        return timing.seconds(lambda: self._load(table))

    def _rows(self, rows):
        return asn.people(rows, next(self._series), self._units)

    def _file(self, rows):
        path = self._folder / f"siasn_{rows}_{len(list(self._folder.iterdir()))}.xlsx"
        asn.write(path, self._rows(rows))
        return path

    def _table(self, rows):
        return asn.for_load(self._rows(rows))

    def _import(self, path):
        with self._registry.cursor() as cr:
            import_file(self._env(cr=cr), path, self._root)

    def _load(self, table):
        with self._registry.cursor() as cr:
            # without the checks of access, in its favour
            people = self._env(cr=cr)["hr.employee"].sudo()
            answer = people.load(list(asn.FIELDS), table)
            if not answer["ids"]:
                raise ValueError(f"load() took nothing: {answer['messages'][:3]}")
