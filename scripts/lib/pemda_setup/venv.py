"""The Python environment, built from the lock files and kept in the cache.

Its folder is named after the locks and the Python it was built with, so clones
with the same needs share one, and a changed lock gives a new one.
"""

import os
import shutil
import sys
from pathlib import Path

from . import settings
from .say import SetupError, note, step
from .shell import found, locked, output_of, run

RUNNING = "{}.{}".format(*sys.version_info)
SUPPORTED = ("3.13", "3.12", "3.11", "3.10")
LOCKS = {
    "odoo": settings.REQUIREMENTS / "odoo.lock",
    "oca": settings.REQUIREMENTS / "oca.lock",
    "dev": settings.REQUIREMENTS / "dev.lock",
}
# The wheels of OCA name Odoo itself among their needs, and Odoo's egg-info names
# PyPDF2: without --no-deps that would come in and break Odoo's PDF code.
EXTRA = {"oca": ("--no-deps",)}
BENCH_LOCK = settings.REQUIREMENTS / "bench.lock"


def ensure(*, tests=False):
    """Build what is missing of the environment; path of its Python."""
    folder, python = _folder()
    parts = ("odoo", "oca", "dev") if tests else ("odoo", "oca")
    if all((folder / f"complete-{part}").exists() for part in parts):
        return folder / "bin/python"
    with locked(settings.CACHE / "venv.lock"):
        for part in parts:
            _install(folder, python, part)
    return folder / "bin/python"


def site_packages():
    """Folder of the installed packages of the environment."""
    (folder,) = (_folder()[0] / "lib").glob("python3*/site-packages")
    return folder


def bench_addons():
    """Folder of the OCA addons that scripts/bench compares us with, fetched once.

    Apart from the environment, so that nothing else comes to depend on them.
    """
    folder = settings.CACHE / f"bench-{settings.file_digest(BENCH_LOCK)[:12]}"
    done = folder / "complete"
    with locked(settings.CACHE / "bench.lock"):
        if not done.exists():
            step(f"Fetching the addons of {BENCH_LOCK.name} (checked by hash)")
            _pip(ensure(), "bench", "--no-deps", "--target", folder, "-r", BENCH_LOCK)
            done.touch()
    return folder / "odoo/addons"


def _folder():
    python = base_python()
    version = _version_of(python)
    digest = settings.file_digest(*LOCKS.values())[:12]
    return settings.CACHE / f"venv-{version}-{digest}", python


def base_python():
    """The Python to build the environment with: the one named, ours, or another."""
    named = os.environ.get("PEMDA_PYTHON")
    if named:
        return _named(found(named), named)
    if RUNNING in SUPPORTED:
        return getattr(sys, "_base_executable", sys.executable)
    for version in SUPPORTED:
        python = found(f"python{version}")
        if python and _version_of(python) == version:
            return python
    raise SetupError(
        f"Python {SUPPORTED[-1]} to {SUPPORTED[0]} is needed and not found; this "
        f"one is {sys.version.split()[0]}. Name one in PEMDA_PYTHON."
    )


def _named(python, name):
    version = _version_of(python) if python else "not there"
    if version not in SUPPORTED:
        raise SetupError(
            f"PEMDA_PYTHON names {name}, which is {version or 'not a Python'}: Python "
            f"{SUPPORTED[-1]} to {SUPPORTED[0]} is needed."
        )
    return python


def _version_of(python):
    if Path(python).resolve() == Path(sys.executable).resolve():
        return RUNNING
    code = "import sys; print('{}.{}'.format(*sys.version_info))"
    return (output_of([python, "-c", code]) or "").strip()


def _install(folder, python, part):
    done = folder / f"complete-{part}"
    if done.exists():
        return
    if not (folder / "bin/pip").exists():
        step(f"Creating a Python environment with {python}")
        shutil.rmtree(folder, ignore_errors=True)
        run(
            [python, "-m", "venv", folder],
            log="venv",
            hint="On Debian and Ubuntu the package python3-venv is needed for this.",
        )
    step(f"Installing the Python packages of {LOCKS[part].name} (checked by hash)")
    note("a minute or two the first time; later clones find them in the cache")
    _pip(folder / "bin/python", part, *EXTRA.get(part, ()), "-r", LOCKS[part])
    done.touch()


def _pip(python, log, *words):
    run(
        [
            *(python, "-m", "pip", "install", "--require-hashes"),
            *("--no-warn-script-location", "--disable-pip-version-check"),
            *words,
        ],
        log=f"pip-{log}",
        hint="Is the network there? What was fetched is kept: run this again.",
    )
