"""Names of files that every file system keeps as they are."""

import re
import unicodedata

#: characters of one part; three of them and an extension stay below 255
LONGEST = 70


def file_name(*parts: str) -> str:
    """Parts joined by ``_``, each in letters, digits, dots and hyphens.

    >>> file_name("BA kehilangan", "030/001/BA-HILANG/2.01/2026", "2.01")
    'BA-kehilangan_030-001-BA-HILANG-2.01-2026_2.01'
    """
    return "_".join(filter(None, map(_part, parts)))


def _part(text):
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9.]+", "-", plain)
    plain = re.sub(r"\.{2,}", ".", plain).strip("-.")
    return plain[:LONGEST].rstrip("-.")
