"""People and documents of the measurements of approvals."""

from odoo.tools import SQL

from . import base

HEAD = "bench-head"


def head(env):
    """The head of the largest OPD, who decides on all documents."""
    user = env["res.users"].create(
        {"name": HEAD, "login": HEAD, "lang": "id_ID", "tz": "Asia/Jakarta"}
    )
    env["pemda.office.holder"].create(
        {
            "user_id": user.id,
            "office_id": env.ref("pemda_base.office_kepala_opd").id,
            "unit_id": base.largest_opd(env).id,
            "date_from": base.SINCE,
        }
    )
    return user


def letter_values(env, count):
    """Documents of the units of the largest OPD."""
    opd = base.largest_opd(env)
    units = env["hr.department"].search([("opd_id", "=", opd.id)]).ids
    return [
        {
            "name": f"Surat {number}",
            "amount": 1_000_000 + number,
            "unit_id": units[number % len(units)],
        }
        for number in range(count)
    ]


def submitted(env, count):
    """Documents that wait for the head, made by the clerk of his OPD."""
    letters = env["bench.letter"].with_user(base.clerk(env))
    letters = letters.create(letter_values(env, count))
    letters.action_submit()
    return letters


def analyze(env):
    """Commit, with the statistics that autovacuum would have collected."""
    env.cr.commit()
    env.cr.execute(SQL("ANALYZE"))
    env.cr.commit()
