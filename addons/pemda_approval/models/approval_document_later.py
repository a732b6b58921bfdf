import hashlib

from odoo import models
from odoo.exceptions import UserError
from odoo.tools import format_datetime, human_size

from ..rules import transitions as rules
from .engine_token import as_engine

#: characters of the name of a file
LONGEST_NAME = 200


class ApprovalDocument(models.AbstractModel):
    """Lampiran susulan: papers that come after the decision, such as that on a claim.

    What was decided on stays as it is: they are no part of its hash. Each is a link of
    the chain by itself, with who, when and the SHA-256 of the file, and stays.
    """

    _inherit = "pemda.approval.document"

    def action_attach_later(self):
        """The dialog for one more paper of a decided document."""
        self.ensure_one()
        self._check_attach_later()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Add a later attachment"),
            "res_model": "pemda.approval.attach",
            "views": [(False, "form")],
            "target": "new",
            "context": {
                "default_res_model": self._name,
                "default_res_id": self.id,
            },
        }

    def _may_attach_later(self):
        """Whether the user works on the document, and it is decided."""
        self.ensure_one()
        return self._takes_later() and bool(self._origin) and self.has_access("write")

    def _takes_later(self):
        """Whether its state lets papers come after the decision."""
        return not rules.refusal(self.state, rules.ATTACH, {rules.KEEPER})

    def _approval_later_acts(self):
        """The acts by which papers came; others are not asked for in vain."""
        request = self.sudo().request_id
        return (request if self._takes_later() else request[:0])._attach_acts()

    def _check_attach_later(self):
        """:raises AccessError: for whoever does not work on the document
        :raises UserError: as long as it is not decided
        """
        self.check_access("read")
        self.check_access("write")
        if not self.sudo()._takes_later():
            raise UserError(
                self.env._(
                    "“%(document)s” is not decided: what belongs to it is attached "
                    "before it is submitted. Later attachments are for approved "
                    "documents.",
                    document=self.display_name,
                )
            )

    def _attach_later(self, name, content, note):
        """Add a paper to a decided document, as a link of its chain.

        :param bytes content: of the file
        :param note: what it is, by number and date
        :return: the attachment, as superuser
        """
        self.ensure_one()
        self._check_attach_later()
        request = self.sudo().request_id
        request._lock()
        self._check_attach_later()
        digest = hashlib.sha256(content).hexdigest()
        self._check_later_file(name, content, digest)
        files = as_engine(self.env["ir.attachment"].sudo())
        # pictures are kept as they came: the chain has their hash
        attachment = files.with_context(image_no_postprocess=True).create(
            {
                "name": name,
                "raw": content,
                "res_model": self._name,
                "res_id": self.id,
                "is_approval_later": True,
            }
        )
        request._record_decisions(
            [
                {
                    "request_id": request.id,
                    "round": request.round,
                    "act": rules.ATTACH,
                    "person": self.env.user.name,
                    "note": note,
                    "document_hash": request._current_hashes(request)[request.id],
                    "attached": {
                        "id": attachment.id,
                        "name": attachment.name,
                        "sha256": digest,
                    },
                }
            ]
        )
        return attachment

    def _check_later_file(self, name, content, digest):
        if not content:
            raise UserError(self.env._("The file is empty: choose another one."))
        if not name.strip() or len(name) > LONGEST_NAME:
            raise UserError(
                self.env._(
                    "The file needs a name of at most %(most)s characters.",
                    most=LONGEST_NAME,
                )
            )
        for decision in self.sudo().request_id._attach_acts():
            if decision.attached["sha256"] == digest:
                raise UserError(
                    self.env._(
                        "This file was attached before, as “%(name)s” by %(who)s.",
                        name=decision.attached["name"],
                        who=decision.person,
                    )
                )

    def _approval_later_items(self):
        """Later attachments, as the widget shows them, oldest first."""
        self.ensure_one()
        acts = self._approval_later_acts()
        files = self.env["ir.attachment"].sudo()
        files = files.browse(act.attached["id"] for act in acts).exists()
        sizes = {each.id: human_size(each.file_size or 0) for each in files}
        return [
            {
                "id": act.attached["id"],
                "name": act.attached["name"],
                "size": sizes.get(act.attached["id"], "-"),
                "note": act.note or "",
                "who": act.person,
                "when": format_datetime(self.env, act.decided_at, dt_format="short"),
                "sha256": act.attached["sha256"],
            }
            for act in acts
        ]


class ApprovalRequest(models.Model):
    _inherit = "pemda.approval.request"

    def _moving_decisions(self):
        """The decisions that have led the request to where it is."""
        return self.decision_ids.filtered(lambda each: each.act not in rules.BESIDE)

    def _attach_acts(self):
        """The acts by which papers came after the decision."""
        return self.decision_ids.filtered(lambda each: each.act == rules.ATTACH)

    def _verify_later(self):
        """Later attachments that are not those of the chain.

        :return: iterator of (request, text)
        """
        acts = self._attach_acts()
        files = self.env["ir.attachment"].sudo()
        for model, ours in self.grouped("res_model").items():
            files |= files.search(
                [
                    ("res_model", "=", model),
                    ("res_id", "in", ours.mapped("res_id")),
                    ("is_approval_later", "=", True),
                ]
            )
        by_id = {each.id: each for each in files}
        by_document = {(each.res_model, each.res_id): each for each in self}
        for act in acts:
            said, request = act.attached or {}, act.request_id
            file = by_id.pop(said.get("id"), None)
            if (
                file is None
                or by_document.get((file.res_model, file.res_id)) != request
            ):
                yield request, f"later attachment {said.get('id')} is missing"
                continue
            digest = hashlib.sha256(file.raw or b"").hexdigest()
            if (file.name, digest) != (said.get("name"), said.get("sha256")):
                text = f"later attachment {file.id} is not the file that was attached"
                yield request, text
            file.invalidate_recordset(["raw"])
        for file in by_id.values():
            text = f"later attachment {file.id} was not attached by anybody"
            yield by_document[(file.res_model, file.res_id)], text
