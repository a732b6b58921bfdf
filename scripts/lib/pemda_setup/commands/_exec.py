"""scripts/_exec: run a program with the project's Python and its environment."""

from .. import odoo


def main(words):
    """Run ``python WORDS...`` with Odoo importable, the database reachable."""
    installation = odoo.ensure(tests=True)
    return installation.become([str(installation.python), *words])
