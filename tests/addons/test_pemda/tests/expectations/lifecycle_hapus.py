"""Write-offs, their cancellations, and the tables that they ask."""

from odoo import Command

from ..isolation_policy import Policy
from .foundation import _one, _reference, make_asset
from .lifecycle import approved
from .register import CLERKS, READERS


def hapus_vals(case, unit):
    return {"unit_id": unit.id, "reason": "Uji"}


def make_hapus(case, unit):
    return case.env["sipbd.hapus"].create(hapus_vals(case, unit))


def make_hapus_line(case, unit):
    hapus, asset = make_hapus(case, unit), make_asset(case, unit)
    return case.env["sipbd.hapus.line"].create(
        {"document_id": hapus.id, "asset_id": asset.id, "name": asset.name}
    )


def dokumen_vals(case, unit):
    return {
        "document_id": make_hapus(case, unit).id,
        "jenis_id": case.env.ref("sipbd_lifecycle.jenis_lain").id,
        "number": "1",
        "date": "2026-01-02",
    }


def make_dokumen(case, unit):
    return case.env["sipbd.hapus.dokumen"].create(dokumen_vals(case, unit))


def batal_vals(case, unit):
    hapus = approved(make_hapus(case, unit))
    return {"hapus_id": hapus.id, "reason": "Uji", "dasar": "BA 1/2026"}


def make_batal(case, unit):
    return case.env["sipbd.hapus.batal"].create(batal_vals(case, unit))


def make_batal_line(case, unit):
    batal, asset = make_batal(case, unit), make_asset(case, unit)
    return case.env["sipbd.hapus.batal.line"].create(
        {"document_id": batal.id, "asset_id": asset.id, "name": asset.name}
    )


def make_syarat(case, unit):
    return case.env["sipbd.hapus.syarat"].create(
        {
            "name": "Uji",
            "approver": "dprd",
            "sebab_ids": [Command.set(case.env.ref("sipbd_lifecycle.sebab_hibah").ids)],
            "date_from": "2031-01-01",
            "legal_basis": "Uji",
        }
    )


def _document(**keywords):
    return Policy(read=READERS, write=CLERKS, create=CLERKS, unlink=CLERKS, **keywords)


EXPECTED = {
    "sipbd.hapus": _document(
        make=make_hapus, vals=hapus_vals, change={"reason": "Lain"}
    ),
    # Goods are added by the dialog alone.
    "sipbd.hapus.line": Policy(
        read=READERS,
        write=CLERKS,
        unlink=CLERKS,
        make=make_hapus_line,
        change={"nilai_wajar": 1},
    ),
    "sipbd.hapus.dokumen": _document(
        make=make_dokumen, vals=dokumen_vals, change={"number": "2"}
    ),
    "sipbd.hapus.batal": _document(
        make=make_batal, vals=batal_vals, change={"reason": "Lain"}
    ),
    "sipbd.hapus.batal.line": Policy(
        read=READERS,
        write=CLERKS,
        unlink=CLERKS,
        make=make_batal_line,
        change={"keterangan": "x"},
    ),
    "sipbd.hapus.jenis": _reference(
        make=_one("sipbd.hapus.jenis", code="uji_*", name="Uji"),
        change={"name": "Uji lain"},
    ),
    "sipbd.hapus.sebab": _reference(
        make=_one("sipbd.hapus.sebab", code="uji_*", name="Uji", legal_basis="Uji"),
        change={"name": "Uji lain"},
    ),
    "sipbd.hapus.syarat": _reference(
        make=make_syarat, change={"amount_above": 1_000_000}
    ),
    "sipbd.hapus.usia": _reference(
        make=_one(
            "sipbd.hapus.usia",
            name="Uji",
            date_from="2031-01-01",
            legal_basis="Uji",
            years=7,
        ),
        change={"years": 9},
    ),
    "sipbd.hapus.kecuali": _reference(
        make=_one(
            "sipbd.hapus.kecuali", name="Uji", date_from="2031-01-01", legal_basis="Uji"
        ),
        change={"name": "Uji lain"},
    ),
}
