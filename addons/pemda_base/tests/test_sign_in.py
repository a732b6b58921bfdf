from odoo.tests import tagged
from odoo.tools.translate import code_translations

from .common import PemdaHttpCase


@tagged("post_install", "-at_install")
class TestSignIn(PemdaHttpCase):
    def test_page_is_indonesian_whatever_the_browser_prefers(self):
        self.env["res.lang"]._activate_lang("id_ID")
        self.env["ir.default"].set("res.partner", "lang", "id_ID")
        self.opener.cookies["frontend_lang"] = "en_US"
        for _visit in range(2):
            page = self.url_open("/web/login", headers={"Accept-Language": "en-US"})
            self.assertIn("Kata Sandi", page.text)

    def test_pages_of_people_show_no_icons_of_addons_that_are_not_here(self):
        for name in ("hr_employee_public_action", "open_view_employee_list_my"):
            self.assertFalse(self.env.ref(f"hr.{name}").help)

    def test_nobody_makes_himself_an_account(self):
        parameters = self.env["ir.config_parameter"].sudo()
        self.assertEqual(parameters.get_param("auth_signup.invitation_scope"), "b2b")
        self.assertNotIn("/web/signup", self.url_open("/web/login").text)

    def test_the_web_client_speaks_as_an_office_does(self):
        """Words of ours replace those of Odoo; each is still a term of Odoo."""
        url = "/web/webclient/translations?lang=id_ID"
        sent = self.url_open(url).json()["modules"]
        for module, words in self.env["ir.http"]._pemda_web_words("id_ID").items():
            got = {each["id"]: each["string"] for each in sent[module]["messages"]}
            self.assertEqual({term: got.get(term) for term in words}, words)
            terms = code_translations.get_web_translations(module, "id_ID")["messages"]
            of_odoo = {each["id"] for each in terms}
            self.assertFalse(words.keys() - of_odoo, "terms that Odoo has no more")
            self.assertFalse(of_odoo ^ got.keys(), "terms of Odoo stay")
