"""Who writes what on a person and on the rows of the histories."""

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import new_test_user, tagged

from .common import PersonnelCase
from .personas import PersonasMixin


@tagged("post_install", "-at_install")
class TestAccessWrite(PersonasMixin, PersonnelCase):
    def test_what_an_operator_writes_on_a_person(self):
        budi = self.budi.with_user(self.operator)
        budi.write({"alamat": "Jalan Baru 1"})
        for vals in (
            {"nik": "1"},
            {"nip": "1"},
            {"name": "Lain"},
            {"user_id": self.operator.id},
            {"department_id": self.opd_b.id},
            {"active": False},
        ):
            with self.subTest(vals), self.assertRaises(AccessError):
                budi.write(vals)
        with self.assertRaises(AccessError):
            self.wati.with_user(self.operator).write({"alamat": "x"})
        with self.assertRaises(AccessError):
            self.people(self.operator).create(
                {"name": "Baru", "department_id": self.opd_a.id}
            )

    def test_bkd_adds_people(self):
        """By the form and by Odoo's own import, in the units of the office."""
        people = self.people(self.bkd)
        made = people.create(
            {
                "name": "Baru Uji",
                "nip": "199001012015031901",
                "nik": "3514010101900001",
                "birthday": "1990-01-01",
                "sex": "male",
                "department_id": self.opd_b.id,
            }
        )
        self.assertEqual(made.unit_id, self.opd_b)
        self.assertEqual(made.read(["nik"])[0]["nik"], "3514010101900001")
        answer = people.load(
            ["name", "nip", "birthday", "department_id/.id"],
            [["Lain Uji", "199102022016032901", "1991-02-02", str(self.unit_a1.id)]],
        )
        self.assertFalse(answer["messages"])
        self.assertEqual(people.browse(answer["ids"]).unit_id, self.unit_a1)

    def test_new_people_are_in_a_unit_of_the_office(self):
        with self.assertRaises(ValidationError):
            self.people(self.bkd).create({"name": "Tanpa Unit"})
        without = new_test_user(
            self.env, "akses_hr", groups="base.group_user,hr.group_hr_user"
        )
        with self.assertRaises(AccessError):
            self.people(without).create({"name": "B", "department_id": self.opd_b.id})

    def test_nobody_but_the_admin_connects_a_sign_in(self):
        """An office goes with the person to his sign-in: that gives rights."""
        with self.assertRaises(AccessError):
            self.sari.with_user(self.bkd).write({"user_id": self.bkd.id})
        self.sari.with_user(self.admin).write({"user_id": self.bkd.id})

    def test_an_operator_writes_rows_of_the_subtree_only(self):
        rows = self.env["sikda.riwayat.diklat"].with_user(self.operator)
        vals = {"jenis": "teknis", "nama": "Diklat"}
        row = rows.create({"employee_id": self.sari.id, **vals})
        row.nama = "Diklat lain"
        with self.assertRaises(AccessError):
            rows.create({"employee_id": self.wati.id, **vals})
        with self.assertRaises(AccessError):
            row.action_verify()
        with self.assertRaises(AccessError):
            self.env["sikda.riwayat.hukdis"].with_user(self.operator).create(
                {
                    "employee_id": self.budi.id,
                    "jenis_id": self.env["sikda.jenis.hukdis"]._by_code("1").id,
                }
            )
