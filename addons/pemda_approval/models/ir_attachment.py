from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError

from .approval_document import ApprovalDocument
from .engine_token import is_engine

#: what takes a file out of what is decided on
ENGINE_FIELDS = frozenset({"is_approval_print", "is_approval_later"})


class Attachment(models.Model):
    """What is attached to a document is decided on with it."""

    _inherit = "ir.attachment"

    is_approval_print = fields.Boolean(
        string="Print of the approved document",
        readonly=True,
        help="Made after the decision, so not a part of what was decided on.",
    )
    is_approval_later = fields.Boolean(
        string="Attached after the decision",
        readonly=True,
        help="A link of the chain of its document, and no part of what was decided on.",
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
        if not is_engine(self) and any(
            vals.get(name) for vals in vals_list for name in ENGINE_FIELDS
        ):
            raise self._engine_only()
        plain = dict.fromkeys(ENGINE_FIELDS, False)
        attachments = super().create([{**plain, **vals} for vals in vals_list])
        attachments._check_document_editable()
        return attachments

    def write(self, vals):
        if ENGINE_FIELDS & vals.keys() and not is_engine(self):
            raise self._engine_only()
        self._check_document_editable()
        result = super().write(vals)
        self._check_document_editable()
        return result

    def _engine_only(self):
        return AccessError(
            self.env._("Prints and later attachments are attached by the system.")
        )

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
            documents.browse(ids - {0}).exists()._approval_change()
