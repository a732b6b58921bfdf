"""Rooms of the register."""

from ..isolation_policy import Policy, roles

READERS = roles("pengurus", "pembantu", "kepala_opd", "auditor")
CLERKS = roles("pengurus", "pembantu")


def room_vals(case, unit):
    return {"code": "99", "name": "Ruang uji", "unit_id": unit.id}


def make_room(case, unit):
    return case.env["sipbd.ruang"].create({**room_vals(case, unit), "code": "98"})


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
}
