"""Find a Debian mirror in the machine's own apt sources.

No address is written into this project: what the machine already trusts is used,
and where it has none (Ubuntu, for one) the person is asked for it.
"""

import os
import re
from pathlib import Path

from .say import SetupError

KEYRINGS = (
    "/usr/share/keyrings/debian-archive-keyring.gpg",
    "/usr/share/keyrings/debian-archive-keyring.pgp",
)
OPTIONS = re.compile(r"\[[^\]]*\]")


def debian_mirror(apt=Path("/etc/apt"), release=Path("/etc/os-release")):
    """Address of a mirror of the Debian archive."""
    named = os.environ.get("PEMDA_DEBIAN_MIRROR")
    if named:
        return named.rstrip("/")
    codename = _debian_codename(release)
    suites = {codename, "stable", "testing", "unstable", "sid"} - {None}
    for uri, suite in _sources(apt) if codename else ():
        if suite in suites:
            return uri.rstrip("/")
    raise SetupError(
        "Odoo 19 comes from Debian, and this machine's apt names no Debian mirror.\n"
        "Set PEMDA_DEBIAN_MIRROR to the address of one near you (the list is on "
        "Debian's site, under 'mirrors'), or ODOO_HOME to an Odoo 19 you have."
    )


def keyring():
    """File with the keys that sign the Debian archive."""
    named = os.environ.get("PEMDA_DEBIAN_KEYRING")
    for path in (named,) if named else KEYRINGS:
        if Path(path).is_file():
            return path
    raise SetupError(
        "the keys of the Debian archive are missing, so nothing fetched from it "
        "could be checked.\nInstall the package debian-archive-keyring, or name "
        "the file in PEMDA_DEBIAN_KEYRING."
    )


def _debian_codename(release):
    """Code name of the running Debian; None on anything else."""
    text = release.read_text() if release.is_file() else ""
    values = dict(re.findall(r'^(\w+)="?([^"\n]*)"?$', text, re.MULTILINE))
    if values.get("ID") != "debian":
        return None
    return values.get("VERSION_CODENAME", "sid")


def _sources(apt):
    """Pairs (address, suite) of all sources, both file formats."""
    parts = apt / "sources.list.d"
    for path in [apt / "sources.list", *sorted(parts.glob("*.list"))]:
        if path.is_file():
            yield from _one_line(path.read_text())
    for path in sorted(parts.glob("*.sources")):
        yield from _deb822(path.read_text())


def _one_line(text):
    for line in text.splitlines():
        words = OPTIONS.sub(" ", line.partition("#")[0]).split()
        if len(words) >= 4 and words[0] == "deb" and "main" in words[3:]:
            yield words[1], words[2]


def _deb822(text):
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    for stanza in re.split(r"\n\s*\n", "\n".join(lines)):
        fields = dict(re.findall(r"^([\w-]+):[ \t]*(.*)$", stanza, re.MULTILINE))
        fields = {name.lower(): value.split() for name, value in fields.items()}
        if fields.get("enabled") == ["no"] or "main" not in fields.get(
            "components", ()
        ):
            continue
        for uri in fields.get("uris", ()):
            for suite in fields.get("suites", ()):
                yield uri, suite
