"""Run a function with an Odoo environment, for the executables in scripts/.

An executable is three lines (see ``scripts/report``): it calls
``pemda_setup.main_inside("odoo.addons.pemda_report.cli:main")``. That sets up what
is missing and starts this module with the project's Python, which opens the
database and calls ``main(env, words)``. Its result is the exit status (None is 0).
The function commits what it wants kept with ``env.cr.commit()``; what is left
uncommitted is committed when it returns and rolled back when it raises.
"""

import importlib
import logging
import os
import sys

from . import settings


def main(target, words):
    """Open the database ``PEMDA_DB`` and call ``module:function`` with its env."""
    from odoo import SUPERUSER_ID, api
    from odoo.modules.registry import Registry
    from odoo.tools import config

    name = settings.DATABASE
    config.parse_config(
        ["--config", os.environ["ODOO_RC"], "-d", name, "--no-http"]
        + ["--log-level", os.environ.get("PEMDA_LOG_LEVEL", "warn")],
        setup_logging=True,
    )
    logging.captureWarnings(True)
    with Registry(name).cursor() as cr:
        env = api.Environment(cr, SUPERUSER_ID, {"lang": LANGUAGE})
        module, _, function = target.partition(":")
        return getattr(importlib.import_module(module), function)(env, words)


LANGUAGE = settings.LANGUAGES.split(",")[0]

if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
