from odoo.tests import tagged

from .common import PemdaHttpCase


@tagged("post_install", "-at_install")
class TestSignIn(PemdaHttpCase):
    def test_page_is_indonesian_whatever_the_browser_prefers(self):
        self.env["res.lang"]._activate_lang("id_ID")
        self.env["ir.default"].set("res.partner", "lang", "id_ID")
        page = self.url_open("/web/login", headers={"Accept-Language": "en-US"}).text
        self.assertIn("Kata Sandi", page)

    def test_nobody_makes_himself_an_account(self):
        parameters = self.env["ir.config_parameter"].sudo()
        self.assertEqual(parameters.get_param("auth_signup.invitation_scope"), "b2b")
        self.assertNotIn("/web/signup", self.url_open("/web/login").text)
