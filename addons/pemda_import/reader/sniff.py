"""What a file is, by its first bytes; the extension is never looked at."""

import re

from .errors import UnusableFile
from .mark import _

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF_BOF = (
    b"\x09\x08\x10\x00\x00\x06",
    b"\x09\x08\x08\x00\x00\x05",
    b"\x09\x04\x06\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x00\x04\x00",
)
_FOREIGN = {
    b"%PDF": _("a PDF document"),
    b"{\\rtf": _("a text document (RTF)"),
    b"\x89PNG": _("a picture (PNG)"),
    b"\xff\xd8\xff": _("a picture (JPEG)"),
    b"GIF8": _("a picture (GIF)"),
    b"II*\x00": _("a picture (TIFF)"),
    b"MM\x00*": _("a picture (TIFF)"),
    b"BM": _("a picture (BMP)"),
    b"Rar!": _("an archive (RAR)"),
    b"7z\xbc\xaf": _("an archive (7z)"),
    b"\x1f\x8b": _("an archive (gzip)"),
    b"MZ": _("a program"),
    b"\x7fELF": _("a program"),
    b"SQLite format 3": _("a database (SQLite)"),
    b"\x00\x01\x00\x00Standard": _("a database (Access)"),
}
_HTML = re.compile(
    r"<(?:!doctype html|html|head|body|table|style|meta|title|div)\b", re.I
)
_SPREADSHEETML = "urn:schemas-microsoft-com:office:spreadsheet"


def sniff(data):
    """Return the container of ``data`` (bytes of the whole file).

    One of ``xls`` (any BIFF), ``zip`` (.xlsx or .ods), ``html``,
    ``spreadsheetml``, ``csv``.  Raises ``UnusableFile``.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise UnusableFile("empty-file")
    if data.startswith(OLE):
        return _sniff_ole(data)
    if data.startswith(_BIFF_BOF):
        return "xls"
    if data.startswith(b"PK"):
        return "zip"
    for magic, what in _FOREIGN.items():
        if data.startswith(magic) and (len(magic) > 2 or not _looks_textual(data)):
            raise UnusableFile("wrong-format", what=what)
    return _sniff_text(data)


def _sniff_ole(data):
    def holds(name):
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        raise UnusableFile("encrypted")
    if holds("Workbook") or holds("Book"):
        return "xls"
    if holds("WordDocument"):
        raise UnusableFile("wrong-format", what=_("a Word document"))
    if holds("PowerPoint Document"):
        raise UnusableFile("wrong-format", what=_("a presentation"))
    raise UnusableFile("damaged", detail=_("no workbook inside"))


def _sniff_text(data):
    if not _looks_textual(data):
        raise UnusableFile("wrong-format", what=_("a file of an unknown kind"))
    head = decode(data[:8192], partial=True).lstrip("\ufeff \t\r\n")
    if head.startswith("<?xml") or head.startswith("<Workbook"):
        if _SPREADSHEETML in head:
            return "spreadsheetml"
        if not _HTML.search(head):
            raise UnusableFile("wrong-format", what=_("an XML file"))
    if head.startswith("<") and _HTML.search(head):
        return "html"
    if head.startswith(("{", "[{")):
        raise UnusableFile("wrong-format", what=_("a JSON file"))
    return "csv"


def _looks_textual(data):
    head = data[:8192]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if _utf16_order(head):
        return True
    control = sum(head.count(bytes([c])) for c in range(32) if c not in (9, 10, 12, 13))
    return control == 0 or control * 200 < len(head) and b"\x00" not in head


def _utf16_order(head):
    """Return 'le' or 'be' when every second byte is zero, else None."""
    even, odd = head[0:400:2], head[1:400:2]
    if len(odd) >= 4 and odd.count(0) > 0.8 * len(odd) and not even.count(0):
        return "le"
    if len(even) >= 4 and even.count(0) > 0.8 * len(even) and not odd.count(0):
        return "be"
    return None


def decode(data, partial=False):
    """Return text bytes as str: UTF-8, UTF-16 with or without BOM, else cp1252.

    ``partial``  the end of ``data`` may cut a character in two
    """
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    for bom, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(bom):
            return data[2:].decode(encoding, "replace")
    order = _utf16_order(data)
    if order:
        return data.decode(f"utf-16-{order}", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if partial and error.start > len(data) - 4:
            return data[: error.start].decode("utf-8")
    # cp1252 leaves five bytes undefined; Windows reads them as latin-1 does
    return data.decode("cp1252", "replace").replace("\ufffd", "?")
