"""The jobs of each part of the test run."""

import functools
import os
import threading
import time

from .. import databases, settings, templates
from ..lint import checks
from ..say import SetupError
from . import catalogue, odoo_tests, python_tests
from .outcome import Outcome

PARTS = ("rules", "lint", "journeys", "addons", "files")
TESTS = settings.ROOT / "tests"
FIRST_PORT = 8200


def jobs(installation, parts, text):
    """Functions without arguments, each of which gives an :class:`Outcome`.

    First the template database that others wait for; beside it run the parts that
    do without, then the long ones.
    """
    tests = catalogue.all_tests()
    template = _Template(installation)
    makers = {
        "rules": lambda: _rules(installation, text),
        "lint": lambda: checks.jobs(installation, text),
        "journeys": lambda: _journeys(installation, template, tests, text),
        "addons": lambda: _addons(installation, template, tests, text),
        "files": lambda: _files(installation, template, text),
    }
    found = [job for part in PARTS if part in parts for job in makers[part]()]
    if not {"journeys", "addons", "files"}.isdisjoint(parts):
        found.insert(0, labelled("installation", template.check))
    return [labelled(job.label, timed, job) for job in found]


class _Template:
    """The template database, built once; if that failed, everybody is told."""

    def __init__(self, installation):
        self.installation = installation
        self.lock = threading.Lock()
        self.name = self.error = None

    def get(self):
        """Name of the database; the first caller builds it, the others wait."""
        with self.lock:
            if not self.name and not self.error:
                try:
                    self.name = templates.tests(self.installation)
                except SetupError as error:
                    self.error = error
        if self.error:
            raise SetupError("the addons could not be installed, see 'installation'")
        return self.name

    def check(self):
        """That all addons can be installed is a test in itself."""
        outcome = Outcome("installation")
        try:
            self.get()
            outcome.passed = 1
        except SetupError:
            outcome.fail(str(self.error))
        return outcome


def timed(job):
    """Run a job, note how long it took; what it could not do is a failure."""
    start = time.monotonic()
    try:
        outcome = job()
    except Exception as error:  # a job that crashes must not end the others
        outcome = Outcome(job.label)
        outcome.fail(f"{type(error).__name__}: {error}")
    outcome.seconds = time.monotonic() - start
    return outcome


def labelled(label, function, *arguments):
    """A job with a name that is known also when it crashes."""
    job = functools.partial(function, *arguments)
    job.label = label
    return job


def _journeys(installation, template, tests, text):
    known = [test for test in tests if test.journey]
    chosen = catalogue.selected(known, text)
    if not chosen:
        return
    tags = catalogue.test_tags(chosen, known, prefix="journey")
    job = (installation, template, "journeys", tags, len(chosen), FIRST_PORT)
    yield labelled("journeys", _run_odoo, *job)


def _addons(installation, template, tests, text):
    plain = [test for test in tests if not test.journey]
    by_addon = {}
    for test in plain:
        by_addon.setdefault(test.addon, []).append(test)
    ordered = sorted(by_addon.items(), key=lambda item: -len(item[1]))
    for number, (addon, known) in enumerate(ordered, start=1):
        chosen = catalogue.selected(known, text)
        if chosen:
            tags = catalogue.test_tags(chosen, known)
            port = FIRST_PORT + 10 * number
            label = f"addons/{addon}"
            job = (installation, template, label, tags, len(chosen), port)
            yield labelled(label, _run_odoo, *job)


def _run_odoo(installation, template, label, tags, expected, port):
    name = template.get()
    return odoo_tests.run(installation, name, label, tags, expected, port)


def _files(installation, template, text):
    folders = [TESTS / name for name in ("install", "files") if _has_tests(name)]
    if folders:
        yield labelled("files", _run_files, installation, template, folders, text)


def _run_files(installation, template, folders, text):
    template.get()
    name = f"test_{os.getpid()}_files"
    databases.clone(installation.server, templates.demo(installation), name)
    try:
        return python_tests.run(installation, "files", folders, text, PEMDA_DB=name)
    finally:
        databases.drop(installation.server, name)


def _rules(installation, text):
    if _has_tests("rules"):
        job = (python_tests.run, installation, "rules", [TESTS / "rules"], text)
        yield labelled("rules", *job)


def _has_tests(folder):
    return any((TESTS / folder).rglob("test_*.py"))
