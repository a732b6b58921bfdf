"""Set-up code behind the executables in scripts/.

Standard library only: it runs on the system's Python (3.10 to 3.13) before the
virtual environment exists. One concern per module; the commands are in
``commands/``.
"""

import importlib
import sys

from . import say


def main(command):
    """Run one of the commands with the words of the command line."""
    module = importlib.import_module(f".commands.{command}", __name__)
    return _guarded(module.main, sys.argv[1:])


def main_inside(target):
    """Run ``package.module:function`` with an Odoo environment and our words."""
    from . import install, odoo

    def call(words):
        installation = odoo.ensure()
        if not odoo.HELP & set(words):
            install.check_current(installation)
        return installation.call_inside(target, words)

    return _guarded(call, sys.argv[1:])


def _guarded(function, words):
    try:
        return function(words)
    except say.SetupError as error:
        return say.stop(error)
    except KeyboardInterrupt:
        return say.stop("interrupted. Run the same command to go on from here.")
    except OSError as error:
        return say.stop(_in_words(error))


def _in_words(error):
    """A file or program that cannot be used, and what to do about it."""
    what = f"{error.filename}: " if error.filename else ""
    return (
        f"{what}{(error.strerror or str(error)).lower()}.\n"
        "Does it exist, may this user use it, and is the disk not full? PEMDA_LOCAL "
        "and XDG_CACHE_HOME name other folders for state and downloads."
    )
