"""Liberation Sans and Liberation Sans Narrow, embedded in every document.

Text is written as PDF operators instead of through ``Canvas.drawString``: a report has
hundreds of thousands of cells, and most of them are plain ASCII, which the first subset
of an embedded font holds under its own codes.
"""

import re
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).parent.parent / "static" / "fonts"

SANS = "LiberationSans-Regular"
SANS_BOLD = "LiberationSans-Bold"
NARROW = "LiberationSansNarrow-Regular"
NARROW_BOLD = "LiberationSansNarrow-Bold"

_SPECIAL = re.compile(r"[()\\]")
_SPECIAL_BYTES = re.compile(rb"[()\\\r\n]")


class Widths(dict):
    """Width of each character at one font size, looked up in the font once."""

    def __init__(self, face, size: float):
        super().__init__()
        self._face = face
        self._unit = size / 1000

    def __missing__(self, character: str) -> float:
        code = ord(character)
        width = self[character] = (
            self._face.charWidths.get(code, self._face.defaultWidth) * self._unit
        )
        return width


class Face:
    """One font in one size in one document."""

    def __init__(self, canvas, name: str, size: float):
        self.size = size
        self.leading = size * 1.15
        self.ascent = size * 0.9
        self._document = canvas._doc
        self._font = _registered(name)
        self._of_character = Widths(self._font.face, size).__getitem__
        #: width of the widest ASCII character
        self.widest = max(self._of_character(chr(code)) for code in range(32, 127))
        # asks for the name so that the document knows the font from now on
        self._font.splitString(" ", self._document)
        self._resource = self._font.getSubsetInternalName(0, self._document)
        self.select = f"{self._resource} {size:g} Tf"

    def width(self, text: str) -> float:
        """Width of ``text`` in points."""
        return sum(map(self._of_character, text))

    def show(self, text: str) -> str:
        """PDF operators that draw ``text`` at the current position."""
        if text.isascii():
            if _SPECIAL.search(text):
                text = _SPECIAL.sub(r"\\\g<0>", text)
            return f"({text}) Tj"
        return self._show_subsets(text)

    def _show_subsets(self, text: str) -> str:
        parts = []
        document = self._document
        for subset, codes in self._font.splitString(text, document):
            resource = self._font.getSubsetInternalName(subset, document)
            shown = _SPECIAL_BYTES.sub(_octal, codes).decode("latin-1")
            parts.append(f"{resource} {self.size:g} Tf ({shown}) Tj")
        if parts and not parts[-1].startswith(f"{self._resource} "):
            parts.append(self.select)
        return " ".join(parts)

    def scaled(self, factor: float) -> str:
        """Operator that selects this font smaller by ``factor``."""
        return f"{self._resource} {self.size * factor:.2f} Tf"


def _octal(match) -> bytes:
    return b"\\%03o" % match[0][0]


def _registered(name: str) -> TTFont:
    if name not in pdfmetrics.getRegisteredFontNames():
        font = TTFont(name, str(FOLDER / f"{name}.ttf"), asciiReadable=1)
        pdfmetrics.registerFont(font)
    return pdfmetrics.getFont(name)
