"""How a text of a file is compared with the texts that were answered before."""

import re

_BLANKS = re.compile(r"\s+")


def source_key(text: str | None) -> str:
    """One spelling for capitals, double blanks, a leading colon and a full stop.

    >>> source_key(": Badan  Pemberdayaan\\nMasyarakat. ")
    'BADAN PEMBERDAYAAN MASYARAKAT'
    """
    return _BLANKS.sub(" ", text or "").strip(" :.").upper()
