import base64
import binascii

from odoo import fields, models
from odoo.exceptions import UserError

from ..models.approval_document import ApprovalDocument


class ApprovalAttach(models.TransientModel):
    """One paper that comes after the decision on a document."""

    _name = "pemda.approval.attach"
    _description = "Add a later attachment"

    res_model = fields.Char(required=True)
    res_id = fields.Many2oneReference(model_field="res_model", required=True)
    note = fields.Char(
        string="What it is",
        required=True,
        size=500,
        help="With its number and date, such as “Decision on the claim 7/TGR of …”.",
    )
    # asked for by the form; empty again once it is attached
    file = fields.Binary(attachment=False)
    file_name = fields.Char()

    def action_attach(self):
        """Attach it for good; what is forbidden is refused here, not on the screen."""
        self.ensure_one()
        document = self._document()
        if not (self.note or "").strip():
            raise UserError(self.env._("Say what it is, with number and date."))
        document._attach_later(
            (self.file_name or "").strip(), self._content(), self.note.strip()
        )
        self.file = False
        return {"type": "ir.actions.act_window_close"}

    def _document(self):
        """The document; the client names it, so it is looked at before all else."""
        documents = self.env.get(self.res_model or "")
        if not isinstance(documents, ApprovalDocument):
            raise UserError(self.env._("Open the document and attach it there."))
        document = documents.browse(self.res_id or 0).exists()
        if not document:
            raise UserError(self.env._("Open the document and attach it there."))
        return document

    def _content(self):
        try:
            return base64.b64decode(self.file or b"", validate=True)
        except binascii.Error as error:
            raise UserError(
                self.env._("The file cannot be read: choose it again.")
            ) from error
