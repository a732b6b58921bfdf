from odoo import fields, models

ASKED = ("bulan", "tahun")


class ReportWizard(models.TransientModel):
    """What the lists of civil servants ask besides unit and date."""

    _inherit = "pemda.report.wizard"

    bulan = fields.Integer(
        string="Months ahead", help="The usual number of the list if nothing is said."
    )
    tahun = fields.Integer(
        string="Year", help="The next year if nothing is said; up to five years ahead."
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        domain="[('unit_id', 'child_of', unit_id)]",
        groups="sikda.group_asn_reader",
    )
    asks_nip = fields.Boolean(compute="_compute_asks", export_string_translation=False)
    asks_bulan = fields.Boolean(
        compute="_compute_asks", export_string_translation=False
    )
    asks_tahun = fields.Boolean(
        compute="_compute_asks", export_string_translation=False
    )

    def _show_asked(self, source):
        res = super()._show_asked(source)
        for name in ("nip", *ASKED):
            self[f"asks_{name}"] = source is not None and name in source._report_asks
        return res

    def _extra(self, source):
        asked = {name: self[name] for name in ASKED if name in source._report_asks}
        if "nip" in source._report_asks:
            asked["person"] = self.employee_id
        return {**super()._extra(source), **asked}
