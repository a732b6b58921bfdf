from odoo import models
from odoo.exceptions import UserError


class ReportLabels(models.AbstractModel):
    """Labels of what the dialog ``sipbd.label.print`` was opened for."""

    _name = "report.sipbd.labels"
    _description = "Labels of assets"

    def _render_pdf(self, records, data):
        for wizard in records:
            yield wizard, wizard._render()

    def _render_xlsx(self, records):
        """:raises UserError: labels are no table"""
        raise UserError(self.env._("Labels are printed as PDF only."))
