"""A KIB B file through the import, and its rows through Odoo's own ``load()``."""

import json
import sys
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from odoo.modules.registry import Registry

from .. import timing
from . import base, kib_b
from .upload import import_file

REPEATS = 3
WARM_UP_ROWS = 50


def main(env, words):
    """Print a dict: seconds of ``import`` and of ``load`` for so many rows."""
    with TemporaryDirectory(prefix="pemda-bench-") as folder:
        trial = _Trial(env, Path(folder), int(words[0]))
        trial.warm_up()
        times = timing.alternate(
            {"import": trial.next_import, "load": trial.next_load}, REPEATS
        )
    json.dump(times, sys.stdout)


class _Trial:
    """What the clerk of the largest OPD does, each time with new cards."""

    def __init__(self, env, folder, rows):
        self._registry = Registry(env.cr.dbname)
        user = base.clerk(env)
        self._env = env(user=user.id, su=False, context=user.context_get())
        self._unit = base.largest_opd(env)
        self._folder = folder
        self._goods = kib_b.goods(env)
        self._series = count()
        self._files = iter([self._file(rows) for _ in range(REPEATS)])
        self._tables = iter([self._table(rows) for _ in range(REPEATS)])
        # end the transaction, so that what the clerk commits is seen
        env.cr.rollback()

    def warm_up(self):
        """Both once, so that no side pays for what is read once per process."""
        self._import(self._file(WARM_UP_ROWS))
        self._load(self._table(WARM_UP_ROWS))

    def next_import(self):
        """Read, stage, check, load and commit one file."""
        self._import(next(self._files))

    def next_load(self):
        """``load()`` one table and commit."""
        self._load(next(self._tables))

    def _card(self):
        return kib_b.Card(self._goods, next(self._series))

    def _file(self, rows):
        card = self._card()
        path = self._folder / f"kib_b_{card.series}.xlsx"
        card.write(path, rows, self._unit)
        return path

    def _table(self, rows):
        return self._card().for_load(rows, self._unit)

    def _import(self, path):
        with self._registry.cursor() as cr:
            import_file(self._env(cr=cr), path, self._unit)

    def _load(self, table):
        with self._registry.cursor() as cr:
            assets = self._env(cr=cr)["sipbd.asset"]
            answer = assets.load(list(kib_b.FIELDS), table)
            if not answer["ids"]:
                raise ValueError(f"load() took nothing: {answer['messages'][:3]}")
