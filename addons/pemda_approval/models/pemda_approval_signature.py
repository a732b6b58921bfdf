import base64
import hashlib
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.pemda_base.notice import notice
from odoo.addons.pemda_report.engine.file_name import file_name

from ..esign.client import EsignClient, EsignError, EsignUnavailable
from .engine_token import as_engine, is_engine

URL, USER, PASSWORD = (f"pemda_approval.esign_{n}" for n in ("url", "user", "password"))
# minutes until the next try, by the number of tries so far
PAUSES = (5, 15, 60, 240)
AT_ONCE = 50


class ApprovalSignature(models.Model):
    """The print of an approved document on its way to a certified signature (TTE).

    Off until the address of an Esign Client Service is set. The passphrase of the
    signer is used for one call and never kept: what the service could not sign stays
    in the queue, with the reason, and is signed with the next call.
    """

    _name = "pemda.approval.signature"
    _description = "Electronic signature"
    _order = "id desc"
    _rec_name = "request_id"

    request_id = fields.Many2one(
        "pemda.approval.request",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    signer_id = fields.Many2one(
        "res.users", required=True, readonly=True, index=True, ondelete="restrict"
    )
    state = fields.Selection(
        [("queued", "To be signed"), ("signed", "Signed"), ("refused", "Refused")],
        required=True,
        readonly=True,
        default="queued",
    )
    tries = fields.Integer(readonly=True, aggregator=None)
    next_try = fields.Datetime(readonly=True)
    problem = fields.Char(readonly=True)
    signed_at = fields.Datetime(readonly=True)
    sha256 = fields.Char(string="Signed file (SHA-256)", readonly=True)
    attachment_id = fields.Many2one("ir.attachment", readonly=True, ondelete="restrict")

    _once = models.UniqueIndex(
        "(request_id) WHERE state <> 'refused'",
        "This document is to be signed already.",
    )

    @api.model
    def _client(self):
        """Client of the service; None while electronic signing is off."""
        get = self.env["ir.config_parameter"].sudo().get_param
        url = get(URL)
        return EsignClient(url, get(USER, ""), get(PASSWORD, "")) if url else None

    @api.model
    def _queue(self, requests):
        """Approved documents that have a print wait for whoever decided on them."""
        if not self._client():
            return
        as_engine(self.sudo()).create(
            [
                {
                    "request_id": request.id,
                    "signer_id": request._final_decision().user_id.id,
                }
                for request in requests
                if request.kind_id.report_id
            ]
        )

    def _sign(self, nik, passphrase):
        """Sign what waits for the user among these, all by one call.

        :return: how many were signed
        :raises UserError: electronic signing is off
        """
        client = self._client()
        if not client:
            raise UserError(
                self.env._(
                    "Electronic signing is off. The administrator of the server sets "
                    "the address of the Esign Client Service."
                )
            )
        mine = self.filtered(
            lambda each: each.state == "queued" and each.signer_id == self.env.user
        )
        mine.lock_for_update()
        signed = 0
        for start in range(0, len(mine), AT_ONCE):
            signed += mine[start : start + AT_ONCE]._sign_some(client, nik, passphrase)
        return signed

    def _sign_some(self, client, nik, passphrase):
        files = [each._print() for each in self]
        try:
            signed = client.sign(nik, passphrase, files)
        except EsignUnavailable as error:
            self._wait_for_service(error)
            return 0
        except EsignError as error:
            as_engine(self.sudo()).write({"problem": str(error)})
            return 0
        for each, content in zip(self, signed, strict=True):
            each._keep(content)
        return len(self)

    def _wait_for_service(self, error):
        for each in self.sudo():
            pause = PAUSES[min(each.tries, len(PAUSES) - 1)]
            as_engine(each).write(
                {
                    "tries": each.tries + 1,
                    "next_try": fields.Datetime.now() + timedelta(minutes=pause),
                    "problem": self.env._(
                        "The service cannot be reached (%(why)s).", why=error
                    ),
                }
            )

    def _print(self):
        """The print of the document, as its kind prints it."""
        request = self.sudo().request_id
        report = request.kind_id.report_id
        content, _kind = report._render_qweb_pdf(report, [request.res_id])
        return content

    def _keep(self, content):
        request = self.sudo().request_id
        report = request.kind_id.report_id
        name = report._pemda_file_name(report, [request.res_id]) or file_name(
            request.number or request.title
        )
        attachment = as_engine(self.env["ir.attachment"].sudo()).create(
            {
                "name": f"{name}.pdf",
                "res_model": request.res_model,
                "res_id": request.res_id,
                "datas": base64.b64encode(content),
                "mimetype": "application/pdf",
                "is_approval_print": True,
            }
        )
        as_engine(self.sudo()).write(
            {
                "state": "signed",
                "signed_at": fields.Datetime.now(),
                "sha256": hashlib.sha256(content).hexdigest(),
                "attachment_id": attachment.id,
                "problem": False,
                "next_try": False,
            }
        )

    def action_verify(self):
        """Ask the service what it finds in the signed file."""
        self.ensure_one()
        self.check_access("read")
        client = self._client()
        if not client or self.state != "signed":
            raise UserError(self.env._("There is no signed file to be verified."))
        try:
            found = client.verify(self.sudo().attachment_id.raw)
        except (EsignUnavailable, EsignError) as error:
            raise UserError(
                self.env._("The service could not verify it: %(why)s", why=error)
            ) from error
        text = self.env._("The signature is valid.")
        if not found.valid:
            text = self.env._("The signature is NOT valid.")
        return notice(
            f"{text} {', '.join(found.signers)}",
            kind="success" if found.valid else "danger",
        )

    def write(self, vals):
        if not is_engine(self):
            raise UserError(self.env._("Signatures come from the service only."))
        return super().write(vals)

    @api.model_create_multi
    def create(self, vals_list):
        if not is_engine(self):
            raise UserError(self.env._("Signatures come from the service only."))
        return super().create(vals_list)

    @api.ondelete(at_uninstall=False)
    def _unlink_refused(self):
        raise UserError(self.env._("Signatures are kept."))


class ApprovalRequest(models.Model):
    _inherit = "pemda.approval.request"

    signature_ids = fields.One2many("pemda.approval.signature", "request_id")

    def _take_effect(self):  # pylint: disable=missing-return
        super()._take_effect()
        self.env["pemda.approval.signature"]._queue(self)

    def _is_signed(self):
        return any(each.state == "signed" for each in self.sudo().signature_ids)
