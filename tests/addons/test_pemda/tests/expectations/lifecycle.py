"""Documents that change goods, and the goods in them."""

from ..isolation_policy import Policy
from .foundation import make_asset
from .register import CLERKS, READERS


def mutasi_vals(case, unit):
    to_unit = case.opd_a if unit == case.opd_b else case.opd_b
    return {"unit_id": unit.id, "to_unit_id": to_unit.id, "reason": "Uji"}


def make_mutasi(case, unit):
    return case.env["sipbd.mutasi"].create(mutasi_vals(case, unit))


def make_mutasi_line(case, unit):
    mutasi, asset = make_mutasi(case, unit), make_asset(case, unit)
    return case.env["sipbd.mutasi.line"].create(
        {"document_id": mutasi.id, "asset_id": asset.id, "name": asset.name}
    )


EXPECTED = {
    "sipbd.mutasi": Policy(
        read=READERS,
        write=CLERKS,
        create=CLERKS,
        unlink=CLERKS,
        make=make_mutasi,
        vals=mutasi_vals,
        change={"reason": "Lain"},
    ),
    # Goods are added by the dialog alone.
    "sipbd.mutasi.line": Policy(
        read=READERS,
        write=CLERKS,
        unlink=CLERKS,
        make=make_mutasi_line,
        change={"keterangan": "x"},
    ),
    # a dialog: one's own only, tried in the tests of the addon
    "sipbd.lifecycle.add": Policy(),
    # written by the system, read by nobody
    "sipbd.lifecycle.hold": Policy(),
}
