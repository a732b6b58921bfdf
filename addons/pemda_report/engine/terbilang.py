"""Amounts in words, as they stand in letters beside the figures (KBBI, EYD V)."""

from .formats import rupiah

DIGITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split()
# name of each group of three digits, from the right
GROUPS = ("", "ribu", "juta", "miliar", "triliun", "kuadriliun")


def terbilang(amount: int) -> str:
    """
    >>> terbilang(2873500)
    'dua juta delapan ratus tujuh puluh tiga ribu lima ratus'
    >>> terbilang(1011)
    'seribu sebelas'

    :raises ValueError: below zero, or more than there are names for
    """
    if not 0 <= amount < 1000 ** len(GROUPS):
        raise ValueError(f"{amount} cannot be written in words")
    if not amount:
        return DIGITS[0]
    words = []
    for position in reversed(range(len(GROUPS))):
        group = amount // 1000**position % 1000
        if group == 1 and GROUPS[position] == "ribu":
            words.append("seribu")
        elif group:
            words += [*_below_thousand(group), GROUPS[position]]
    return " ".join(filter(None, words))


def rupiah_in_words(amount) -> str:
    """``Rp2.873.500 (dua juta ... rupiah)``; sen stand in the figures only."""
    return f"{rupiah(amount)} ({terbilang(int(amount))} rupiah)"


def _below_thousand(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = _multiple(hundreds, "ratus")
    if 11 <= rest <= 19:
        return [*words, *_multiple(rest - 10, "belas")]
    tens, ones = divmod(rest, 10)
    return [*words, *_multiple(tens, "puluh"), *([DIGITS[ones]] if ones else [])]


def _multiple(count: int, unit: str) -> list[str]:
    """``dua ratus``; one of them is ``seratus``."""
    if not count:
        return []
    return [f"se{unit}"] if count == 1 else [DIGITS[count], unit]
