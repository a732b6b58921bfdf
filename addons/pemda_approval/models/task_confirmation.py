import base64
import binascii
from functools import partial

from odoo import api, models
from odoo.exceptions import AccessDenied, UserError
from odoo.tools import format_datetime

from odoo.addons.auth_totp.models.totp import TOTP

from .pemda_approval_kind import CONFIRMATIONS, NOTHING, PASSWORD, SECOND_FACTOR


class ApprovalTask(models.Model):
    """Whoever decides shows once more that it is he: with his password, or with the
    code of his authenticator (second factor). Neither is kept or logged."""

    _inherit = "pemda.approval.task"

    def _confirmation(self):
        """The strictest confirmation that the kinds of these ask for."""
        asked = {kind._confirmation() for kind in self.sudo().request_id.kind_id}
        return max(asked, key=CONFIRMATIONS.index, default=NOTHING)

    def _check_confirmation(self, password, code):
        """Refuse a decision that is not confirmed as its kinds ask for.

        :raises UserError: with what is wanted, or until when to wait
        """
        wanted = self._confirmation()
        if wanted == NOTHING:
            return
        if wanted == SECOND_FACTOR and not self.env.user.totp_enabled:
            raise UserError(
                self.env._(
                    "This decision is confirmed by the code of an authenticator, and "
                    "yours is not set up. Open your preferences, tab Security, and "
                    "switch on two-factor authentication; then decide again."
                )
            )
        given = password if wanted == PASSWORD else _digits(code)
        if not given or not isinstance(given, str):
            raise UserError(self._confirmation_text(wanted))
        check = {PASSWORD: self._is_password, SECOND_FACTOR: self._is_code}[wanted]
        attempts = self.env["pemda.approval.attempt"].sudo()
        right, wait = attempts._guarded(self.env.user, partial(check, given))
        if wait:
            raise UserError(
                self.env._(
                    "The confirmation was wrong too often. Decide again after "
                    "%(time)s.",
                    time=format_datetime(self.env, wait, dt_format="HH:mm"),
                )
            )
        if not right:
            raise UserError(self._confirmation_text(wanted))

    @api.model
    def _confirmation_text(self, wanted):
        if wanted == PASSWORD:
            return self.env._("Type your password to confirm the decision.")
        return self.env._(
            "Type the 6 digits that your authenticator shows now, to confirm the "
            "decision. A code counts once."
        )

    @api.model
    def _is_password(self, password):
        credential = {"type": "password", "password": password}
        try:
            self.env.user._check_credentials(credential, {"interactive": True})
        except (AccessDenied, ValueError):  # ValueError: no password can be like this
            return False
        return True

    @api.model
    def _is_code(self, code):
        """Whether this is the code of now, and was not used before."""
        user = self.env.user.sudo()
        try:
            key = base64.b32decode(user.totp_secret)
        except binascii.Error:
            return False
        counter = TOTP(key).match(int(code))
        if counter is None or counter <= (user.totp_last_counter or 0):
            return False
        user.totp_last_counter = counter
        return True


def _digits(code):
    """The six digits of a code, however they were grouped; None if it is none."""
    text = "".join(code.split()) if isinstance(code, str) else ""
    return text if len(text) == 6 and text.isascii() and text.isdigit() else None
