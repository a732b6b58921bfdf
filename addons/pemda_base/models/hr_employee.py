from odoo import fields, models


class Employee(models.Model):
    _inherit = "hr.employee"

    nip = fields.Char(
        string="NIP",
        size=18,
        index="btree_not_null",
        copy=False,
        groups="hr.group_hr_user",
        help="Nomor Induk Pegawai, 18 digits.",
    )

    def write(self, vals):
        """Rights go with the person to another sign-in."""
        result = super().write(vals)
        if "user_id" in vals:
            holders = self.env["pemda.office.holder"].sudo()
            for holder in holders.search([("employee_id", "in", self.ids)]):
                holder.user_id = holder.employee_id.user_id
        return result
