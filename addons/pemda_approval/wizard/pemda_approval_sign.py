from odoo import fields, models
from odoo.exceptions import UserError

from odoo.addons.pemda_base.notice import CLOSE_DIALOG, notice


class ApprovalSign(models.TransientModel):
    """One passphrase for all documents that wait for one's certified signature."""

    _name = "pemda.approval.sign"
    _description = "Sign electronically"

    signature_ids = fields.Many2many(
        "pemda.approval.signature",
        default=lambda self: self.env["pemda.approval.signature"].search(
            [("state", "=", "queued"), ("signer_id", "=", self.env.uid)]
        ),
        readonly=True,
    )
    # Never in the database: they come in the context of the button. What is stored
    # stays when the signing is refused.
    nik = fields.Char(string="NIK", size=16, store=False)
    passphrase = fields.Char(store=False)

    def action_sign(self):
        """Sign; neither NIK nor passphrase outlives the call."""
        self.ensure_one()
        nik, passphrase = (
            str(self.env.context.get(name) or "") for name in ("nik", "passphrase")
        )
        nik = nik.strip()
        signatures = self.signature_ids.with_context(nik=None, passphrase=None)
        if not (len(nik) == 16 and nik.isdigit()):
            raise UserError(self.env._("A NIK has 16 digits."))
        if not signatures:
            raise UserError(self.env._("Nothing waits for your signature."))
        signed = signatures._sign(nik, passphrase)
        left = signatures.filtered(lambda each: each.state == "queued")
        problems = sorted(set(left.filtered("problem").mapped("problem")))
        return notice(
            " ".join([self.env._("%(count)s signed.", count=signed), *problems]),
            CLOSE_DIALOG,
            kind="warning" if left else "success",
        )
