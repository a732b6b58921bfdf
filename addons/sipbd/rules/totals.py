"""Which kept totals of the register answer a question.

Totals are kept per unit with all that lies below it (the scope), each set of them by
some columns of the asset: one by unit, one by code, one by what a clerk filters by.
Sets by all columns together would be as many rows as assets.
"""

from collections.abc import Collection, Iterable

# Columns of sipbd.asset that totals are kept by.
DIMENSIONS = (
    "unit_id",
    "code_id",
    "kib",
    "state",
    "kondisi",
    "komptabel",
    "tahun_perolehan",
    "cara_perolehan",
)
# The smaller ones first: the first that has all that is asked for answers.
CUBOIDS = (
    ("state", "kib", "kondisi", "komptabel"),
    ("state", "kib", "tahun_perolehan"),
    ("state", "unit_id"),
    ("state", "kib", "code_id"),
    ("state", "kib", "unit_id"),
    ("state", "kib", "kondisi", "komptabel", "tahun_perolehan", "cara_perolehan"),
    ("state", "kib", "kondisi", "unit_id"),
)


def cuboid_of(names: Collection[str]) -> int | None:
    """Number of the first cuboid that has all these columns."""
    wanted = set(names)
    for number, kept in enumerate(CUBOIDS):
        if wanted <= set(kept):
            return number
    return None


def common_roots(choices: Iterable[Collection[str]]) -> list[str]:
    """Tops of the subtrees that are in every choice.

    :param choices: for each, the paths ("1/5/") of its units; all below them counts
    :return: paths, none of them below another
    """
    common = {""}
    for paths in choices:
        common = {
            max(one, other, key=len)
            for one in common
            for other in paths
            if one.startswith(other) or other.startswith(one)
        }
    return sorted(
        path
        for path in common
        if not any(path != other and path.startswith(other) for other in common)
    )
