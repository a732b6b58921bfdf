"""scripts/odoo: Odoo's own command line in the project's environment."""

from .. import odoo

HELP = """usage: scripts/odoo [COMMAND] [OPTION...]

Run Odoo's own command line with this project's Python, Odoo, PostgreSQL and
configuration; what is missing is set up first.

  scripts/odoo help                    what Odoo itself offers
  scripts/odoo shell -d pemda          a Python prompt with the database
  scripts/odoo -d NAME -u ADDON --stop-after-init
"""


def main(words):
    """Pass everything on and become Odoo."""
    if words in (["-h"], ["--help"], []):
        print(HELP)
        return 0
    installation = odoo.ensure(tests="--test-tags" in " ".join(words))
    return installation.become(installation.command(*words))
