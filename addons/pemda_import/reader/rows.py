"""What each row below a header is: an item, a total, a signature, ..."""

import re
from dataclasses import dataclass

from .grid import cell_text
from .headers import looks_like_header
from .parsers import parse_code
from .text import clean, compact, is_blank, unspace

DATA, BLANK, HEADER = "data", "blank", "header"
NUMBERS, TOTAL, SIGNATURE, GROUP = "numbers", "total", "signature", "group"
CONTINUATION, PLACEHOLDER, STRAY = "continuation", "placeholder", "stray"

_LONGEST_LABEL = 200  # characters that tell what a row is
_PLACEHOLDER = re.compile(r"\[[^\]]*;\s*block\s*=|\[\w+\.\w+\]|##.*?##|\{\{.*?\}\}")
_NOTHING = {"datakosong", "nihil", "tidakadadata", "tidakada"}
_COLUMN_NUMBER = re.compile(r"\(?\s*(\d{1,3})(?:[.,]0*)?\s*\)?")
_TOTAL = re.compile(r"(?:jumlah|jumlh|jml|subtotal|subjumlah|grandtotal)")
_BARE_TOTAL = re.compile(
    r"total(?:$|nilai|harga|jumlah|barang|aset|asset|seluruh|keseluruhan|semua|kib|"
    r"perolehan|umum|akhir|rp|rupiah|per|skpd|opd|golongan|bidang|halaman)"
)
_SIGNATURE = re.compile(
    r"\b(?:mengetahui|menyetujui|nip\b|pengurus barang|penyimpan barang|"
    r"pengguna barang|pejabat penatausahaan|pembantu pengurus|"
    r"kepala (?:dinas|badan|bagian|kantor|sekolah|uptd|upt|puskesmas|skp[da]|unit)|"
    r"sekretaris daerah|a\.\s?n\.)",
    re.I,
)
_PLACE_AND_DATE = re.compile(r"[A-Z][A-Za-z .'-]+,\s.*(?:19|20)\d\d\W*")
_SECTION = re.compile(r"(?:[IVXLC]+|[A-Z]|\d{1,2})\s*[.)]\s*\S")


@dataclass(frozen=True, slots=True)
class Places:
    """Where the columns are that tell what a row is; lists of column numbers."""

    code: tuple
    name: tuple
    register: tuple
    money: tuple
    number: tuple  # the running number, 'No'
    dated: tuple  # year and date columns


def code_cells(rows, places):
    """Return the code of every row: one cell, or a tuple of its levels."""
    if len(places.code) == 1:
        return [row[places.code[0]] for row in rows]
    return [tuple(row[column] for column in places.code) for row in rows]


def plain_data(rows, places):
    """Return a list of bools: the rows that are items beyond doubt.

    They have a complete goods code and a name (or a register, in tables without
    a name column); only the others are looked at one by one.
    """
    cells = code_cells(rows, places)
    good = {cell: _is_full_code(cell) for cell in set(cells)}
    beside = places.name[:1] or places.register[:1] or places.money[:1]
    if not beside:
        return [good[cell] for cell in cells]
    column = beside[0]
    return [
        good[cell] and row[column] is not None
        for cell, row in zip(cells, rows, strict=True)
    ]


def _is_full_code(cell):
    if isinstance(cell, tuple):
        texts = [cell_text(part).strip() for part in cell]
        return all(text.isdecimal() for text in texts)
    code, _kind = parse_code(cell)
    return code is not None and code.complete


def is_total_label(text):
    """Tell whether a text labels a total row."""
    return bool(_TOTAL.match(compact(unspace(text))))


