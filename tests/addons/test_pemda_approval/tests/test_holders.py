from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from .common import FLOW, ApprovalCase


@tagged("post_install", "-at_install")
class TestHolders(ApprovalCase):
    """Whoever holds the office that day decides."""

    def setUp(self):
        super().setUp()
        self.today = self.env.company._pemda_today()

    def end(self, user, day=None):
        holder = user.office_holder_ids
        holder.date_to = day or self.today - timedelta(days=1)
        return holder

    def test_a_change_of_holder_moves_what_waits(self):
        letters = self.submitted(2)
        self.assertEqual(len(self.inbox(self.head)), 2)
        self.end(self.head)
        self.assertFalse(self.inbox(self.head))
        successor = new_test_user(self.env, "ap_successor")
        self.appoint(successor, "kepala_opd", self.opd_a, date_from=self.today)
        self.assertEqual(len(self.inbox(successor)), 2)
        with self.assertRaises(AccessError):
            self.decide(letters[0], self.head)
        self.decide(letters, successor)
        self.assertEqual(len(self.inbox(self.verifier)), 2)

    def test_a_plh_decides_and_the_absent_holder_does_not(self):
        letter = self.submitted()
        deputy = self.make_user(
            "ap_deputy",
            "kepala_opd",
            self.opd_a,
            capacity="plh",
            sk_number="821/17",
            date_from=self.today,
            date_to=self.today,
        )
        self.assertFalse(self.inbox(self.head))
        with self.assertRaisesRegex(UserError, "ap_deputy"):
            self.decide(letter, self.head)
        self.decide(letter, deputy)
        decision = letter.request_id.decision_ids[-1]
        self.assertEqual((decision.capacity, decision.sk_number), ("plh", "821/17"))

    def test_a_plh_whose_time_is_over_decides_nothing(self):
        letter = self.submitted()
        deputy = self.make_user(
            "ap_deputy",
            "kepala_opd",
            self.opd_a,
            capacity="plh",
            date_to=self.today - timedelta(days=1),
        )
        self.assertFalse(self.inbox(deputy))
        self.decide(letter, self.head)

    def test_a_plt_whose_sk_names_other_documents_leaves_them_to_the_holder(self):
        other = self.kind.copy({"code": "test_other", "name": "Other"})
        deputy = self.make_user("ap_deputy", "kepala_opd", self.opd_a, capacity="plt")
        deputy.office_holder_ids.approval_kind_ids = other
        letter = self.submitted()
        self.assertFalse(self.inbox(deputy))
        self.assertEqual(len(self.inbox(self.head)), 1)
        deputy.office_holder_ids.approval_kind_ids |= self.kind
        self.assertEqual(len(self.inbox(deputy)), 1)
        self.assertFalse(self.inbox(self.head))
        self.decide(letter, deputy)

    def test_a_vacant_office_is_told_at_once_with_who_appoints(self):
        self.end(self.sekda)
        letter = self.make_letters()
        self.assertIs(letter.action_submit(), True)
        self.decide(letter, self.head)
        self.decide(letter, self.verifier)
        self.assertIn("Head of the region (kepala daerah) appoints", letter.waits_for)
        self.end(self.head)
        notice = self.make_letters().action_submit()
        self.assertIn("Nobody who could sign in", notice["params"]["message"])

    def test_a_sign_in_that_was_closed_is_no_holder(self):
        letter = self.submitted()
        self.head.active = False
        self.assertIn("Nobody who could sign in", letter.waits_for)

    def test_the_maker_never_decides(self):
        letters = self.make_letters(user=self.head)
        letters.action_submit()
        self.assertFalse(self.inbox(self.head))
        with self.assertRaisesRegex(UserError, "made by you"):
            self.decide(letters, self.head)

    def test_who_wrote_it_does_not_decide_though_another_submits(self):
        letter = self.make_letters(user=self.head)
        letter.with_user(self.clerk).action_submit()
        self.assertFalse(self.inbox(self.head))

    def test_who_submitted_an_earlier_round_does_not_decide(self):
        letter = self.make_letters()
        letter.with_user(self.head).action_submit()
        letter.with_user(self.head).action_withdraw()
        letter.action_submit()
        self.assertFalse(self.inbox(self.head))

    def test_nobody_decides_twice_in_a_round(self):
        self.appoint(self.head, "test_verifier", self.root)
        letter = self.submitted()
        self.decide(letter, self.head)
        self.assertFalse(self.inbox(self.head))
        with self.assertRaisesRegex(UserError, "in this round already"):
            self.decide(letter, self.head)
        self.decide(letter, self.verifier)

    def test_a_step_of_the_same_person_falls_away_if_the_flow_says_so(self):
        steps = [(*step[:4], {"may_skip": True}) for step in FLOW]
        self.replace_flow(steps)
        letter = self.make_letters(user=self.head)
        letter.action_submit()
        skipped = letter.sudo().request_id.task_ids.filtered(
            lambda task: task.state == "skipped"
        )
        self.assertEqual(skipped.office_id.code, "kepala_opd")
        self.assertEqual(len(self.inbox(self.verifier)), 1)

    def test_the_last_step_never_falls_away(self):
        self.replace_flow([(*FLOW[0][:4], {"may_skip": True})])
        letter = self.make_letters(user=self.head)
        letter.action_submit()
        self.assertEqual(letter.state, "running")
        self.assertEqual(self.waiting(letter).office_id.code, "kepala_opd")

    def test_several_of_the_holders(self):
        self.replace_flow(
            [(10, "Tim", "test_verifier", "pemda", {"mode": "some", "count": 2})]
        )
        letter = self.submitted()
        self.decide(letter, self.verifier)
        self.assertEqual(letter.state, "running")
        with self.assertRaisesRegex(UserError, "in this round already"):
            self.decide(letter, self.verifier)
        self.decide(letter, self.verifier2)
        self.assertEqual(letter.state, "approved")

    def test_all_of_the_holders(self):
        third = self.make_user("ap_verifier3", "test_verifier", self.root)
        self.replace_flow([(10, "Tim", "test_verifier", "pemda", {"mode": "all"})])
        letter = self.submitted()
        for user in (third, self.verifier):
            self.decide(letter, user)
            self.assertEqual(letter.state, "running")
        self.decide(letter, self.verifier2)
        self.assertEqual(letter.state, "approved")

    def test_steps_side_by_side(self):
        self.replace_flow([(10, *FLOW[0][1:]), (10, *FLOW[1][1:]), FLOW[2]])
        letter = self.submitted()
        self.assertEqual(len(self.waiting(letter)), 2)
        self.decide(letter, self.verifier)
        self.assertEqual(letter.request_id.stage, 10)
        self.decide(letter, self.head)
        self.assertEqual(self.waiting(letter).office_id.code, "test_sekda")

    def test_who_holds_two_offices_decides_on_one_of_the_steps_side_by_side(self):
        self.appoint(self.head, "test_verifier", self.root)
        self.replace_flow([(10, *FLOW[0][1:]), (10, *FLOW[1][1:]), FLOW[2]])
        letter = self.submitted()
        self.assertEqual(len(self.inbox(self.head)), 2)
        self.decide(letter, self.head)
        self.assertFalse(self.inbox(self.head))
        with self.assertRaisesRegex(UserError, "in this round already"):
            self.decide(letter, self.head)
        self.decide(letter, self.verifier)
        self.assertEqual(self.waiting(letter).office_id.code, "test_sekda")

    def test_on_behalf_of(self):
        office = self.env.ref("pemda_base.office_kepala_daerah")
        self.replace_flow([(*FLOW[0][:4], {"on_behalf_office_id": office.id})])
        letter = self.submitted()
        self.decide(letter, self.head)
        self.assertEqual(letter.request_id.decision_ids[-1].on_behalf, "Kepala Daerah")
