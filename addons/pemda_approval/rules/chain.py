"""Hashes of what was decided on, and the chain that shows later tampering.

Every decision carries the hash of the document, and a hash over itself and the
decision before it. Whoever changes, adds or removes one afterwards would have to
make all later ones anew, and the seals, which are kept on paper as well.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum

START = "0" * 64


def canonical(value) -> str:
    """One text for one value, whatever the order in which it was built.

    :raises TypeError: a value that has no such text
    """
    return json.dumps(
        _plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )


def _plain(value):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, (int, float, Decimal)):
        return _number(value)
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    if isinstance(value, bytes):
        return {"sha256": hashlib.sha256(value).hexdigest()}
    if isinstance(value, Mapping):
        return {_key(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    raise TypeError(f"{type(value).__name__} has no canonical text")


def _key(key):
    if not isinstance(key, str):
        raise TypeError(f"key {key!r} is not a text")
    return key


def _number(value):
    """Numbers that are equal are one text: 1, 1.0 and Decimal("1.00")."""
    if isinstance(value, float):
        if not math.isfinite(value):
            raise TypeError(f"{value} has no canonical text")
        value = Decimal(repr(value))
    text = format(Decimal(value).normalize(), "f")
    return {"number": "0" if text == "-0" else text}


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def document_hash(model: str, record_id: int, payload: Mapping) -> str:
    """Hash of a document as it stands."""
    return sha256(canonical({"model": model, "id": record_id, "payload": payload}))


def link_hash(previous: str, decision: Mapping) -> str:
    """Hash of a decision that follows the one with hash ``previous``."""
    return sha256(canonical({"previous": previous, "decision": decision}))


def seal_hash(previous: str, hashes: Iterable[str]) -> str:
    """Hash over many decisions, which follows the seal ``previous``."""
    digest = hashlib.sha256(previous.encode())
    for each in hashes:
        digest.update(each.encode())
    return digest.hexdigest()


class Fault(Enum):
    """What is wrong with a link."""

    MISSING = "decisions before it are missing"
    PREVIOUS = "it does not follow the decision before it"
    CONTENT = "its content was changed"
    HEAD = "the last decision is missing or was added"


@dataclass(frozen=True)
class Link:
    """A decision as the database has it."""

    position: int
    content: Mapping
    previous: str
    hash: str


@dataclass(frozen=True)
class Finding:
    position: int
    fault: Fault


def verify(links: Iterable[Link], count: int, head: str) -> Iterator[Finding]:
    """Everything that is wrong with one chain.

    :param links: in the order of their position
    :param count: how many there should be
    :param head: hash of the last one
    """
    expected, previous = 1, START
    for link in links:
        if link.position != expected:
            yield Finding(link.position, Fault.MISSING)
        elif link.previous != previous:
            yield Finding(link.position, Fault.PREVIOUS)
        if link.hash != link_hash(link.previous, link.content):
            yield Finding(link.position, Fault.CONTENT)
        expected, previous = link.position + 1, link.hash
    if (expected - 1, previous) != (count, head):
        yield Finding(max(expected - 1, count), Fault.HEAD)
