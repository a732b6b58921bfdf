"""Well-formed XML, indented by four spaces for each level."""

from xml.parsers import expat

from .files import name, tracked

INDENT = 4


def problems():
    """What is wrong with the XML files of our addons."""
    for path in tracked(".xml"):
        if name(path).startswith(("addons/", "tests/addons/")):
            for line, text in check(path.read_bytes()):
                yield f"{name(path)}:{line}: {text}"


def check(data):
    """Pairs (line, what is wrong) of one document."""
    checker = _Checker(data)
    try:
        checker.parser.Parse(data, True)
    except expat.ExpatError as error:
        return [(error.lineno, f"is not well-formed: {expat.ErrorString(error.code)}")]
    return sorted(checker.problems + _line_problems(checker.lines))


def _line_problems(lines):
    found = []
    for number, line in enumerate(lines, 1):
        if b"\t" in line:
            found.append((number, "has a tab"))
        if line != line.rstrip():
            found.append((number, "has blanks at its end"))
    if lines and lines[-1:] != [b""]:
        found.append((len(lines), "the last line has no line end"))
    return found


class _Checker:
    """Follows the depth of elements and compares it with their indentation."""

    def __init__(self, data):
        self.lines = data.split(b"\n")
        self.depth = 0
        self.problems = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, _tag, _attributes):
        self._compare()
        self.depth += 1

    def _end(self, _tag):
        self.depth -= 1
        self._compare()

    def _compare(self):
        number = self.parser.CurrentLineNumber
        column = self.parser.CurrentColumnNumber
        before = self.lines[number - 1][:column]
        if not before.strip() and column != INDENT * self.depth:
            text = f"is indented by {column}, expected {INDENT * self.depth}"
            self.problems.append((number, text))
