"""The lines above a table: title, identity block, unit of money."""

import re

from .grid import cell_text
from .text import clean, compact, is_blank

_LABELS = {
    "provinsi": "provinsi prov pemerintahprovinsi propinsi",
    "kabupaten_kota": (
        "kabkota kotakab kabupatenkota kabupaten kota kotakabupaten kab "
        "pemerintahkabupaten pemerintahkota pemerintahkabupatenkota"
    ),
    "unit": (
        "skpd skpa opd unit unitorganisasi unitkerja satuankerja satker "
        "perangkatdaerah namaskpd namaopd penggunabarang organisasi"
    ),
    "unit_code": "kodeskpd kodeopd kodeunit kodeunitkerja",
    "sub_unit": "subunit upb subunitorganisasi kuasapenggunabarang unitpelaksana upt",
    "kode_lokasi": "nokodelokasi kodelokasi nomorkodelokasi nokode",
    "tahun": "tahun tahunanggaran ta per keadaan sampaidengan periode",
    "ruangan": "ruangan ruang namaruangan",
    "bidang": "bidang",
}
_KEYS = {label: key for key, labels in _LABELS.items() for label in labels.split()}
_THOUSANDS = re.compile(
    r"\bribuan\b|\bdalam\s+ribu\b|\bx\s*(?:rp\.?\s*)?1[.,]?000\b", re.I
)
_KIB = re.compile(
    r"\bKIB\s*\)?[\s:\"'_-]*([A-F])(?![A-Za-z])"
    r"|KARTU INVENTARIS BARANG\W+([A-F])(?![A-Za-z])",
    re.I,
)


def read_identity(rows):
    """Return ``(identity, title)`` of the rows above a header.

    ``identity``  {known key or label as written: value}; empty and dotted
                  values and zeros (formulas to lost workbooks) are left out
    ``title``     list of the other texts, from top to bottom
    """
    identity, title = {}, []
    for row in rows:
        cells = [_text(value) for value in row]
        position = 0
        while position < len(cells):
            text = cells[position]
            position += 1
            if not text:
                continue
            pairs, position = _pairs(text, cells, position)
            for label, value in pairs:
                if value:
                    identity.setdefault(_KEYS.get(compact(label), label), value)
            if not pairs and not is_blank(text):
                title.append(clean(text))
    return identity, title


def _text(value):
    """Return a cell as text; a zero is a formula to a workbook that is gone."""
    return "" if value == 0 else cell_text(value)


def _pairs(text, cells, position):
    """Return ``([(label, value)], next position)`` for the cell before position.

    A cell may hold several ``label : value`` lines, or only the label.
    """
    lines = [line for line in text.splitlines() if ":" in line]
    if lines and not text.lstrip().startswith(":"):
        pairs = [(clean(a), _value(b)) for a, _, b in (x.partition(":") for x in lines)]
        if len(pairs) == 1 and not pairs[0][1]:
            value, position = _next_value(cells, position)
            pairs = [(pairs[0][0], value)]
        return pairs, position
    following = next((c for c in cells[position:] if c), "")
    known = compact(text) in _KEYS
    if following.lstrip().startswith(":") or (known and following):
        value, position = _next_value(cells, position)
        return [(clean(text), value)], position
    return ([(clean(text), "")] if known else []), position


def _next_value(cells, position):
    """Return the next text that is not just a colon, and where to go on."""
    while position < len(cells):
        text = cells[position].strip()
        if ":" in text.lstrip(": "):  # a label of its own
            break
        position += 1
        if text.strip(": "):
            return _value(text), position
    return "", position


def _value(text):
    text = clean(text.strip().lstrip(":").rstrip("* "))
    return "" if is_blank(text) else text


def title_kib(texts):
    """Return the KIB letter that a title or sheet name states, or None."""
    found = {a or b for text in texts for a, b in _KIB.findall(text)}
    return found.pop().upper() if len(found) == 1 else None


def in_thousands(texts):
    """Tell whether a title or heading says that money is in thousands."""
    return any(_THOUSANDS.search(text) for text in texts)
