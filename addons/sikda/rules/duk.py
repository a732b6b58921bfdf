"""DUK, daftar urut kepangkatan: the order of rank of civil servants.

Basis: PP 15/1979; SE BAKN 03/SE/1980. Compared step by step: pangkat, jabatan, masa
kerja, latihan jabatan, pendidikan, usia; the NIP splits what is still equal, so that no
two share a number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from . import golongan
from .dates import Span
from .parameters import Parameters

NEVER = date.max  # what is not on record comes after every date


@dataclass(frozen=True, slots=True)
class Place:
    """What the order looks at. Codes are those of SIASN; empty is not on record."""

    nip: str
    golongan: str
    tmt_golongan: date | None = None
    jabatan: str = ""  # code of the eselon, of the jenjang, or the kind of post
    tmt_jabatan: date | None = None  # since when at that level
    mkg: Span = Span()
    latihan: str = ""
    tanggal_latihan: date | None = None
    pendidikan: str = ""
    lulus: int | None = None
    birth: date | None = None


def key(place: Place, day: date, parameters: Parameters) -> tuple:
    """Sort key: the smallest comes first."""

    def level(name: str, code: str) -> int:
        row = parameters.find(name, day, code) if code else None
        return row.integer if row else 0

    return (
        -golongan.rank(place.golongan) if place.golongan else 0,
        place.tmt_golongan or NEVER,
        -level("duk.jabatan", place.jabatan),
        place.tmt_jabatan or NEVER,
        -place.mkg.total,
        -level("duk.latihan", place.latihan),
        place.tanggal_latihan or NEVER,
        -level("duk.pendidikan", place.pendidikan),
        place.lulus or NEVER.year,
        place.birth or NEVER,
        place.nip,
    )


def order(places: Iterable[Place], day: date, parameters: Parameters) -> list[Place]:
    return sorted(places, key=lambda place: key(place, day, parameters))


def belongs(status: str, kedudukan: str, day: date, parameters: Parameters) -> bool:
    """Whether somebody stands in the DUK: PNS in service.

    :param status: cpns, pns, pppk or pppk_pw
    :param kedudukan: SIASN code of the legal position
    """
    return (
        status in parameters.get("duk.status", day).words
        and parameters.find("duk.kedudukan", day, kedudukan) is not None
    )
