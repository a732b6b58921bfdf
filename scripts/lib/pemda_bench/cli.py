"""Measure SIPBD-SIKDa. Prints each figure beside its target.

Exit status 0 when all targets are met, 1 when one is missed. Databases that take
long to make are kept for the next run; --drop removes them.
"""

import argparse
from textwrap import indent

from pemda_setup import odoo, system

from . import figure, stock
from .figures import FIGURES


def main(words):
    """Do what the command line asks for; the exit status."""
    options = _options(words)
    system.ensure()
    installation = odoo.ensure()
    if options.drop:
        stock.drop_all(installation)
        return 0
    if options.make:
        print(stock.sized(installation, options.make))
        return 0
    figures = []
    for name in dict.fromkeys(options.names or FIGURES):
        figures += FIGURES[name].measure(installation)
    print(figure.as_json(figures) if options.json else figure.as_table(figures))
    return 0 if all(each.met for each in figures) else 1


def _options(words):
    parser = argparse.ArgumentParser(
        prog="scripts/bench",
        description=__doc__,
        epilog=_what_is_compared(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"of {', '.join(FIGURES)}; else all"
    )
    parser.add_argument("--json", action="store_true", help="a list of objects")
    parser.add_argument(
        "--make", type=int, metavar="SIZE", help="only make the database of SIZE assets"
    )
    parser.add_argument(
        "--drop", action="store_true", help="remove the databases kept by this command"
    )
    options = parser.parse_args(words)
    unknown = sorted(set(options.names) - set(FIGURES))
    if unknown:
        parser.error(f"no such figure: {', '.join(unknown)}")
    if options.make is not None and options.make < 1:
        parser.error("--make wants a number of assets above zero")
    return options


def _what_is_compared():
    parts = [
        f"{name}:\n{indent(module.__doc__.strip(), '  ')}"
        for name, module in FIGURES.items()
    ]
    return "\n\n".join(["What is compared", *parts])
