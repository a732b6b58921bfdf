"""Check the source: style, Odoo's conventions, XML, translations, addresses."""

import argparse

from .. import odoo, system
from ..lint import checks
from ..testing.jobs import timed


def main(words):
    """Run the checks one after the other; 1 if one has found something."""
    parser = argparse.ArgumentParser(prog="scripts/lint", description=__doc__)
    parser.add_argument("check", nargs="?", help="only checks with this in their name")
    parser.add_argument("--fix", action="store_true", help="mend what ruff can mend")
    options = parser.parse_args(words)
    system.ensure()
    installation = odoo.ensure(tests=True, environment="test")
    bad = 0
    for job in checks.jobs(installation, options.check, fix=options.fix):
        outcome = timed(job)
        bad += outcome.failed
        print("\n".join([outcome.line(), *outcome.failures]), flush=True)
    return 1 if bad else 0
