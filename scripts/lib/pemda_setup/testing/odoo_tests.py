"""Run tests of addons in a clone of the template and count what the log says."""

import os
import re
import subprocess

from .. import databases, server, settings
from .outcome import Outcome

RESULT = re.compile(
    r"odoo\.tests\.result: (\d+) failed, (\d+) error\(s\) of (\d+) tests"
)
FAILED = re.compile(r" ERROR \S+ \S+: ((?:FAIL|ERROR): .*)$")
REMARK = re.compile(r" INFO \S+ \S+: remark: (.*)$")
SKIPPED = re.compile(r": (skipped .* : .*)$")
STAMP = re.compile(r"^\d{4}-\d\d-\d\d ")
# A lost test database is no loss, so it need not wait for the disk; two sessions of
# a test that wait for each other shall fail, not hang.
DATABASE_OPTIONS = "-c synchronous_commit=off -c lock_timeout=60s"
LIMIT = 20 * 60  # seconds for one job; then it is ended and counted as failed
EXCERPT = 60  # lines of a failure that are shown


def run(installation, template, name, tags, expected, port):
    """Run the tests that the tags choose.

    :param expected: how many tests there are at least
    :param port: first HTTP port to try
    """
    plain = name.replace("/", "_")
    outcome = Outcome(name, log=settings.LOGS / f"test-{plain}.log")
    database = f"test_{os.getpid()}_{plain}"
    databases.clone(installation.server, template, database)
    try:
        status = _run(installation, database, tags, port, outcome.log)
    finally:
        databases.drop(installation.server, database)
    count(outcome, status, outcome.log.read_text(errors="replace"), expected)
    return outcome


def count(outcome, status, log, expected):
    """Fill in an outcome from Odoo's exit status and log."""
    lines = log.splitlines()
    ran = [tuple(map(int, found.groups())) for found in RESULT.finditer(log)]
    total = sum(tests for _failed, _errors, tests in ran)
    for number, line in enumerate(lines):
        failed, skipped = FAILED.search(line), SKIPPED.search(line)
        if remark := REMARK.search(line):
            outcome.remarks.append(remark[1])
        if failed:
            outcome.fail("\n".join([failed[1], *_rest(lines, number + 1)]))
        elif skipped:
            outcome.fail(skipped[1])
    outcome.passed = max(total - outcome.failed, 0)
    if total < expected:
        outcome.fail(f"only {total} of {expected} tests ran; is post_install missing?")
    if status and not outcome.failed:
        outcome.fail("\n".join(["Odoo ended with an error:", *lines[-EXCERPT:]]))


def _run(installation, database, tags, port, log):
    command = installation.command(
        *("server", "-d", database, "--db-filter", f"^{database}$"),
        *("--test-tags", tags, "--stop-after-init"),
        *("--http-port", server.free_port(port)),
        *("--screenshots", settings.LOGS / "screenshots"),
    )
    environment = {**installation.environment(), "PGOPTIONS": DATABASE_OPTIONS}
    with log.open("wb") as output:
        return subprocess.call(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            timeout=LIMIT,
        )


def _rest(lines, start):
    """The lines of a message that follow its first."""
    rest = []
    for line in lines[start : start + EXCERPT]:
        if STAMP.match(line):
            break
        rest.append(line)
    return rest
