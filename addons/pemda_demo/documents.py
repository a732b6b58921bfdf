"""Documents on goods: some are finished, some wait for whoever is next.

They are made, submitted and decided by the people of the demo, as these would.
"""

from datetime import timedelta

from .files import read


def load_documents(env, users):
    for kind, make in (("pakai", _custody), ("hapus", _write_off), ("mutasi", _move)):
        for row in read(f"{kind}.csv"):
            document = make(_as(env, users[row["login"]]), row)
            document.action_submit()
            for login in row["deciders"].split():
                _approve(_as(env, users[login]), document)


def paper(env, number, days=10):
    """Number and date of a paper of the last days: later than what was loaded."""
    today = env.company.sudo()._pemda_today()
    return {"number": number, "date": today - timedelta(days=days)}


def _as(env, user):
    return env(user=user.id, context={"lang": user.lang})


def _approve(env, document):
    mine = [("is_mine", "=", True), ("request_id", "=", document.request_id.id)]
    env["pemda.approval.task"].search(mine).action_decide("approve")


def _unit(env, code):
    return env["hr.department"].search([("code", "=", code)])


def _goods(env, unit, count, *conditions):
    """The oldest goods of a unit that stand in no room."""
    free = [
        ("unit_id", "=", unit.id),
        ("state", "=", "aktif"),
        ("kib", "=", "B"),
        ("is_vehicle", "!=", True),
        ("room_id", "=", False),
        ("kondisi", "!=", "RB"),
    ]
    order = "tahun_perolehan, id"
    return env["sipbd.asset"].search([*free, *conditions], order=order, limit=count)


def _custody(env, row):
    """A vehicle for somebody of the OPD."""
    pakai = env["sipbd.pakai"].create(
        {
            "unit_id": _unit(env, row["unit_code"]).id,
            "holder_nip": row["nip"],
            "reason": row["reason"],
        }
    )
    plate = [("nomor_polisi", "=", row["nomor_polisi"])]
    pakai._add_goods(env["sipbd.asset"].search(plate))
    pakai.line_ids.kelengkapan = row["kelengkapan"]
    return pakai


def _write_off(env, row):
    """Goods of one kind that an examination found badly damaged."""
    unit = _unit(env, row["unit_code"])
    code = ("code_id.code", "=like", f"{row['kode']}%")
    goods = _goods(env, unit, int(row["goods"]), code)
    report = paper(env, row["ba_number"], 30)
    source = {f"document_{name}": value for name, value in report.items()}
    goods._change_condition("RB", {"document_kind": "ba", **source})
    hapus = env["sipbd.hapus"].create(
        {
            "unit_id": unit.id,
            "sebab_id": env.ref("sipbd_lifecycle.sebab_rusak_berat").id,
            "reason": row["reason"],
        }
    )
    env["sipbd.hapus.dokumen"].create(
        {
            "document_id": hapus.id,
            "jenis_id": env.ref("sipbd_lifecycle.jenis_ba_penelitian").id,
            **report,
        }
    )
    hapus._add_goods(goods)
    return hapus


def _move(env, row):
    """A transfer of goods that could stand in a room."""
    mutasi = env["sipbd.mutasi"].create(
        {
            "unit_id": _unit(env, row["unit_code"]).id,
            "to_unit_id": _unit(env, row["to_unit_code"]).id,
            "reason": row["reason"],
        }
    )
    lines = env["sipbd.mutasi.line"].search([("document_id.state", "=", "running")])
    free = [("tahun_perolehan", ">", 2015), ("id", "not in", lines.asset_id.ids)]
    mutasi._add_goods(_goods(env, mutasi.unit_id, int(row["goods"]), *free))
    return mutasi
