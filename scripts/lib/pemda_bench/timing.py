"""Times of things that are compared with each other."""

import math
import statistics
import time


def seconds(function):
    """How long a call takes."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def alternate(functions, repeats, before=None):
    """Time functions in turn, so that what slows the machine down slows all of them.

    Every other round goes backwards: none always runs after the same one.

    :param functions: dict of name -> callable
    :param before: called before each of them, not timed
    :return: dict of name -> list of seconds
    """
    times = {name: [] for name in functions}
    for number in range(repeats):
        order = list(functions)[:: -1 if number % 2 else 1]
        for name in order:
            if before:
                before()
            times[name].append(seconds(functions[name]))
    return times


def median(values):
    """The value in the middle."""
    return statistics.median(values)


def p95(values):
    """The value that 95 of 100 do not exceed (nearest rank)."""
    ranked = sorted(values)
    return ranked[math.ceil(len(ranked) * 0.95) - 1]
