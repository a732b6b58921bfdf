"""What went wrong with OCA's tier validation, tried on our engine.

Each hole over the ORM, JSON-RPC and JSON-2: a forged decision, a decision out of
turn, switches in the context, an empty set, other people's requests by their id.
"""

import json
from datetime import datetime, timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import JsonRpcException, tagged
from odoo.tools import mute_logger

from .common import ApprovalHttpCase

SWITCHES = {
    "pemda_approval_engine": True,
    "skip_validation_check": True,
    "identity_checked": True,
    "install_mode": True,
    "default_state": "approved",
    "default_number": "1/2026",
    "default_maker_id": 1,
    "default_request_id": 1,
    "tracking_disable": True,
}
REFUSED = (AccessError, UserError, ValueError, TypeError)
QUIET = ("odoo.http", "odoo.addons.base.models.ir_model", "odoo.sql_db")


@tagged("post_install", "-at_install")
class TestForgery(ApprovalHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kind.reader_group_id = cls.env.ref("pemda_base.group_unit_head")
        cls.letter = cls.submitted()
        cls.request = cls.letter.sudo().request_id
        cls.task = cls.request.task_ids
        cls.keys = {
            user: cls.env["res.users.apikeys"]
            .with_user(user)
            ._generate("rpc", "forgery", datetime.now() + timedelta(days=1))
            for user in (cls.clerk, cls.head_b, cls.verifier)
        }
        cls.env.flush_all()

    # the ways in

    def orm(self, user, model, ids, method, **arguments):
        records = self.env[model].with_user(user).with_context(**SWITCHES).browse(ids)
        return getattr(records, method)(**arguments)

    def json_rpc(self, user, model, ids, method, **arguments):
        self.authenticate(user.login, f"{user.login}-{user.login}")
        arguments["context"] = SWITCHES
        return self.make_jsonrpc_request(
            f"/web/dataset/call_kw/{model}/{method}",
            {"model": model, "method": method, "args": [ids], "kwargs": arguments},
        )

    def json_2(self, user, model, ids, method, **arguments):
        body = {"ids": ids, "context": SWITCHES, **arguments}
        answer = self.url_open(
            f"/json/2/{model}/{method}",
            data=json.dumps(body),
            headers={
                "Content-Type": "application/json",
                "Authorization": f"bearer {self.keys[user]}",
            },
        )
        if answer.status_code != 200:
            raise UserError(answer.text)
        return answer.json()

    def refused_everywhere(self, user, model, ids, method, **arguments):
        for way in (self.orm, self.json_rpc, self.json_2):
            with self.subTest(f"{way.__name__} {model}.{method}"):
                done = self.goes_through(way, user, model, ids, method, **arguments)
                self.assertFalse(done)

    def goes_through(self, way, user, model, ids, method, **arguments):
        try:
            with mute_logger(*QUIET), self.cr.savepoint():
                way(user, model, ids, method, **arguments)
                self.env.flush_all()
        except (*REFUSED, JsonRpcException):
            return False
        finally:
            self.env.invalidate_all()
        return True

    def assert_untouched(self):
        self.env.invalidate_all()
        self.assertEqual(self.request.state, "running")
        self.assertEqual(self.letter.sudo().state, "running")
        self.assertEqual(self.request.decision_ids.mapped("act"), ["submit"])
        self.assertEqual(self.task.state, "waiting")
        self.assertEqual(list(self.request._findings()), [])

    # the holes

    def test_forged_decisions(self):
        vals = {"state": "approved", "round": 9}
        self.refused_everywhere(
            self.clerk, "pemda.approval.request", self.request.ids, "write", vals=vals
        )
        self.refused_everywhere(
            self.clerk,
            "pemda.approval.task",
            self.task.ids,
            "write",
            vals={"state": "done"},
        )
        for model, record in (
            ("pemda.approval.decision", self.request.decision_ids),
            ("pemda.approval.task", self.task),
            ("pemda.approval.request", self.request),
        ):
            self.refused_everywhere(self.clerk, model, record.ids, "unlink")
            self.refused_everywhere(self.clerk, model, record.ids, "copy")
        forged = {
            "request_id": self.request.id,
            "position": 2,
            "round": 1,
            "act": "approve",
            "user_id": self.sekda.id,
            "person": "ap_sekda",
            "decided_at": "2026-01-01 00:00:00",
            "previous_hash": "0",
            "hash": "0",
        }
        with self.assertRaises(AccessError):
            self.env["pemda.approval.decision"].with_user(self.clerk).create(forged)
        self.assert_untouched()

    def test_superuser_code_that_is_not_the_engine(self):
        for change in (
            lambda: self.request.sudo().write({"state": "approved"}),
            lambda: self.task.sudo().write({"state": "done"}),
            lambda: self.letter.sudo().write({"state": "approved"}),
            lambda: self.letter.sudo().write({"request_id": False}),
            lambda: self.request.decision_ids.sudo().write({"note": "x"}),
            lambda: self.request.sudo().unlink(),
        ):
            with self.assertRaises(UserError), self.cr.savepoint():
                change()
        self.assert_untouched()

    def test_superuser_holds_no_office(self):
        for tasks in (self.task.sudo(), self.task.with_user(1)):
            with self.assertRaises(UserError):
                tasks.action_decide("approve")
        self.assert_untouched()

    def test_state_of_the_document_by_write_create_and_context(self):
        for vals in (
            {"state": "approved"},
            {"number": "1/2026"},
            {"date": "2026-01-01"},
            {"request_id": False},
            {"maker_id": self.head.id},
        ):
            self.refused_everywhere(
                self.clerk, "test.approval.letter", self.letter.ids, "write", vals=vals
            )
        letters = self.env["test.approval.letter"].with_user(self.clerk)
        with self.assertRaises(AccessError):
            letters.create({"name": "x", "unit_id": self.opd_a.id, "state": "approved"})
        letter = letters.with_context(**SWITCHES).create(
            {"name": "x", "unit_id": self.opd_a.id}
        )
        self.assertEqual(letter.state, "draft")
        self.assertFalse(letter.number or letter.request_id)
        self.assertEqual(letter.maker_id, self.clerk)
        self.assert_untouched()

    def test_decisions_out_of_turn(self):
        """By the maker, by the step after, by the head of another OPD."""
        for user in (self.clerk, self.verifier, self.head_b):
            for act in ("approve", "reject", "return"):
                self.refused_everywhere(
                    user,
                    "pemda.approval.task",
                    self.task.ids,
                    "action_decide",
                    act=act,
                    note="x",
                )
            self.refused_everywhere(
                user, "pemda.approval.task", self.task.ids, "action_opine", note="x"
            )
            self.refused_everywhere(
                user,
                "pemda.approval.task",
                self.task.ids,
                "action_forward",
                office_id=self.office("kepala_opd").id,
                unit_id=self.opd_b.id,
                note="x",
            )
        self.assert_untouched()

    def test_an_empty_set_decides_nothing(self):
        for user in (self.clerk, self.verifier):
            self.refused_everywhere(
                user, "pemda.approval.task", [], "action_decide", act="approve"
            )
            for method in ("action_submit", "action_withdraw"):
                self.refused_everywhere(user, "test.approval.letter", [], method)
        self.assert_untouched()

    def test_unknown_acts_and_ids(self):
        for act in ("submit", "withdraw", "cancel", "forward", "", "drop table"):
            self.refused_everywhere(
                self.verifier,
                "pemda.approval.task",
                self.task.ids,
                "action_decide",
                act=act,
                note="x",
            )
        self.refused_everywhere(
            self.verifier,
            "pemda.approval.task",
            [2**31 - 1],
            "action_decide",
            act="approve",
        )
        self.assert_untouched()

    def test_strange_arguments(self):
        head = self.task.with_user(self.head)
        for arguments in (
            {"field_notes": {"amount": 1}},
            {"field_notes": ["amount"]},
            {"field_notes": {str(n): "x" for n in range(300)}},
            {"field_notes": {"amount": "x" * 2000}},
        ):
            with self.assertRaises(UserError), self.cr.savepoint():
                head.action_decide("return", "x", **arguments)
        self.assert_untouched()

    def test_private_ways_are_closed(self):
        for model, ids, method in (
            ("pemda.approval.request", self.request.ids, "_take_effect"),
            ("pemda.approval.request", self.request.ids, "_move"),
            ("pemda.approval.task", self.task.ids, "_turns"),
            ("test.approval.letter", self.letter.ids, "_cancel_by"),
            ("test.approval.letter", self.letter.ids, "_approval_as_engine"),
        ):
            for way in (self.json_rpc, self.json_2):
                self.assertFalse(self.goes_through(way, self.clerk, model, ids, method))
        self.assert_untouched()

    def test_requests_of_other_units_by_their_id(self):
        for model, record in (
            ("pemda.approval.request", self.request),
            ("pemda.approval.task", self.task),
            ("pemda.approval.decision", self.request.decision_ids),
            ("test.approval.letter", self.letter),
        ):
            self.refused_everywhere(
                self.head_b, model, record.ids, "read", fields=["display_name"]
            )
        with self.assertRaises(AccessError) as refusal:
            self.task.with_user(self.head_b).action_decide("approve")
        self.assertNotIn(self.letter.name, str(refusal.exception))

    def test_who_is_asked_sees_the_request_though_it_is_of_another_unit(self):
        self.kind.reader_group_id = False
        self.task.with_user(self.head).action_forward(
            self.office("kepala_opd").id, self.opd_b.id, "Your opinion?"
        )
        self.assertTrue(self.request.with_user(self.head_b).sudo(False).title)
        self.assertTrue(self.letter.with_user(self.head_b).name)

    def test_a_reader_of_the_unit_sees_it_until_the_kind_says_otherwise(self):
        requests = self.env["pemda.approval.request"].with_user(self.head)
        mine = [("id", "=", self.request.id)]
        self.assertTrue(requests.search(mine))
        auditor = self.make_user("ap_auditor", "auditor", self.root)
        self.assertFalse(requests.with_user(auditor).search(mine))
        self.kind.reader_group_id = self.env.ref("pemda_base.group_auditor")
        self.assertTrue(requests.with_user(auditor).search(mine))
