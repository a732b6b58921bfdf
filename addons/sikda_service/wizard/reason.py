"""Reasons that people type in."""

from odoo.exceptions import UserError

LONGEST = 1000


def checked(env, text):
    """A reason as it is kept; empty if there is none.

    :raises UserError: it is too long for the lists in which it stands
    """
    reason = (text or "").replace("\x00", "").strip()
    if len(reason) > LONGEST:
        raise UserError(env._("Say it in at most %(count)s characters.", count=LONGEST))
    return reason
