from odoo import fields, models


class KgbUsulKecuali(models.Model):
    """Somebody whom a decision on a proposal does not cover: who, why, and by whom.

    Written once, and kept if the proposal goes back and the person is decided on after
    all; a line that is left out names the row by which it is.
    """

    _name = "sikda.kgb.usul.kecuali"
    _description = "Left out of a decision on KGB"
    _inherit = ["sikda.kgb.usul.person", "pemda.append.only"]
    _order = "id"

    usul_id = fields.Many2one(ondelete="restrict")
    round = fields.Integer(required=True, readonly=True, aggregator=None)
    tmt = fields.Date(string="TMT", required=True, readonly=True)
    kode = fields.Char(required=True, readonly=True)
    sebab = fields.Char(string="In the way", required=True, readonly=True)
    alasan = fields.Char(string="Left out because", required=True, readonly=True)
    oleh = fields.Char(string="Left out by", required=True, readonly=True)
    document_hash = fields.Char(
        string="Document (SHA-256)", required=True, readonly=True
    )

    _once = models.UniqueIndex(
        "(usul_id, round, employee_id)", "This person was left out already."
    )
