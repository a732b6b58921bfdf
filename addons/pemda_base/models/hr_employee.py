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
