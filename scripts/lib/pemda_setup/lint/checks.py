"""The checks, each as a job of the test run."""

import subprocess

from .. import addons, settings, templates, translations
from ..testing.outcome import Outcome
from . import files, xml

NOT_HERE = (
    "manifest-required-author",  # OCA's own rule
    "missing-readme",  # one README for all addons
    "consider-merging-classes-inherited",  # a model is split by concern on purpose
    "prefer-env-translation",  # takes LazyTranslate at module level for the old _
    "method-required-super",  # takes read() and write() of any class for a model's
    "print-used",  # the command lines of addons print
)
PYLINT = (
    *("--load-plugins=pylint_odoo", "--valid-odoo-versions=19.0", "-j1", "-sn"),
    *("--disable=all", "--enable=odoolint", f"--disable={','.join(NOT_HERE)}"),
)


def jobs(installation, text="", *, fix=False):
    """Jobs of the checks whose name contains a text."""
    checks = {
        "lint/ruff": lambda: _ruff(installation, "check", *(["--fix"] if fix else [])),
        "lint/format": lambda: _ruff(
            installation, "format", *([] if fix else ["--check"])
        ),
        "lint/pylint-odoo": lambda: _pylint(installation),
        "lint/xml": xml.problems,
        "lint/addresses": files.local_addresses,
        "lint/executables": files.executable_bits,
        "lint/translations": lambda: _translations(installation),
    }
    for label, check in checks.items():
        if (text or "") in label:
            yield _Check(label, check)


class _Check:
    """A job that passes when its check finds nothing."""

    def __init__(self, label, check):
        self.label = label
        self.check = check

    def __call__(self):
        outcome = Outcome(self.label)
        problems = list(self.check())
        if problems:
            outcome.fail("\n".join(problems))
        else:
            outcome.passed = 1
        return outcome


def _ruff(installation, *words):
    return _complaints(installation, ["ruff", *words, "--output-format=concise"])


def _pylint(installation):
    folders = [str(addon.path) for addon in addons.installable()]
    return _complaints(installation, ["pylint", *PYLINT, *folders])


def _complaints(installation, words):
    """Lines that a Python tool prints, when it is not content."""
    done = subprocess.run(
        [str(installation.python), "-m", *words],
        cwd=settings.ROOT,
        env=installation.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return done.stdout.splitlines() or ["failed"] if done.returncode else []


def _translations(installation):
    template = templates.tests(installation)
    return translations.problems(installation, template)
