"""Run other programs and say clearly which one failed."""

import contextlib
import fcntl
import os
import shutil
import subprocess

from . import settings
from .say import SetupError, note


def run(command, *, log=None, hint="", **options):
    """Run a command to its end; its output goes to ``.local/log/<log>.log``.

    Raises :class:`SetupError` with the end of that output when it fails.
    """
    settings.LOGS.mkdir(parents=True, exist_ok=True)
    path = settings.LOGS / f"{log or os.path.basename(str(command[0]))}.log"
    with path.open("wb") as output:
        done = subprocess.run(
            [str(part) for part in command],
            stdin=options.pop("stdin", subprocess.DEVNULL),
            stdout=output,
            stderr=subprocess.STDOUT,
            **options,
        )
    if done.returncode:
        raise SetupError(_failure(command, path, hint))
    return path


def _failure(command, path, hint):
    tail = path.read_text(errors="replace").splitlines()[-15:]
    lines = [f"this command failed: {' '.join(map(str, command[:4]))} ..."]
    lines += [f"  | {line}" for line in tail]
    lines += [f"The whole output is in {path}."]
    lines += [hint] if hint else []
    return "\n".join(lines)


def output_of(command, **options):
    """Standard output of a quick command, or None when it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        **options,
    )
    return done.stdout if done.returncode == 0 else None


def attempt(command, **options):
    """Run a quick command: its output, and None or what it complained about."""
    done = subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        **options,
    )
    complaint = (done.stderr.strip() or f"exit status {done.returncode}").splitlines()
    return done.stdout, complaint[0] if done.returncode else None


def found(program):
    """Path of a program on PATH, or None."""
    return shutil.which(program)


@contextlib.contextmanager
def locked(path):
    """Hold a lock file, so that two runs at once do not undo each other's work."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            note("waiting for another run that is doing the same ...")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
