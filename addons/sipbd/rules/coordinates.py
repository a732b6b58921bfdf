"""Coordinates as people copy them, and whether they lie in Indonesia.

Rondo in the north is at 6.08, Ndana in the south at -11.01, Breueh in the west at
95.0, the border on Papua at 141.02 degrees: the box has a little room around them.
"""

import re

SOUTH, NORTH = -11.1, 6.1
WEST, EAST = 95.0, 141.1

_NUMBER = r"[-+]?\d{1,3}(?:[.,]\d+)?"
_PAIR = re.compile(rf"\s*({_NUMBER})°?\s*(?:[,;]\s*|\s+)({_NUMBER})°?\s*")
# 7°38'42.5"S 112°54'10"E, with the letters of either language: LS, LU, BT
_PART = r"(\d{1,3})°\s*(\d{1,2})['′’]\s*(\d{1,2}(?:[.,]\d+)?)[\"″”]\s*"
_DEGREES = re.compile(rf"\s*{_PART}(LS|LU|S|N|U)[\s,;]*{_PART}(BT|E|T)\s*", re.I)


class CoordinateError(ValueError):
    """Text or numbers that are no place in Indonesia.

    ``kind`` is unreadable, outside or swapped.
    """

    def __init__(self, kind: str):
        super().__init__(kind)
        self.kind = kind


def parse(text: str) -> tuple[float, float]:
    """Latitude and longitude from one text, six decimals.

    Reads ``-7.645, 112.903``, the same with decimal commas, and degrees, minutes
    and seconds.

    :raises CoordinateError: unreadable, or not in Indonesia
    """
    text = text.replace("−", "-")
    if pair := _PAIR.fullmatch(text):
        latitude, longitude = (float(part.replace(",", ".")) for part in pair.groups())
    elif degrees := _DEGREES.fullmatch(text):
        latitude = _decimal(*degrees.groups()[:3])
        longitude = _decimal(*degrees.groups()[4:7])
        if degrees[4].upper() in ("S", "LS"):
            latitude = -latitude
    else:
        raise CoordinateError("unreadable")
    latitude, longitude = round(latitude, 6), round(longitude, 6)
    check(latitude, longitude)
    return latitude, longitude


def check(latitude: float, longitude: float):
    """:raises CoordinateError: outside of Indonesia, or swapped"""
    if _inside(latitude, longitude):
        return
    raise CoordinateError("swapped" if _inside(longitude, latitude) else "outside")


def show(latitude: float, longitude: float) -> str:
    """As maps write it; ``parse`` reads it back."""
    return f"{latitude:.6f}, {longitude:.6f}"


def _inside(latitude: float, longitude: float) -> bool:
    return SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST


def _decimal(degrees: str, minutes: str, seconds: str) -> float:
    return int(degrees) + int(minutes) / 60 + float(seconds.replace(",", ".")) / 3600
