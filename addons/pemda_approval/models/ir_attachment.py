from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError

from .approval_document import ApprovalDocument
from .engine_token import is_engine


class Attachment(models.Model):
    """What is attached to a document is decided on with it."""

    _inherit = "ir.attachment"

    is_approval_print = fields.Boolean(
        string="Print of the approved document",
        readonly=True,
        help="Made after the decision, so not a part of what was decided on.",
    )
    approval_requirement_id = fields.Many2one(
        "pemda.approval.requirement",
        string="Attached as",
        index="btree_not_null",
        ondelete="restrict",
    )

    @api.constrains("approval_requirement_id", "res_model")
    def _check_approval_requirement(self):
        """A file stands on a line of its own kind of document."""
        for attachment in self.filtered("approval_requirement_id"):
            kind = attachment.approval_requirement_id.sudo().kind_id
            if kind.res_model != attachment.res_model:
                raise ValidationError(
                    self.env._(
                        "“%(name)s” is no attachment of this kind of document.",
                        name=attachment.approval_requirement_id.sudo().name,
                    )
                )

    def _approval_hashed(self):
        """What a decision is about: name, content, and the line it stands on."""
        self.ensure_one()
        hashed = [self.name, self.checksum or self.url or ""]
        line = self.approval_requirement_id
        return [*hashed, str(line.id)] if line else hashed

    @api.model_create_multi
    def create(self, vals_list):
        if not is_engine(self) and any(v.get("is_approval_print") for v in vals_list):
            raise AccessError(self.env._("Prints are attached by the system."))
        attachments = super().create(
            [{"is_approval_print": False, **vals} for vals in vals_list]
        )
        attachments._check_document_editable()
        return attachments

    def write(self, vals):
        if "is_approval_print" in vals and not is_engine(self):
            raise AccessError(self.env._("Prints are attached by the system."))
        self._check_document_editable()
        result = super().write(vals)
        self._check_document_editable()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_from_editable_document(self):
        self._check_document_editable()

    def _check_document_editable(self):
        """Refuse what would change a submitted document.

        Values of binary fields are written by the document itself, which is guarded,
        and as superuser; by nobody else.
        """
        if is_engine(self):
            return
        for model, attachments in self.sudo().grouped("res_model").items():
            documents = self.env.get(model) if model else None
            if not isinstance(documents, ApprovalDocument):
                continue
            if self.env.su:
                attachments = attachments.filtered(lambda each: not each.res_field)
            ids = set(attachments.mapped("res_id"))
            documents.browse(ids - {0}).exists()._approval_check_editable()
