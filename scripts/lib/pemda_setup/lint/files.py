"""Which files belong to the project, and what none of them may hold."""

import os
import re
import subprocess

from .. import settings

# A path of somebody's machine, or the address of a registry or mirror: both would
# make the project work in one place only.
PATHS = re.compile(r"(?<![\w.$}/])/(?:home|root|work|Users)/\w")
HOSTS = re.compile(r"https?://[^/\s]*(?:debian|pypi|pythonhosted|npm|registry|mirror)")
EXECUTABLES = ("scripts", ".ci")


def tracked(*suffixes):
    """Files that are in git or would be, with one of the suffixes (or any)."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=settings.ROOT,
        stdout=subprocess.PIPE,
        check=True,
    ).stdout.decode()
    paths = (settings.ROOT / name for name in names.split("\0") if name)
    return [
        path
        for path in paths
        if path.is_file() and (not suffixes or path.suffix in suffixes)
    ]


def name(path):
    """A file's name as a reader of the project knows it."""
    return str(path.relative_to(settings.ROOT))


def local_addresses():
    """Lines that name a place outside the project."""
    for path in tracked():
        text = path.read_bytes()
        if b"\0" in text[:4096]:
            continue
        for number, line in enumerate(text.decode("utf-8", "replace").splitlines(), 1):
            found = PATHS.search(line) or HOSTS.search(line)
            if found:
                yield f"{name(path)}:{number}: names {found[0]}"


def executable_bits():
    """Scripts that cannot be run, and files that pretend to be scripts."""
    for path in tracked():
        if name(path).split("/")[0] not in EXECUTABLES:
            continue
        script = path.read_bytes().startswith(b"#!")
        if script != os.access(path, os.X_OK):
            yield f"{name(path)}: {'is not' if script else 'should not be'} executable"
