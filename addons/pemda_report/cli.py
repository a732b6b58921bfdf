"""Print a report from the command line: ``scripts/report``.

Whoever may run it on the server may read the database, so no office is asked for.
"""
# pylint: disable=print-used

import argparse
import sys
from datetime import date
from pathlib import Path

from odoo.exceptions import UserError

from .engine.paper import SIZES
from .models.options import ReportOptions, semester_start

OUTPUTS = {".pdf": "pdf", ".xlsx": "xlsx"}
BAD_ARGUMENTS = 2
WHOLE = "pemda"  # the unit at the top of the tree has no code


class BadArguments(Exception):
    """What was asked for does not exist."""


def main(env, words):
    """Exit status: 0 printed, 1 the report refuses to be printed, 2 bad arguments."""
    arguments = _parser().parse_args(words)
    sources = {
        source._report_code: source
        for source in env["pemda.report.source"]._sources().values()
    }
    try:
        source = _named(sources, arguments.name)
        options = _options(env, source, arguments)
        output = _output(arguments.output)
    except BadArguments as error:
        print(f"scripts/report: {error}", file=sys.stderr)
        return BAD_ARGUMENTS
    try:
        # what cannot be saved was not issued
        with env.cr.savepoint():
            arguments.output.write_bytes(source._render(options, output))
    except UserError as error:
        print(f"scripts/report: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        what = f"{arguments.output} cannot be written: {error.strerror}"
        print(f"scripts/report: {what}", file=sys.stderr)
        return BAD_ARGUMENTS
    print(f"{arguments.output}: {source._report_title}, {options.unit.display_name}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scripts/report",
        description="Print a statutory report of a unit at a date.",
        epilog="An unknown NAME is answered with the names that there are.",
    )
    parser.add_argument("name", metavar="NAME", help="which report, for example kib_b")
    parser.add_argument(
        "--unit",
        metavar="CODE",
        required=True,
        help=f"unit code; {WHOLE} for the whole pemda",
    )
    parser.add_argument(
        "--date",
        type=_date,
        metavar="D",
        help="state on this day, YYYY-MM-DD (today if left out)",
    )
    parser.add_argument(
        "--from",
        type=_date,
        dest="date_from",
        metavar="D",
        help="first day of a report of changes (the semester begins if left out)",
    )
    scope = parser.add_mutually_exclusive_group()
    scope.add_argument(
        "--with-sub-units",
        action="store_true",
        default=True,
        help="the unit and all below it, grouped by unit (so if nothing is said)",
    )
    scope.add_argument(
        "--only-unit",
        action="store_false",
        dest="with_sub_units",
        help="the unit alone",
    )
    parser.add_argument("--paper", choices=sorted(SIZES), default="F4")
    parser.add_argument(
        "--thousands", action="store_true", help="prices in thousands of rupiah"
    )
    parser.add_argument(
        "--option",
        type=_pair,
        action="append",
        default=[],
        dest="options",
        metavar="NAME=WORD",
        help="what else the report asks, for example komptabel=intra; repeatable",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        required=True,
        help="file to write, .pdf or .xlsx",
    )
    return parser


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not YYYY-MM-DD") from error


def _pair(text: str) -> tuple[str, str]:
    name, equals, word = text.partition("=")
    if not (name and equals):
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=WORD")
    return name, word


def _named(sources, name):
    code = name.lower().replace("-", "_")
    if code not in sources:
        known = (
            ", ".join(sorted(sources)) or "none; is an addon with reports installed?"
        )
        raise BadArguments(f"there is no report {name!r}. Known: {known}")
    return sources[code]


def _options(env, source, arguments) -> ReportOptions:
    unit = _unit(env, arguments.unit)
    day = arguments.date or env.company._pemda_today()
    try:
        extra = source._extra_from_words(unit, dict(arguments.options))
    except UserError as error:
        raise BadArguments(str(error)) from error
    return ReportOptions(
        unit=unit,
        date=day,
        date_from=arguments.date_from or semester_start(day),
        with_sub_units=arguments.with_sub_units,
        paper=arguments.paper,
        in_thousands=arguments.thousands,
        extra=extra,
    )


def _unit(env, code):
    unit = env["hr.department"].search([("code", "=", code)]) if code else None
    if unit:
        return unit
    if code == WHOLE:
        return env.ref("pemda_base.unit_pemda")
    raise BadArguments(
        f"there is no unit with the code {code!r}; {WHOLE} is the whole pemda"
    )


def _output(path: Path) -> str:
    if path.suffix.lower() not in OUTPUTS:
        raise BadArguments(f"{path}: write a .pdf or an .xlsx file")
    if not path.parent.is_dir():
        raise BadArguments(f"{path.parent} is not a folder")
    return OUTPUTS[path.suffix.lower()]
