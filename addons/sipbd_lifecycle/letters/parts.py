"""Parts that letters on goods have in common; form text, Indonesian whatever the screen
speaks."""

from collections.abc import Iterable
from datetime import date

from odoo.addons.pemda_report.engine.formats import MONTHS, long_date, nip, number
from odoo.addons.pemda_report.engine.letter import Centred, Point
from odoo.addons.pemda_report.engine.terbilang import terbilang

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
NOTHING = "-"
#: where the texts of the points of a decree begin
DECREE_VALUES = 0.19
#: and those of the parties of a report
PARTY_VALUES = 0.25
TWO_COPIES = (
    "Demikian berita acara ini dibuat dalam rangkap 2 (dua) untuk dipergunakan "
    "sebagaimana mestinya."
)
CLOSING = "Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya."


def written(text: str | None) -> tuple[str, ...]:
    """Lines of a text that say anything."""
    return tuple(filter(None, (line.strip() for line in (text or "").splitlines())))


def sentence(text: str) -> str:
    """With a full stop at its end.

    >>> sentence("Rusak berat; ")
    'Rusak berat.'
    """
    return text.rstrip(" ;.\n") + "."


# figures and days


def counted(count: int) -> str:
    """``12 (dua belas)``."""
    return f"{number(count)} ({terbilang(count)})"


def day(value: date | None) -> str:
    return long_date(value) if value else NOTHING


def spoken_day(value: date) -> str:
    """``Senin tanggal dua bulan Maret tahun dua ribu dua puluh enam (02-03-2026)``."""
    return (
        f"{DAYS[value.weekday()]} tanggal {terbilang(value.day)} bulan "
        f"{MONTHS[value.month - 1]} tahun {terbilang(value.year)} "
        f"({value:%d-%m-%Y})"
    )


# decrees


def decree_title(office: str, decree_number: str, about: str) -> tuple[str, ...]:
    """:param about: what it is about, without “tentang”"""
    return (
        f"KEPUTUSAN {office.upper()}",
        f"NOMOR {decree_number or NOTHING}",
        "TENTANG",
        about.upper(),
    )


def lettered(label: str, texts: Iterable[str]) -> tuple[Point, ...]:
    """``Menimbang : a. ...; b. ...``"""
    return _items(label, texts, lambda place: LETTERS[place % len(LETTERS)])


def numbered(label: str, texts: Iterable[str]) -> tuple[Point, ...]:
    """``Mengingat : 1. ...; 2. ...``"""
    return _items(label, texts, lambda place: place + 1)


def _items(label, texts, mark):
    return tuple(
        Point(
            label="" if place else label,
            item=f"{mark(place)}.",
            text=f"{text.rstrip(' ;.')};",
        )
        for place, text in enumerate(texts)
    )


def decided(office: str, about: str, texts: Iterable[str]) -> tuple:
    """MEMUTUSKAN: KESATU ..., KEDUA ..."""
    return (
        Centred("MEMUTUSKAN:"),
        Point(
            label="Menetapkan",
            text=f"KEPUTUSAN {office.upper()} TENTANG {about.upper()}.",
        ),
        *(
            Point(label=f"KE{terbilang(place).upper()}", text=text)
            for place, text in enumerate(texts, 1)
        ),
    )


# reports (berita acara)


def opening(value: date | None) -> str:
    began = f"Pada hari ini, {spoken_day(value)}, kami" if value else "Kami"
    return f"{began} yang bertanda tangan di bawah ini:"


def person(mark: str, facts: dict) -> tuple[Point, ...]:
    """Who somebody is: ``name``, ``nip``, ``pangkat``, ``jabatan``, ``unit``."""
    level = 1 if mark else 0
    rank = facts.get("pangkat")
    said = (
        ("NIP", nip(facts["nip"]) or "." * 30),
        *((("Pangkat/Golongan", rank),) if rank else ()),
        ("Jabatan", facts["jabatan"] or NOTHING),
        ("Unit kerja", facts["unit"] or NOTHING),
    )
    return (
        Point(mark=mark, label="Nama", text=facts["name"] or "." * 40),
        *(Point(label=label, text=text, level=level) for label, text in said),
    )


def parties(first: dict, second: dict, giving: str, taking: str) -> tuple:
    return (
        *person("1.", first),
        f"selanjutnya disebut PIHAK PERTAMA ({giving}).",
        *person("2.", second),
        f"selanjutnya disebut PIHAK KEDUA ({taking}).",
    )
