"""The OPD takes people out and adds others."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.sikda.rules.dates import add_months

from .common import KgbCase


@tagged("post_install", "-at_install")
class TestAdd(KgbCase):
    def add(self, usul, user=None, **vals):
        dialog = self.env["sikda.kgb.usul.add"].with_user(user or self.operator)
        return dialog.create({"usul_id": usul.id, **vals}).action_confirm()

    def take_out(self, lines, reason):
        action = lines.action_remove()
        dialog = self.env[action["res_model"]].with_user(lines.env.user)
        dialog = dialog.browse(action["res_id"])
        dialog.reason = reason
        dialog.action_confirm()

    def line(self, usul, person):
        return usul.line_ids.filtered(lambda line: line.employee_id == person)

    def test_taken_out_with_a_reason_and_stays_out(self):
        usul = self.make_usul()
        with self.assertRaisesRegex(UserError, "Say why"):
            self.take_out(self.line(usul, self.budi), "  ")
        self.take_out(self.line(usul, self.budi), "Sedang diperiksa")
        usul.action_fill()
        self.assertEqual(usul.line_ids.employee_id, self.sari)
        (row,) = usul.lain_ids
        self.assertEqual((row.kode, row.rincian), ("dihapus", "Sedang diperiksa"))
        self.add(usul, nips=self.budi.nip)
        self.assertEqual(usul.line_ids.employee_id, self.budi | self.sari)
        self.assertFalse(usul.lain_ids)

    def test_a_reason_lifts_a_missing_predikat(self):
        rows = self.env["sikda.riwayat.kinerja"].search(
            [("employee_id", "=", self.budi.id)]
        )
        rows.sudo().predikat = False
        usul = self.make_usul()
        with self.assertRaisesRegex(UserError, "predikat kinerja"):
            self.add(usul, nips=self.budi.nip)
        self.add(usul, nips=self.budi.nip, reason="SKP terlampir")
        line = self.line(usul, self.budi)
        self.assertEqual(line.alasan_tetap, "SKP terlampir")
        self.assertIn("not complete", line.temuan)
        usul.action_fill()
        self.assertEqual(self.line(usul, self.budi).alasan_tetap, "SKP terlampir")
        usul.action_submit()
        self.assertIn("SKP terlampir", usul.request_id.preview)

    def test_no_reason_lifts_what_is_firm(self):
        self.add_row(self.budi, "kgb", tmt=self.next_month, mkg_tahun=2, gaji=2_873_500)
        usul = self.make_usul()
        with self.assertRaisesRegex(UserError, "on record"):
            self.add(usul, nips=self.budi.nip, reason="tetap")
        self.assertNotIn(self.budi, usul.line_ids.employee_id)

    def test_a_list_of_nip_tells_whom_it_did_not_add(self):
        usul = self.make_usul()
        self.take_out(usul.line_ids, "x")
        text = f"{self.budi.nip}\n{self.wati.nip}, 12345"
        told = self.add(usul, nips=text)["params"]["message"]
        self.assertEqual(usul.line_ids.employee_id, self.budi)
        self.assertIn(f"{self.wati.nip}: nobody", told)
        self.assertIn("12345", told)
        self.assertNotIn("Wati", told)

    def test_by_unit(self):
        usul = self.make_usul()
        usul.sudo().line_ids.unlink()
        self.add(usul, way="filter", unit_id=self.unit_a1.id)
        self.assertEqual(usul.line_ids.employee_id, self.sari)
        # a unit outside the proposal gives nobody
        with self.assertRaises(UserError):
            self.add(usul, way="filter", unit_id=self.opd_b.id)

    def test_nothing_is_added_to_what_was_submitted(self):
        usul = self.make_usul()
        line = self.line(usul, self.budi)
        usul.action_submit()
        for act in (
            lambda: self.add(usul, nips=self.budi.nip),
            lambda: line.action_remove(),
            lambda: usul.action_fill(),
            lambda: line.sudo()._take_out("x"),
        ):
            with self.assertRaisesRegex(UserError, "was submitted"):
                act()

    def test_of_another_opd(self):
        usul = self.make_usul()
        for user in (self.operator_b, self.head):
            with self.assertRaises(AccessError):
                usul.with_user(user).action_fill()
        with self.assertRaises(AccessError):
            self.add(usul, self.operator_b, nips=self.budi.nip)
        with self.assertRaises(AccessError):
            usul.line_ids.with_user(self.operator_b).action_remove()

    def test_a_list_with_everything_twice_and_spaced(self):
        usul = self.make_usul()
        self.take_out(usul.line_ids, "x")
        spaced = "19700101 199503 1 901"
        told = self.add(usul, nips=f"NIP:\n{spaced}\t{self.budi.nip};'{self.sari.nip}")
        self.assertIn("“NIP:” is no NIP", told["params"]["message"])
        self.assertEqual(usul.line_ids.employee_id, self.budi | self.sari)
        with self.assertRaises(UserError):
            self.add(usul, nips=self.budi.nip)
        self.assertEqual(len(usul.line_ids), 2)

    def test_too_many_and_too_far(self):
        usul = self.make_usul()
        many = "\n".join(f"{number:018}" for number in range(5001))
        with self.assertRaisesRegex(UserError, "5001 NIP"):
            self.add(usul, nips=many)
        for until in ("9999-12-31", add_months(self.today, 13)):
            with self.assertRaisesRegex(UserError, "Choose a day until"):
                self.add(usul, nips=self.budi.nip, until=until)

    def test_strange_answers(self):
        usul = self.make_usul()
        for nips in (False, "", " \n", "x" * 5000, "%", "'; DROP TABLE hr_employee"):
            with self.assertRaises(UserError):
                self.add(usul, nips=nips)
