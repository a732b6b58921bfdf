from odoo import models
from odoo.exceptions import UserError

from ..rules import transitions as rules


class ApprovalRequest(models.Model):
    """Approved documents end only by a further document that is approved itself."""

    _inherit = "pemda.approval.request"

    def _cancel(self, counter):
        """Cancel these, by the approved request ``counter``.

        Called by the effect of the counter-document; no button and no API leads here.
        """
        self._lock()
        if counter.state != rules.APPROVED or counter in self:
            raise UserError(
                self.env._(
                    "A document is cancelled by another document once that is approved."
                )
            )
        for request in self.sudo():
            why = rules.refusal(request.state, rules.CANCEL, {rules.COUNTER_DOCUMENT})
            if why:
                raise UserError(request._refusal_text(why))
        last = counter.sudo().decision_ids[-1:]
        hashes = self._current_hashes(self)
        self._record_decisions(
            [
                {
                    "request_id": request.id,
                    "round": request.round,
                    "act": rules.CANCEL,
                    "person": last.person,
                    "office_id": last.office_id.id,
                    "unit_id": last.unit_id.id,
                    "capacity": last.capacity,
                    "sk_number": last.sk_number,
                    "on_behalf": last.on_behalf,
                    "counter_request_id": counter.id,
                    "document_hash": hashes[request.id],
                }
                for request in self.sudo()
            ]
        )
        self._move(rules.CANCEL, rules.CANCELLED)
