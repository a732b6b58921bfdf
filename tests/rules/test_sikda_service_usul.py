"""What stands against a line of a KGB proposal, and NIP as people paste them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.sikda_service.rules.nip_list import numbers
from odoo.addons.sikda_service.rules.usul_kgb import (
    CHANGES,
    LIFTABLE,
    OBSTACLES,
    Rise,
    change,
    problem,
)

RISE = Rise(date(2027, 2, 1), 7, 4, 2_873_500, 2_964_000)
BUDI, SARI = "197001011995031901", "198001012005012901"


@pytest.mark.parametrize(
    ("now", "code"),
    [
        ({}, ""),
        ({"tmt": date(2027, 3, 1)}, "masa_kerja"),
        ({"golongan": 8, "pay": 1}, "masa_kerja"),
        ({"mkg": 6}, "masa_kerja"),
        ({"former": 2_785_700}, "gaji_lama"),
        ({"pay": 3_000_000}, "gaji"),
    ],
)
def test_what_has_changed(now, code):
    assert change(RISE, replace(RISE, **now)) == code


@pytest.mark.parametrize(
    ("codes", "here", "told", "code"),
    [
        ((), True, (), ""),
        ((), False, (), "pindah"),
        (("sudah",), False, (), "pindah"),
        (("cltn", "sudah"), False, (), "pindah"),
        (("sudah", "kinerja_belum"), True, ("kinerja_belum",), "sudah"),
        (("kinerja_belum", "pensiun"), True, (), "pensiun"),
        (("kinerja_belum",), True, (), "kinerja_belum"),
        (("kinerja_belum",), True, ("kinerja_belum", "hukdis"), ""),
        (("kinerja_belum", "hukdis"), True, ("kinerja_belum",), "hukdis"),
    ],
)
def test_what_stands_against_a_line(codes, here, told, code):
    assert problem(RISE, RISE, codes, here, told) == code


@pytest.mark.parametrize(
    ("codes", "code"), [((), "berhenti"), (("sudah",), "berhenti"), (("cltn",), "cltn")]
)
def test_out_of_service(codes, code):
    assert problem(RISE, RISE, codes, here=False, serving=False) == code


def test_nobody_is_due_any_more():
    assert problem(RISE, None, (), True) == "tidak_jatuh_tempo"
    # at the end of the table there is no rise to compare, but a reason
    assert problem(RISE, None, ("tabel_akhir",), True) == "tabel_akhir"


@given(
    st.lists(st.sampled_from(sorted(OBSTACLES)), unique=True),
    st.booleans(),
    st.sampled_from([(), LIFTABLE]),
)
def test_a_reason_never_lifts_what_is_firm(codes, here, told):
    found = problem(RISE, RISE, tuple(codes), here, told)
    if here and any(code not in LIFTABLE for code in codes):
        assert found in codes and found not in LIFTABLE
    assert found in {"", *OBSTACLES, *CHANGES}


def test_firm_obstacles_are_told_first():
    order = list(OBSTACLES)
    assert order[-len(LIFTABLE) :] == list(LIFTABLE)


@pytest.mark.parametrize(
    ("text", "found", "faulty"),
    [
        (None, [], []),
        ("  \n , ;", [], []),
        (f"{BUDI}\n{SARI}", [BUDI, SARI], []),
        (f"{BUDI} {SARI}", [BUDI, SARI], []),
        ("19700101 199503 1 901; '198001012005012901", [BUDI, SARI], []),
        (f"{BUDI}, {BUDI}", [BUDI], []),
        (f"{BUDI}, 123, x' OR 1=1", [BUDI], ["123", "x' OR 1=1"]),
        ("١" * 18, [], ["١" * 18]),
    ],
)
def test_lists_of_nip(text, found, faulty):
    assert numbers(text) == (found, faulty)


@given(st.lists(st.integers(0, 10**18 - 1)), st.sampled_from(["\n", ", ", ";", "\t"]))
def test_every_nip_of_a_list_is_found(values, separator):
    nips = [f"{value:018}" for value in values]
    assert numbers(separator.join(nips)) == (list(dict.fromkeys(nips)), [])


@given(st.text())
def test_whatever_is_pasted_gives_nip_or_is_named(text):
    found, _faulty = numbers(text)
    assert all(len(nip) == 18 and nip.isdigit() for nip in found)
