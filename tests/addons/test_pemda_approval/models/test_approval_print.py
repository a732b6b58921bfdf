from odoo import models

from odoo.addons.pemda_report.engine.model import Column, Report


class LetterPrint(models.AbstractModel):
    _name = "report.test_pemda_approval.letter"
    _description = "Print of a letter (test)"
    _inherit = ["pemda.approval.print"]

    def _document_report(self, document):
        return Report(
            name="surat",
            title=("SURAT",),
            orientation="portrait",
            identity=(("Nomor", document.number or "-"),),
            columns=(Column("name", "Barang", 100, "1"),),
        )

    def _document_rows(self, document):
        for line in document.line_ids:
            yield (line.name,)
