from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .common import FLOW, ApprovalCase


@tagged("post_install", "-at_install")
class TestFlow(ApprovalCase):
    def offices(self, letter):
        """Offices that decide on a letter, in their order."""
        found = []
        while letter.state == "running":
            task = self.waiting(letter)
            found.append((task.office_id.code, task.unit_id))
            user = {
                "kepala_opd": self.head if task.unit_id == self.opd_a else self.head_b,
                "test_verifier": self.verifier,
                "test_sekda": self.sekda,
            }[task.office_id.code]
            self.decide(letter, user)
        return found

    def test_conditions_choose_the_steps(self):
        self.replace_flow(
            [
                (10, "Receiving", "kepala_opd", "receiving_opd", {"scope": "between"}),
                (20, "Large", "test_verifier", "pemda", {"amount_above": 5_000_000}),
                (30, "Sekda", "test_sekda", "pemda", {}),
            ]
        )
        self.assertEqual(self.offices(self.submitted()), [("test_sekda", self.root)])
        letter = self.submitted(amount=5_000_001, to_unit_id=self.opd_b.id)
        self.assertEqual(
            self.offices(letter),
            [
                ("kepala_opd", self.opd_b),
                ("test_verifier", self.root),
                ("test_sekda", self.root),
            ],
        )
        inside = self.submitted(to_unit_id=self.unit_a1.id)
        self.assertEqual(self.offices(inside), [("test_sekda", self.root)])

    def test_the_flow_of_the_nearest_unit(self):
        short = self.make_flow([FLOW[2]], unit=self.opd_a)
        letter = self.submitted(unit_id=self.unit_a1.id)
        self.assertEqual(letter.request_id.flow_id, short)
        b_clerk = self.make_user("ap_clerk_b", "test_clerk", self.opd_b)
        other = self.make_letters(user=b_clerk, unit_id=self.opd_b.id)
        other.action_submit()
        self.assertEqual(other.request_id.flow_id, self.flow)

    def test_a_running_request_keeps_its_version(self):
        letter = self.submitted()
        self.replace_flow([FLOW[2]])
        later = self.submitted()
        self.assertEqual(len(self.offices(letter)), 3)
        self.assertEqual(len(self.offices(later)), 1)

    def test_the_version_in_force_on_the_day(self):
        self.make_flow([FLOW[2]], date_from="2999-01-01")
        self.assertEqual(self.submitted().request_id.flow_id, self.flow)
        later = self.make_flow([FLOW[2]], date_from="2021-01-01")
        self.assertEqual(self.submitted().request_id.flow_id, later)

    def test_no_flow_is_said(self):
        self.flow.action_end()
        with self.assertRaisesRegex(UserError, "No flow of decisions is in force"):
            self.submitted()

    def test_an_archived_kind_takes_nothing_more_and_ends_what_runs(self):
        letter, draft = self.submitted(), self.make_letters()
        self.kind.active = False
        with self.assertRaisesRegex(UserError, "is archived"):
            draft.action_submit()
        self.assertEqual(len(self.offices(letter)), 3)
        self.assertEqual(letter.state, "approved")
        for document in (letter, draft):
            document.invalidate_recordset()
            self.assertEqual(document.attachment_checklist["lines"], [])

    def test_the_unit_itself_or_the_nearest_above(self):
        self.replace_flow([(10, "Head", "kepala_opd", "nearest", {})])
        letter = self.submitted(unit_id=self.unit_a1.id)
        self.assertEqual(self.waiting(letter).unit_id, self.opd_a)
        self.make_user("ap_head_a1", "kepala_opd", self.unit_a1)
        letter = self.submitted(unit_id=self.unit_a1.id)
        self.assertEqual(self.waiting(letter).unit_id, self.unit_a1)

    def test_a_step_in_a_unit_that_the_document_does_not_name(self):
        self.replace_flow([(10, "Receiving", "kepala_opd", "receiving_unit", {})])
        with self.assertRaisesRegex(UserError, "this document has none"):
            self.submitted()

    def test_a_condition_on_what_the_document_does_not_say(self):
        self.replace_flow(
            [
                (10, "Land", "test_verifier", "pemda", {"code_prefixes": "1.3.1"}),
                FLOW[2],
            ]
        )
        with self.assertRaisesRegex(UserError, "codes"):
            self.submitted()
        self.assertEqual(
            self.offices(self.submitted(code="1.3.1.01")),
            [("test_verifier", self.root), ("test_sekda", self.root)],
        )

    def test_a_live_flow_stays_as_it_is(self):
        step = self.flow.step_ids[0]
        for change in (
            lambda: step.write({"name": "x"}),
            lambda: step.unlink(),
            lambda: self.flow.write({"date_from": "2021-01-01"}),
            lambda: self.flow.write({"step_ids": [(5, 0, 0)]}),
            lambda: self.flow.write({"state": "draft"}),
            lambda: self.flow.unlink(),
            lambda: self.flow.action_go_live(),
            lambda: step.copy({"flow_id": self.flow.id}),
        ):
            with self.assertRaises(UserError), self.cr.savepoint():
                change()

    def test_a_new_version_is_a_draft_with_the_same_steps(self):
        action = self.flow.action_new_version()
        draft = self.env["pemda.approval.flow"].browse(action["res_id"])
        self.assertEqual((draft.state, len(draft.step_ids)), ("draft", 3))
        draft.step_ids[0].unlink()
        draft.action_go_live()
        self.assertEqual((draft.version, len(self.flow.step_ids)), (2, 3))
        self.assertEqual(self.submitted().request_id.flow_id, draft)

    def test_a_flow_whose_end_has_a_condition_is_refused(self):
        for further in ({"amount_above": 1}, {"scope": "between"}):
            with self.assertRaisesRegex(ValidationError, "final decision"):
                self.make_flow([(10, "End", "test_sekda", "pemda", further)])
        with self.assertRaisesRegex(ValidationError, "at least one step"):
            self.make_flow([])

    def test_only_the_admin_pemda_changes_flows(self):
        admin = self.make_user("ap_admin", "admin_pemda", self.root)
        flow = self.flow.copy()
        for user in (self.clerk, self.head, self.sekda):
            for change in (
                lambda user=user: flow.with_user(user).action_go_live(),
                lambda user=user: self.flow.with_user(user).action_end(),
                lambda user=user: self.kind.with_user(user).write({"name": "x"}),
            ):
                with self.assertRaises(AccessError):
                    change()
        flow.with_user(admin).write({"date_from": "2022-01-01"})
        flow.with_user(admin).action_go_live()
        self.assertEqual(flow.state, "live")

    def test_a_state_is_not_chosen_by_the_caller(self):
        admin = self.make_user("ap_admin", "admin_pemda", self.root)
        flows = self.env["pemda.approval.flow"].with_user(admin)
        flow = flows.with_context(default_state="live").create(
            {"kind_id": self.kind.id, "state": "live"}
        )
        self.assertEqual(flow.state, "draft")

    def test_a_quorum_fits_the_office(self):
        with self.assertRaisesRegex(ValidationError, "one at a time"):
            self.make_flow(
                [(10, "Two", "test_sekda", "pemda", {"mode": "some", "count": 2})]
            )
