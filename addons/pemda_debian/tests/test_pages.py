"""Pages open in a real browser without an error and with their icons."""

from odoo.tests import HttpCase, new_test_user, tagged

# Odoo fails the test on any console.error. Fonts load only when asked for: load()
# gives no face for a name that no style sheet defines and throws where its file is
# missing or is not a font.
CHECK_PAGE = """
(async () => {
    const user = odoo.loader.modules.get("@web/core/user")?.user;
    if ((user?.context.lang ?? "none") !== "%s") {
        throw new Error(`the page is in ${user?.context.lang}`);
    }
    const faces = await document.fonts.load("16px FontAwesome", "\\uf0c9");
    if (!faces.length) {
        throw new Error("the icon font is not there");
    }
    console.log("test successful");
})().catch((error) => console.error(error.message));
"""


@tagged("post_install", "-at_install", "-standard", "journey")
class TestPages(HttpCase):
    """The sign-in page and the backend, in English and in Indonesian."""

    def test_sign_in_page(self):
        ready = "!!window.odoo?.loader && !!document.querySelector('input#login')"
        self.browser_js("/web/login", CHECK_PAGE % "none", ready, timeout=120)

    def test_backend(self):
        ready = "!!document.querySelector('.o_main_navbar .o_user_menu')"
        for lang in ("en_US", "id_ID"):
            with self.subTest(lang=lang):
                self.env["res.lang"]._activate_lang(lang)
                user = new_test_user(self.env, f"clerk_{lang}", lang=lang)
                code = CHECK_PAGE % lang
                self.browser_js("/odoo", code, ready, user.login, timeout=120)
