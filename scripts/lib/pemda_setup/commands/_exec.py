"""scripts/_exec: run a program with the project's Python and its environment."""

import subprocess

from .. import odoo


def main(words):
    """Run ``python WORDS...`` with Odoo importable, the database reachable."""
    installation = odoo.ensure(tests=True)
    return subprocess.call(
        [str(installation.python), *words], env=installation.environment()
    )
