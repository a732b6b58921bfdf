"""The databases that are measured: made once, kept, brought up to date.

``bench_base_HASH`` has our addons, the units of the demo pemda and the clerk of its
largest OPD; ``bench_SIZE_HASH`` is a copy of it with SIZE generated assets,
``bench_people_SIZE_HASH`` one with SIZE civil servants. HASH stands for how they are
made; a change of the addons alone updates them in place, as it would a real register.
"""

import hashlib
import itertools
import os
import re
from pathlib import Path

from pemda_setup import addons, databases, install, settings, templates
from pemda_setup.say import step
from pemda_setup.shell import locked

FOLDER = Path(__file__).parent
RECIPE = (
    settings.ROOT / "data/demo/units.csv",
    FOLDER / "inside/base.py",
    FOLDER / "inside/register.py",
    *sorted((FOLDER / "sql").glob("*.sql")),
)
PEOPLE_RECIPE = (
    FOLDER / "inside/people.py",
    *sorted((FOLDER / "sql/people").glob("*.sql")),
)
PREFIX = "bench_"
BENCH_ADDONS = FOLDER / "addons"
BENCH_APPROVAL = addons.Addon(BENCH_ADDONS / "bench_approval")


def base(installation):
    """Name of the database without assets."""
    return _kept(installation, "base", _make_base)


def sized(installation, size):
    """Name of the database with this many assets."""

    def make(installation, name):
        template = base(installation)
        step(f"Making a register of {size:,} assets")
        databases.clone(installation.server, template, name)
        installation.ask_inside(
            "pemda_bench.inside.register:main", [str(size)], database=name
        )

    return _kept(installation, str(size), make)


def people(installation, size):
    """Name of the database with this many civil servants, 40 rows of history each."""

    def make(installation, name):
        template = base(installation)
        step(f"Making {size:,} people with their histories")
        databases.clone(installation.server, template, name)
        installation.ask_inside(
            "pemda_bench.inside.people:main", [str(size)], database=name
        )

    return _kept(installation, f"people_{size}", make, PEOPLE_RECIPE)


def approvals(installation):
    """Name of a scratch copy of the base with the documents of ``bench_approval``.

    :param installation: one that finds the addons of the bench
    """
    name = scratch(installation)
    install.update(installation, name, [*addons.installable(), BENCH_APPROVAL])
    return name


def scratch(installation):
    """Name of a copy of the base that the caller drops after use.

    Those that killed runs could not drop go first.
    """
    for left in _ours(installation):
        kind, _, number = left.removeprefix(PREFIX).partition("_")
        pid = number.partition("_")[0]
        if kind == "scratch" and not Path(f"/proc/{pid}").exists():
            databases.drop(installation.server, left)
    return copy(installation, base(installation))


def copy(installation, template):
    """Name of a copy of a database that the caller drops after use."""
    number = next(_numbers)
    name = f"{PREFIX}scratch_{os.getpid()}_{number}"
    databases.clone(installation.server, template, name)
    return name


_numbers = itertools.count(1)


def drop_idle(installation, name):
    """Drop a database to which only autovacuum is connected.

    After many rows it often is, and FORCE may not end what belongs to a superuser.
    """
    databases.drop(installation.server, name, force=False)


def drop_all(installation):
    """Remove every database of this module."""
    for name in _ours(installation):
        step(f"Dropping {name}")
        databases.drop(installation.server, name)


def _kept(installation, kind, make, further=()):
    name = f"{PREFIX}{kind}_{_recipe_hash(*further)}"
    server = installation.server
    with locked(settings.LOCAL / f"{PREFIX}{kind}.lock"):
        if not databases.exists(server, name):
            for old in _ours(installation):
                if re.fullmatch(rf"{PREFIX}{kind}_.*", old):
                    databases.drop(server, old)
            partial = f"{name}_partial"
            make(installation, partial)
            databases.rename(server, partial, name)
        install.update(installation, name, addons.installable())
    return name


def _make_base(installation, name):
    step("Making a database with our addons and the units of the demo pemda")
    server = installation.server
    databases.clone(server, templates.core(installation), name)
    install.update(installation, name, addons.installable())
    installation.ask_inside("pemda_bench.inside.base:main", [], database=name)


def _ours(installation):
    names = databases.names(installation.server)
    return [name for name in names if name.startswith(PREFIX)]


def _recipe_hash(*further):
    digest = hashlib.sha256()
    for path in (*RECIPE, *further):
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()[:10]
