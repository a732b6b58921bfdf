from odoo import fields, models


class HapusKecuali(models.Model):
    """A ground on which the law lets goods go without an approval that they need
    otherwise, such as that of the DPRD.

    For which approvals it may be given, the table of approvals says.
    """

    _name = "sipbd.hapus.kecuali"
    _description = "Exception to an approval of write-offs"
    _inherit = ["sipbd.hapus.ketentuan"]
    _order = "sequence, id"

    sequence = fields.Integer(string="Order", default=10)
    syarat_ids = fields.Many2many("sipbd.hapus.syarat", string="Instead of")
