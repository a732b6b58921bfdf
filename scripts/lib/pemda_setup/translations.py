"""Compare and renew the Indonesian translations of our addons."""

import json
import os

from . import addons, databases


def problems(installation, template):
    """Terms that lack a translation, and translations that lack their term."""
    return as_lines(inspect(installation, template, write=False))


def as_lines(found):
    """The findings of :func:`inspect` as lines of text."""
    return [
        f"{addon}/i18n/id.po: {kind}: {term}"
        for addon, kinds in found.items()
        for kind, terms in kinds.items()
        for term in terms
    ]


def inspect(installation, template, *, write):
    """Terms by addon and kind of problem; also renew the files if asked to.

    :param template: database in which the addons are installed
    """
    name = f"test_{os.getpid()}_i18n"
    databases.clone(installation.server, template, name)
    folders = [str(addon.path) for addon in addons.installable()]
    words = json.dumps({"folders": folders, "write": write})
    try:
        answer = installation.ask_inside("pemda_setup.translate:main", [words], name)
    finally:
        databases.drop(installation.server, name)
    return json.loads(answer)
