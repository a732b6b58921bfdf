"""Break text into the lines of a cell. No character is ever lost but blanks."""

import re

# inside a word that is too long, a line rather ends after one of these
_JOINT = re.compile(r"[./\-_,;:)]")


def wrap(text: str, room: float, width) -> list[str]:
    """Lines of ``text`` that are at most ``room`` wide.

    A word wider than the room is broken after a joint such as ``.`` or ``/``, or
    anywhere if it has none. A single character always fits.

    :param width: function from text to its width, additive over characters
    """
    lines: list[str] = []
    line = ""
    line_width = 0.0
    space = width(" ")
    for word in text.split(" "):
        word_width = width(word)
        if line and line_width + space + word_width <= room:
            line += " " + word
            line_width += space + word_width
            continue
        if line:
            lines.append(line)
        while word_width > room and len(word) > 1:
            end = _break_at(word, room, width)
            lines.append(word[:end])
            word = word[end:]
            word_width = width(word)
        line, line_width = word, word_width
    if line or not lines:
        lines.append(line)
    return lines


def _break_at(word: str, room: float, width) -> int:
    """How many characters of ``word`` go on this line: at least one, never all."""
    end = 1
    used = width(word[0])
    for character in word[1:-1]:
        used += width(character)
        if used > room:
            break
        end += 1
    joints = [match.end() for match in _JOINT.finditer(word, 0, end)]
    if joints and joints[-1] * 2 >= end:
        return joints[-1]
    return end
