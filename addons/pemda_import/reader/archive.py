"""Opening the zip of an .xlsx or .ods only after looking at its sizes."""

import io
import re
import zipfile
import zlib

from .errors import UnusableFile, readable_size
from .mark import _

_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OTHERS = {
    "word/": _("a Word document"),
    "ppt/": _("a presentation"),
    "xl/workbook.bin": _("a binary workbook (.xlsb)"),
}


class Archive:
    """The parts of a checked zip file.

    Raises ``UnusableFile`` for a damaged, encrypted, exploding or foreign
    archive.  Every part is bounded by its declared size (zipfile reads no
    further), and the declared sizes are bounded by ``limits``.
    """

    def __init__(self, data, limits):
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._infos = {}
            for info in self._zip.infolist():
                name = info.filename.replace("\\", "/").lstrip("/")
                self._infos[name.casefold()] = info
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
            raise UnusableFile("damaged", detail=_("the archive has no end")) from None
        self._check_sizes(limits)

    def _check_sizes(self, limits):
        infos = self._zip.infolist()
        total = sum(info.file_size for info in infos)
        packed = sum(info.compress_size for info in infos)
        exploding = any(
            info.file_size > limits.ratio_floor
            and info.file_size > limits.ratio * max(info.compress_size, 1)
            for info in infos
        )
        if exploding or len(infos) > limits.parts:
            raise UnusableFile(
                "zip-bomb", size=readable_size(total), packed=readable_size(packed)
            )
        if total > limits.uncompressed:
            raise UnusableFile(
                "too-large",
                what=_("the unpacked content"),
                size=readable_size(total),
                limit=readable_size(limits.uncompressed),
            )

    def kind(self):
        """Return ``xlsx`` or ``ods``; raise ``UnusableFile`` for anything else."""
        names = self._infos
        if "xl/workbook.xml" in names:
            return "xlsx"
        if "encryptedpackage" in names:
            raise UnusableFile("encrypted")
        mimetype = self.read("mimetype").strip() if "mimetype" in names else b""
        if b"opendocument.spreadsheet" in mimetype:
            return "ods"
        if b"opendocument" in mimetype:
            raise UnusableFile("wrong-format", what=_("a text document"))
        for prefix, what in _OTHERS.items():
            if any(name.startswith(prefix) for name in names):
                raise UnusableFile("wrong-format", what=what)
        if "content.xml" in names:
            return "ods"
        raise UnusableFile("wrong-format", what=_("an archive (zip)"))

    def names(self):
        """Return the names of the parts, in lower case."""
        return list(self._infos)

    def true_name(self, name):
        """Return the name of a part as the archive spells it."""
        return self._infos[name].filename.replace("\\", "/").lstrip("/")

    def read(self, name):
        """Return the bytes of a part, b"" when there is none of that name."""
        info = self._infos.get(name.casefold())
        if info is None:
            return b""
        if info.flag_bits & 1:
            raise UnusableFile("encrypted")
        if info.compress_type not in _PLAIN:
            raise UnusableFile("damaged", detail=_("unusual compression"))
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError,
                NotImplementedError, RuntimeError):  # fmt: skip
            raise UnusableFile("damaged", detail=f"part {name}") from None

    def read_xml(self, name):
        """Return the bytes of an XML part in UTF-8 without declarations."""
        data = self.read(name)
        if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:64]:
            raise UnusableFile("damaged", detail=f"part {name} is not UTF-8")
        # one sign is looked for many times faster than two
        if b"!" in data and b"<!" in data and _DECLARATION.search(data):
            raise UnusableFile("hostile-xml")
        return data
