"""SIKDa in a real browser, on a desktop and on a phone."""

from odoo.tests import new_test_user, tagged

from odoo.addons.sikda.tests.common import PersonnelHttpCase


class PersonnelJourney(PersonnelHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.make_user("journey_operator", "operator_kepegawaian", cls.opd_a)
        cls.make_user("journey_bkd", "bkd_staff", cls.root)
        cls.budi.user_id = new_test_user(
            cls.env,
            "journey_pegawai",
            groups="base.group_user",
            password="journey_pegawai-journey_pegawai",
        )
        cls.add_row(cls.budi, "keluarga", hubungan="anak", nama="Anak Uji")
        load = cls.env["pemda.import.load"].create(
            {"file": b"eA==", "filename": "siasn.csv", "unit_id": cls.root.id}
        )
        cls.env["sikda.selisih"].create(
            [
                {
                    "load_id": load.id,
                    "employee_id": person.id,
                    "unit_id": person.unit_id.id,
                    "field": "alamat",
                    "left_text": "Jl. Lama",
                    "right_text": "Jl. Baru",
                    "effect": "lain",
                }
                for person in (cls.budi, cls.wati)
            ]
        )

    def walk(self, story):
        self.start_tour("/web/login", f"{story}_{self.device}")

    def _operator(self):
        self.walk("personnel_operator")

    def _pegawai(self):
        self.walk("personnel_pegawai")
        printed = self.env["pemda.report.document"].search(
            [("printed_by_id.login", "=", "journey_pegawai")]
        )
        self.assertIn(self.budi.nama_gelar, printed.details)
        self.assertNotIn(self.budi.nip, printed.details)

    def _bkd(self):
        self.assertEqual(self.budi.golongan_id.name, "III/a")
        self.walk("personnel_bkd")
        self.env.invalidate_all()
        self.assertEqual(self.budi.golongan_id.name, "III/b")
        row = self.budi.riwayat_pangkat_ids[0]
        self.assertEqual(row.sk_nomor, "823/9/2020")
        self.assertEqual(row.verified_by_id.login, "journey_bkd")


@tagged("post_install", "-at_install", "-standard", "journey")
class TestPersonnelJourneyDesktop(PersonnelJourney):
    device = "desktop"

    def test_operator_sees_the_subtree(self):
        self._operator()

    def test_pegawai_sees_the_own_data(self):
        self._pegawai()

    def test_bkd_adds_and_verifies_a_rank(self):
        self._bkd()


@tagged("post_install", "-at_install", "-standard", "journey")
class TestPersonnelJourneyPhone(PersonnelJourney):
    device = "phone"
    browser_size = "390x844"
    touch_enabled = True

    def test_operator_sees_the_subtree(self):
        self._operator()

    def test_pegawai_sees_the_own_data(self):
        self._pegawai()

    def test_bkd_adds_and_verifies_a_rank(self):
        self._bkd()
