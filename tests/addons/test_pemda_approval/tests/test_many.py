from unittest.mock import patch

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import ApprovalCase

MANY = 300


@tagged("post_install", "-at_install")
class TestMany(ApprovalCase):
    def test_hundreds_in_one_go(self):
        letters = self.submitted(MANY)
        model = type(self.env["test.approval.letter"])
        effects = []
        original = model._approval_effect

        def counted(documents):
            effects.append(len(documents))
            return original(documents)

        self.decide(letters, self.head)
        self.decide(letters, self.verifier)
        with patch.object(model, "_approval_effect", counted):
            outcome = self.decide(letters, self.sekda)
        self.assertEqual(outcome, {"decided": MANY, "left": []})
        self.assertEqual(effects, [MANY])
        self.assertEqual(set(letters.mapped("state")), {"approved"})
        numbers = sorted(letters.mapped("number"))
        self.assertEqual(len(set(numbers)), MANY)
        self.assertTrue(numbers[-1].startswith(f"{MANY}/"))
        self.assertEqual(list(letters.sudo().request_id._findings()), [])

    def test_statements_do_not_grow_with_the_documents(self):
        self.env["pemda.approval.flow"].search([])
        counts = []
        for count in (20, 200):
            letters = self.submitted(count)
            self.decide(letters, self.head)
            tasks = self.waiting(letters, self.verifier)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            tasks.action_decide("approve")
            self.env.flush_all()
            counts.append(self.cr.sql_log_count - before)
        self.assertLess(counts[1], counts[0] + 20, counts)

    def test_what_cannot_be_decided_is_left_and_named(self):
        good, sold, mine = self.submitted(), self.submitted(), self.make_letters()
        mine.with_user(self.head).action_submit()
        self.decide(good | sold, self.head)
        self.decide(good | sold, self.verifier)
        sold.sudo()._approval_as_engine().problem = "It was sold."
        letters = good | sold | mine
        outcome = self.waiting(letters, self.sekda).action_decide("approve")
        self.assertEqual(outcome["decided"], 1)
        self.assertEqual(len(outcome["left"]), 2)
        self.assertIn("It was sold.", " ".join(outcome["left"]))
        self.assertEqual(good.state, "approved")
        self.assertEqual((sold.state, mine.state), ("running", "running"))

    def test_numbers_have_no_gap_after_a_refusal(self):
        first, second = self.submitted(remark="explode"), self.submitted()
        for letter in (first, second):
            self.decide(letter, self.head)
            self.decide(letter, self.verifier)
        with self.assertRaises(UserError), self.cr.savepoint():
            self.decide(first, self.sekda)
        self.decide(second, self.sekda)
        self.assertTrue(second.number.startswith("001/"))
