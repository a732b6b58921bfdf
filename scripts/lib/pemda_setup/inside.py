"""Run a function with an Odoo environment, for the executables in scripts/.

An executable is three lines (see ``scripts/report``): it calls
``pemda_setup.main_inside("odoo.addons.pemda_report.cli:main")``. That sets up what
is missing and starts this module with the project's Python, which opens the
database and calls ``main(env, words)``. Its result is the exit status (None is 0).
The function commits what it wants kept with ``env.cr.commit()``; what is left
uncommitted is committed when it returns and rolled back when it raises. For --help
there is no database: ``env`` is None, and the function prints its help and exits.
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

    database = settings.DATABASE
    config.parse_config(
        ["--config", os.environ["ODOO_RC"], "-d", database, "--no-http"]
        + ["--log-level", os.environ.get("PEMDA_LOG_LEVEL", "warn")],
        setup_logging=True,
    )
    logging.captureWarnings(True)
    if {"-h", "--help"} & set(words):
        return _function(target)(None, words)
    with Registry(database).cursor() as cr:
        function = _function(target)
        return function(api.Environment(cr, SUPERUSER_ID, {"lang": LANGUAGE}), words)


def _function(target):
    module, _, name = target.partition(":")
    return getattr(importlib.import_module(module), name)


LANGUAGE = settings.LANGUAGES.split(",")[0]

if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
