"""Documents of personnel on their way: KGB of two OPD, as the monthly run proposes."""

# unit, who submits, who has decided since; the other OPD still have to look at theirs
KGB = (
    (
        "02.00.00",
        "operator.dinkes",
        ("kepala.dinkes", "verifikator.bkd", "kepala.bkd"),
    ),
    ("01.00.00", "operator.disdik", ()),
)


def load_services(env, users):
    """One batch of KGB that was decided, and one that waits for the head of the OPD."""
    proposals = env["sikda.kgb.usul"]
    proposals._cron_propose()
    for code, maker, deciders in KGB:
        usul = proposals.search([("unit_id.code", "=", code)])
        usul.with_user(users[maker]).with_context(
            lang=users[maker].lang
        ).action_submit()
        for login in deciders:
            waiting = usul.request_id.task_ids.filtered(
                lambda task: task.state == "waiting"
            )
            waiting.with_user(users[login]).action_decide("approve")
