from dataclasses import replace
from io import BytesIO

from odoo import fields, models

from odoo.addons.pemda_report.engine.file_name import file_name
from odoo.addons.pemda_report.engine.model import Report, Signer
from odoo.addons.pemda_report.engine.pdf import write_pdf

DRAFT_TITLE = "KONSEP – BELUM DISETUJUI"
DRAFT_NUMBER = "konsep"


class ApprovalPrint(models.AbstractModel):
    """Print of documents that are decided on.

    Inherit it under a name ``report.<report_name>``, implement ``_document_report``
    and ``_document_rows``, and give the kind an ``ir.actions.report`` with that
    ``report_name`` and the report engine. The print carries number, date, whoever
    decided, and a QR code to the public page; before approval it says that it is a
    draft. A QR code is no signature, and the print does not call itself signed.
    """

    _name = "pemda.approval.print"
    _description = "Print of a document"
    _inherit = ["pemda.report.source"]

    # what a print implements

    def _document_report(self, document) -> Report:
        """The form, filled in; title, signers and place are set by the engine."""
        raise NotImplementedError

    def _document_rows(self, document):
        """Iterator over the rows of the form."""
        raise NotImplementedError

    # printing

    def _render_pdf(self, records, data):
        for document in records:
            yield document, self._print(document)

    def _request_of(self, document):
        return document.request_id.sudo()

    def _print_name(self, report, records):
        """Kind of print, number or “konsep”, code of the unit."""
        documents = self._documents_of(records).sudo()
        units = documents.unit_id
        if len(documents) > 1:
            number = f"{len(documents)}-dokumen"
        else:
            number = self._printed_number(documents) or DRAFT_NUMBER
        title = report.with_context(lang="id_ID").name
        return file_name(title, number, units.code if len(units) == 1 else "")

    def _documents_of(self, records):
        """The documents of what is printed."""
        return records

    def _printed_number(self, document):
        """Number that the print of a document bears; empty before it is given."""
        return self._request_of(document).number

    def _print(self, document) -> bytes:
        request = self._request_of(document)
        final = request._final_decision() if request.state == "approved" else None
        report = self._document_report(document)
        report = replace(
            report,
            title=report.title if final else (*report.title, DRAFT_TITLE),
            letterhead=report.letterhead or self._letterhead(document.unit_id),
            signers=report.signers or self._final_signers(final),
            place_date=self._final_place_date(document, request) if final else "",
        )
        issue = replace(
            self._issue(request.number or "-", fields.Datetime.now()),
            url=request._public_url() if request else "",
        )
        target = BytesIO()
        rows = self._document_rows(document)
        self._guarded(lambda: write_pdf(report, rows, target, issue))
        return target.getvalue()

    def _final_signers(self, final) -> tuple[Signer, ...]:
        """Whoever took the final decision, as he held the office then."""
        return (self._signer_of(final),) if final else ()

    def _signer_of(self, decision, heading="") -> Signer:
        """Whoever took a decision, as he held the office then."""
        return Signer(
            title=decision._title(),
            name=decision.person,
            nip=self._nip(decision),
            heading=heading,
            capacity=decision.capacity or "definitif",
            on_behalf_of=decision.on_behalf or "",
        )

    def _nip(self, decision):
        """NIP of whoever decided, for the signature only."""
        holders = self.env["pemda.office.holder"].sudo()
        day = decision.decided_at.date()
        holder = holders.search(
            holders._in_force(day)
            & fields.Domain("user_id", "=", decision.user_id.id)
            & fields.Domain("office_id", "=", decision.office_id.id)
            & fields.Domain("unit_id", "=", decision.unit_id.id),
            limit=1,
        )
        return holder.nip or ""

    def _final_place_date(self, document, request):
        return self._seat_and_day(document.unit_id, request.number_date)
