from odoo import fields, models


class SiasnExport(models.TransientModel):
    """Asks for the unit whose people are exported in the columns of SIASN."""

    _name = "sikda.siasn.export"
    _description = "Export in the Columns of SIASN"

    unit_id = fields.Many2one(
        "hr.department",
        required=True,
        default=lambda self: self._default_unit(),
        help="People of this unit and of those below it.",
    )

    def _default_unit(self):
        units = self.env.user._pemda_unit_ids("sikda.group_asn_private")
        return units[0] if len(units) == 1 else False

    def action_export(self):
        """Download; the route checks who may."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_url",
            "url": f"/sikda/siasn/{self.unit_id.id}",
            "target": "download",
        }
