"""From a file to sheets: sniff the container, read it, stop at the limits."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from .archive import Archive
from .delimited import read_delimited
from .errors import UnusableFile, readable_size
from .html import read_html
from .ods import read_ods
from .sniff import sniff
from .spreadsheetml import read_spreadsheetml
from .xls import read_xls
from .xlsx import read_xlsx

_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe1")


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a file.

    ``macros``  the file holds macros, which were neither run nor read
    """

    container: str
    sha256: str
    sheets: list
    macros: bool


def read_workbook(path, limits):
    """Return the ``Workbook`` at ``path``.

    Raises ``UnusableFile`` for any content that is not a readable workbook
    with at least one filled cell, ``OSError`` when the path cannot be opened.
    """
    size = Path(path).stat().st_size
    if size > limits.bytes:
        raise UnusableFile(
            "too-large",
            what="it",
            size=readable_size(size),
            limit=readable_size(limits.bytes),
        )
    data = Path(path).read_bytes()
    container, sheets, macros = _read(data, limits)
    if not any(sheet.rows for sheet in sheets):
        pictured = container == "pictures" or any(mark in data for mark in _PICTURES)
        raise UnusableFile("pictures-only" if pictured else "empty-workbook")
    return Workbook(container, hashlib.sha256(data).hexdigest(), sheets, macros)


def _read(data, limits):
    """Return ``(container, sheets, macros)``."""
    container = sniff(data)
    if container == "xls":
        sheets, macros, container = read_xls(data, limits)
        return container, sheets, macros
    if container == "zip":
        archive = Archive(data, limits)
        container = archive.kind()
        reader = read_xlsx if container == "xlsx" else read_ods
        sheets, macros = reader(archive, limits)
        media = any(
            "/media/" in n or n.startswith("pictures/") for n in archive.names()
        )
        if media and not any(sheet.rows for sheet in sheets):
            container = "pictures"
        return container, sheets, macros
    if container == "spreadsheetml":
        return container, read_spreadsheetml(data, limits), False
    reader = read_html if container == "html" else read_delimited
    return container, [reader(data, limits)], False
