"""Hashes of documents and the chain of decisions."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.pemda_approval.rules.chain import (
    START,
    Fault,
    Link,
    canonical,
    document_hash,
    link_hash,
    seal_hash,
    verify,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (1, 1.0),
        (Decimal("1.50"), 1.5),
        (0.0, -0.0),
        ([1, 2], (1, 2)),
        (Decimal("1E+2"), 100),
    ],
)
def test_equal_things_have_one_text(one, other):
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([1, 2], [2, 1]),
        ("1", 1),
        (None, ""),
        (False, 0),
        ({"a": None}, {}),
        (date(2026, 1, 1), datetime(2026, 1, 1)),
        (Decimal("0.1"), Decimal("0.10000001")),
        ({"a": "b,c"}, {"a": "b", "c": ""}),
    ],
)
def test_different_things_have_different_texts(one, other):
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1: 2}, object(), {1}])
def test_what_has_no_text_is_refused(value):
    with pytest.raises(TypeError):
        canonical(value)


def test_the_text_is_readable_indonesian():
    assert canonical({"nama": "Sekretaris – “Daerah”"}) == (
        '{"nama":"Sekretaris – “Daerah”"}'
    )


def test_the_hash_names_the_document():
    payload = {"name": "BAST"}
    hashes = {
        document_hash("a", 1, payload),
        document_hash("a", 2, payload),
        document_hash("b", 1, payload),
        document_hash("a", 1, {"name": "BASTX"}),
    }
    assert len(hashes) == 4


def chain_of(contents):
    links, previous = [], START
    for position, content in enumerate(contents, start=1):
        link = link_hash(previous, content)
        links.append(Link(position, content, previous, link))
        previous = link
    return links, len(links), previous


contents = st.lists(
    st.dictionaries(st.sampled_from("abc"), st.integers(), max_size=3),
    min_size=2,
    max_size=8,
)


@given(contents)
def test_an_untouched_chain_has_no_finding(values):
    assert list(verify(*chain_of(values))) == []


@given(contents, st.data())
def test_every_single_change_is_found(values, data):
    links, count, head = chain_of(values)
    index = data.draw(st.integers(0, len(links) - 1))
    link = links[index]
    forged = Link(link.position, {**link.content, "z": 1}, link.previous, link.hash)
    links[index] = forged
    assert list(verify(links, count, head))
    # even if its own hash is made anew, the next one (or the head) tells
    remade = link_hash(forged.previous, forged.content)
    links[index] = Link(forged.position, forged.content, forged.previous, remade)
    assert list(verify(links, count, head))


@given(contents, st.data())
def test_every_missing_or_added_link_is_found(values, data):
    links, count, head = chain_of(values)
    index = data.draw(st.integers(0, len(links) - 1))
    assert list(verify(links[:index] + links[index + 1 :], count, head))
    extra = Link(count + 1, {}, head, link_hash(head, {}))
    assert list(verify([*links, extra], count, head))


def test_what_is_said_of_a_fault():
    links, count, head = chain_of([{"a": 1}, {"a": 2}, {"a": 3}])
    faults = [finding.fault for finding in verify(links[1:], count, head)]
    assert faults == [Fault.MISSING]
    faults = [finding.fault for finding in verify(links[:2], count, head)]
    assert faults == [Fault.HEAD]


@given(st.lists(st.text("abc")), st.lists(st.text("abc")))
def test_seals_follow_each_other(first, second):
    one = seal_hash(START, first)
    assert seal_hash(one, second) != seal_hash(START, second)
