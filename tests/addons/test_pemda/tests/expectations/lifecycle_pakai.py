"""Goods in the hands of employees."""

from ..isolation_policy import Policy
from .foundation import make_asset
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
}
