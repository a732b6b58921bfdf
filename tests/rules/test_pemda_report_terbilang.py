"""Amounts in words, after the spelling of KBBI and EYD V."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.pemda_report.engine.terbilang import terbilang

VALUES = {
    word: value
    for value, word in enumerate(
        "nol satu dua tiga empat lima enam tujuh delapan sembilan".split()
    )
}
GROUPS = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1_000, "seribu"),
        (1_001, "seribu satu"),
        (21_000, "dua puluh satu ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (2_873_500, "dua juta delapan ratus tujuh puluh tiga ribu lima ratus"),
        (6_373_200, "enam juta tiga ratus tujuh puluh tiga ribu dua ratus"),
        (10**9, "satu miliar"),
    ],
)
def test_examples(amount, words):
    assert terbilang(amount) == words


def read(words):
    """The number that words say, read as a person does."""
    total = group = 0
    for word in words.split():
        if word in GROUPS:
            total, group = total + group * GROUPS[word], 0
        elif word == "seribu":
            total += 1000
        elif word in ("ratus", "puluh"):
            ones = group % 10
            group += ones * ({"ratus": 100, "puluh": 10}[word] - 1)
        elif word == "belas":
            group += 10
        else:
            single = {"seratus": 100, "sepuluh": 10, "sebelas": 11}
            group += single.get(word) or VALUES[word]
    return total + group


@given(st.integers(0, 10**15 - 1))
def test_what_is_written_reads_as_the_number(amount):
    assert read(terbilang(amount)) == amount


@pytest.mark.parametrize("amount", [-1, 10**18])
def test_what_has_no_words_is_refused(amount):
    with pytest.raises(ValueError):
        terbilang(amount)
