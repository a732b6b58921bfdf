"""Trainings by the names that lists give them."""

import re

# Codes of the published list "latihan_struktural" by the words that stand for them.
_NAMED = {
    "sepati": "5", "spati": "5", "spamen": "4", "sespa": "4", "sespanas": "4",
    "sepadya": "3", "spama": "3", "pka": "3", "sepala": "2", "adum": "2", "pkp": "2",
    "sepada": "1", "sespim": "6",
}  # fmt: skip
_LEVELS = {"1": "5", "2": "4", "3": "3", "4": "2", "i": "5", "ii": "4", "iii": "3",
           "iv": "2"}  # fmt: skip
_NATIONAL = {"1": "5", "2": "4", "i": "5", "ii": "4"}
_GRADE = r"\W*(?:tk|tkt|tingkat)?\W*(iv|i{1,3}|[1-4])\b"
_PIM = re.compile(rf"\b(?:diklat)?(?:pim|kepemimpinan|pimpinan){_GRADE}")
_PKN = re.compile(rf"\b(?:pkn|kepemimpinan nasional){_GRADE}")


def kind_of_training(name):
    """Return ``(jenis, code)`` of a training; the code is that of a leadership one.

    >>> kind_of_training("DIKLAT PIM TK. IV")
    ('struktural', '2')
    >>> kind_of_training("Diklat Fungsional Auditor")
    ('fungsional', None)
    """
    text = name.casefold()
    if hit := _PKN.search(text):
        code = _NATIONAL.get(hit[1])
    elif hit := _PIM.search(text):
        code = _LEVELS[hit[1]]
    else:
        words = re.findall(r"\w+", text)
        code = next((_NAMED[word] for word in words if word in _NAMED), None)
    if code:
        return "struktural", code
    return ("fungsional" if "fungsional" in text else "teknis"), None
