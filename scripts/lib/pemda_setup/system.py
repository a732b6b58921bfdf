"""What the system itself must have; installed with apt where that is possible.

Each need is judged by what is really there, not by package names, so a PostgreSQL
built by hand or a browser from elsewhere counts.
"""

import ctypes.util
import importlib.util
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import postgres
from .say import SetupError, note, step
from .shell import found, output_of, run

BROWSERS = ("google-chrome", "chromium", "chromium-browser", "google-chrome-stable")
FONTS = Path("/usr/share/fonts")


@dataclass(frozen=True)
class Need:
    """Something the system must have, and the package that brings it."""

    what: str
    package: str
    present: Callable[[], bool]


def _has_server():
    folder = postgres.server_programs()
    return bool(folder and postgres.major(folder) >= postgres.OLDEST)


def _database():
    if os.environ.get("PEMDA_DATABASE_URL"):
        return Need("psql", "postgresql-client", lambda: bool(found("psql")))
    return Need("a PostgreSQL server with its extensions", "postgresql", _has_server)


def _has_venv():
    return bool(importlib.util.find_spec("ensurepip"))


def _has_font(name):
    return lambda: any(FONTS.rglob(f"{name}*.ttf"))


ALWAYS = (
    Need("Python's venv", "python3-venv", _has_venv),
    Need(
        "the library that tells file types",
        "libmagic1",
        lambda: bool(ctypes.util.find_library("magic")),
    ),
    Need("DejaVu fonts", "fonts-dejavu-core", _has_font("DejaVuSans")),
    Need("Liberation fonts", "fonts-liberation", _has_font("LiberationSans")),
    Need(
        "certificates for secure connections",
        "ca-certificates",
        lambda: Path("/etc/ssl/certs/ca-certificates.crt").exists(),
    ),
)
FOR_TESTS = (
    Need(
        "Chromium, for the browser tests", "chromium", lambda: any(map(found, BROWSERS))
    ),
    Need(
        "poppler's tools, to look at printed pages",
        "poppler-utils",
        lambda: bool(found("pdftoppm")),
    ),
)


def ensure(*, tests=False):
    """Install what is missing, or say what to install.

    :raises SetupError: something is missing and cannot be installed from here
    """
    needs = (_database(), *ALWAYS) + (FOR_TESTS if tests else ())
    missing = [need for need in needs if not need.present()]
    if not missing:
        return
    _install(missing)
    still = [need for need in missing if not need.present()]
    if still:
        raise SetupError(_please_install(still))


def _install(needs):
    packages = [need.package for need in needs]
    prefix = _as_root()
    if prefix is None or not found("apt-get"):
        raise SetupError(
            f"this user may not install packages. {_please_install(needs)}\n"
            "Ask whoever looks after the machine for: apt-get install "
            + " ".join(packages)
            + "\nThen run this again."
        )
    step("Installing with apt: " + " ".join(packages))
    for need in needs:
        note(f"{need.package}: {need.what}")
    command = [
        *(*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"),
        *("-o", "DPkg::Lock::Timeout=300", "-y", "--no-install-recommends"),
    ]
    try:
        run([*command, "install", *packages], log="apt-install")
    except SetupError:
        step("Reading the system's package list anew, then once more")
        run([*command, "update"], log="apt-update-system")
        run([*command, "install", *packages], log="apt-install")


def _as_root():
    """Words to put before a command to run it as root; None where that is barred."""
    if os.geteuid() == 0:
        return []
    if found("sudo") and (sys.stdin.isatty() or _sudo_unasked()):
        return ["sudo"]
    return None


def _please_install(needs):
    lines = [f"  {need.package}: {need.what}" for need in needs]
    return "\n".join(["These packages are needed and not there:", *lines])


def _sudo_unasked():
    return output_of(["sudo", "-n", "true"]) is not None
