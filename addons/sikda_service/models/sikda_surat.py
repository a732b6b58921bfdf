from odoo import api, fields, models
from odoo.exceptions import UserError


class Surat(models.Model):
    """What a kind of letter says besides its numbered points, as this pemda writes it.

    The text of a document is taken from here when it is made, and may be changed on the
    document.
    """

    _name = "sikda.surat"
    _description = "Text of a letter"
    _order = "code"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(required=True, readonly=True)
    unit_id = fields.Many2one(
        "hr.department",
        string="Letterhead of",
        ondelete="restrict",
        help="Unit whose letterhead is printed. Empty: that of whoever decided.",
    )
    hal = fields.Char(string="Subject", required=True)
    kepada = fields.Text(string="Addressee", help="One line each.")
    pembuka = fields.Text(string="Opening", required=True)
    penutup = fields.Text(string="Closing", required=True)
    tembusan = fields.Text(string="Copies (tembusan)", help="One line each.")
    legal_basis = fields.Char()
    unconfirmed = fields.Boolean(
        help="Not yet compared with the letters of this pemda: check the wording."
    )

    _code_uniq = models.UniqueIndex("(code)", "There is such a letter already.")

    @api.model
    def _by_code(self, code):
        letter = self.sudo().search([("code", "=", code)], limit=1)
        if not letter:
            raise UserError(
                self.env._("The text of the letter %(code)s is missing.", code=code)
            )
        return letter
