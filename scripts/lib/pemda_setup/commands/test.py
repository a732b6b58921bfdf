"""Run the tests, or some parts of them; what is missing is set up first.

Parts: rules (plain Python), addons (in Odoo), journeys (in a real browser),
files (the executables, files in and out), lint. Without a part, all of them.
A skipped test counts as failed.
"""

import argparse
import contextlib
from concurrent.futures import ThreadPoolExecutor, as_completed

from .. import odoo, system, templates
from ..say import SetupError, step, stop
from ..testing.jobs import PARTS, jobs

AT_ONCE = 2
SHOWN = 80  # lines of one failure


def main(words):
    """Run what was asked for; 0 if something ran and nothing failed."""
    options = _options(words)
    try:
        system.ensure(tests=True)
        installation = odoo.ensure(tests=True, environment="test")
    except SetupError as error:
        stop(error)
        print("\n0 passed, 1 failed", flush=True)
        return 1
    outcomes = _run(jobs(installation, options.parts or PARTS, options.filter))
    _tidy(installation)
    passed = sum(outcome.passed for outcome in outcomes)
    failed = sum(outcome.failed for outcome in outcomes)
    print(f"\n{passed} passed, {failed} failed", flush=True)
    return 1 if failed or not passed else 0


def _options(words):
    parser = argparse.ArgumentParser(
        prog="scripts/test",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument(
        "-k",
        dest="filter",
        metavar="NAME",
        help="only tests whose name contains this; in Odoo: addon:Class.method",
    )
    options = parser.parse_args(words)
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    return options


def _run(todo):
    """Run the jobs, two at a time; a line for each, and in full what failed."""
    step(f"Running {len(todo)} jobs, {AT_ONCE} at a time")
    outcomes = []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for future in as_completed([pool.submit(job) for job in todo]):
            outcome = future.result()
            outcomes.append(outcome)
            print(outcome.line(), flush=True)
            for remark in outcome.remarks:
                print(f"       {remark}", flush=True)
            for failure in outcome.failures:
                _show(failure.splitlines())
            if outcome.failures and outcome.log:
                print(f"    the whole log: {outcome.log}", flush=True)
    return outcomes


def _show(lines):
    """Print what there is to say of a failure, within reason."""
    for line in lines[:SHOWN]:
        print(f"    | {line}")
    if len(lines) > SHOWN:
        print(f"    | ... and {len(lines) - SHOWN} lines more")


def _tidy(installation):
    """Drop the databases of earlier contents; not worth a failure."""
    with contextlib.suppress(SetupError):
        _drop_old(installation)


def _drop_old(installation):
    keep = {templates.tests(installation), templates.demo(installation)}
    templates.tidy(installation, keep)
