from odoo import api, models
from odoo.exceptions import UserError

from .engine_token import is_engine


class ApprovalLine(models.AbstractModel):
    """A line of a document: it stays as it is as long as its document does."""

    _name = "pemda.approval.line"
    _description = "Line of a document that is decided on"

    #: set this: the many2one to the document
    _approval_parent = ""
    #: set this: fields that are decided on
    _approval_payload_fields = ()

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines._check_parent()
        return lines

    def write(self, vals):
        """:raises UserError: for another document than the one that it stands in"""
        self._check_parent()
        parent = self._approval_parent
        if any(line[parent].id != vals.get(parent, line[parent].id) for line in self):
            raise UserError(
                self.env._("A line stays with its document: write it anew there.")
            )
        result = super().write(vals)
        self._check_parent()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_with_editable_document(self):
        self._check_parent()

    def _check_parent(self):
        if not is_engine(self):
            self[self._approval_parent]._approval_change()
