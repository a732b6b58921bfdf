from odoo.tests import tagged

from .common import CAR, LAND, SAFE, SipbdCase


@tagged("post_install", "-at_install")
class TestCodeSearch(SipbdCase):
    """What a clerk types or picks in the search box under "Code"."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.assets = cls.env["sipbd.asset"].with_user(cls.clerk_a)
        for code in (SAFE, CAR, LAND):
            cls.make_asset(cls.clerk_a, cls.opd_a, code=code)

    def codes(self, text):
        found = self.assets.search([("code_search", "ilike", text)])
        return set(found.mapped("code_id.code"))

    def test_digits_are_the_beginning_of_a_code(self):
        self.assertEqual(self.codes("1.3.2.05"), {SAFE})
        self.assertEqual(self.codes("132050104001"), {SAFE})
        self.assertEqual(self.codes("1.3.2"), {SAFE, CAR})

    def test_the_label_of_a_suggestion_means_all_below_it(self):
        parent = self.kode("1.3.2.05")
        self.assertEqual(self.codes(parent.display_name), {SAFE})
        self.assertEqual(self.codes(self.kode(CAR).display_name), {CAR})

    def test_words_are_looked_up_in_the_names(self):
        self.assertEqual(self.codes("lemari besi"), {SAFE})
        self.assertEqual(self.codes("tidak ada barang begini"), set())

    def test_nobody_finds_what_he_may_not_see(self):
        other = self.assets.with_user(self.clerk_b)
        found = other.search([("code_search", "ilike", "1.3")])
        self.assertEqual(found.unit_id, self.opd_b)
