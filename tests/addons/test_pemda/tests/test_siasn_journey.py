"""From sign-in to differences settled and DUK printed, on a desktop and on a phone."""

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
        cls.post = cls.env["sikda.jabatan"].create(
            {"name": "Pengelola Uji Perjalanan", "jenis": "pelaksana"}
        )

    def _walk(self, tour):
        self.start_tour("/web/login", tour)
        person = self.env["hr.employee"].search([("nip", "=", NEW)])
        self.assertEqual(person.unit_id, self.opd_a)
        self.assertEqual(person.golongan_id.name, "III/b")
        self.assertEqual(person.create_uid, self.bkd)
        self.assertEqual(str(self.budi.birthday), "1970-01-02")
        self.assertEqual(self.budi.jabatan_id, self.post)
        rows = self.env["sikda.selisih"].search([("employee_id", "=", self.budi.id)])
        settled = rows.filtered(lambda row: row.state == "accepted_right")
        self.assertEqual(settled.decided_by_id, self.bkd)
        reasons = {row.field: row.reason for row in settled}
        self.assertEqual(reasons.pop("birthday"), "Akta kelahiran dilihat")
        self.assertEqual(set(reasons.values()), {"SK dilihat"})
        self.assertIn("riwayat_jabatan", reasons)
        self._check_printed()
        return rows

    def _check_printed(self):
        """DUK and nominatif of the pemda, each with everybody in service."""
        printed = self.env["pemda.report.document"].search(
            [("printed_by_id", "=", self.bkd.id)], order="id"
        )
        self.assertEqual(len(printed), 2)
        self.assertEqual(printed.unit_id, self.root)
        people = self.env["hr.employee"].search(
            [("unit_id", "child_of", self.root.id), ("asn_aktif", "=", True)]
        )
        self.assertLessEqual({NEW, KNOWN}, set(people.mapped("nip")))
        self.assertEqual(printed[1].rows, len(people))


@tagged("post_install", "-at_install", "-standard", "journey")
class TestSiasnJourneyDesktop(SiasnJourney):
    def test_from_sign_in_to_the_printed_duk(self):
        rows = self._walk("siasn_journey_desktop")
        self.assertEqual(set(rows.mapped("state")), {"accepted_right"})


@tagged("post_install", "-at_install", "-standard", "journey")
class TestSiasnJourneyPhone(SiasnJourney):
    browser_size = "390x844"
    touch_enabled = True

    def test_from_sign_in_to_the_printed_duk(self):
        self._walk("siasn_journey_phone")
