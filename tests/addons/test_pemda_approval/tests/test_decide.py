from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import ApprovalCase


@tagged("post_install", "-at_install")
class TestDecide(ApprovalCase):
    def test_from_submission_to_effect(self):
        letter = self.submitted()
        self.assertEqual(letter.state, "running")
        self.assertIn("ap_head", letter.waits_for)
        for user in (self.head, self.verifier, self.sekda):
            self.assertEqual(letter.state, "running")
            self.assertEqual(self.decide(letter, user), {"decided": 1, "left": []})
        self.assertEqual(letter.state, "approved")
        year = self.env.company._pemda_today().year
        self.assertEqual(letter.number, f"001/T01/{year}")
        self.assertEqual(letter.date, self.env.company._pemda_today())
        self.assertEqual(letter.effect_count, 1)
        decisions = letter.request_id.decision_ids
        self.assertEqual(
            decisions.mapped("act"), ["submit", "approve", "approve", "approve"]
        )
        self.assertEqual(decisions.mapped("position"), [1, 2, 3, 4])
        self.assertEqual(decisions[1].office_id.code, "kepala_opd")
        self.assertEqual(len(set(decisions.mapped("document_hash"))), 1)

    def test_nothing_takes_effect_before_the_final_decision(self):
        letter = self.submitted()
        for user in (self.head, self.verifier):
            self.decide(letter, user)
            self.assertFalse(letter.effect_count or letter.number or letter.date)

    def test_returned_to_the_maker_and_corrected(self):
        letter = self.submitted()
        self.decide(letter, self.head)
        self.decide(
            letter, self.verifier, "return", "Amount?", field_notes={"amount": "Wrong"}
        )
        self.assertEqual(letter.state, "returned")
        self.assertFalse(self.waiting(letter))
        letter.amount = 2_000_000
        letter.action_submit()
        request = letter.request_id
        self.assertEqual((letter.state, request.round), ("running", 2))
        self.assertEqual(request.amount, 2_000_000)
        self.run_through(letter)
        self.assertEqual(letter.state, "approved")
        returned = request.decision_ids.filtered(lambda d: d.act == "return")
        self.assertEqual(returned.field_notes, {"amount": "Wrong"})
        self.assertEqual(
            request.decision_ids.mapped(lambda d: (d.round, d.act)),
            [
                (1, "submit"),
                (1, "approve"),
                (1, "return"),
                (2, "submit"),
                *[(2, "approve")] * 3,
            ],
        )
        self.assertNotEqual(
            request.decision_ids[0].document_hash,
            request.decision_ids[-1].document_hash,
        )

    def test_returned_to_an_earlier_step(self):
        letter = self.submitted()
        self.decide(letter, self.head)
        self.decide(letter, self.verifier)
        first = self.flow.step_ids[0]
        self.decide(letter, self.sekda, "return", "Again", step_id=first.id)
        self.assertEqual(letter.state, "running")
        with self.assertRaises(UserError):
            letter.name = "changed"
        self.assertEqual(self.waiting(letter).step_id, first)
        self.run_through(letter)
        self.assertEqual(letter.state, "approved")

    def test_returned_to_a_step_that_comes_later_is_refused(self):
        letter = self.submitted()
        self.decide(letter, self.head)
        for step in self.flow.step_ids[1:]:
            with self.assertRaisesRegex(UserError, "has not gone through"):
                self.decide(letter, self.verifier, "return", "x", step_id=step.id)

    def test_after_a_return_to_a_step_the_approvals_before_it_still_count(self):
        self.appoint(self.verifier, "test_sekda", self.root, capacity="plh")
        letter = self.submitted()
        self.decide(letter, self.head)
        self.decide(letter, self.verifier2)
        verify = self.flow.step_ids[1]
        self.decide(letter, self.verifier, "return", "Again", step_id=verify.id)
        # the head, whose approval stands, is not asked again and cannot be
        self.appoint(self.head, "test_verifier", self.root)
        self.assertFalse(self.inbox(self.head))
        self.decide(letter, self.verifier2)
        self.decide(letter, self.verifier)
        self.assertEqual(letter.state, "approved")

    def test_rejected_is_the_end(self):
        letter = self.submitted()
        self.decide(letter, self.head, "reject", "Not needed")
        self.assertEqual(letter.state, "rejected")
        self.assertTrue(letter.request_id.ended_at)
        for again in (letter.action_submit, letter.action_withdraw):
            with self.assertRaises(UserError):
                again()
        with self.assertRaises(UserError):
            letter.name = "changed"

    def test_return_and_reject_say_why(self):
        letter = self.submitted()
        for act in ("return", "reject"):
            for note in ("", "  ", "\x00"):
                with self.assertRaisesRegex(UserError, "Say why"):
                    self.decide(letter, self.head, act, note)
        with self.assertRaisesRegex(UserError, "characters"):
            self.decide(letter, self.head, "reject", "x" * 5001)

    def test_withdrawn_by_the_maker(self):
        letter = self.submitted()
        task = self.waiting(letter, self.head)
        letter.action_withdraw()
        self.assertEqual(letter.state, "draft")
        with self.assertRaisesRegex(UserError, "any more"):
            task.action_decide("approve")
        letter.name = "better"
        letter.action_submit()
        self.assertEqual(letter.request_id.round, 2)

    def test_nobody_else_withdraws(self):
        letter = self.submitted()
        other = self.make_user("ap_other_clerk", "test_clerk", self.opd_a)
        for user in (self.head, other):
            with self.assertRaises(UserError):
                letter.with_user(user).action_withdraw()

    def test_opinion_is_asked_and_given_and_binds_nobody(self):
        letter = self.submitted()
        task = self.waiting(letter, self.head)
        office = self.office("kepala_opd")
        task.action_forward(office.id, self.opd_b.id, "Do you agree?", 2)
        asked = self.waiting(letter, self.head_b, "opine")
        self.assertEqual(self.inbox(self.head_b), asked)
        with self.assertRaisesRegex(UserError, "already"):
            task.action_forward(office.id, self.opd_b.id, "Do you agree?")
        with self.assertRaises(UserError):
            asked.action_decide("approve")
        asked.action_opine("I agree")
        self.assertFalse(self.inbox(self.head_b))
        self.run_through(letter)
        acts = letter.request_id.decision_ids.mapped("act")
        self.assertEqual(acts[:3], ["submit", "forward", "opine"])

    def test_opinion_nobody_gave_is_closed_with_the_stage(self):
        letter = self.submitted()
        self.waiting(letter, self.head).action_forward(
            self.office("kepala_opd").id, self.opd_b.id, "Do you agree?"
        )
        self.decide(letter, self.head)
        self.assertFalse(self.inbox(self.head_b))

    def test_cancelled_by_a_counter_document_only(self):
        letter = self.submitted()
        self.run_through(letter)
        counter = self.make_letters(cancels_id=letter.id)
        with self.assertRaises(UserError):
            letter.sudo()._cancel_by(counter)
        counter.action_submit()
        self.decide(counter, self.head)
        self.assertEqual(letter.state, "approved")
        self.decide(counter, self.verifier)
        self.decide(counter, self.sekda)
        self.assertEqual((counter.state, letter.state), ("approved", "cancelled"))
        last = letter.request_id.decision_ids[-1]
        self.assertEqual(last.counter_request_id, counter.request_id)
        self.assertIn("ap_sekda", last.person)
        with self.assertRaises(UserError):
            letter.sudo()._cancel_by(counter)

    def test_a_refusing_effect_undoes_the_decision(self):
        letter = self.submitted(remark="explode")
        self.decide(letter, self.head)
        self.decide(letter, self.verifier)
        before = letter.request_id.decision_count
        with self.assertRaisesRegex(UserError, "register"), self.cr.savepoint():
            self.decide(letter, self.sekda)
        self.env.invalidate_all()
        self.assertEqual(letter.state, "running")
        self.assertEqual(letter.request_id.decision_count, before)
        self.assertFalse(letter.number)

    def test_the_check_is_asked_before_submission_and_before_the_end(self):
        with self.assertRaisesRegex(UserError, "sold"):
            self.submitted(problem="It was sold.")
        letter = self.submitted()
        self.decide(letter, self.head)
        letter.sudo()._approval_as_engine().problem = "It was sold."
        self.decide(letter, self.verifier)
        with self.assertRaisesRegex(UserError, "sold"):
            self.decide(letter, self.sekda)
        self.assertEqual(letter.state, "running")
