"""What each role may do with each model: the table that the isolation test proves.

A model of ours that is missing here fails the test. Whatever is not named is
expected to be refused.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

OPERATIONS = ("read", "write", "create", "unlink")

# role -> (office code, unit attribute of the test case). ``None``: no office at all;
# the pegawai is a civil servant of opd_a, and sees of others what everybody sees.
ROLES = {
    "admin_pemda": ("admin_pemda", "root"),
    "pengurus": ("pengurus_barang_pengguna", "opd_a"),
    "pembantu": ("pengurus_barang_pembantu", "unit_a1"),
    "kepala_opd": ("kepala_opd", "opd_a"),
    "bkd_staff": ("bkd_staff", "root"),
    "auditor": ("auditor", "root"),
    "operator": ("operator_kepegawaian", "opd_a"),
    "pegawai": None,
    "nobody": None,
}
EVERYBODY = frozenset(ROLES)

# Where a record lies, seen from the test case: attribute of its unit.
PLACES = ("opd_a", "unit_a1", "opd_b")

_REACH = {
    "root": frozenset(PLACES),
    "opd_a": frozenset({"opd_a", "unit_a1"}),
    "unit_a1": frozenset({"unit_a1"}),
}


@dataclass(frozen=True)
class Policy:
    """Roles that may do an operation, within the units of their office if scoped.

    ``make(case, unit)`` makes a record as the system would; ``vals(case, unit)`` are
    the values with which a role tries to create one; ``change`` is what it writes.
    """

    read: frozenset = frozenset()
    write: frozenset = frozenset()
    create: frozenset = frozenset()
    unlink: frozenset = frozenset()
    scoped: bool = True
    make: Callable | None = None
    vals: Callable | None = None
    change: dict = field(default_factory=dict)

    def allows(self, role: str, operation: str, place: str) -> bool:
        if role not in getattr(self, operation):
            return False
        if not self.scoped:
            return True
        return ROLES[role] is not None and place in _REACH[ROLES[role][1]]


def roles(*names: str) -> frozenset:
    unknown = set(names) - EVERYBODY
    assert not unknown, unknown
    return frozenset(names)
