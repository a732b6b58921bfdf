"""Goods as people paste and scan them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.sipbd_lifecycle.rules.goods_list import (
    LONGEST_MARK,
    MOST_MARKS,
    marks,
)

NIBAR = "120100000100000000000202413205010400100000010"
REGISTER = "12.01.0000.01000000000000.2024 1.3.2.05.01.04.001.000001"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (None, ()),
        (" \n\t;, ", ()),
        (NIBAR, (NIBAR,)),
        (f"'{NIBAR}\r\n{REGISTER}", (NIBAR, REGISTER)),
        (f"{NIBAR[:20]} {NIBAR[20:]}", (NIBAR,)),
        (f"{REGISTER.replace(' ', '   ')}\t12", (REGISTER, "12")),
        (f"https://bmd.go.id/sipbd/a/{NIBAR}?x=1", (NIBAR,)),
        (f"HTTP://bmd.go.id/SIPBD/a/{NIBAR}#top", (NIBAR,)),
        ("=1+1\x00", ("=1+1",)),
    ],
)
def test_pieces(text, wanted):
    assert marks(text).wanted == wanted


def test_each_once_and_what_is_repeated():
    named = marks("1;2;1;3;3;1")
    assert (named.wanted, named.repeated) == (("1", "2", "3"), ("1", "3"))


def test_what_is_too_much_is_counted():
    named = marks("\n".join(map(str, range(MOST_MARKS + 7))))
    assert (len(named.wanted), named.left) == (MOST_MARKS, 7)
    assert marks("x" * 500).wanted == ("x" * LONGEST_MARK,)


@given(st.text())
def test_any_text_gives_short_marks(text):
    named = marks(text)
    assert all(0 < len(mark) <= LONGEST_MARK for mark in named.wanted)
    assert len(set(named.wanted)) == len(named.wanted)
    assert set(named.repeated) <= set(named.wanted)
