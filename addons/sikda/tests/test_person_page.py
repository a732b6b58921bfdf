"""The page of a person asks the record rules once, and shows no more for that."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..fields import HistoryOne2many
from ..person_page import PersonPage
from .common import PersonnelCase

SPEC = {
    "riwayat_pangkat_ids": {"fields": {"tmt": {}, "golongan_id": {"fields": {}}}},
    "riwayat_bahasa_ids": {"fields": {"nama": {}}},
    "berkas_ada": {},
}


@tagged("post_install", "-at_install")
class TestPersonPage(PersonnelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.operator = cls.make_user("op_page", "operator_kepegawaian", cls.opd_a)
        cls.head = cls.make_user("kepala_page", "kepala_opd", cls.opd_a)
        for name in ("Jawa", "Madura"):
            cls.add_row(cls.budi, "bahasa", nama=name, kemampuan="aktif")

    def page(self, person, user=None):
        self.env.flush_all()
        self.env.invalidate_all()
        (values,) = person.with_user(user or self.operator).web_read(SPEC)
        return values

    def languages(self):
        return {row["nama"] for row in self.page(self.budi)["riwayat_bahasa_ids"]}

    def add_rule(self, domain):
        self.env["ir.rule"].create(
            {
                "name": "Further",
                "model_id": self.env["ir.model"]._get_id("sikda.riwayat.bahasa"),
                "domain_force": str(domain),
            }
        )

    def test_every_history_asks_the_person_alone_or_is_joined(self):
        """What the page takes for granted of the rules that ship."""
        person = self.budi.with_user(self.operator)
        page = PersonPage(person, {})
        joined = {
            field.comodel_name
            for field in person._fields.values()
            if isinstance(field, HistoryOne2many)
            and not page.opens(person.env[field.comodel_name])
        }
        self.assertEqual(joined, {"sikda.riwayat.dokumen"})
        foreign = PersonPage(self.wati.with_user(self.operator), {})
        self.assertFalse(foreign.opens(person.env["sikda.riwayat.pangkat"]))

    def test_no_rule_is_passed_over(self):
        self.assertEqual(self.languages(), {"Jawa", "Madura"})
        self.add_rule([("nama", "=", "Jawa")])
        self.assertEqual(self.languages(), {"Jawa"})

    def test_a_further_rule_on_the_person(self):
        self.add_rule([("employee_id", "any", [("name", "!=", self.budi.name)])])
        self.assertEqual(self.languages(), set())

    def test_a_rule_that_says_the_contrary(self):
        """Read as it stands, not as the condition inside it."""
        self.env["ir.rule"].search(
            [("model_id.model", "=", "sikda.riwayat.bahasa"), ("perm_read", "=", True)]
        ).unlink()
        self.add_rule(
            ["!", ("employee_id", "any", [("name", "=", self.budi.name)])],
        )
        self.assertEqual(self.languages(), set())

    def test_no_right_to_the_model(self):
        self.env["ir.model.access"].search(
            [("model_id.model", "=", "sikda.riwayat.bahasa")]
        ).perm_read = False
        with self.assertRaises(AccessError):
            self.page(self.budi)

    def test_people_of_others_stay_shut(self):
        with self.assertRaises(AccessError):
            self.page(self.wati)

    def test_rows_that_the_page_has_not_read(self):
        """Only its own rows, only read, only for its own user."""
        page = PersonPage(self.budi.with_user(self.operator), {})
        budi = self.budi.with_user(self.operator).with_context(sikda_page=page)
        rows = budi.riwayat_pangkat_ids
        self.assertTrue(rows)
        self.assertTrue(page.has_read(rows))
        foreign = self.wati.riwayat_pangkat_ids.with_env(budi.env)
        self.assertTrue(foreign)
        for denied in (foreign, rows | foreign):
            self.assertFalse(page.has_read(denied))
            with self.assertRaises(AccessError):
                denied.check_access("read")
        stranger = self.make_user("op_lain", "operator_kepegawaian", self.opd_b)
        self.assertFalse(rows.with_user(stranger).has_access("read"))
        self.assertFalse(page.has_read(rows.browse()))

    def test_what_was_read_is_not_written(self):
        page = PersonPage(self.budi.with_user(self.head), {})
        budi = self.budi.with_user(self.head).with_context(sikda_page=page)
        self.assertTrue(page.has_read(budi.riwayat_pangkat_ids))
        self.assertFalse(budi.riwayat_pangkat_ids.has_access("write"))

    def test_digital_file_is_the_same_for_all(self):
        """Also where a scan is on a history that the user has no right to."""
        kind = self.env["sikda.dokumen.jenis"].search(
            [("history", "=", "sikda.riwayat.hukdis")], limit=1
        )
        self.env["sikda.dokumen.syarat"].create(
            {"jenis_id": kind.id, "status_asn": self.budi.status_asn}
        )
        self.add_row(
            self.budi,
            "hukdis",
            tmt="2020-01-01",
            jenis_id=self.env["sikda.jenis.hukdis"].search([], limit=1).id,
            scan=b"JVBERi0=",
            scan_name="sk.pdf",
        )
        self.env.invalidate_all()
        there = self.budi.berkas_ada
        self.assertEqual(there, 1)
        for user in (self.operator, self.head):
            self.assertEqual(self.page(self.budi, user)["berkas_ada"], there)
