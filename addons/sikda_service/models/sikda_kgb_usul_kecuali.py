from odoo import fields, models


class KgbUsulKecuali(models.Model):
    """Somebody whom a decision on a proposal does not cover: who, why, and by whom.

    Written once, and kept if the proposal goes back and the person is decided on after
    all; a line that is left out names the row by which it is.
    """

    _name = "sikda.kgb.usul.kecuali"
    _description = "Left out of a decision on KGB"
    _inherit = ["pemda.append.only"]
    _order = "id"
    _rec_name = "nama"
    _named_to_readers_only = True

    usul_id = fields.Many2one(
        "sikda.kgb.usul",
        string="Proposal",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    round = fields.Integer(required=True, readonly=True, aggregator=None)
    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    nama = fields.Char(string="Name", readonly=True)
    nip = fields.Char(string="NIP", readonly=True)
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
