from odoo import api, fields, models


class SelisihDecide(models.TransientModel):
    """Asks which side is right and why, for one difference or many."""

    _name = "sikda.selisih.decide"
    _description = "Decide on Differences"

    selisih_ids = fields.Many2many("sikda.selisih", required=True, readonly=True)
    count = fields.Integer("Differences", compute="_compute_count")
    side = fields.Selection(
        [
            ("left", "The register is right: keep it"),
            ("right", "The file is right: take it over"),
        ],
        required=True,
    )
    reason = fields.Char(required=True)

    @api.depends("selisih_ids")
    def _compute_count(self):
        for wizard in self:
            wizard.count = len(wizard.selisih_ids)

    @api.model_create_multi
    def create(self, vals_list):
        wizards = super().create(vals_list)
        wizards.selisih_ids.check_access("write")
        return wizards

    def write(self, vals):
        result = super().write(vals)
        self.selisih_ids.check_access("write")
        return result

    def action_confirm(self):
        """Settle the differences; they check who may."""
        self.ensure_one()
        self.selisih_ids._decide(self.side, self.reason)
        return {"type": "ir.actions.act_window_close"}
