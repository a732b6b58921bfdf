"""Rooms and totals of the register, and the forms that book on it."""

from ..isolation_policy import Policy, roles
from .foundation import DOCUMENT

READERS = roles("pengurus", "pembantu", "kepala_opd", "auditor")
CLERKS = roles("pengurus", "pembantu")


def room_vals(case, unit):
    return {"code": "99", "name": "Ruang uji", "unit_id": unit.id}


def make_room(case, unit):
    return case.env["sipbd.ruang"].create({**room_vals(case, unit), "code": "98"})


def make_check(case, unit):
    return case.env["sipbd.ledger.check"].create({"unit_id": unit.id, "count": 1})


def piece_vals(case, unit):
    """A piece in a form of the role's own: the record that is split is its business."""
    asset = case.env["sipbd.asset"].search([("unit_id", "=", unit.id)], limit=1)
    wizard = case.env["sipbd.entry.wizard"].create({"asset_id": asset.id, **DOCUMENT})
    return {"wizard_id": wizard.id, "name": "Bagian", "nilai": 1}


EXPECTED = {
    "sipbd.ruang": Policy(
        read=READERS,
        write=CLERKS,
        create=CLERKS,
        unlink=CLERKS,
        make=make_room,
        vals=room_vals,
        change={"name": "Ruang lain"},
    ),
    "sipbd.ledger.check": Policy(
        read=roles("admin_pemda"), make=make_check, change={"count": 0}
    ),
    # A form of somebody else takes no pieces.
    "sipbd.entry.piece": Policy(vals=piece_vals),
    # Answers through sipbd.asset only.
    "sipbd.asset.total": Policy(),
    # What closed periods print: read by their forms only.
    "sipbd.former": Policy(),
}
