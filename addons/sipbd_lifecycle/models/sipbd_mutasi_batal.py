from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from odoo.addons.pemda_approval.rules.steps import Facts

from .sipbd_mutasi import BETWEEN


class MutasiBatal(models.Model):
    """Takes a transfer back: its goods return to the unit that gave them.

    Made by the unit that gave; its goods are those of the transfer, all of them.
    """

    _name = "sipbd.mutasi.batal"
    _description = "Cancellation of a transfer"
    _inherit = ["sipbd.lifecycle.document"]
    _order = "id desc"

    _approval_kind_code = "sipbd_mutasi_batal"
    _approval_payload_fields = ("unit_id", "mutasi_id", "reason", "line_ids")

    mutasi_id = fields.Many2one(
        "sipbd.mutasi",
        string="Transfer to take back",
        required=True,
        index=True,
        ondelete="restrict",
        domain=[("state", "=", "approved")],
    )
    unit_id = fields.Many2one(
        compute="_compute_unit_id",
        store=True,
        precompute=True,
        readonly=True,
        default=False,
        string="Back to unit",
    )
    to_unit_id = fields.Many2one(related="mutasi_id.to_unit_id", string="From unit")
    jenis = fields.Selection(related="mutasi_id.jenis")
    reason = fields.Text(required=True)
    line_ids = fields.One2many(
        "sipbd.mutasi.batal.line", "document_id", string="Goods list", readonly=True
    )

    @api.depends("mutasi_id")
    def _compute_unit_id(self):
        for batal in self:
            batal.unit_id = batal.sudo().mutasi_id.unit_id

    @api.depends("mutasi_id.number", "mutasi_id.to_unit_id.name")
    def _compute_display_name(self):
        for batal in self:
            mutasi = batal.sudo().mutasi_id
            batal.display_name = self.env._(
                "Cancellation of %(number)s, %(unit)s",
                number=mutasi.number or mutasi.display_name or "",
                unit=mutasi.to_unit_id.name or "",
            )

    @api.model_create_multi
    def create(self, vals_list):
        """The goods are those of the transfer, whoever holds them now."""
        found = super().create(vals_list)
        found.mutasi_id.with_env(self.env).check_access("read")
        for batal in found.sudo():
            batal._add_goods(batal.mutasi_id.line_ids.asset_id)
        return found

    def write(self, vals):
        mutasi_id = vals.get("mutasi_id")
        if mutasi_id and any(each.mutasi_id.id != mutasi_id for each in self):
            raise UserError(
                self.env._(
                    "A cancellation stays with its transfer: make another one instead."
                )
            )
        return super().write(vals)

    def _lifecycle_unit(self):
        return self.mutasi_id.to_unit_id

    def _approval_receiving_unit(self):
        return self.mutasi_id.to_unit_id

    def _approval_facts(self):
        return Facts(between_opd=self.jenis == BETWEEN)

    def _approval_preview(self):
        _ = self.env._
        mutasi = self.mutasi_id
        return [
            (_("Takes back"), mutasi.display_name),
            (_("Number"), mutasi.number or "-"),
            (_("Dated"), format_date(self.env, mutasi.date) if mutasi.date else "-"),
            (_("Goods"), str(self.line_count)),
            (_("Reason"), self.reason or ""),
        ]

    def _approval_check(self):
        found = super()._approval_check()
        for batal in self.filtered(lambda each: each.mutasi_id.state != "approved"):
            found.setdefault(batal.id, []).append(
                self.env._("Only an approved transfer that still stands is taken back.")
            )
        return found
