from odoo import fields, models


class HapusJenis(models.Model):
    """A kind of document that a write-off rests on, such as a court ruling."""

    _name = "sipbd.hapus.jenis"
    _description = "Kind of document of a write-off"
    _order = "sequence, name"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(required=True)
    sequence = fields.Integer(string="Order", default=10)
    active = fields.Boolean(default=True)

    _code_uniq = models.UniqueIndex("(code)", "There is such a kind already.")
