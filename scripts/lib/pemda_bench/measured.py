"""Asking ``inside/`` to measure."""

import json


def measured(installation, function, database, *words):
    """What a function has measured in a database.

    :param function: ``module`` or ``module:function`` of ``inside/``
    :param words: what it is given, as on a command line
    """
    module, _, name = function.partition(":")
    answer = installation.ask_inside(
        f"pemda_bench.inside.{module}:{name or 'main'}",
        list(map(str, words)),
        database=database,
    )
    return json.loads(answer)
