"""Checks of a list of units before it becomes the unit tree.

A list comes from the asset or personnel system of the pemda and carries its history:
an OPD that was merged stands beside its successor, names are misspelt, parents are
missing. Errors would break the tree; notes are shown and loaded as they stand.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

ERROR, NOTE = "error", "note"

_CONJUNCTION = re.compile(r"\s*(?:,\s*DAN|,|\bDAN\b)\s*")
_KIND_WORD = re.compile(r"^(DINAS|BADAN|SEKRETARIAT|KECAMATAN|INSPEKTORAT)\s+")
_MISSPELT_WORD_LENGTH = 8  # shorter words resemble each other by nature


@dataclass(frozen=True)
class UnitRow:
    """One row of the list; ``number`` is its row in the file, from 1."""

    number: int
    code: str
    name: str
    parent_code: str = ""
    kind: str = ""


@dataclass(frozen=True)
class UnitFinding:
    """``kind`` is stable; ``other`` names what the row clashes with."""

    number: int
    kind: str
    severity: str
    value: str
    other: str = ""


def check(
    rows: Sequence[UnitRow],
    known_kinds: Iterable[str],
    known_codes: Iterable[str] = (),
) -> list[UnitFinding]:
    """All findings of a list, by row number.

    :param known_kinds: codes of the kinds of unit that exist
    :param known_codes: codes of units that exist already and may be parents
    """
    checks = (
        _incomplete(rows),
        _repeated_codes(rows),
        _parents(rows, frozenset(known_codes)),
        _unknown_kinds(rows, frozenset(known_kinds)),
        _repeated_names(rows),
        _misspelt(rows),
        _shared_functions(rows),
    )
    return sorted((f for found in checks for f in found), key=lambda f: f.number)


def _incomplete(rows: Sequence[UnitRow]) -> Iterator[UnitFinding]:
    for row in rows:
        if not any(map(str.isdigit, row.code)):
            yield UnitFinding(row.number, "unit_code_missing", ERROR, row.code)
        if not row.name.strip():
            yield UnitFinding(row.number, "unit_name_missing", ERROR, row.code)


def _repeated_codes(rows: Sequence[UnitRow]) -> Iterator[UnitFinding]:
    first: dict[str, UnitRow] = {}
    for row in rows:
        earlier = first.setdefault(row.code, row)
        if row.code and earlier is not row:
            yield UnitFinding(
                row.number, "unit_code_repeated", ERROR, row.code, str(earlier.number)
            )


def _parents(rows: Sequence[UnitRow], known: frozenset[str]) -> Iterator[UnitFinding]:
    parent_of = {row.code: row.parent_code for row in rows}
    for row in rows:
        parent = row.parent_code
        if not parent:
            continue
        if parent not in parent_of and parent not in known:
            yield UnitFinding(
                row.number, "unit_parent_unknown", ERROR, row.code, parent
            )
        elif _in_cycle(row.code, parent_of):
            yield UnitFinding(row.number, "unit_parent_cycle", ERROR, row.code, parent)
        elif not row.code.startswith(parent):
            yield UnitFinding(
                row.number, "unit_code_outside_parent", NOTE, row.code, parent
            )


def _in_cycle(code: str, parent_of: dict[str, str]) -> bool:
    seen, above = {code}, parent_of.get(code)
    while above:
        if above == code:
            return True
        if above in seen:
            return False  # a cycle further up, told of its own rows
        seen.add(above)
        above = parent_of.get(above)
    return False


def _unknown_kinds(
    rows: Sequence[UnitRow], known: frozenset[str]
) -> Iterator[UnitFinding]:
    for row in rows:
        if row.kind not in known:
            yield UnitFinding(row.number, "unit_kind_unknown", ERROR, row.kind)


def _repeated_names(rows: Sequence[UnitRow]) -> Iterator[UnitFinding]:
    first: dict[tuple[str, str], UnitRow] = {}
    for row in rows:
        key = (row.parent_code, _plain(row.name))
        earlier = first.setdefault(key, row)
        if earlier is not row:
            yield UnitFinding(
                row.number, "unit_name_repeated", NOTE, row.name, earlier.code
            )


def _misspelt(rows: Sequence[UnitRow]) -> Iterator[UnitFinding]:
    """A long word used once that looks like a word used more often."""
    count = Counter(word for row in rows for word in _plain(row.name).split())
    usual = [w for w, n in count.items() if n > 1 and len(w) >= _MISSPELT_WORD_LENGTH]
    for row in rows:
        if row.kind == "sekolah":  # named after villages: each word is used once
            continue
        for word in _plain(row.name).split():
            if count[word] > 1 or len(word) < _MISSPELT_WORD_LENGTH:
                continue
            close = get_close_matches(word, usual, n=1, cutoff=0.9)
            if close:
                yield UnitFinding(
                    row.number, "unit_name_misspelt", NOTE, row.name, close[0]
                )


def _shared_functions(rows: Sequence[UnitRow]) -> Iterator[UnitFinding]:
    """Two OPD that name the same function: one of them may be the former one."""
    holders: dict[str, list[UnitRow]] = defaultdict(list)
    for row in rows:
        if row.kind in ("dinas", "badan"):
            for function in set(functions(row.name)):
                holders[function].append(row)
    for function, found in holders.items():
        for row in found[1:]:
            yield UnitFinding(
                row.number, "unit_function_shared", NOTE, function, found[0].code
            )


def functions(name: str) -> list[str]:
    """Functions that the name of an OPD lists.

    >>> functions("DINAS PERINDUSTRIAN DAN PERDAGANGAN")
    ['PERINDUSTRIAN', 'PERDAGANGAN']
    """
    plain = _KIND_WORD.sub("", _plain(name))
    return [part for part in _CONJUNCTION.split(plain) if part]


def _plain(name: str) -> str:
    return " ".join(name.upper().split())
