"""Kept totals: which of them answer, and for which subtrees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.sipbd.rules import totals

# Every node of a small tree, as its path.
PATHS = [
    "/".join(map(str, steps)) + "/"
    for steps in [(1,), (1, 2), (1, 3), (1, 2, 4), (1, 2, 5), (1, 2, 22), (6,), (6, 7)]
]


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        ((), ("state", "kib", "kondisi", "komptabel")),
        (("state", "unit_id"), ("state", "unit_id")),
        (("kib", "unit_id"), ("state", "kib", "unit_id")),
        (("code_id", "state"), ("state", "kib", "code_id")),
        (("kondisi", "unit_id"), ("state", "kib", "kondisi", "unit_id")),
    ],
)
def test_smallest_cuboid_that_has_all(names, kept):
    assert totals.CUBOIDS[totals.cuboid_of(names)] == kept


@pytest.mark.parametrize("names", [("unit_id", "code_id"), ("merk_type",)])
def test_no_cuboid(names):
    assert totals.cuboid_of(names) is None


def test_cuboids_differ_by_what_they_are_kept_by():
    """Sums are told apart by the columns and the unit: see asset_total_sums.sql."""
    assert len({frozenset({*kept, "unit_id"}) for kept in totals.CUBOIDS}) == len(
        totals.CUBOIDS
    )
    assert all(set(kept) <= set(totals.DIMENSIONS) for kept in totals.CUBOIDS)


@given(st.lists(st.lists(st.sampled_from(PATHS)), min_size=1, max_size=4))
def test_common_roots_are_what_all_choices_have_in_common(choices):
    roots = totals.common_roots(choices)
    for node in PATHS:
        in_all = all(any(node.startswith(p) for p in paths) for paths in choices)
        # below one root at most: nothing is counted twice
        assert sum(node.startswith(root) for root in roots) == in_all
