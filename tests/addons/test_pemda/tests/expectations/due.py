"""Parameters of personnel law, and what is due for people."""

from datetime import date

from ..isolation_policy import EVERYBODY, Policy
from .sikda import BKD, READERS, formasi_vals, make_person


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
    return case.env["sikda.due"].search(
        [("employee_id", "=", person.id), ("kind", "=", "pensiun")]
    )


def make_snapshot(case, unit):
    """The record of a day long ago, one per unit."""
    snapshots = case.env["sikda.snapshot"]
    return snapshots._record(date(1990 + snapshots.search_count([]), 6, 30))


def make_snapshot_row(case, unit):
    """Somebody who was in service on that day."""
    person = make_due(case, unit).employee_id
    snapshots = case.env["sikda.snapshot"]
    snapshot = snapshots._record(date(2000 + snapshots.search_count([]), 12, 31))
    return snapshot.row_ids.filtered(lambda row: row.employee_id == person)


def make_snapshot_unit(case, unit):
    """The unit on a day long ago."""
    snapshots = case.env["sikda.snapshot"]
    snapshot = snapshots._record(date(2000 + snapshots.search_count([]), 6, 30))
    return snapshot.unit_ids.filtered(lambda row: row.unit_id == unit)


def make_snapshot_formasi(case, unit):
    """A need of the unit on a day long ago."""
    vals = {**formasi_vals(case, unit), "date_from": "1950-01-01"}
    formasi = case.env["sikda.formasi"].create(vals)
    snapshots = case.env["sikda.snapshot"]
    snapshot = snapshots._record(date(1960 + snapshots.search_count([]), 6, 30))
    needs = case.env["sikda.snapshot.formasi"]
    return needs.search(
        [
            ("snapshot_id", "=", snapshot.id),
            ("jabatan_id", "=", formasi.jabatan_id.id),
        ]
    )


EXPECTED = {
    "sikda.parameter": Policy(
        read=EVERYBODY,
        write=BKD,
        create=BKD,
        scoped=False,
        make=make_parameter,
        change={"confirmed": True},
    ),
    # of the whole pemda, for those who record it
    "sikda.snapshot": Policy(
        read=BKD, scoped=False, make=make_snapshot, change={"number": "x"}
    ),
    "sikda.snapshot.row": Policy(
        read=BKD, make=make_snapshot_row, change={"nama": "x"}
    ),
    "sikda.snapshot.unit": Policy(
        read=BKD, make=make_snapshot_unit, change={"name": "x"}
    ),
    "sikda.snapshot.formasi": Policy(
        read=BKD, make=make_snapshot_formasi, change={"kebutuhan": 9}
    ),
    "sikda.due": Policy(read=READERS, make=make_due, change={"kind": "kp"}),
}
