from odoo import fields, models


class ReportWizard(models.TransientModel):
    """What the lists of civil servants ask besides unit and date."""

    _inherit = "pemda.report.wizard"

    bulan = fields.Integer(
        string="Months ahead", help="The usual number of the list if nothing is said."
    )
    asks_bulan = fields.Boolean(compute="_compute_asks")

    def _show_asked(self, source):
        res = super()._show_asked(source)
        self.asks_bulan = source is not None and "bulan" in source._report_asks
        return res

    def _extra(self, source):
        extra = super()._extra(source)
        if "bulan" in source._report_asks:
            extra = {**extra, "bulan": self.bulan}
        return extra
