"""Coordinates as clerks copy them from a map, a certificate or a phone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.sipbd.rules.coordinates import (
    EAST,
    NORTH,
    SOUTH,
    WEST,
    CoordinateError,
    check,
    parse,
    show,
)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("-7.645, 112.903", (-7.645, 112.903)),
        ("-7.645 112.903", (-7.645, 112.903)),
        ("-7,645; 112,903", (-7.645, 112.903)),
        ("-7,645, 112,903", (-7.645, 112.903)),
        ("−7.645,112.903", (-7.645, 112.903)),
        ("0, 109.33", (0, 109.33)),  # Pontianak, on the equator
        ("7°38'42\"S 112°54'10.5\"E", (-7.645, 112.902917)),
        ("7°38'42\" LS, 112°54'10,5\" BT", (-7.645, 112.902917)),
        ("5°53'0\"LU 95°19'0\"BT", (5.883333, 95.316667)),
    ],
)
def test_reads(text, expected):
    assert parse(text) == expected


@pytest.mark.parametrize(
    "text, kind",
    [
        ("", "unreadable"),
        ("Jalan Alun-Alun 1", "unreadable"),
        ("-7.645", "unreadable"),
        ("1,2,3,4,5", "unreadable"),
        ("nan, inf", "unreadable"),
        ("9" * 5000, "unreadable"),
        ("112.903, -7.645", "swapped"),
        ("7.645, 112.903", "outside"),  # the minus forgotten
        ("0, 0", "outside"),
        ("52.37, 4.89", "outside"),
    ],
)
def test_refuses(text, kind):
    with pytest.raises(CoordinateError) as error:
        parse(text)
    assert error.value.kind == kind


@given(
    st.floats(SOUTH, NORTH).map(lambda x: round(x, 6)),
    st.floats(WEST, EAST).map(lambda x: round(x, 6)),
)
def test_what_is_shown_is_read_back(latitude, longitude):
    check(latitude, longitude)
    assert parse(show(latitude, longitude)) == (latitude, longitude)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    try:
        check(*parse(text))
    except CoordinateError:
        pass
