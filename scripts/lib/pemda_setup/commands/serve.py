"""Run the server of a real site in the foreground, behind nginx.

For a container or a service manager: no demo data, worker processes, settings of
config/odoo/production.conf. PEMDA_DATABASE_URL names its PostgreSQL server.
"""

import argparse

from .. import install, odoo, odoo_tree, settings, system, venv
from ..say import note, step


def main(words):
    """Prepare, then become Odoo."""
    parser = argparse.ArgumentParser(
        prog="scripts/serve",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--prepare", action="store_true", help="only fetch and build what is needed"
    )
    options = parser.parse_args(words)
    system.ensure()
    if options.prepare:
        venv.ensure()
        odoo_tree.ensure()
        return 0
    installation = odoo.ensure(environment="production")
    if install.ensure(installation, demo=False):
        password = odoo.secret(f"admin-{settings.DATABASE}")
        note(f"The administrator is admin, password at first: {password}")
    step("Starting the server")
    return installation.become(installation.command())
