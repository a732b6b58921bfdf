"""Kinds of documents, flows, requests, what waits and what was decided."""

from odoo.addons.pemda_approval.models.engine_token import as_engine

from ..isolation_policy import EVERYBODY, Policy, roles
from .foundation import _reference

# whoever holds the reading office of the kind, in its unit and below
HEADS = roles("kepala_opd")


def make_kind(case, unit):
    return case.env["pemda.approval.kind"].create(
        {
            "name": f"Surat {unit.code}",
            "code": f"uji_{unit.code}",
            "res_model": "test.approval.letter",
        }
    )


def make_flow(case, unit):
    return case.env["pemda.approval.flow"].create(
        {
            "kind_id": case.env.ref("test_pemda_approval.kind_letter").id,
            "unit_id": unit.id,
            "step_ids": [
                (
                    0,
                    0,
                    {
                        "name": "Kepala daerah",
                        "office_id": case.env.ref("pemda_base.office_kepala_daerah").id,
                        "place": "pemda",
                    },
                )
            ],
        }
    )


def make_step(case, unit):
    return make_flow(case, unit).step_ids


def make_requirement(case, unit):
    return case.env["pemda.approval.requirement"].create(
        {
            "kind_id": case.env.ref("test_pemda_approval.kind_letter").id,
            "name": f"Lampiran {unit.code}",
            "need": "optional",
        }
    )


def make_letter(case, unit):
    """A letter that waits for the head of the region, read by heads of units."""
    kind = case.env.ref("test_pemda_approval.kind_letter")
    kind.reader_group_id = case.env.ref("pemda_base.group_unit_head")
    flow = make_flow(case, unit)
    if not case.env["pemda.approval.flow"].search_count(
        [("kind_id", "=", kind.id), ("unit_id", "=", unit.id), ("state", "=", "live")]
    ):
        flow.action_go_live()
    letter = case.env["test.approval.letter"].create(
        {"name": f"Surat {unit.code}", "unit_id": unit.id}
    )
    letter.action_submit()
    return letter


def make_request(case, unit):
    return make_letter(case, unit).request_id


def make_task(case, unit):
    return make_request(case, unit).task_ids


def make_decision(case, unit):
    return make_request(case, unit).decision_ids


def make_signature(case, unit):
    request = make_request(case, unit)
    signatures = as_engine(case.env["pemda.approval.signature"])
    return signatures.create({"request_id": request.id, "signer_id": case.env.uid})


def make_holiday(case, unit):
    day = f"2031-01-{len(unit.code) + 1:02}"
    days = case.env["pemda.holiday"]
    while days.search_count([("date", "=", day)]):
        day = f"{day[:8]}{int(day[8:]) + 1:02}"
    return days.create({"name": "Hari uji", "date": day})


def make_seal(case, unit):
    return as_engine(case.env["pemda.approval.seal"]).create(
        {
            "sealed_until": "2026-01-01 00:00:00",
            "decisions": 0,
            "previous_hash": "0" * 64,
            "hash": "1" * 64,
        }
    )


EXPECTED = {
    "pemda.approval.kind": _reference(make=make_kind, change={"name": "Lain"}),
    "pemda.approval.requirement": _reference(
        make=make_requirement, change={"name": "Lain"}
    ),
    "pemda.approval.flow": _reference(make=make_flow, change={"note": "Lain"}),
    "pemda.approval.step": _reference(make=make_step, change={"name": "Lain"}),
    "pemda.holiday": _reference(make=make_holiday, change={"name": "Lain"}),
    "pemda.approval.request": Policy(
        read=HEADS, make=make_request, change={"state": "approved"}
    ),
    "pemda.approval.task": Policy(read=HEADS, make=make_task, change={"state": "done"}),
    "pemda.approval.decision": Policy(
        read=HEADS, make=make_decision, change={"note": "forged"}
    ),
    "pemda.approval.signature": Policy(
        read=HEADS, make=make_signature, change={"state": "signed"}
    ),
    "pemda.approval.sign": Policy(),
    # nobody reads it: who was wrong and how often
    "pemda.approval.attempt": Policy(),
    # dialogs: one's own only, tried in test_screens
    "pemda.approval.decide": Policy(),
    "pemda.approval.decide.note": Policy(),
    "pemda.approval.attach": Policy(),
    "pemda.approval.simulation": Policy(),
    "pemda.approval.seal": Policy(
        read=EVERYBODY, scoped=False, make=make_seal, change={"decisions": 9}
    ),
}
