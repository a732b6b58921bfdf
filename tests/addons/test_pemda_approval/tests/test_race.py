import threading

from psycopg2.errors import SerializationFailure

from odoo import SUPERUSER_ID, api
from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger

# what the race leaves behind, in the order in which it can go
LEFT_BEHIND = (
    "DELETE FROM pemda_approval_decision WHERE request_id = %(request)s",
    "DELETE FROM pemda_approval_task WHERE request_id = %(request)s",
    "UPDATE test_approval_letter SET request_id = NULL WHERE id = %(letter)s",
    "DELETE FROM pemda_approval_request WHERE id = %(request)s",
    "DELETE FROM test_approval_letter WHERE id = %(letter)s",
    "DELETE FROM ir_attachment WHERE res_model = 'test.approval.letter'"
    " AND res_id = %(letter)s",
    "DELETE FROM pemda_approval_flow WHERE id = %(flow)s",
)


class RaceCase(TransactionCase):
    """A letter that is really there, and waits for a decision of the administrator."""

    def setUp(self):
        super().setUp()
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            self.left = self.letter_that_waits(env)
        self.addCleanup(self.tidy)

    def letter_that_waits(self, env):
        root = env.ref("pemda_base.unit_pemda")
        office = env.ref("test_pemda_approval.office_verifier")
        holder = env["pemda.office.holder"].create(
            {
                "user_id": env.ref("base.user_admin").id,
                "office_id": office.id,
                "unit_id": root.id,
                "date_from": "2020-01-01",
            }
        )
        step = {"name": "Verifier", "office_id": office.id, "place": "pemda"}
        flow = env["pemda.approval.flow"].create(
            {
                "kind_id": env.ref("test_pemda_approval.kind_letter").id,
                "date_from": "2001-01-01",
                "step_ids": [Command.create(step)],
            }
        )
        flow.action_go_live()
        letter = env["test.approval.letter"].create(
            {
                "name": "Two at once",
                "unit_id": root.id,
                "line_ids": [Command.create({"name": "Meja"})],
            }
        )
        letter.action_submit()
        return {
            "holder": holder.id,
            "flow": flow.id,
            "letter": letter.id,
            "request": letter.request_id.id,
            "task": letter.request_id.task_ids.id,
        }

    def tidy(self):
        table = "ALTER TABLE pemda_approval_decision %s TRIGGER USER"
        with self.registry.cursor() as cr:
            cr.execute(table % "DISABLE")
            for statement in LEFT_BEHIND:
                cr.execute(statement, self.left)
            cr.execute(table % "ENABLE")
            env = api.Environment(cr, SUPERUSER_ID, {})
            env["pemda.office.holder"].browse(self.left["holder"]).unlink()


@tagged("post_install", "-at_install")
class TestRace(RaceCase):
    """Two decisions at once, each in a transaction of its own."""

    @mute_logger("odoo.sql_db")
    def in_turn(self, first_act):
        """What a decider is told who clicks while ``first_act`` is not committed yet.

        :param first_act: callable with the environment of the first transaction
        """
        said = []
        with self.registry.cursor() as second, self.registry.cursor() as first:
            # Made here: a test holds the registry's lock, which a thread would want.
            admin = self.env.ref("base.user_admin").id
            envs = [api.Environment(cr, admin, {}) for cr in (first, second)]
            for env in envs:  # both see it waiting
                self.assertTrue(self.task(env).is_mine)

            def second_click():
                try:
                    self.task(envs[1]).action_decide("reject", "No")
                except SerializationFailure:  # what makes a request start over
                    second.rollback()
                    envs[1].invalidate_all()
                    try:
                        self.task(envs[1]).action_decide("reject", "No")
                    except UserError as error:
                        said.append(str(error))

            first_act(envs[0])
            other = threading.Thread(target=second_click)
            other.start()
            other.join(0.3)
            self.assertTrue(other.is_alive(), "the second one waits for the first")
            first.commit()
            other.join(30)
            second.rollback()
        self.assertEqual(len(said), 1)
        self.assertIn("does not wait for this any more", said[0])

    def assert_ended(self, state, acts):
        with self.registry.cursor() as cr:
            request = api.Environment(cr, SUPERUSER_ID, {})["pemda.approval.request"]
            request = request.browse(self.left["request"])
            self.assertEqual(request.state, state)
            self.assertEqual(request.decision_ids.mapped("act"), acts)
            self.assertEqual(request.decision_count, len(acts))

    def test_one_wins_and_the_other_is_told(self):
        self.in_turn(lambda env: self.task(env).action_decide("approve"))
        self.assert_ended("approved", ["submit", "approve"])

    def test_withdrawn_while_somebody_decides(self):
        def withdraw(env):
            maker = env(user=SUPERUSER_ID)["test.approval.letter"]
            maker.browse(self.left["letter"]).action_withdraw()
            env.flush_all()

        self.in_turn(withdraw)
        self.assert_ended("draft", ["submit", "withdraw"])

    def task(self, env):
        return env["pemda.approval.task"].browse(self.left["task"])


