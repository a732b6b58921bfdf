"""One page under the pen: text, rules and shades, written to the canvas at once."""

RULE = 0.4
SHADE = "0.93 g"


class Sheet:
    """Collects the drawing of one page or form.

    Shades lie under everything, then come rules, then all text in one text object,
    which must begin and end each piece with the font ``face``.
    """

    def __init__(self, face):
        self._face = face
        self._shades: list[str] = []
        self._rules: list[str] = []
        self._texts: list[str] = []
        self._run = None
        self.operator = self._texts.append

    def shade(self, left: float, right: float, top: float, bottom: float):
        """Fill a rectangle with light grey, short of the rule along its top."""
        size = f"{right - left:.2f} {top - RULE / 2 - bottom:.2f}"
        self._shades.append(f"{left:.2f} {bottom:.2f} {size} re")

    def horizontal(self, y: float, left: float, right: float):
        """Draw a rule."""
        self._rules.append(f"{left:.2f} {y:.2f} m {right:.2f} {y:.2f} l")

    def vertical(self, x: float, top: float, bottom: float):
        """Draw a rule."""
        self._rules.append(f"{x:.2f} {top:.2f} m {x:.2f} {bottom:.2f} l")

    def frame(self, top: float, bottom: float, edges):
        """Rules at all ``edges`` and along the bottom, of one row of cells.

        Upright rules of rows below each other are drawn in one stroke.
        """
        self.horizontal(bottom, edges[0], edges[-1])
        if self._run and self._run[1:] == (top, edges):
            self._run = (self._run[0], bottom, edges)
        else:
            self._end_run()
            self._run = (top, bottom, edges)

    def _end_run(self):
        if self._run:
            top, bottom, edges = self._run
            for x in edges:
                self.vertical(x, top, bottom)
            self._run = None

    def text(self, x: float, y: float, face, text: str):
        """Write ``text`` with its base line starting at ``x``, ``y``."""
        shown = f"1 0 0 1 {x:.2f} {y:.2f} Tm {face.show(text)}"
        if face is not self._face:
            shown = f"{face.select} {shown} {self._face.select}"
        self.operator(shown)

    def aligned(self, box, y: float, face, text: str, align: str):
        """Write ``text`` left, center or right between ``box`` = (left, right)."""
        left, right = box
        if align == "right":
            left = right - face.width(text)
        elif align == "center":
            left = (left + right - face.width(text)) / 2
        self.text(left, y, face, text)

    def write_to(self, canvas):
        """Hand everything to ``canvas``."""
        self._end_run()
        if self._shades:
            canvas.addLiteral(f"q {SHADE} {' '.join(self._shades)} f Q")
        if self._rules:
            canvas.addLiteral(f"q {RULE} w {' '.join(self._rules)} S Q")
        if self._texts:
            texts = "\n".join(self._texts)
            canvas.addLiteral(f"BT 0 g {self._face.select}\n{texts}\nET")
