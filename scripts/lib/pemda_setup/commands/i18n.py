"""Renew addons/*/i18n/id.po: new terms are added, gone ones removed.

Translations that are there stay. What still has no translation is listed.
"""

import argparse

from .. import odoo, system, templates, translations


def main(words):
    """Renew or check the files; 1 if something is left to translate."""
    parser = argparse.ArgumentParser(
        prog="scripts/i18n",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--check", action="store_true", help="change nothing")
    parser.add_argument(
        "--database", help="take the terms from this database, not from a fresh one"
    )
    options = parser.parse_args(words)
    system.ensure()
    installation = odoo.ensure(tests=True, environment="test")
    template = options.database or templates.tests(installation)
    found = translations.inspect(installation, template, write=not options.check)
    left = translations.as_lines(found)
    print("\n".join(left))
    print(f"{len(left)} to look at")
    return 1 if left else 0