@tagged("post_install", "-at_install")
class TestChangeRace(RaceCase):
    """A draft is changed by one and submitted by another: what was submitted is what
    is there."""

    def setUp(self):
        super().setUp()
        with self.registry.cursor() as cr:
            letter = self.letter(api.Environment(cr, SUPERUSER_ID, {}))
            letter.action_withdraw()

    def letter(self, env):
        return env["test.approval.letter"].browse(self.left["letter"])

    def write_line(self, env):
        self.letter(env).line_ids.write({"name": "Kursi"})
        env.flush_all()

    def add_line(self, env):
        letter = self.letter(env)
        env["test.approval.letter.line"].create(
            {"letter_id": letter.id, "name": "Lemari"}
        )

    def remove_line(self, env):
        self.letter(env).line_ids.unlink()

    def attach(self, env):
        env["ir.attachment"].create(
            {
                "name": "surat.pdf",
                "raw": b"%PDF-1.4",
                "res_model": "test.approval.letter",
                "res_id": self.left["letter"],
            }
        )
        env.flush_all()

    CHANGES = ("write_line", "add_line", "remove_line", "attach")

    @mute_logger("odoo.sql_db")
    def race(self, first_act, second_act):
        """The second begins before the first has committed, and again when PostgreSQL
        asks for it, as a request does.

        :return: what the second was told
        """
        said = []
        with self.registry.cursor() as second, self.registry.cursor() as first:
            envs = [api.Environment(cr, SUPERUSER_ID, {}) for cr in (first, second)]
            for env in envs:  # both see a draft
                self.assertEqual(self.letter(env).state, "draft")

            def act():
                for _attempt in range(2):
                    try:
                        second_act(envs[1])
                        second.commit()
                        return
                    except SerializationFailure:
                        second.rollback()
                        envs[1].invalidate_all()
                    except UserError as error:
                        second.rollback()
                        said.append(str(error))
                        return

            first_act(envs[0])
            other = threading.Thread(target=act)
            other.start()
            other.join(0.3)
            first.commit()
            other.join(30)
            self.assertFalse(other.is_alive())
        return said

    def assert_as_submitted(self):
        with self.registry.cursor() as cr:
            letter = self.letter(api.Environment(cr, SUPERUSER_ID, {}))
            self.assertEqual(letter.state, "running")
            self.assertEqual(
                letter._approval_hashes()[letter.id], letter.request_id.document_hash
            )

    def submit(self, env):
        self.letter(env).action_submit()

    def test_changed_before_it_is_submitted(self):
        for name in self.CHANGES:
            with self.subTest(name):
                self.assertEqual(self.race(getattr(self, name), self.submit), [])
                self.assert_as_submitted()
            self.withdraw()

    def test_submitted_before_it_is_changed(self):
        for name in self.CHANGES:
            with self.subTest(name):
                (told,) = self.race(self.submit, getattr(self, name))
                self.assertIn("was submitted and stays as it is", told)
                self.assert_as_submitted()
            self.withdraw()

    def withdraw(self):
        with self.registry.cursor() as cr:
            letter = self.letter(api.Environment(cr, SUPERUSER_ID, {}))
            if letter.state == "running":
                letter.action_withdraw()
