from odoo import api, fields, models


class FormasiChange(models.TransientModel):
    """Asks since when a unit needs more or fewer holders of a post, or none."""

    _name = "sikda.formasi.change"
    _description = "Change of a Need"

    formasi_id = fields.Many2one("sikda.formasi", required=True, readonly=True)
    unit_id = fields.Many2one(related="formasi_id.unit_id")
    jabatan_id = fields.Many2one(related="formasi_id.jabatan_id")
    kebutuhan_now = fields.Integer(
        string="Needed until then", related="formasi_id.kebutuhan"
    )
    date_from = fields.Date(string="Change since (TMT)", required=True)
    ends = fields.Boolean(
        string="The post goes", help="From then on the unit has no need for this post."
    )
    kebutuhan = fields.Integer(string="Needed from then on")
    legal_basis = fields.Char(string="Decree", required=True)
    legal_date = fields.Date(string="Date of the decree")

    @api.model_create_multi
    def create(self, vals_list):
        wizards = super().create(vals_list)
        wizards.formasi_id.check_access("write")
        return wizards

    def write(self, vals):
        result = super().write(vals)
        self.formasi_id.check_access("write")
        return result

    def action_confirm(self):
        """End the need and begin the new one, with the rights of the user."""
        self.ensure_one()
        made = self.formasi_id._change_since(
            self.date_from,
            None if self.ends else self.kebutuhan,
            {"legal_basis": self.legal_basis, "legal_date": self.legal_date},
        )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Formasi"),
            "res_model": "sikda.formasi",
            "view_mode": "form",
            "res_id": (made or self.formasi_id).id,
        }
