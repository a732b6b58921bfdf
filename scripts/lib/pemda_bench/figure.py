"""One measured figure, and how a list of them is shown."""

import json
from dataclasses import asdict, dataclass

TIMES = "times"
MEGABYTES = "MB"


@dataclass(frozen=True)
class Figure:
    """A measured value beside its target, such as ``"<= 1.5"``."""

    name: str
    value: float
    unit: str
    target: str
    met: bool


def at_most(name, value, limit, unit=TIMES):
    """A figure that must not be above ``limit``."""
    return Figure(name, _rounded(value), unit, f"<= {limit:g}", value <= limit)


def at_least(name, value, limit, unit=TIMES):
    """A figure that must not be below ``limit``."""
    return Figure(name, _rounded(value), unit, f">= {limit:g}", value >= limit)


def as_json(figures):
    """A list of objects with just the fields of :class:`Figure`."""
    return json.dumps([asdict(figure) for figure in figures], indent=2)


def as_table(figures):
    """Columns of text under a heading."""
    rows = [("figure", "value", "unit", "target", "met")]
    for figure in figures:
        met = "yes" if figure.met else "NO"
        rows.append(
            (figure.name, f"{figure.value:.10g}", figure.unit, figure.target, met)
        )
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row, widths):
    name, value, *rest = (
        cell.ljust(width) for cell, width in zip(row, widths, strict=True)
    )
    return "  ".join((name, value.strip().rjust(widths[1]), *rest)).rstrip()


def _rounded(value):
    """Two decimals below ten, one below a hundred, none above."""
    return round(value, 2 if value < 10 else 1 if value < 100 else 0)
