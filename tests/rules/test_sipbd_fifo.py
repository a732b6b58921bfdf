"""First in, first out, on example 15 (kartu barang of a school asset system)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.sipbd.rules.fifo import Layer, NotEnough, issue, value

LAYERS = st.lists(
    st.builds(
        Layer,
        st.decimals("0.01", "1000", places=2),
        st.decimals("0", "1000000", places=2),
    ),
    max_size=6,
)


def layer(jumlah, harga):
    return Layer(Decimal(jumlah), Decimal(harga))


def test_15_oldest_first():
    stock = [layer(8, 50_000)]
    assert value(stock) == 400_000
    stock.append(layer(20, 52_000))
    assert value(stock) == 1_440_000
    out, stock = issue(stock, Decimal(5))
    assert (value(out), value(stock)) == (250_000, 1_190_000)
    out, stock = issue(stock, Decimal(7))
    assert out == [layer(3, 50_000), layer(4, 52_000)]
    assert (value(out), value(stock)) == (358_000, 832_000)
    assert sum(part.jumlah for part in stock) == 16


def test_more_than_there_is_is_refused():
    with pytest.raises(NotEnough):
        issue([layer(3, 10)], Decimal("3.01"))
    with pytest.raises(NotEnough):
        issue([], Decimal(1))


@pytest.mark.parametrize("jumlah", [0, -1])
def test_nothing_or_less_is_refused(jumlah):
    with pytest.raises(ValueError, match="more than nothing"):
        issue([layer(3, 10)], Decimal(jumlah))


@given(LAYERS, st.decimals("0.01", "5000", places=2))
def test_nothing_is_lost(layers, jumlah):
    stock = sum((part.jumlah for part in layers), Decimal())
    if jumlah > stock:
        with pytest.raises(NotEnough):
            issue(layers, jumlah)
        return
    out, left = issue(layers, jumlah)
    assert sum(part.jumlah for part in out) == jumlah
    assert value(out) + value(left) == value(layers)
    assert all(part.jumlah > 0 for part in (*out, *left))
