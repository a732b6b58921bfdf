import re
import secrets

from odoo import api, fields, models
from odoo.tools import format_date

from odoo.addons.pemda_base.rules.signing import signed

from ..rules import transitions as rules

TOKEN_BYTES = 24
TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")
SHOWN = (rules.APPROVED, rules.CANCELLED)


class ApprovalRequest(models.Model):
    """What anybody may know of an approved document who holds its print."""

    _inherit = "pemda.approval.request"

    token = fields.Char(
        required=True,
        readonly=True,
        copy=False,
        groups="base.group_system",
        default=lambda self: secrets.token_urlsafe(TOKEN_BYTES),
        help="Part of the address of the public page; cannot be guessed.",
    )

    _token_uniq = models.UniqueIndex("(token)")

    def _public_url(self):
        """Address of the public page; empty as long as nothing is approved."""
        self.ensure_one()
        if self.state not in SHOWN:
            return ""
        base = self.env["ir.config_parameter"].sudo().get_param("web.base.url", "")
        return f"{base.rstrip('/')}/dokumen/{self.sudo().token}"

    @api.model
    def _public_facts(self, token):
        """What the public page shows; None for what it does not know."""
        if not TOKEN.fullmatch(token):
            return None
        request = self.sudo().search(
            [("token", "=", token), ("state", "in", SHOWN)], limit=1
        )
        if not request:
            return None
        final = request._final_decision()
        return {
            "kind": request.kind_id.name,
            "number": request.number or "-",
            "date": format_date(self.env, request.number_date),
            "signer": final._signature_text(),
            "valid": request.state == rules.APPROVED,
            "revoked_on": format_date(self.env, request._revoked_on()),
            "hash": request.document_hash,
            "further": request._document()._approval_public(),
            "signed": request._is_signed(),
        }

    def _final_decision(self):
        """The approval by which the document took effect."""
        self.ensure_one()
        approvals = self.sudo().decision_ids.filtered(lambda d: d.act == rules.APPROVE)
        return approvals[-1:]

    def _revoked_on(self):
        last = self._moving_decisions()[-1:]
        return last.decided_at.date() if last.act == rules.CANCEL else False

    def _is_signed(self):
        """Whether the document carries a certified electronic signature (TTE)."""
        return False


class ApprovalDecision(models.Model):
    _inherit = "pemda.approval.decision"

    def _title(self):
        """The office as it stands above a signature."""
        return self.office_id._title_in(self.unit_id)

    def _signature_text(self):
        """Office and name of whoever decided, in one line."""
        office = signed(self._title(), self.capacity, self.on_behalf)
        return f"{office}, {self.person}"
