"""Documents that change people: KGB of an OPD, its people, its letters."""

from ..isolation_policy import EVERYBODY, Policy
from .sikda import BKD, OPERATORS, PRIVATE, make_person


def usul_vals(case, unit):
    return {"unit_id": unit.id}


def make_usul(case, unit):
    return case.env["sikda.kgb.usul"].create(usul_vals(case, unit))


def make_line(case, unit):
    person = make_person(case, unit)
    return case.env["sikda.kgb.usul.line"].create(
        {
            "usul_id": make_usul(case, unit).id,
            "employee_id": person.id,
            "nama": person.name,
            "tmt": "2026-01-01",
        }
    )


def make_lain(case, unit):
    person = make_person(case, unit)
    return case.env["sikda.kgb.usul.lain"].create(
        {
            "usul_id": make_usul(case, unit).id,
            "employee_id": person.id,
            "nama": person.name,
            "kode": "hukdis",
        }
    )


def make_kecuali(case, unit):
    person = make_person(case, unit)
    return case.env["sikda.kgb.usul.kecuali"].create(
        {
            "usul_id": make_usul(case, unit).id,
            "round": 1,
            "employee_id": person.id,
            "nama": person.name,
            "tmt": "2026-01-01",
            "kode": "pindah",
            "sebab": "Uji",
            "alasan": "Uji",
            "oleh": "Uji",
            "document_hash": "0" * 64,
        }
    )


def batal_vals(case, unit):
    return {"usul_id": make_usul(case, unit).id, "reason": "Uji"}


def make_surat(case, unit):
    return case.env["sikda.surat"].create(
        {
            "name": f"Surat {unit.code}",
            "code": f"uji_{unit.code}",
            "hal": "Uji",
            "pembuka": "Uji",
            "penutup": "Uji",
        }
    )


EXPECTED = {
    "sikda.kgb.usul": Policy(
        read=PRIVATE,
        write=OPERATORS,
        create=OPERATORS,
        unlink=OPERATORS,
        make=make_usul,
        vals=usul_vals,
        change={"tembusan": "Arsip"},
    ),
    # written by the filling alone
    "sikda.kgb.usul.line": Policy(
        read=PRIVATE, make=make_line, change={"gaji": 9_000_000}
    ),
    "sikda.kgb.usul.lain": Policy(read=PRIVATE, make=make_lain, change={"nama": "x"}),
    # written with the turn of whoever decides, and never changed
    "sikda.kgb.usul.kecuali": Policy(
        read=PRIVATE, make=make_kecuali, change={"alasan": "x"}
    ),
    "sikda.kgb.batal": Policy(
        read=PRIVATE,
        write=OPERATORS,
        create=OPERATORS,
        unlink=OPERATORS,
        make=lambda case, unit: case.env["sikda.kgb.batal"].create(
            batal_vals(case, unit)
        ),
        vals=batal_vals,
        change={"reason": "Lain"},
    ),
    "sikda.surat": Policy(
        read=EVERYBODY, write=BKD, scoped=False, make=make_surat, change={"hal": "x"}
    ),
    # dialogs: one's own only, tried in the tests of the addon
    "sikda.kgb.usul.add": Policy(),
    "sikda.kgb.usul.leave": Policy(),
    "sikda.kgb.usul.remove": Policy(),
}
