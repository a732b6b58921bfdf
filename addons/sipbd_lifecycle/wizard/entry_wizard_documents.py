from odoo import models
from odoo.exceptions import UserError

from ..models.lifecycle_document import DOCUMENT


class EntryWizard(models.TransientModel):
    """What documents decide is not booked, and not undone, past them."""

    _inherit = "sipbd.entry.wizard"

    def _check_complete(self):  # pylint: disable=missing-return
        super()._check_complete()
        self._check_past_documents()

    def _planned(self):
        self._check_past_documents()
        return super()._planned()

    def _reversal_changes(self):
        self._check_past_documents()
        return super()._reversal_changes()

    def _check_past_documents(self):
        """:raises UserError: for what takes a document that was decided on"""
        if self.act == "batal":
            self._check_no_document_undone()
        kind = self.env["pemda.approval.kind"]._acts_by_document().get(self.act)
        if kind:
            kind = self.env["pemda.approval.kind"].browse(kind)
            raise UserError(
                self.env._(
                    "This takes a document that was decided on: “%(kind)s”, in the "
                    "menu Documents.",
                    kind=kind.name,
                )
            )

    def _check_no_document_undone(self):
        for asset in self._assets():
            document = self._document_of(asset, asset._reversible()[-1:])
            if document:
                raise UserError(
                    self.env._(
                        "%(asset)s was booked by “%(document)s”, which was decided on. "
                        "%(instead)s",
                        asset=asset.display_name,
                        document=document._lifecycle_kind_text(),
                        instead=document._lifecycle_undo_text(),
                    )
                )

    def _document_of(self, asset, entry):
        """The approved document that booked an entry; None for any other source."""
        for name in self.env[DOCUMENT]._lifecycle_models():
            lines = self.env[name].sudo().line_ids
            line = lines.search(
                [
                    ("asset_id", "=", asset.id),
                    ("document_id.state", "=", "approved"),
                    ("document_id.number", "=", entry.document_number),
                    ("document_id.date", "=", entry.document_date),
                ],
                limit=1,
            )
            if line:
                return line.document_id
        return None
