"""What is due, on screen, for those who may see it."""

from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .common import PersonnelCase
from .report_common import OverdueMixin


@tagged("post_install", "-at_install")
class TestDueLists(OverdueMixin, PersonnelCase):
    def due(self, user, **domain):
        self.env.flush_all()
        leaves = [(name, "=", value) for name, value in domain.items()]
        return self.env["sikda.due"].with_user(user).search(leaves)

    def test_overdue_comes_first_and_is_explained(self):
        (kgb,) = self.due(self.operator, employee_id=self.sari.id, kind="kgb")
        self.assertEqual((kgb.tmt, kgb.overdue, kgb.mkg), (self.rise, True, 2))
        self.assertEqual(kgb.amount, 2873500)
        self.assertIn("PP 7/1977 art. 11", kgb.explanation)
        self.assertIn("kinerja", kgb.obstacles)
        everything = self.due(self.bkd)
        self.assertEqual(everything.mapped("tmt"), sorted(everything.mapped("tmt")))

    def test_who_sees_whose(self):
        seen = {
            user: self.due(user).employee_id & (self.budi | self.sari | self.wati)
            for user in (self.bkd, self.operator, self.head, self.pegawai)
        }
        self.assertEqual(seen[self.bkd], self.budi | self.sari | self.wati)
        self.assertEqual(seen[self.operator], self.budi | self.sari)
        self.assertEqual(seen[self.head], self.budi | self.sari)
        self.assertEqual(seen[self.pegawai], self.sari)

    def test_pay_and_obstacles_are_private(self):
        (kgb,) = self.due(self.head, employee_id=self.sari.id, kind="kgb")
        self.assertEqual(kgb.tmt, self.rise)
        for name in ("amount", "ready", "obstacles"):
            with self.assertRaises(AccessError):
                kgb[name]

    def test_horizons(self):
        due = self.env["sikda.due"].with_user(self.bkd)
        overdue = due.search([("horizon", "=", "0")])
        year = due.search([("horizon", "=", "12")])
        self.assertTrue(all(overdue.mapped("overdue")))
        self.assertLess(overdue, year)
        self.assertLessEqual(year, due.search([("horizon", "=", "24")]))
        self.assertFalse(due.search([("horizon", "=", False)]))

    def test_a_punishment_is_told_to_those_who_may_know(self):
        today = self.env.company._pemda_today()
        kind = self.env["sikda.jenis.hukdis"].search([("code", "=", "25")])
        self.add_row(
            self.sari,
            "hukdis",
            jenis_id=kind.id,
            tmt=self.rise,
            tmt_akhir=date(today.year + 1, 1, 1),
        )
        (kgb,) = self.due(self.operator, employee_id=self.sari.id, kind="kgb")
        self.assertIn("sedang", kgb.obstacles)
        elsewhere = self.make_user("due_opr_b", "operator_kepegawaian", self.opd_b)
        self.appoint(elsewhere, "kepala_opd", self.unit_a1)
        (kgb,) = self.due(elsewhere, employee_id=self.sari.id, kind="kgb")
        self.assertFalse(kgb.read(["obstacles"])[0]["obstacles"])
        with self.assertRaises(AccessError):
            kgb.mapped("obstacles")

    def test_parameters_keep_their_shape(self):
        row = self.env["sikda.parameter"].search([("name", "=", "kgb.surat.bulan")])
        row = row.with_user(self.bkd)
        for wrong in ("dua", "2.5", "-1", "2 3"):
            with self.assertRaises(ValidationError):
                row.value = wrong
        row.value = "3"
        with self.assertRaises(ValidationError):
            row.create(
                {
                    "name": "tidak.ada",
                    "value": "1",
                    "date_from": "2026-01-01",
                    "legal_basis": "PP 1/2026",
                }
            )
        with self.assertRaises(UserError):
            row.sudo().unlink()
        with self.assertRaises(AccessError):
            row.with_user(self.operator).value = "4"

    def test_loading_again_keeps_what_was_changed(self):
        parameters = self.env["sikda.parameter"]
        row = parameters.search([("name", "=", "kgb.surat.bulan")])
        row.value = "3"
        count = parameters.search_count([])
        parameters._load_published()
        self.assertEqual((row.value, parameters.search_count([])), ("3", count))
