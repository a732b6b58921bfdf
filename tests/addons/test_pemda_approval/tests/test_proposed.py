from odoo import SUPERUSER_ID
from odoo.fields import Command
from odoo.tests import tagged

from .common import ApprovalCase

ADDON = "test_pemda_shipping"


@tagged("post_install", "-at_install")
class TestProposed(ApprovalCase):
    """Flows that come with an update of an addon."""

    def setUp(self):
        super().setUp()
        self.admin = self.make_user("ap_admin", "admin_pemda", self.root)
        self.kind = self.kind.copy({"code": "test_new", "name": "New"})

    def shipped(self, name="flow"):
        """A flow as the data of an addon makes it, without its call to go live."""
        flow = self.env["pemda.approval.flow"].with_user(SUPERUSER_ID)
        flow = flow.create(
            {
                "kind_id": self.kind.id,
                "date_from": "2020-01-01",
                "step_ids": [
                    Command.create(
                        {
                            "name": "Sekda",
                            "office_id": self.office("test_sekda").id,
                            "place": "pemda",
                        }
                    )
                ],
            }
        )
        self.env["ir.model.data"].create(
            {
                "module": ADDON,
                "name": name,
                "model": flow._name,
                "res_id": flow.id,
                "noupdate": True,
            }
        )
        return flow

    def update(self, module=ADDON):
        self.env["ir.model.data"]._process_end([module])

    def test_a_kind_without_a_flow_gets_the_proposed_one(self):
        flow = self.shipped()
        self.update("another_addon")
        self.assertEqual(flow.state, "draft")
        self.update()
        self.assertEqual((flow.state, flow.version), ("live", 1))
        self.assertTrue(flow.unconfirmed)
        self.update()
        self.assertEqual((flow.state, flow.version), ("live", 1))

    def test_what_a_pemda_did_stays(self):
        ended = self.shipped("ended")
        ended.action_go_live()
        ended.with_user(self.admin).action_end()
        again = self.shipped("again")
        self.update()
        self.assertEqual((ended.state, again.state), ("ended", "draft"))

    def test_a_flow_of_the_pemda_is_not_joined(self):
        step = (10, "Head", "kepala_opd", "opd", {})
        own = self.make_flow([step], kind_id=self.kind.id)
        flow = self.shipped()
        self.update()
        self.assertEqual((own.state, flow.state), ("live", "draft"))

    def test_a_draft_of_the_pemda_is_not_joined(self):
        flow = self.shipped()
        own = flow.with_user(self.admin).copy()
        self.update()
        self.assertEqual((own.state, flow.state), ("draft", "draft"))

    def test_a_draft_that_a_pemda_is_changing_waits_for_it(self):
        flow = self.shipped()
        changes = (
            lambda: flow.with_user(self.admin).write({"note": "Not yet"}),
            lambda: flow.step_ids.with_user(self.admin).write({"deadline_days": 9}),
            lambda: flow.with_user(self.admin).write(
                {
                    "step_ids": [
                        Command.create(
                            {"name": "Head", "office_id": self.office("kepala_opd").id}
                        )
                    ]
                }
            ),
        )
        for change in changes:
            savepoint = self.cr.savepoint()
            change()
            self.env.flush_all()
            self.update()
            self.assertEqual(flow.state, "draft")
            savepoint.close(rollback=True)
            self.env.invalidate_all()
        self.update()
        self.assertEqual(flow.state, "live")

    def test_an_archived_kind_stays_without(self):
        flow = self.shipped()
        self.kind.active = False
        self.update()
        self.assertEqual(flow.state, "draft")
