import json

from odoo import api, models
from odoo.http import request
from odoo.tools.misc import file_open

#: words of the web client by module, where those of Odoo are not what an office says
WEB_WORDS = "pemda_base/data/web_words_id.json"


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _pre_dispatch(cls, rule, args):
        """Before sign-in the language is that of the pemda, not of the browser.

        Nor is it that of a cookie: Odoo leaves one with the language of the browser.
        """
        result = super()._pre_dispatch(rule, args)
        if not request.session.uid:
            lang = request.env["ir.default"].sudo()._get_model_defaults("res.partner")
            if lang.get("lang"):
                request.update_context(lang=lang["lang"])
        return result

    @api.model
    def _get_translations_for_webclient(self, modules, lang):
        terms, parameters = super()._get_translations_for_webclient(modules, lang)
        for module, words in self._pemda_web_words(lang).items():
            if module in terms:
                messages = terms[module]["messages"]
                words = {each["id"]: each["string"] for each in messages} | words
                terms[module] = {
                    "messages": [
                        {"id": term, "string": word} for term, word in words.items()
                    ]
                }
        return terms, parameters

    @api.model
    def _pemda_web_words(self, lang):
        """Words of our own for terms of the web client: module -> term -> word."""
        if (lang or "")[:2] != "id":
            return {}
        with file_open(WEB_WORDS) as file:
            return json.load(file)
