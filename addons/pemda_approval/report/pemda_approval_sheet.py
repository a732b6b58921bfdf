from zoneinfo import ZoneInfo

from odoo import models

from odoo.addons.pemda_base.rules.signing import signed
from odoo.addons.pemda_report.engine.formats import moment
from odoo.addons.pemda_report.engine.model import Column, Report

# Form text: it stays Indonesian whatever the language of the screen.
ACTS = {
    "submit": "Diajukan",
    "withdraw": "Ditarik kembali",
    "approve": "Disetujui",
    "return": "Dikembalikan untuk diperbaiki",
    "reject": "Ditolak",
    "forward": "Diminta pendapat",
    "opine": "Paraf/pendapat",
    "cancel": "Dibatalkan",
    "attach": "Lampiran susulan",
}


class ApprovalSheet(models.AbstractModel):
    """Lembar persetujuan: who decided what and when, for every kind of document."""

    _name = "report.pemda_approval.sheet"
    _description = "Approval sheet"
    _inherit = ["pemda.approval.print"]

    def _request_of(self, document):
        return document.sudo()

    def _document_report(self, document):
        request = document.sudo()
        return Report(
            name="lembar_persetujuan",
            title=("LEMBAR PERSETUJUAN", request.kind_id.name.upper()),
            orientation="portrait",
            identity=(
                ("Dokumen", request.title),
                ("Nomor", request.number or "-"),
                ("Unit", request.unit_id.name),
                ("SHA-256", request.document_hash),
            ),
            columns=(
                Column("no", "No.", 8, "1", kind="int"),
                Column("act", "Tindakan", 34, "2"),
                Column("who", "Pejabat", 62, "3"),
                Column("when", "Waktu", 40, "4"),
                Column("note", "Catatan", 46, "5"),
            ),
        )

    def _document_rows(self, document):
        company = self.env.company.sudo()
        zone = ZoneInfo(company.pemda_timezone)
        for decision in document.sudo().decision_ids:
            at = decision.decided_at.replace(tzinfo=ZoneInfo("UTC")).astimezone(zone)
            who = signed(decision._title(), decision.capacity, decision.on_behalf)
            yield (
                decision.position,
                ACTS[decision.act],
                f"{who}: {decision.person}" if decision.office_id else decision.person,
                moment(at.replace(tzinfo=None)),
                decision.all_notes or "",
            )
