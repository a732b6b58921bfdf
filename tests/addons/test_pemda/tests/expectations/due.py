"""Parameters of personnel law, and what is due for people."""

from datetime import date

from ..isolation_policy import EVERYBODY, Policy
from .sikda import BKD, READERS, make_person


def make_parameter(case, unit):
    """A later value of a known parameter, one per unit."""
    parameters = case.env["sikda.parameter"]
    count = parameters.search_count([("name", "=", "kp.predikat")])
    return parameters.create(
        {
            "name": "kp.predikat",
            "value": "Baik",
            "date_from": date(2040 + count, 1, 1),
            "legal_basis": f"Uji 1/2040 {unit.code}",
        }
    )


def make_due(case, unit):
    """Somebody whose time to retire came long ago."""
    person = make_person(case, unit, birthday="1960-05-17")
    case.env["sikda.riwayat.status"].create(
        {
            "employee_id": person.id,
            "tmt": "1990-01-01",
            "status_asn": "pns",
            "verified": True,
        }
    )
    case.env.flush_all()
    return case.env["sikda.due"].search([("employee_id", "=", person.id)])


EXPECTED = {
    "sikda.parameter": Policy(
        read=EVERYBODY,
        write=BKD,
        create=BKD,
        scoped=False,
        make=make_parameter,
        change={"confirmed": True},
    ),
    "sikda.due": Policy(read=READERS, make=make_due, change={"kind": "kp"}),
}