class Classifier:
    """Tells row by row what those are that are no plain items."""

    def __init__(self, places, vocabulary):
        self.places = places
        self.vocabulary = vocabulary
        self.signing = False

    def kind(self, row, previous):
        """Return the kind of a row; ``previous`` is that of the row before."""
        texts = {
            column: text
            for column, value in enumerate(row)
            if value is not None
            and not is_blank(text := clean(cell_text(value))[:_LONGEST_LABEL])
        }
        if not texts:
            return BLANK
        kind = self._kind(row, texts, previous)
        if kind in (DATA, TOTAL, HEADER):
            self.signing = kind == TOTAL and self.signing
        return kind

    def _kind(self, row, texts, previous):
        joined = " ".join(texts.values())
        if _PLACEHOLDER.search(joined) or compact(joined) in _NOTHING:
            return PLACEHOLDER
        if any(compact(text) in _NOTHING for text in texts.values()):
            if not self._filled(texts, self.places.code):
                return PLACEHOLDER
        if looks_like_header(row, self.vocabulary):
            return HEADER
        if _is_numbering(texts):
            return NUMBERS
        if self._is_total(texts):
            return TOTAL
        if self._is_signature(texts, joined):
            self.signing = True
            return SIGNATURE
        return self._by_filling(row, texts, previous)

    def _filled(self, texts, columns):
        return any(column in texts for column in columns)

    def _is_total(self, texts):
        if self._filled(texts, self.places.register) and self._filled(
            texts, self.places.code
        ):
            return False
        code = self.places.code
        label = next(
            (
                compact(unspace(text))
                for column, text in sorted(texts.items())
                if any(letter.isalpha() for letter in text)
            ),
            "",
        )
        if not _TOTAL.match(label) and not _BARE_TOTAL.match(label):
            return False
        return not (len(code) == 1 and parse_code(texts.get(code[0]))[0])

    def _is_signature(self, texts, joined):
        if self._filled(texts, self.places.money):
            money = [texts.get(column, "") for column in self.places.money]
            if any(text.replace(".", "").replace(",", "").isdigit() for text in money):
                return False
        if any(parse_code(texts.get(column))[0] for column in self.places.code):
            return False
        if _SIGNATURE.search(joined):
            return True
        if any(_PLACE_AND_DATE.fullmatch(text) for text in texts.values()):
            return len(texts) <= 2
        return self.signing and len(texts) <= 4

    def _by_filling(self, row, texts, previous):
        places = self.places
        code = self._filled(texts, places.code)
        name = self._filled(texts, places.name)
        money = self._filled(texts, places.money)
        register = self._filled(texts, places.register)
        dated = self._filled(texts, places.dated)
        if name and (register or money or (code and dated)):
            if code and not register and self._is_group_code(row):
                return GROUP
            return DATA
        if code and (register or money) and not places.name:
            return DATA
        if code and (register or (money and not self._is_group_code(row))):
            return DATA
        words = any(letter.isalpha() for text in texts.values() for letter in text)
        if not words:
            return TOTAL if money and not code and not name else STRAY
        if self._is_group(row, texts, code):
            return GROUP
        if code and name and len(texts) > 3:
            return DATA
        numbered = self._filled(texts, places.number)
        if previous in (DATA, CONTINUATION) and not numbered and not code:
            return CONTINUATION
        return STRAY if previous in (TOTAL, SIGNATURE, STRAY) else GROUP

    def _is_group_code(self, row):
        if len(self.places.code) != 1:
            return False
        code, _kind = parse_code(row[self.places.code[0]])
        return code is not None and not code.complete and code.book is not None

    def _is_group(self, row, texts, code):
        if code:
            return len(texts) <= 3 and self._is_group_code(row)
        first = min(texts)
        last_name = max(self.places.name, default=1)
        text = texts[first]
        if len(texts) <= 2 and first <= max(last_name, 1):
            return bool(_SECTION.match(" ".join(texts.values()))) or text.isupper()
        return False


def _is_numbering(texts):
    """Tell whether a row counts the columns: 1 2 3, (1) (2), '7,0'."""
    numbers = []
    for _column, text in sorted(texts.items()):
        hit = _COLUMN_NUMBER.fullmatch(text)
        if not hit:
            return False
        numbers.append(int(hit[1]))
    rising = all(a < b for a, b in zip(numbers, numbers[1:], strict=False))
    return len(numbers) >= 3 and rising and numbers[0] <= 3 and numbers[-1] <= 300


def row_text(row):
    """Return the filled cells of a row as one text for a finding."""
    return " | ".join(clean(cell_text(value)) for value in row if value is not None)
