"""What callers of an API may give."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.pemda_approval.rules.arguments import is_id, plain_text


@pytest.mark.parametrize("value", [1, 77, 2**31 - 1])
def test_ids(value):
    assert is_id(value)


@pytest.mark.parametrize(
    "value", [0, -1, 2**31, 1.0, True, False, None, "1", [1], {"id": 1}]
)
def test_what_is_no_id(value):
    assert not is_id(value)


surrogates = st.characters(categories=["Cs"])


@given(st.text(st.one_of(st.characters(), surrogates, st.just("\x00"))))
def test_a_plain_text_goes_everywhere(text):
    plain = plain_text(text)
    assert "\x00" not in plain
    assert json.loads(json.dumps(plain).encode()) == plain
    assert plain.encode().decode() == plain


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_what_is_plain_stays(text):
    assert plain_text(text) == text
