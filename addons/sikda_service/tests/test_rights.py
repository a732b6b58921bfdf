"""Who sees and changes what of a proposal, and what nobody forges."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .common import KgbCase


@tagged("post_install", "-at_install")
class TestRights(KgbCase):
    def seen(self, usul, user):
        """Whether a user sees the proposal, its people and those left out."""
        domain = [("usul_id", "=", usul.id)]
        return (
            bool(
                self.env["sikda.kgb.usul"]
                .with_user(user)
                .search([("id", "=", usul.id)])
            ),
            self.env["sikda.kgb.usul.line"].with_user(user).search_count(domain),
        )

    def test_who_sees_it(self):
        usul = self.make_usul()
        for user in (self.operator, self.bkd, self.verifier):
            self.assertEqual(self.seen(usul, user), (True, 2))
        for user in (self.head, self.operator_b, self.head_b):
            self.assertEqual(self.seen(usul, user), (False, 0))
        usul.action_submit()
        self.assertEqual(self.seen(usul, self.head), (True, 2))
        for user in (self.operator_b, self.head_b):
            self.assertEqual(self.seen(usul, user), (False, 0))

    def test_discipline_is_not_for_everybody_who_decides(self):
        usul = self.make_usul()
        usul.line_ids[:1]._take_out("x")
        usul.action_submit()
        self.assertEqual(len(usul.lain_ids), 1)
        with self.assertRaises(AccessError):
            usul.sudo().lain_ids.with_user(self.head).read(["sebab"])
        self.assertEqual(usul.with_user(self.head).lain_count, 1)

    def test_lines_are_written_by_the_register_alone(self):
        usul = self.make_usul()
        line = usul.line_ids[:1]
        for act in (
            lambda: line.write({"gaji": 9_000_000}),
            lambda: line.unlink(),
            lambda: line.copy({"employee_id": self.wati.id}),
            lambda: usul.write({"line_ids": [(1, line.id, {"gaji": 9_000_000})]}),
            lambda: usul.write({"line_ids": [(2, line.id)]}),
        ):
            with self.assertRaises(AccessError):
                act()

    def test_a_proposal_moved_to_another_opd_is_not_filled(self):
        usul = self.env["sikda.kgb.usul"].with_user(self.operator)
        usul = usul.create({"unit_id": self.opd_a.id})
        usul.action_fill()
        with self.assertRaises(AccessError):
            usul.unit_id = self.opd_b
        with self.assertRaises(AccessError):
            self.make_usul(self.operator, self.opd_b)

    def test_a_proposal_of_another_unit_begins_anew(self):
        usul = self.make_usul()
        usul.line_ids[:1]._take_out("x")
        usul.unit_id = self.unit_a1
        self.assertFalse(usul.line_ids)
        self.assertFalse(usul.sudo().lain_ids)
        usul.action_fill()
        self.assertEqual(usul.line_ids.employee_id, self.sari)

    def test_the_day_of_reading_is_not_forged(self):
        """A past day would ask for the predikat of other years."""
        usuls = self.env["sikda.kgb.usul"].with_user(self.operator)
        forged = {"read_on": "2020-01-01", "otomatis": True}
        usul = usuls.with_context(default_read_on="2020-01-01").create(
            {"unit_id": self.opd_a.id, **forged}
        )
        self.assertFalse(usul.read_on or usul.otomatis)
        for name, value in forged.items():
            with self.assertRaises(AccessError):
                usul.write({name: value})
        usul.action_fill()
        self.assertEqual(usul.read_on, self.today)

    def test_who_withdraws(self):
        """The button is there for the maker alone, as is the act."""
        usul = self.make_usul()
        usul.action_submit()
        self.decide(usul, self.head)
        self.assertTrue(usul.can_withdraw)
        for user in (self.bkd, self.verifier, self.head):
            self.assertFalse(usul.with_user(user).can_withdraw)
            with self.assertRaises(UserError):
                usul.with_user(user).action_withdraw()
        usul.action_withdraw()
        self.assertEqual(usul.state, "draft")

    def test_engine_fields_are_not_forged(self):
        usul = self.make_usul()
        for vals in ({"state": "approved"}, {"number": "1"}, {"date": "2026-01-01"}):
            with self.assertRaises(UserError):
                usul.write(vals)
        usul.action_submit()
        with self.assertRaises(UserError):
            usul.sudo().write({"tembusan": "x"})

    def test_every_view_opens(self):
        usul = self.make_usul()
        with Form(usul) as form:
            form.months = 4
        for model in ("usul", "usul.line", "usul.lain", "batal"):
            records = self.env[f"sikda.kgb.{model}"].with_user(self.operator)
            for view in ("list", "kanban", "search"):
                self.assertTrue(records.get_view(view_type=view)["arch"])
        Form(self.env["sikda.surat"].with_user(self.bkd).search([], limit=1))
        Form(self.env["sikda.kgb.batal"].with_user(self.operator))
        for action in (usul.action_open_lines(), usul.action_open_lain()):
            found = self.env[action["res_model"]].search(action["domain"])
            self.assertTrue(found.usul_id <= usul)
