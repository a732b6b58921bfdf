"""Who has to agree to a write-off.

Source of the cases: Permendagri 19/2016 Pasal 331-337 (DPRD: land and buildings, other
goods above Rp5,000,000,000 per usulan) and Pasal 431-473 (approval of the kepala
daerah, not asked for after pemindahtanganan and pemusnahan).
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.sipbd_lifecycle.rules.hapus import (
    DPRD,
    KEPALA_DAERAH,
    PEROLEHAN,
    WAJAR,
    Goods,
    Syarat,
    approvers,
    needed,
)

DAY = date(2026, 11, 23)
LAND_AND_BUILDINGS = ("1.3.1", "1.3.3")
SALE = frozenset({"penjualan", "tukar_menukar", "penyertaan_modal"})
BILLION = Decimal(1_000_000_000)

ROWS = (
    Syarat(
        id=1,
        approver=KEPALA_DAERAH,
        date_from=date(2016, 1, 1),
        causes=frozenset({"rusak_berat", "hilang", "putusan"}),
    ),
    Syarat(
        id=2,
        approver=DPRD,
        date_from=date(2016, 1, 1),
        causes=SALE | {"hibah"},
        prefixes=LAND_AND_BUILDINGS,
        exceptions=frozenset({7}),
    ),
    Syarat(
        id=3,
        approver=DPRD,
        date_from=date(2016, 1, 1),
        causes=SALE,
        except_prefixes=LAND_AND_BUILDINGS,
        amount_above=5 * BILLION,
        basis=WAJAR,
    ),
    Syarat(
        id=4,
        approver=DPRD,
        date_from=date(2016, 1, 1),
        causes=frozenset({"hibah"}),
        except_prefixes=LAND_AND_BUILDINGS,
        amount_above=5 * BILLION,
        basis=PEROLEHAN,
    ),
)
CAR, LAND = "1.3.2.02.01.01.001", "1.3.1.01.01.01.001"


def goods(cause, code, perolehan, wajar=None, count=1):
    return Goods(
        cause=cause,
        code=code,
        perolehan=Decimal(perolehan),
        wajar=Decimal(perolehan if wajar is None else wajar),
        count=count,
    )


@pytest.mark.parametrize(
    ("what", "who"),
    [
        # badly damaged: the kepala daerah, whatever it is worth
        ([goods("rusak_berat", CAR, 1)], {KEPALA_DAERAH}),
        ([goods("rusak_berat", LAND, 10 * BILLION)], {KEPALA_DAERAH}),
        # after destruction nobody is asked again
        ([goods("pemusnahan", CAR, 9 * BILLION)], set()),
        # land and buildings go to the DPRD, whatever they are worth
        ([goods("penjualan", LAND, 1)], {DPRD}),
        ([goods("hibah", LAND, 1)], {DPRD}),
        # other goods above five billion: exactly five are not above
        ([goods("penjualan", CAR, 5 * BILLION)], set()),
        ([goods("penjualan", CAR, 5 * BILLION + 1)], {DPRD}),
        # counted per usulan, not per item
        ([goods("penjualan", CAR, 3 * BILLION, count=3)] * 2, {DPRD}),
        ([goods("penjualan", CAR, 2 * BILLION)] * 2, set()),
        # the nilai wajar counts for a sale, the acquisition value for a grant
        ([goods("penjualan", CAR, 9 * BILLION, BILLION)], set()),
        ([goods("hibah", CAR, 9 * BILLION, BILLION)], {DPRD}),
        ([goods("penjualan", CAR, BILLION, 9 * BILLION)], {DPRD}),
        # several causes in one document
        (
            [goods("hilang", CAR, 1), goods("penjualan", LAND, 1)],
            {KEPALA_DAERAH, DPRD},
        ),
        ([], set()),
    ],
)
def test_who_agrees(what, who):
    assert approvers(needed(ROWS, what, DAY)) == who


def test_exception_of_the_law():
    found = needed(ROWS, [goods("penjualan", LAND, BILLION)], DAY)
    assert approvers(found) == {DPRD}
    assert approvers(found, exception=7) == set()
    assert approvers(found, exception=8) == {DPRD}


def test_no_exception_for_other_goods():
    found = needed(ROWS, [goods("penjualan", CAR, 6 * BILLION)], DAY)
    assert approvers(found, exception=7) == {DPRD}


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2015, 12, 31), False),
        (date(2016, 1, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_dated(day, holds):
    row = replace(ROWS[0], date_to=date(2026, 12, 31))
    assert bool(needed([row], [goods("hilang", CAR, 1)], day)) is holds


def test_says_what_it_is_about():
    (found,) = needed(
        ROWS,
        [goods("penjualan", LAND, 7, count=2), goods("penjualan", CAR, 1)],
        DAY,
    )
    assert (found.syarat.id, found.count, found.amount) == (2, 2, Decimal(7))


amounts = st.decimals(0, 10**13, places=2)
goods_of_all_kinds = st.builds(
    Goods,
    cause=st.sampled_from(["rusak_berat", "penjualan", "hibah", "pemusnahan"]),
    code=st.sampled_from([CAR, LAND, "1.3.3.01", "1.5.4.01"]),
    perolehan=amounts,
    wajar=amounts,
)


@given(st.lists(goods_of_all_kinds), goods_of_all_kinds)
def test_more_goods_never_need_fewer(some, more):
    before = approvers(needed(ROWS, some, DAY))
    assert before <= approvers(needed(ROWS, [*some, more], DAY))


@given(st.lists(goods_of_all_kinds), st.randoms())
def test_order_does_not_matter(some, random):
    shuffled = list(some)
    random.shuffle(shuffled)
    assert approvers(needed(ROWS, some, DAY)) == approvers(needed(ROWS, shuffled, DAY))
