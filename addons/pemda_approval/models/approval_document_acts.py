from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

from odoo.addons.pemda_base.notice import notice


class ApprovalDocument(models.AbstractModel):
    """What the maker does with documents, and where those who decide find them."""

    _inherit = "pemda.approval.document"

    def action_submit(self):
        """Send the documents on their way."""
        self._approval_chosen()
        self.check_access("write")
        self._approval_lock()
        self._approval_problems()
        requests = self.env["pemda.approval.request"]._submit(self)
        return self._approval_notice(requests._vacancies())

    def action_withdraw(self):
        """Take the documents back, to change them or to leave it."""
        self._approval_chosen()
        self.check_access("read")
        requests = self.sudo().request_id.sudo(self.env.su)
        if len(requests) < len(self):
            raise UserError(self.env._("What was not submitted cannot be withdrawn."))
        requests._withdraw()
        return True

    def action_open_request(self):
        """How far the document is, and what was decided."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "res_model": "pemda.approval.request",
            "res_id": self.request_id.id,
            "views": [(False, "form")],
        }

    def _cancel_by(self, counter):
        """Cancel approved documents; called by the effect of ``counter``, which is.

        :param counter: the approved counter-document
        """
        self.sudo().request_id._cancel(counter.sudo().request_id)
        self.sudo()._approval_as_engine()._approval_cancelled()

    def _approval_chosen(self):
        if not self:
            raise UserError(self.env._("Choose the documents first."))

    def _approval_lock(self):
        """Two who submit the same document: the second waits, begins again, and is told
        that it was."""
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                "SELECT id FROM %s WHERE id = ANY(%s) ORDER BY id FOR UPDATE",
                SQL.identifier(self._table),
                self.ids,
            )
        )

    def _approval_notice(self, sentences):
        """Tell what the maker should know; True if there is nothing to tell."""
        if not sentences:
            return True
        return notice(
            " ".join(sentences),
            {"type": "ir.actions.client", "tag": "soft_reload"},
            kind="warning",
            title=self.env._("Submitted, but nobody can decide yet"),
        )
