from odoo import fields, models

from ..report.asset_report import GABUNGAN


class ReportWizard(models.TransientModel):
    """What the forms about regional property ask besides unit and date."""

    _inherit = "pemda.report.wizard"

    komptabel = fields.Selection(
        selection=[
            (GABUNGAN, "Intra- and ekstrakomptabel"),
            ("01", "Intrakomptabel"),
            ("02", "Ekstrakomptabel"),
        ],
        default=GABUNGAN,
        required=True,
    )
    all_items = fields.Boolean(
        string="List what did not change",
        help="Otherwise the goods on which nothing was booked are one row per unit.",
    )
    per_unit = fields.Boolean(
        string="Each unit by itself", help="Otherwise one table for all units."
    )
    per_code = fields.Boolean(
        string="Each code of goods", help="Otherwise a row is a bidang."
    )
    room_id = fields.Many2one(
        "sipbd.ruang",
        domain="[('unit_id', 'child_of', unit_id)]",
        help="All rooms if none is chosen.",
    )
    asks_room = fields.Boolean(compute="_compute_asks", export_string_translation=False)
    asks_komptabel = fields.Boolean(
        compute="_compute_asks", export_string_translation=False
    )
    asks_all_items = fields.Boolean(
        compute="_compute_asks", export_string_translation=False
    )
    asks_per_code = fields.Boolean(
        compute="_compute_asks", export_string_translation=False
    )
    asks_per_unit = fields.Boolean(
        compute="_compute_asks", export_string_translation=False
    )

    def _show_asked(self, source):
        res = super()._show_asked(source)
        asked = source._report_asks if source is not None else ()
        self.asks_komptabel = "komptabel" in asked
        self.asks_all_items = "all_items" in asked
        self.asks_per_code = "per_code" in asked
        self.asks_per_unit = "per_unit" in asked
        self.asks_room = "room_id" in asked
        return res

    def _extra(self, source):
        asked = {name: self[name] for name in source._report_asks if name in self}
        return {**super()._extra(source), **asked}
