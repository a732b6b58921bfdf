"""Cost of goods issued first in, first out (persediaan, Permendagri 47/2021)."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Layer:
    """Goods received together at one price."""

    jumlah: Decimal
    harga: Decimal


class NotEnough(ValueError):
    """More is asked for than there is."""


def issue(layers: Iterable[Layer], jumlah: Decimal) -> tuple[list[Layer], list[Layer]]:
    """Take goods out of stock, the oldest first.

    :param layers: stock in the order of receipt
    :return: what is issued and what is left
    :raises NotEnough: when the stock does not hold so much
    :raises ValueError: when ``jumlah`` is not above zero
    """
    if jumlah <= 0:
        raise ValueError("an issue is of more than nothing")
    left, issued, wanted = deque(layers), [], jumlah
    while wanted and left:
        layer = left.popleft()
        taken = min(layer.jumlah, wanted)
        wanted -= taken
        issued.append(Layer(taken, layer.harga))
        if taken < layer.jumlah:
            left.appendleft(Layer(layer.jumlah - taken, layer.harga))
    if wanted:
        raise NotEnough(wanted)
    return issued, list(left)


def value(layers: Iterable[Layer]) -> Decimal:
    """What layers are worth."""
    return sum((layer.jumlah * layer.harga for layer in layers), Decimal())
