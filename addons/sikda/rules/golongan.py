"""Order of golongan ruang: I/a to IV/e of PNS, I to XVII of PPPK.

Basis: PP 99/2000 jo PP 12/2002 (PNS); Perpres 98/2020 jo Perpres 11/2024 (PPPK).
"""

PNS = tuple(
    f"{group}/{ruang}"
    for group, letters in (
        ("I", "abcd"),
        ("II", "abcd"),
        ("III", "abcd"),
        ("IV", "abcde"),
    )
    for ruang in letters
)
PPPK = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"),
    *("X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"),
)
_RANK = {name: rank for family in (PNS, PPPK) for rank, name in enumerate(family, 1)}


def rank(name: str) -> int:
    """1 is the lowest of its family.

    :raises KeyError: on a text that is no golongan
    """
    return _RANK[name]


def group(name: str) -> str:
    """I to IV of a golongan of PNS."""
    return name.partition("/")[0]


def next_up(name: str) -> str | None:
    """The golongan above; None above IV/e and for PPPK, who have no pangkat."""
    if name not in PNS or name == PNS[-1]:
        return None
    return PNS[rank(name)]
