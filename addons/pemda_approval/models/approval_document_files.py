import contextlib

from markupsafe import Markup

from odoo import api, fields, models
from odoo.tools import human_size

from ..rules import transitions as rules
from ..rules.steps import FactMissing

LINK = Markup('<a href="/web/content/{id}" target="_blank">{name}</a>')


class ApprovalDocument(models.AbstractModel):
    """What is attached to documents, and what has to be."""

    _inherit = "pemda.approval.document"

    # lines of the kind with their files, for the widget approval_checklist
    attachment_checklist = fields.Json(
        string="Attachments", compute="_compute_attachment_checklist"
    )
    returned_note = fields.Text(
        string="Returned because",
        compute="_compute_returned_note",
        help="What is to be corrected, while the document is with its maker again.",
    )

    @api.depends_context("uid")
    def _compute_attachment_checklist(self):
        files = self._approval_files()
        for document in self:
            document.attachment_checklist = document._approval_checklist(
                files.get(document._origin.id, self.env["ir.attachment"].sudo())
            )

    def _approval_checklist(self, files):
        """The list of one document, as the widget shows it.

        :param files: attachments of the document
        """
        self.ensure_one()
        kind = self._approval_kind()
        editable = self.state in rules.EDITABLE
        lines = kind.requirement_ids if editable else files.approval_requirement_id
        notes = self._approval_returned_notes()
        items = [
            self._approval_checklist_item(
                line,
                files.filtered(lambda f, line=line: f.approval_requirement_id == line),
                notes,
            )
            for line in (lines | files.approval_requirement_id).sorted()
        ]
        others = files.filtered(lambda f: not f.approval_requirement_id)
        return {
            "editable": editable and self.has_access("write"),
            "lines": [item for item in items if item["counts"] or item["files"]],
            "others": [_file_item(each, notes) for each in others],
            "later": self._approval_later_items(),
            "may_attach_later": self._may_attach_later(),
        }

    def _approval_checklist_item(self, line, files, notes):
        """A line of the kind; ``counts`` is None as long as nobody can say."""
        counts = None
        with contextlib.suppress(FactMissing):
            if self._origin or not line._is_conditional():
                counts = self._approval_line_holds(line)
        required = line.need == "required"
        return {
            "id": line.id,
            "name": line.name,
            "hint": line.note or "",
            "condition": line.condition_text,
            "legal_basis": line.legal_basis or "",
            "unconfirmed": line.unconfirmed,
            "counts": counts is not False,
            "required": bool(counts) and required,
            "missing": bool(counts) and required and not files,
            "note": notes.get(line.name, ""),
            "files": [_file_item(each, notes) for each in files],
        }

    def _approval_missing_files(self):
        """Sentences for documents without what has to be attached: id -> list."""
        lines = self._approval_kind().requirement_ids.filtered(
            lambda line: line.need == "required"
        )
        if not lines:
            return {}
        files, missing = self._approval_files(), {}
        for document in self:
            found = files.get(document.id, self.env["ir.attachment"].sudo())
            try:
                names = [
                    line.name
                    for line in lines - found.approval_requirement_id
                    if document._approval_line_holds(line)
                ]
            except FactMissing as unknown:
                missing[document.id] = [
                    self.env._(
                        "Which files have to be attached depends on “%(fact)s”, and "
                        "the document does not say it.",
                        fact=unknown.args[0],
                    )
                ]
                continue
            if names:
                missing[document.id] = [
                    self.env._(
                        "Not attached yet: %(names)s. Add the files under "
                        "“Attachments”, then submit again.",
                        names=", ".join(f"“{name}”" for name in names),
                    )
                ]
        return missing

    def _approval_line_holds(self, line):
        """Whether a line of the kind counts for this document.

        :raises FactMissing: its condition asks what the document does not say
        """
        self.ensure_one()
        if not line._is_conditional():
            return True
        return line._holds(self.sudo()._approval_facts())

    def _approval_files(self):
        """What is attached by people: dict document id -> attachments, as superuser."""
        attachments = self.env["ir.attachment"].sudo()
        if not self.ids:
            return {}
        found = attachments.search(
            [
                ("res_model", "=", self._name),
                ("res_id", "in", self.ids),
                ("res_field", "=", False),
                ("is_approval_print", "=", False),
                ("is_approval_later", "=", False),
            ],
            order="id",
        )
        return found.grouped("res_id")

    def _approval_attachments(self):
        """What is hashed of each attachment: dict document id -> sorted list."""
        return {
            document_id: sorted(each._approval_hashed() for each in files)
            for document_id, files in self._approval_files().items()
        }

    def _approval_files_shown(self):
        """Links to what is attached: list of (label, markup), for whoever decides."""
        self.ensure_one()
        files = self._approval_files().get(self.id)
        if not files:
            return self._approval_later_shown()
        shown = [
            (line.name, _links(ours))
            for line, ours in files.grouped("approval_requirement_id").items()
            if line
        ]
        others = files.filtered(lambda f: not f.approval_requirement_id)
        if others:
            shown.append((self.env._("Further attachments"), _links(others)))
        return shown + self._approval_later_shown()

    def _approval_later_shown(self):
        acts = self._approval_later_acts()
        files = self.env["ir.attachment"].sudo()
        files = files.browse(act.attached["id"] for act in acts).exists()
        return [(self.env._("Later attachments"), _links(files))] if files else []

    def _approval_returned_notes(self):
        """What was said of fields and attachments when the document came back."""
        self.ensure_one()
        last = self.sudo().request_id.decision_ids.filtered(
            lambda decision: decision.act == rules.RETURN
        )[-1:]
        return last.field_notes or {} if self.state == rules.RETURNED else {}

    def _compute_returned_note(self):
        for document in self:
            last = document.sudo().request_id.decision_ids[-1:]
            document.returned_note = document.state == rules.RETURNED and "\n".join(
                [f"{last.person}: {last.note}", *last._part_notes()]
            )


def _links(files):
    """Files as links that open beside the page."""
    links = (LINK.format(id=each.id, name=each.name) for each in files)
    return Markup("<br/>").join(links)


def _file_item(attachment, notes):
    return {
        "id": attachment.id,
        "name": attachment.name,
        "size": human_size(attachment.file_size or 0),
        "note": notes.get(attachment.name, ""),
    }
