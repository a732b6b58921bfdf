from odoo import api, fields, models
from odoo.exceptions import UserError


class LifecycleTeks(models.Model):
    """What a letter says besides the goods, as this pemda writes it."""

    _name = "sipbd.lifecycle.teks"
    _description = "Text of a letter on goods"
    _order = "code"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(required=True, readonly=True)
    menimbang = fields.Text(string="Considering (menimbang)", help="One line each.")
    mengingat = fields.Text(string="In view of (mengingat)", help="One line each.")
    memutuskan = fields.Text(
        string="Decides (memutuskan)",
        help="One line each, after what the letter itself says.",
    )
    tembusan = fields.Text(string="Copies (tembusan)", help="One line each.")
    legal_basis = fields.Char()
    unconfirmed = fields.Boolean(
        help="Not yet compared with the letters of this pemda: check the wording."
    )

    _code_uniq = models.UniqueIndex("(code)", "There is such a text already.")

    @api.model
    def _by_code(self, code):
        text = self.sudo().search([("code", "=", code)], limit=1)
        if not text:
            raise UserError(
                self.env._("The text %(code)s of letters is missing.", code=code)
            )
        return text

    def _lines_of(self, name):
        """Lines of a field that say anything."""
        return tuple(
            filter(None, (line.strip() for line in (self[name] or "").splitlines()))
        )
