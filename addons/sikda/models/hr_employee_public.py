from odoo import fields, models


class EmployeePublic(models.Model):
    """What every sign-in sees of colleagues: no number, nothing private."""

    _inherit = "hr.employee.public"

    nama_gelar = fields.Char(string="Name with titles", readonly=True)
