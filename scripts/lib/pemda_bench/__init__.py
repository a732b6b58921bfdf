"""Measurements behind ``scripts/bench``.

A figure is a ratio of two things measured in the same run on the same machine, so
that it holds on any machine; only memory is an amount. ``figures/`` has one module
per name on the command line, whose docstring says what is compared with what;
``inside/`` is what runs with Odoo's Python; ``stock`` keeps the databases that are
measured. Standard library only outside ``inside/``.
"""

from pemda_setup import say


def main(words):
    """Run ``scripts/bench``; the exit status."""
    from . import cli

    try:
        return cli.main(words)
    except say.SetupError as error:
        return say.stop(error)
    except KeyboardInterrupt:
        return say.stop("interrupted. What was made so far is used by the next run.")
