from odoo import models
from odoo.http import request


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _pre_dispatch(cls, rule, args):
        """Before sign-in the language is that of the pemda, not of the browser."""
        result = super()._pre_dispatch(rule, args)
        if not request.session.uid and not request.cookies.get("frontend_lang"):
            lang = request.env["ir.default"].sudo()._get_model_defaults("res.partner")
            if lang.get("lang"):
                request.update_context(lang=lang["lang"])
        return result
