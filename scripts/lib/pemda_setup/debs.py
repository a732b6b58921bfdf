"""Fetch packages from Debian unstable without touching the machine's own apt.

apt runs with sources, lists and cache of the project's own and with its signature
check on; the packages are unpacked, never installed.
"""

import hashlib
import os
import re
import shutil
from dataclasses import dataclass

from . import mirror, settings
from .say import SetupError, note, step
from .shell import found, output_of, run

LOCK = settings.REQUIREMENTS / "odoo-deb.lock"
APT = settings.CACHE / "apt"
DEBS = settings.CACHE / "debs"


@dataclass(frozen=True)
class Deb:
    """One package as recorded in ``requirements/odoo-deb.lock``."""

    name: str
    version: str
    sha256: str

    @property
    def path(self):
        """Where the package file is kept once it is fetched and checked."""
        return DEBS / f"{self.name}_{self.version}_{self.sha256[:12]}.deb"


def recorded():
    """The packages that the project was tested with, Odoo first."""
    lines = (line.partition("#")[0].split() for line in LOCK.read_text().splitlines())
    return [Deb(*words) for words in lines if words]


def fetch(debs):
    """Make sure that every package is in the cache; the packages really taken.

    A recorded version that the mirror no longer has is replaced by the one it has
    (the archive's signature vouches for it) and that is said.
    """
    missing = [deb for deb in debs if not deb.path.is_file()]
    if not missing:
        return debs
    _refresh()
    offered = _offered([deb.name for deb in missing])
    taken = [_taken(deb, offered.get(deb.name, {})) for deb in debs]
    _download([deb for deb in taken if not deb.path.is_file()])
    return taken


def _taken(deb, offered):
    if deb.path.is_file() or deb.version in offered:
        return deb
    return replacement(deb, offered)


def _refresh():
    for program in ("apt-get", "apt-cache", "dpkg-deb"):
        if not found(program):
            raise SetupError(
                f"{program} is missing: on a machine that is not Debian or Ubuntu, "
                "set ODOO_HOME to an Odoo 19 that you installed yourself."
            )
    step("Reading Debian's package list (own lists, the machine's stay as they are)")
    note("the age of the list is not checked, its signature is")
    for folder in ("lists/partial", "cache/archives/partial", "parts"):
        (APT / folder).mkdir(parents=True, exist_ok=True)
    DEBS.mkdir(parents=True, exist_ok=True)
    (APT / "status").touch()
    (APT / "parts" / "unstable.sources").write_text(
        "Types: deb\nSuites: unstable\nComponents: main\n"
        f"URIs: {mirror.debian_mirror()}\nSigned-By: {mirror.keyring()}\n"
    )
    run(
        [*_apt("apt-get"), "update"],
        log="apt-update",
        hint="Is the network there? If a NO_PUBKEY or signature error is shown, the "
        "keyring is older than the archive's keys: upgrade debian-archive-keyring "
        "or name a newer file in PEMDA_DEBIAN_KEYRING. Then run this again.",
    )


def _apt(program):
    options = {
        "Dir::Etc::SourceList": "/dev/null",
        "Dir::Etc::SourceParts": APT / "parts",
        "Dir::State": APT,
        "Dir::State::Lists": APT / "lists",
        "Dir::State::status": APT / "status",
        "Dir::Cache": APT / "cache",
        "Acquire::Languages": "none",
        "Acquire::Check-Valid-Until": "false",
        "Acquire::Retries": "3",
        "APT::Update::Post-Invoke-Success": "",
        "APT::Update::Error-Mode": "any",
    }
    if os.geteuid() == 0:
        options["APT::Sandbox::User"] = "root"
    return [program, *(f"-o{name}={value}" for name, value in options.items())]


def _download(debs):
    """Download packages together, check each, and only then put them in place."""
    step("Fetching " + " ".join(deb.name for deb in debs))
    folder = DEBS / "partial"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    run(
        [*_apt("apt-get"), "download", *(f"{d.name}={d.version}" for d in debs)],
        log="apt-download",
        cwd=folder,
        hint="Run this again to try once more.",
    )
    for deb in debs:
        (file,) = folder.glob(f"{deb.name}_*.deb")
        check(deb, file)
        file.rename(deb.path)


def check(deb, file):
    """Refuse a file whose checksum is not the recorded one."""
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    if digest != deb.sha256:
        raise SetupError(
            f"{file.name} is not the file this project knows: its SHA-256 is "
            f"{digest}, expected {deb.sha256}. Nothing was used from it."
        )


def _offered(names):
    """What the mirror has: package -> version -> checksum, newest first."""
    found = {}
    for stanza in (output_of([*_apt("apt-cache"), "show", *names]) or "").split("\n\n"):
        fields = dict(re.findall(r"^(Package|Version|SHA256): (\S+)$", stanza, re.M))
        if len(fields) == 3:
            versions = found.setdefault(fields["Package"], {})
            versions[fields["Version"]] = fields["SHA256"]
    return found


def replacement(deb, offered):
    """The newest package offered instead of one that is gone; it is said aloud.

    :param offered: versions with their checksums, newest first
    """
    series = deb.version.split(".")[0] + "." if deb.name == "odoo-19" else ""
    for version, sha256 in offered.items():
        if version.startswith(series):
            new = Deb(deb.name, version, sha256)
            note(f"NOTE: the mirror no longer has {deb.name} {deb.version};")
            note(f"taking {version} instead, vouched for by the archive's signature.")
            note(f"If the tests pass with it, record it in {LOCK.name} as:")
            note(f"{new.name} {new.version} {new.sha256}")
            return new
    raise SetupError(
        f"the mirror has no {deb.name} any more (wanted {deb.version}). Set "
        "PEMDA_DEBIAN_MIRROR to another mirror, or ODOO_HOME to an Odoo 19 you have."
    )
