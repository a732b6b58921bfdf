"""Documents that change goods, and the goods in them."""

from ..isolation_policy import Policy
from .foundation import ADMIN, make_asset
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


def approved(document):
    """A document as it stands after its decision."""
    document._approval_as_engine().state = "approved"
    return document


def batal_vals(case, unit):
    mutasi = approved(make_mutasi_line(case, unit).document_id)
    return {"mutasi_id": mutasi.id, "reason": "Uji"}


def make_batal(case, unit):
    return case.env["sipbd.mutasi.batal"].create(batal_vals(case, unit))


def make_teks(case, unit):
    return case.env["sipbd.lifecycle.teks"].create(
        {"name": "Surat", "code": f"uji_{unit.code}", "tentang": "Uji"}
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
    "sipbd.mutasi.batal": Policy(
        read=READERS,
        write=CLERKS,
        create=CLERKS,
        unlink=CLERKS,
        make=make_batal,
        vals=batal_vals,
        change={"reason": "Lain"},
    ),
    "sipbd.mutasi.batal.line": Policy(
        read=READERS,
        make=lambda case, unit: make_batal(case, unit).line_ids,
        change={"keterangan": "x"},
    ),
    "sipbd.lifecycle.teks": Policy(
        read=READERS | ADMIN,
        write=ADMIN,
        scoped=False,
        make=make_teks,
        change={"tembusan": "x"},
    ),
    # dialogs: one's own only, tried in the tests of the addon
    "sipbd.lifecycle.add": Policy(),
    "sipbd.mutasi.room": Policy(),
    # written by the system, read by nobody
    "sipbd.lifecycle.hold": Policy(),
}
