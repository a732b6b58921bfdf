from odoo import api, fields, models
from odoo.exceptions import UserError


class LifecycleTeks(models.Model):
    """What a decree on goods says besides the goods, as this pemda writes it."""

    _name = "sipbd.lifecycle.teks"
    _description = "Text of a decree on goods"
    _order = "code"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(required=True, readonly=True)
    tentang = fields.Char(string="About", required=True)
    menimbang = fields.Text(string="Considering (menimbang)", help="One line each.")
    mengingat = fields.Text(string="In view of (mengingat)", help="One line each.")
    memutuskan = fields.Text(
        string="Decides (memutuskan)",
        help="One line each, after what the decree itself says.",
    )
    tembusan = fields.Text(string="Copies (tembusan)", help="One line each.")
    legal_basis = fields.Char()
    unconfirmed = fields.Boolean(
        help="Not yet compared with the decrees of this pemda: check the wording."
    )

    _code_uniq = models.UniqueIndex("(code)", "There is such a decree already.")

    @api.model
    def _by_code(self, code):
        text = self.sudo().search([("code", "=", code)], limit=1)
        if not text:
            raise UserError(
                self.env._("The text of the decree %(code)s is missing.", code=code)
            )
        return text
