from dataclasses import replace

from odoo import api, fields, models

from .lifecycle_batal import BATAL
from .sipbd_mutasi import BETWEEN


class MutasiBatal(models.Model):
    """Takes a transfer back: its goods return to the unit that gave them.

    Made by the unit that gave; its goods are those of the transfer, all of them.
    """

    _name = "sipbd.mutasi.batal"
    _description = "Cancellation of a transfer"
    _inherit = [BATAL]
    _order = "id desc"

    _approval_kind_code = "sipbd_mutasi_batal"
    _approval_payload_fields = ("unit_id", "mutasi_id", "reason", "line_ids")
    _lifecycle_cancels = "mutasi_id"

    mutasi_id = fields.Many2one(
        "sipbd.mutasi",
        string="Transfer to take back",
        required=True,
        index=True,
        ondelete="restrict",
        domain=[("state", "=", "approved")],
    )
    unit_id = fields.Many2one(string="Back to unit")
    to_unit_id = fields.Many2one(related="mutasi_id.to_unit_id", string="From unit")
    jenis = fields.Selection(related="mutasi_id.jenis")
    line_ids = fields.One2many(
        "sipbd.mutasi.batal.line", "document_id", string="Goods list", readonly=True
    )

    @api.depends("mutasi_id.number", "mutasi_id.to_unit_id.name")
    def _compute_display_name(self):
        for batal in self:
            mutasi = batal.sudo().mutasi_id
            batal.display_name = self.env._(
                "Cancellation of %(number)s, %(unit)s",
                number=mutasi.number or mutasi.display_name or "",
                unit=mutasi.to_unit_id.name or "",
            )

    def _lifecycle_unit(self):
        return self.mutasi_id.to_unit_id

    def _approval_receiving_unit(self):
        return self.mutasi_id.to_unit_id

    def _approval_facts(self):
        return replace(super()._approval_facts(), between_opd=self.jenis == BETWEEN)
