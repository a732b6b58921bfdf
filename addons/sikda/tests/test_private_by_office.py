"""Private fields of people follow the offices of a sign-in: several, nested, ending."""

from odoo.tests import tagged

from ..models.access import PRIVATE
from .common import PersonnelCase
from .test_private_by_unit import VALUES, TwoOfficesMixin


@tagged("post_install", "-at_install")
class TestPrivateByOffice(TwoOfficesMixin, PersonnelCase):
    def test_writes_his_own_people(self):
        budi = self.of(self.two).browse(self.budi.id)
        budi.write({"npwp": "333333333333"})
        self.assertEqual(budi.npwp, "333333333333")

    def test_due_lists(self):
        due = self.of(self.two, "sikda.due")
        found = due.search([("employee_id", "in", self.both.ids), ("kind", "=", "kgb")])
        rows = found.read(["employee_id", "amount"])
        told = {row["employee_id"][0]: row["amount"] for row in rows}
        self.assertEqual(set(told), set(self.both.ids))
        self.assertTrue(told[self.budi.id])
        self.assertFalse(told[self.wati.id])
        pay = due.search([("employee_id", "in", self.both.ids), ("amount", ">", 0)])
        self.assertEqual(pay.employee_id, self.budi)

    def test_nested_units(self):
        """Operator of a unit below the one that is only read."""
        inner = self.make_user("dua_dalam", "operator_kepegawaian", self.unit_a1)
        self.appoint(inner, "kepala_opd", self.opd_a)
        rows = self.of(inner).browse((self.budi | self.sari).ids).read(["nik"])
        self.assertEqual([bool(row["nik"]) for row in rows], [False, True])

    def test_offices_that_cover_each_other(self):
        """Reader below, operator above: nothing is closed, nothing is asked twice."""
        outer = self.make_user("dua_luar", "operator_kepegawaian", self.opd_a)
        self.appoint(outer, "kepala_opd", self.unit_a1)
        self.assertIsNone(outer._pemda_units_open(PRIVATE))
        rows = self.of(outer).browse((self.budi | self.sari).ids).read(["nik"])
        self.assertTrue(all(row["nik"] for row in rows))

    def test_an_auditor_of_one_unit(self):
        auditor = self.make_user("dua_auditor", "auditor", self.opd_a)
        self.appoint(auditor, "kepala_opd", self.opd_b, capacity="plt")
        rows = self.of(auditor).browse(self.both.ids).read(["nik"])
        self.assertEqual([bool(row["nik"]) for row in rows], [True, False])

    def test_the_admin_who_is_operator_too(self):
        """An admin reads everybody's names, not what an operator of one unit sees."""
        admin = self.make_user("dua_admin", "admin_pemda", self.root)
        self.appoint(admin, "operator_kepegawaian", self.opd_a)
        rows = self.of(admin).browse(self.both.ids).read(["nik", "private_phone"])
        self.assertEqual([bool(row["nik"]) for row in rows], [True, False])

    def test_oneself(self):
        """Who works where he only reads still sees himself."""
        self.wati.user_id = self.two
        rows = self.of(self.two).browse(self.wati.id).read(["nik"])
        self.assertEqual(rows[0]["nik"], VALUES["nik"][1])

    def test_an_office_that_ends(self):
        office = self.two.office_holder_ids.filtered(
            lambda holder: holder.unit_id == self.opd_b
        )
        self.assertIsNotNone(self.two._pemda_units_open(PRIVATE))
        office.date_to = "2021-01-01"
        self.assertIsNone(self.two._pemda_units_open(PRIVATE))
        office.date_to = False
        self.assertIsNotNone(self.two._pemda_units_open(PRIVATE))

    def test_a_unit_that_moves(self):
        """Offices that cover each other may not do so after a change of the tree."""
        outer = self.make_user("dua_pindah", "operator_kepegawaian", self.opd_a)
        self.appoint(outer, "kepala_opd", self.unit_a1)
        self.assertIsNone(outer._pemda_units_open(PRIVATE))
        self.unit_a1.parent_id = self.opd_b
        self.env.flush_all()
        self.assertEqual(outer._pemda_units_open(PRIVATE), {self.opd_a.id})
        rows = self.of(outer).browse(self.sari.id).read(["nik"])
        self.assertFalse(rows[0]["nik"])

    def test_private_files_of_a_person(self):
        """Binary fields with a group of Odoo's; offices that give it are of the pemda,
        so the register of one unit is opened by hand here."""
        office = self.env["pemda.office"].create(
            {
                "code": "uji_berkas",
                "name": "Uji",
                "group_id": self.env.ref("sikda.group_asn_bkd").id,
            }
        )
        self.appoint(self.two, office.code, self.opd_a)
        for person in self.both:
            person.id_card = b"aWQ="
        self.env.flush_all()
        files = self.of(self.two, "ir.attachment")
        domain = [("res_model", "=", "hr.employee"), ("res_field", "=", "id_card")]
        self.assertEqual(files.search(domain).mapped("res_id"), self.budi.ids)
        foreign = self.env["ir.attachment"].search(
            [*domain, ("res_id", "=", self.wati.id)]
        )
        self.assertEqual(len(foreign), 1)
        self.env.invalidate_all()
        self.assertFalse(foreign.with_user(self.two).has_access("read"))
        self.assertFalse(files.search([("id", "in", foreign.ids)]))
