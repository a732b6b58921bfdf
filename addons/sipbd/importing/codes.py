"""Where candidates for a code that is in no list are looked for first."""

from odoo.addons.pemda_import.reader.codes import P17, P108

# Bidang of the old book (Permendagri 17/2007) -> where its goods most likely are in
# the new one. Made from the names of both; it only orders suggestions, and a person
# confirms each.
PREFIX_BY_BIDANG = {
    "01.01": "1.3.1.01",
    "02.02": "1.3.2.01",
    "02.03": "1.3.2.02",
    "02.04": "1.3.2.03",
    "02.05": "1.3.2.04",
    "02.06": "1.3.2.05",
    "02.07": "1.3.2.06",
    "02.08": "1.3.2.07",
    "02.09": "1.3.2.08",
    "02.10": "1.3.2.09",
    "03.11": "1.3.3.01",
    "03.12": "1.3.3.02",
    "04.13": "1.3.4.01",
    "04.14": "1.3.4.02",
    "04.15": "1.3.4.03",
    "04.16": "1.3.4.04",
    "05.17": "1.3.5.01",
    "05.18": "1.3.5.02",
    "05.19": "1.3.5.03",
    "06.20": "1.3.6.01",
}


def candidate_prefix(book: str | None, code: str) -> str | None:
    """Beginning of the likely codes, without the dot behind it.

    For the old book the likely objek, for the new one the code's own siblings.

    >>> candidate_prefix("p17", "02.06.01.04.06")
    '1.3.2.05'
    >>> candidate_prefix("p108", "1.3.2.05.02.04.019")
    '1.3.2.05.02.04'
    """
    if book == P17:
        return PREFIX_BY_BIDANG.get(code[:5])
    if book == P108:
        return code.rpartition(".")[0] or None
    return None
