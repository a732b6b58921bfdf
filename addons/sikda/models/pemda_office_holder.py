from odoo import api, models


class OfficeHolder(models.Model):
    _inherit = "pemda.office.holder"

    @api.depends("employee_id.nama_gelar")
    def _compute_person(self):  # pylint: disable=missing-return
        """A signature prints the name with its titles."""
        super()._compute_person()
        for holder in self.filtered("employee_id.nama_gelar"):
            holder.name = holder.employee_id.nama_gelar
