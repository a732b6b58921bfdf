"""Run plain Python tests with pytest and count them from its report."""

import subprocess
from xml.etree import ElementTree

from .. import settings
from .outcome import Outcome

LIMIT = 20 * 60  # seconds; then it is ended and counted as failed
NO_TESTS = 5  # pytest's exit status when it found none


def run(installation, name, folders, text, **environment):
    """Run the tests in some folders whose name contains a text."""
    outcome = Outcome(name, log=settings.LOGS / f"test-{name}.log")
    report = outcome.log.with_suffix(".xml")
    report.unlink(missing_ok=True)
    with outcome.log.open("wb") as output:
        status = subprocess.call(
            [
                *(str(installation.python), "-m", "pytest", *map(str, folders)),
                *("-q", "-p", "no:cacheprovider", f"--junitxml={report}"),
                *(["-k", text] if text else []),
            ],
            cwd=settings.ROOT,
            env={**_environment(installation), **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            timeout=LIMIT,
        )
    count(outcome, status, report, text)
    return outcome


def count(outcome, status, report, text):
    """Fill in an outcome from pytest's exit status and JUnit report."""
    cases = ElementTree.parse(report).iter("testcase") if report.exists() else ()
    for case in cases:
        bad = [child for child in case if child.tag in ("failure", "error", "skipped")]
        if not bad:
            outcome.passed += 1
        for child in bad:
            where = f"{case.get('classname')}::{case.get('name')}"
            what = child.text or child.get("message") or ""
            outcome.fail(f"{child.tag.upper()}: {where}\n{what}")
    if status and not outcome.failed and not (status == NO_TESTS and text):
        tail = outcome.log.read_text(errors="replace").splitlines()[-40:]
        outcome.fail("\n".join([f"pytest ended with status {status}:", *tail]))


def _environment(installation):
    """As the machine's own, without Odoo on the path: rules must not need it."""
    environment = installation.environment()
    environment.pop("PYTHONPATH")
    return environment
