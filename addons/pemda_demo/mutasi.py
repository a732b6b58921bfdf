"""Transfers of goods: one that is finished, one that waits in the pemda."""

from .files import read


def move_goods(env, users):
    for row in read("mutasi.csv"):
        mutasi = _transfer(_as(env, users[row["login"]]), row)
        for login in row["deciders"].split():
            tasks = _as(env, users[login])["pemda.approval.task"]
            tasks.search(
                [("is_mine", "=", True), ("request_id", "=", mutasi.request_id.id)]
            ).action_decide("approve")


def _as(env, user):
    return env(user=user.id, context={"lang": user.lang})


def _transfer(env, row):
    """A transfer of the first goods of a unit that could stand in a room."""
    units = env["hr.department"]
    mutasi = env["sipbd.mutasi"].create(
        {
            "unit_id": units.search([("code", "=", row["unit_code"])]).id,
            "to_unit_id": units.search([("code", "=", row["to_unit_code"])]).id,
            "reason": row["reason"],
        }
    )
    free = [
        ("unit_id", "=", mutasi.unit_id.id),
        ("kib", "=", "B"),
        ("is_vehicle", "!=", True),
        ("room_id", "=", False),
    ]
    goods = env["sipbd.asset"].search(free, order="id", limit=int(row["goods"]))
    mutasi._add_goods(goods)
    mutasi.action_submit()
    return mutasi
