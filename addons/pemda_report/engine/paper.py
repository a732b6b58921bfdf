"""Paper sizes and margins. F4 is the folio of Indonesian offices, 215 x 330 mm."""

from dataclasses import dataclass

from .errors import ReportError

MM = 72 / 25.4

SIZES = {
    "F4": (215 * MM, 330 * MM),
    "legal": (8.5 * 72, 14 * 72),
    "A4": (210 * MM, 297 * MM),
}


@dataclass(frozen=True)
class Frame:
    """A page in points: its size and the area for the report inside the margins.

    ``bottom`` is the lowest line of the report; the footer stands below it.
    """

    width: float
    height: float
    left: float = 14 * MM
    right_margin: float = 10 * MM
    top_margin: float = 10 * MM
    bottom: float = 20 * MM
    foot: float = 7 * MM

    @property
    def right(self) -> float:
        return self.width - self.right_margin

    @property
    def top(self) -> float:
        return self.height - self.top_margin

    @property
    def inner_width(self) -> float:
        return self.right - self.left


def frame(paper: str, orientation: str) -> Frame:
    """The frame of ``paper`` (F4, legal, A4), ``portrait`` or ``landscape``."""
    if paper not in SIZES:
        raise ReportError(f"Unknown paper {paper!r}; known: {', '.join(SIZES)}")
    width, height = SIZES[paper]
    if orientation == "landscape":
        width, height = height, width
    elif orientation != "portrait":
        raise ReportError(f"Unknown orientation {orientation!r}")
    return Frame(width, height)
