from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import SQL

from ..rules import chain

# a decision is at the latest committed this long after its time
SETTLED = timedelta(hours=1)


class ApprovalSeal(models.Model):
    """A hash over all decisions of a span, which follows the seal before it.

    The chain of a request shows a changed decision; the seal also shows a request
    that vanished whole. Printed or sent elsewhere, it binds the administrator too.
    """

    _name = "pemda.approval.seal"
    _description = "Seal of decisions"
    _inherit = ["pemda.append.only"]
    _order = "id desc"
    _rec_name = "sealed_until"

    sealed_until = fields.Datetime(required=True, readonly=True)
    decisions = fields.Integer(required=True, readonly=True, aggregator=None)
    previous_hash = fields.Char(required=True, readonly=True)
    hash = fields.Char(string="SHA-256", required=True, readonly=True)

    @api.model
    def _seal(self):
        """Seal what was decided since the last seal; nothing decided, no seal."""
        until = fields.Datetime.now() - SETTLED
        last = self.sudo().search([], limit=1)
        count, digest = self._digest(last.sealed_until, until, last.hash or chain.START)
        if not count:
            return last
        return self.sudo().create(
            {
                "sealed_until": until,
                "decisions": count,
                "previous_hash": last.hash or chain.START,
                "hash": digest,
            }
        )

    @api.model
    def _digest(self, after, until, previous):
        """How many decisions there are in a span, and the hash over them."""
        self.env.cr.execute(
            SQL(
                "SELECT hash FROM pemda_approval_decision"
                " WHERE decided_at > %s AND decided_at <= %s"
                " ORDER BY decided_at, id",
                after or fields.Datetime.to_datetime("1900-01-01"),
                until,
            )
        )
        hashes = [row[0] for row in self.env.cr.fetchall()]
        return len(hashes), chain.seal_hash(previous, hashes)

    @api.model
    def _verify(self):
        """Seals that do not fit the decisions: iterator."""
        previous, after = chain.START, False
        for seal in self.sudo().search([], order="id"):  # pylint: disable=no-search-all
            count, digest = self._digest(after, seal.sealed_until, previous)
            found = (count, digest, previous)
            if found != (seal.decisions, seal.hash, seal.previous_hash):
                yield seal
            previous, after = seal.hash, seal.sealed_until
