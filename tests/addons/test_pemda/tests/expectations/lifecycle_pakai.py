"""Goods in the hands of employees."""

from ..isolation_policy import Policy
from .foundation import make_asset
from .lifecycle import approved
from .register import CLERKS, READERS

NIP = "198501012010011077"


def pakai_vals(case, unit):
    people = case.env["hr.employee"].sudo()
    if not people.search_count([("nip", "=", NIP)]):
        people.create({"name": "Pemakai Uji", "nip": NIP})
    return {"unit_id": unit.id, "holder_nip": NIP, "reason": "Uji"}


def make_pakai(case, unit):
    return case.env["sipbd.pakai"].create(pakai_vals(case, unit))


def make_line(case, unit, model, document):
    asset = make_asset(case, unit)
    return case.env[model].create(
        {"document_id": document.id, "asset_id": asset.id, "name": asset.name}
    )


def make_pakai_line(case, unit):
    return make_line(case, unit, "sipbd.pakai.line", make_pakai(case, unit))


def batal_vals(case, unit):
    """A cancellation belongs to the unit of its document."""
    return {"pakai_id": approved(make_pakai(case, unit)).id, "reason": "Keliru"}


def make_batal(case, unit):
    return case.env["sipbd.pakai.batal"].create(batal_vals(case, unit))


def make_batal_line(case, unit):
    return make_line(case, unit, "sipbd.pakai.batal.line", make_batal(case, unit))


def hilang_vals(case, unit):
    return {
        "unit_id": unit.id,
        "lost_date": "2026-01-05",
        "place": "Kantor",
        "reason": "Uji",
        "polisi_number": "1",
        "polisi_date": "2026-01-06",
    }


def make_hilang(case, unit):
    return case.env["sipbd.hilang"].create(hilang_vals(case, unit))


def make_hilang_line(case, unit):
    return make_line(case, unit, "sipbd.hilang.line", make_hilang(case, unit))


def hilang_batal_vals(case, unit):
    """Of a loss that was decided on, with goods that are still lost."""
    hilang = make_hilang(case, unit)
    hilang._add_goods(make_asset(case, unit))
    document = {
        "document_kind": "ba",
        "document_number": "1",
        "document_date": str(case.env.company._pemda_today()),
    }
    hilang.line_ids.asset_id._report_lost(document)
    return {"hilang_id": approved(hilang).id, "reason": "Keliru", "dasar": "BA 1"}


def make_hilang_batal(case, unit):
    return case.env["sipbd.hilang.batal"].create(hilang_batal_vals(case, unit))


def make_hilang_batal_line(case, unit):
    return make_hilang_batal(case, unit).line_ids


EXPECTED = {
    "sipbd.pakai": Policy(
        read=READERS,
        write=CLERKS,
        create=CLERKS,
        unlink=CLERKS,
        make=make_pakai,
        vals=pakai_vals,
        change={"reason": "Lain"},
    ),
    # Goods are added by the dialog alone.
    "sipbd.pakai.line": Policy(
        read=READERS,
        write=CLERKS,
        unlink=CLERKS,
        make=make_pakai_line,
        change={"kelengkapan": "x"},
    ),
    "sipbd.pakai.batal": Policy(
        read=READERS,
        write=CLERKS,
        create=CLERKS,
        unlink=CLERKS,
        make=make_batal,
        vals=batal_vals,
        change={"reason": "Lain"},
    ),
    # All goods of the document that is cancelled: nobody changes the list.
    "sipbd.pakai.batal.line": Policy(
        read=READERS, make=make_batal_line, change={"keterangan": "x"}
    ),
    "sipbd.hilang": Policy(
        read=READERS,
        write=CLERKS,
        create=CLERKS,
        unlink=CLERKS,
        make=make_hilang,
        vals=hilang_vals,
        change={"place": "Lain"},
    ),
    "sipbd.hilang.line": Policy(
        read=READERS,
        write=CLERKS,
        unlink=CLERKS,
        make=make_hilang_line,
        change={"keterangan": "x"},
    ),
    "sipbd.hilang.batal": Policy(
        read=READERS,
        write=CLERKS,
        create=CLERKS,
        unlink=CLERKS,
        make=make_hilang_batal,
        vals=hilang_batal_vals,
        change={"dasar": "Lain"},
    ),
    "sipbd.hilang.batal.line": Policy(
        read=READERS,
        write=CLERKS,
        unlink=CLERKS,
        make=make_hilang_batal_line,
        change={"keterangan": "x"},
    ),
}
