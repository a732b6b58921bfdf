from odoo import fields, models


class KgbUsulPerson(models.AbstractModel):
    """Somebody in a proposal: proposed, not proposed, or left out of its decision.

    Name and NIP are kept as they were; who reads them is asked of the proposal.
    """

    _name = "sikda.kgb.usul.person"
    _description = "Person in a proposal of KGB"
    _rec_name = "nama"
    _named_to_readers_only = True

    usul_id = fields.Many2one(
        "sikda.kgb.usul",
        string="Proposal",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
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
