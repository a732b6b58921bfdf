"""Differences between files of SIASN and the personnel register."""

from ..isolation_policy import Policy, roles
from .foundation import make_load
from .sikda import make_person

READERS = roles("bkd_staff", "operator", "kepala_opd", "auditor")
BKD = roles("bkd_staff")


def make_selisih(case, unit):
    person = make_person(case, unit, name=f"Selisih {unit.code}")
    return case.env["sikda.selisih"].create(
        {
            "load_id": make_load(case, unit).id,
            "employee_id": person.id,
            "unit_id": unit.id,
            "field": "name",
            "right_text": "Nama lain",
            "vals": {"name": "Nama lain"},
            "effect": "lain",
        }
    )


def decide_vals(case, unit):
    found = case.env["sikda.selisih"].search([("unit_id", "=", unit.id)], limit=1)
    return {"selisih_ids": found.ids, "side": "left", "reason": "SK dilihat"}


EXPECTED = {
    "sikda.selisih": Policy(
        read=READERS, make=make_selisih, change={"reason": "forged"}
    ),
    # The dialog holds nothing; the download checks the unit.
    "sikda.siasn.export": Policy(
        create=roles("bkd_staff", "operator", "auditor"),
        scoped=False,
        vals=lambda case, unit: {"unit_id": unit.id},
    ),
    "sikda.selisih.decide": Policy(create=BKD, vals=decide_vals),
}
