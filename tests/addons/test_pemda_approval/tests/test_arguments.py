"""What an API can be given besides what the screens give."""

from psycopg2 import DatabaseError

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import ApprovalCase

NO_IDS = (["a"], [True], [1.5], [-1], [2**40], [[1]], [None], [0], ["1; drop"])
NO_ID = ("abc", True, 1.5, -1, 2**40, [1, 2], {"a": 1}, "1")
NO_TEXT = ({"a": 1}, ["x"], 5, True)


@tagged("post_install", "-at_install")
class TestArguments(ApprovalCase):
    """Everything that is not as it should be is refused by a sentence."""

    def setUp(self):
        super().setUp()
        self.letter = self.submitted()
        self.task = self.waiting(self.letter, self.head)

    def assert_refused(self, call, *args, **kwargs):
        with self.subTest(call=call.__name__, args=args, kwargs=kwargs):
            with self.assertRaises(UserError) as refusal, self.cr.savepoint():
                call(*args, **kwargs)
            self.assertTrue(str(refusal.exception))
        self.env.invalidate_all()
        self.assertEqual(self.task.sudo().state, "waiting")

    def test_ids_that_are_none(self):
        for ids in NO_IDS:
            tasks = self.task.browse(ids)
            self.assert_refused(tasks.action_decide, "approve")
            self.assert_refused(tasks.action_approve)
            self.assert_refused(tasks.action_opine, "x")

    def test_acts_that_are_none(self):
        for act in (["approve"], {"a": 1}, 5, None, True, "approve\x00"):
            self.assert_refused(self.task.action_decide, act)

    def test_notes_that_are_no_text(self):
        office, unit = self.office("kepala_opd").id, self.opd_b.id
        for note in NO_TEXT:
            self.assert_refused(self.task.action_decide, "approve", note)
            self.assert_refused(self.task.action_decide, "return", note)
            self.assert_refused(self.task.action_forward, office, unit, note)
        self.assert_refused(self.task.action_decide, "approve", "x" * 1_000_000)

    def test_characters_that_no_database_takes(self):
        strange = "A\x00B\ud800C"
        notes = {strange: strange}
        self.task.action_decide("return", strange, field_notes=notes)
        decision = self.letter.sudo().request_id.decision_ids[-1]
        self.assertEqual(decision.note, "AB?C")
        self.assertEqual(decision.field_notes, {"AB?C": "AB?C"})
        self.assertEqual(list(self.letter.sudo().request_id._findings()), [])

    def test_a_step_that_does_not_exist_is_not_the_maker(self):
        self.decide(self.letter, self.head)
        self.task = self.waiting(self.letter, self.verifier)
        gone = self.flow.copy().step_ids[0]
        gone_id = gone.id
        gone.flow_id.unlink()
        for step_id in (*NO_ID, gone_id):
            self.assert_refused(self.task.action_decide, "return", "x", step_id)
        self.assertEqual(self.letter.state, "running")

    def test_offices_and_units_that_are_none(self):
        office, unit = self.office("kepala_opd").id, self.opd_b.id
        for bad in NO_ID:
            self.assert_refused(self.task.action_forward, bad, unit, "x")
            self.assert_refused(self.task.action_forward, office, bad, "x")
        for days in ("1", 1.5, -1, 10**9, [1], None):
            self.assert_refused(self.task.action_forward, office, unit, "x", days)

    def test_nobody_is_asked_in_an_office_that_nobody_holds(self):
        office = self.office("test_sekda")
        with self.assertRaisesRegex(UserError, "Nobody who could sign in"):
            self.task.action_forward(office.id, self.opd_b.id, "Do you agree?")

    @mute_logger("odoo.sql_db")
    def test_a_page_of_the_inbox_does_not_begin_from_its_end(self):
        mine = [("is_mine", "=", True)]
        for limit, offset in ((-1, 0), (3, -1)):
            with self.assertRaises(DatabaseError), self.cr.savepoint():
                self.task.web_search_read(mine, {"title": {}}, offset, limit)

    def test_the_same_again_is_one(self):
        tasks = self.task.browse(self.task.ids * 3)
        self.assertEqual(tasks.action_decide("approve"), {"decided": 1, "left": []})

    def test_of_very_many_a_few_are_named(self):
        letters = self.submitted(60)
        self.decide(letters, self.head)
        gone = self.waiting(letters, self.head).browse(
            letters.sudo().request_id.task_ids.filtered(lambda t: t.state == "done").ids
        )
        before = self.cr.sql_log_count
        outcome = (self.task | gone).action_decide("approve")
        self.assertEqual(outcome["decided"], 1)
        self.assertEqual(len(outcome["left"]), 21)
        self.assertIn("40", outcome["left"][-1])
        self.assertLess(self.cr.sql_log_count - before, 150)
        stranger = gone.with_user(self.clerk_of_another())
        with self.assertRaises(UserError) as refusal:
            stranger.action_decide("approve")
        self.assertEqual(str(refusal.exception).count("does not wait for you"), 1)

    def clerk_of_another(self):
        return self.make_user("ap_stranger", "test_clerk", self.opd_b)
