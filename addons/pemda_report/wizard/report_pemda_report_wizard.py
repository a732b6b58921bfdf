from odoo import models


class ReportWizardPrint(models.AbstractModel):
    """Prints what a wizard has been asked for."""

    _name = "report.pemda_report.wizard"
    _description = "Print of the report wizard"

    def _render_pdf(self, records, data):
        for wizard in records:
            yield wizard, wizard._render("pdf")

    def _render_xlsx(self, records):
        """The workbook of one wizard."""
        records.ensure_one()
        return records._render("xlsx")
