from odoo import fields, models
from odoo.exceptions import AccessError


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
        """Rights go with the person to another sign-in: the admin pemda connects it."""
        if "user_id" in vals and not self._may_connect_sign_ins():
            raise AccessError(
                self.env._(
                    "The offices of a person go with the sign-in: only the admin pemda "
                    "connects people with sign-ins."
                )
            )
        result = super().write(vals)
        if "user_id" in vals:
            holders = self.env["pemda.office.holder"].sudo()
            for holder in holders.search([("employee_id", "in", self.ids)]):
                holder.user_id = holder.employee_id.user_id
        return result

    def _signed_name(self):
        """The name as it stands below a signature."""
        return self.name or ""

    def _may_connect_sign_ins(self):
        user = self.env.user
        return (
            self.env.su
            or user.has_group("pemda_base.group_pemda_admin")
            or user.has_group("base.group_erp_manager")
        )
