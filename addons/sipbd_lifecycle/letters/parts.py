"""Parts that letters on goods have in common."""

from collections.abc import Iterable
from datetime import date

from odoo.addons.pemda_report.engine.formats import MONTHS, long_date
from odoo.addons.pemda_report.engine.letter import Centred, Point
from odoo.addons.pemda_report.engine.terbilang import terbilang

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ORDINALS = (
    "KESATU KEDUA KETIGA KEEMPAT KELIMA KEENAM KETUJUH KEDELAPAN KESEMBILAN KESEPULUH"
).split()
NOTHING = "-"


def day(value: date | None) -> str:
    return long_date(value) if value else NOTHING


def spoken_day(value: date) -> str:
    """``Senin tanggal dua bulan Maret tahun dua ribu dua puluh enam (02-03-2026)``."""
    return (
        f"{DAYS[value.weekday()]} tanggal {terbilang(value.day)} bulan "
        f"{MONTHS[value.month - 1]} tahun {terbilang(value.year)} "
        f"({value:%d-%m-%Y})"
    )


def lettered(label: str, texts: Iterable[str]) -> tuple[Point, ...]:
    """``Menimbang : a. ...; b. ...``"""
    return _items(label, texts, (f"{chr(97 + i)}." for i in range(26)))


def numbered(label: str, texts: Iterable[str]) -> tuple[Point, ...]:
    """``Mengingat : 1. ...; 2. ...``"""
    return _items(label, texts, (f"{i}." for i in range(1, 100)))


def _items(label, texts, marks):
    *others, last = texts
    ended = (*(f"{text.rstrip(';.')};" for text in others), f"{last.rstrip(';.')};")
    return tuple(
        Point(label="" if i else label, item=mark, text=text)
        for i, (mark, text) in enumerate(zip(marks, ended, strict=False))
    )


def decided(about: str, texts: Iterable[str]) -> tuple:
    """MEMUTUSKAN: KESATU ..., KEDUA ..."""
    return (
        Centred("MEMUTUSKAN:"),
        Point(label="Menetapkan", text=about),
        *(
            Point(label=ordinal, text=text)
            for ordinal, text in zip(ORDINALS, texts, strict=False)
        ),
    )


def party(mark: str, name: str, nip: str, office: str, unit: str, role: str) -> tuple:
    """A party of a handover report."""
    return (
        Point(mark=mark, label="Nama", text=name or "." * 40),
        Point(label="NIP", text=nip or "." * 30, level=1),
        Point(label="Jabatan", text=office or NOTHING, level=1),
        Point(label="Unit kerja", text=unit or NOTHING, level=1),
        f"selanjutnya disebut {role}.",
    )
