"""The figures by the names that the command line knows."""

from . import browse

FIGURES = {"browse": browse}
