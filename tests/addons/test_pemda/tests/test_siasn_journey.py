"""From sign-in to a settled difference with SIASN, on a desktop and on a phone."""

from odoo.tests import tagged

from odoo.addons.pemda_base.tests.common import PemdaHttpCase

NEW = "199001012015031902"  # of static/files/siasn.xlsx
KNOWN = "197001011995031901"


class SiasnJourney(PemdaHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.bkd = cls.make_user("journey_bkd", "bkd_staff", cls.root)
        cls.budi = cls.env["hr.employee"].create(
            {
                "name": "Budi Uji",
                "nip": KNOWN,
                "ni_kind": "nip",
                "birthday": "1970-01-01",
                "sex": "male",
                "department_id": cls.opd_a.id,
                "tmt_cpns": "1995-03-01",
                "tmt_pns": "1996-03-01",
            }
        )
        cls.env["sikda.jabatan"].create(
            {"name": "Pengelola Uji Perjalanan", "jenis": "pelaksana"}
        )

    def _walk(self, tour):
        self.start_tour("/web/login", tour)
        person = self.env["hr.employee"].search([("nip", "=", NEW)])
        self.assertEqual(person.unit_id, self.opd_a)
        self.assertEqual(person.golongan_id.name, "III/b")
        self.assertEqual(person.create_uid, self.bkd)
        self.assertEqual(str(self.budi.birthday), "1970-01-02")
        settled = self.env["sikda.selisih"].search(
            [("employee_id", "=", self.budi.id), ("state", "!=", "open")]
        )
        self.assertEqual(settled.mapped("field"), ["birthday"])
        self.assertEqual(settled.reason, "Akta kelahiran dilihat")
        self.assertEqual(settled.decided_by_id, self.bkd)


@tagged("post_install", "-at_install", "-standard", "journey")
class TestSiasnJourneyDesktop(SiasnJourney):
    def test_from_sign_in_to_a_settled_difference(self):
        self._walk("siasn_journey_desktop")


@tagged("post_install", "-at_install", "-standard", "journey")
class TestSiasnJourneyPhone(SiasnJourney):
    browser_size = "390x844"
    touch_enabled = True

    def test_from_sign_in_to_a_settled_difference(self):
        self._walk("siasn_journey_phone")
