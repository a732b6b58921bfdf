from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import SQL

MOST_WRONG = 5
PAUSE = timedelta(minutes=15)


class ApprovalAttempt(models.Model):
    """A wrong password or code with which somebody tried to confirm a decision.

    Only that it was wrong is kept, never what was typed. Nobody reads it but the
    engine; what is older than the pause is removed.
    """

    _name = "pemda.approval.attempt"
    _description = "Wrong confirmation of a decision"
    _log_access = False

    user_id = fields.Many2one(
        "res.users", required=True, index=True, ondelete="cascade", readonly=True
    )
    tried_at = fields.Datetime(required=True, readonly=True)

    @api.model
    def _guarded(self, user, check):
        """Call ``check`` unless the user was wrong too often.

        What was wrong stays known although the decision is taken back with it, so it
        is written in a transaction of its own; tries of one user wait for each other.

        :param check: callable that says whether the confirmation is right
        :return: pair: whether it is right, and until when the user has to wait
        """
        self.env["res.users"].flush_model()
        with self.env.registry.cursor() as cr:
            cr.execute(
                SQL(
                    "SELECT pg_advisory_xact_lock(hashtext(%s), %s)",
                    self._table,
                    user.id,
                )
            )
            cr.execute(
                SQL(
                    "SELECT count(*), max(tried_at) FROM pemda_approval_attempt"
                    " WHERE user_id = %s AND tried_at > %s",
                    user.id,
                    fields.Datetime.now() - PAUSE,
                )
            )
            count, last = cr.fetchone()
            if count >= MOST_WRONG:
                return False, last + PAUSE
            right = check()
            if right:
                query = "DELETE FROM pemda_approval_attempt WHERE user_id = %s"
                cr.execute(SQL(query, user.id))
            else:
                cr.execute(
                    SQL(
                        "INSERT INTO pemda_approval_attempt (user_id, tried_at)"
                        " VALUES (%s, %s)",
                        user.id,
                        fields.Datetime.now(),
                    )
                )
            return right, None

    @api.autovacuum
    def _remove_old(self):
        self.env.cr.execute(
            SQL(
                "DELETE FROM pemda_approval_attempt WHERE tried_at < %s",
                fields.Datetime.now() - PAUSE,
            )
        )
