import base64
import logging
from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.auth_totp.models.totp import hotp

from .common import ApprovalCase

SECRET = base64.b32encode(b"0123456789abcdefghij").decode()
RIGHT = "ap_head-ap_head"
TABLES = ("pemda_approval_decide", "pemda_approval_decision", "pemda_approval_attempt")


@tagged("post_install", "-at_install")
class TestConfirmation(ApprovalCase):
    """Password or second factor, wrong ones, and that neither is kept."""

    def setUp(self):
        super().setUp()
        # what was wrong is written in a transaction of its own
        self.registry_enter_test_mode()

    def dialog(self, letters, user=None):
        action = self.waiting(letters, user or self.head).action_approve()
        wizards = self.env[action["res_model"]].with_user(user or self.head)
        return wizards.browse(action["res_id"])

    def refusal(self, dialog, **context):
        """Why a confirmation is refused; what it wrote is not taken back with it."""
        try:
            dialog.with_context(**context).action_confirm()
        except UserError as error:
            return str(error)
        return ""

    def second_factor(self, user):
        self.kind.confirmation = "second_factor"
        user.sudo().totp_secret = SECRET

    def code(self, moment=None, shift=0):
        moment = moment or fields.Datetime.now()
        since = moment - fields.Datetime.to_datetime("1970-01-01")
        counter = int(since.total_seconds() // 30) + shift
        return f"{hotp(base64.b32decode(SECRET), counter):06}"

    @mute_logger("odoo.addons.base.models.res_users")
    def test_the_password_is_asked_once_and_not_kept(self):
        self.kind.confirmation = "password"
        letters = self.submitted(3)
        dialog = self.dialog(letters)
        self.assertEqual(dialog.confirmation, "password")
        for wrong in (None, "", 5, ["x"], "x"):
            self.assertIn("Type your password", self.refusal(dialog, password=wrong))
        with self.assertLogs("odoo", level=logging.DEBUG) as logs:
            logging.getLogger("odoo").debug("begins")
            self.assertFalse(self.refusal(dialog, password=RIGHT))
        self.assertEqual(len(self.inbox(self.verifier)), 3)
        self.assertNotIn(RIGHT, "".join(logs.output))
        for name in ("password", "code"):
            self.assertFalse(dialog._fields[name].store)
        self.assert_nowhere(RIGHT)

    @mute_logger("odoo.addons.base.models.res_users")
    def test_a_password_that_can_be_none(self):
        self.kind.confirmation = "password"
        dialog = self.dialog(self.submitted())
        for wrong in ("x" * 1_000_000, "x\x00", "\ud800"):
            self.assertIn("Type your password", self.refusal(dialog, password=wrong))

    def assert_nowhere(self, secret):
        for table in TABLES:
            self.env.cr.execute(f"SELECT * FROM {table}")
            self.assertNotIn(secret, str(self.env.cr.fetchall()), table)

    def test_a_pemda_sets_it_for_all_kinds(self):
        letter = self.submitted()
        self.assertEqual(self.dialog(letter).confirmation, "none")
        self.env.company.approval_confirmation = "password"
        self.assertEqual(self.dialog(letter).confirmation, "password")
        self.kind.confirmation = "none"
        self.assertEqual(self.dialog(letter).confirmation, "none")

    def test_the_strictest_of_several_kinds_counts(self):
        letters = self.submitted(2)
        other = self.kind.copy({"code": "other", "confirmation": "second_factor"})
        self.env.cr.execute(
            "UPDATE pemda_approval_request SET kind_id = %s WHERE res_id = %s",
            [other.id, letters[1].id],
        )
        self.env.invalidate_all()
        self.kind.confirmation = "password"
        self.assertEqual(self.dialog(letters).confirmation, "second_factor")

    @mute_logger("odoo.addons.base.models.res_users")
    def test_five_wrong_ones_and_a_pause(self):
        self.kind.confirmation = "password"
        dialog = self.dialog(self.submitted())
        for _number in range(5):
            self.assertIn("Type your password", self.refusal(dialog, password="x"))
        # the right one does not help before the pause is over
        self.assertIn("wrong too often", self.refusal(dialog, password=RIGHT))
        # of others nothing is known
        self.decide_with(self.verifier)
        later = fields.Datetime.now() + timedelta(minutes=16)
        with freeze_time(later):
            self.assertFalse(self.refusal(dialog, password=RIGHT))
        self.env["pemda.approval.attempt"]._remove_old()

    def decide_with(self, user):
        attempts = self.env["pemda.approval.attempt"].sudo()
        self.assertEqual(attempts._guarded(user, lambda: True), (True, None))

    @mute_logger("odoo.addons.base.models.res_users")
    def test_a_right_one_begins_anew(self):
        self.kind.confirmation = "password"
        for _round in range(2):
            dialog = self.dialog(self.submitted())
            for _number in range(4):
                self.assertTrue(self.refusal(dialog, password="x"))
            self.assertFalse(self.refusal(dialog, password=RIGHT))

    def test_the_code_of_the_authenticator(self):
        self.second_factor(self.head)
        dialog = self.dialog(self.submitted(2))
        self.assertEqual(dialog.confirmation, "second_factor")
        for wrong in (
            None,
            "",
            "12345",
            "abcdef",
            "١٢٣٤٥٦",
            123456,
            self.code(shift=9),
        ):
            self.assertIn("6 digits", self.refusal(dialog, code=wrong))
        # the password is none
        self.assertIn("6 digits", self.refusal(dialog, password=RIGHT))
        right = self.code()
        self.assertFalse(self.refusal(dialog, code=f"{right[:3]} {right[3:]}"))
        self.assertEqual(len(self.inbox(self.verifier)), 2)
        self.assert_nowhere(SECRET)
        # it counts once
        again = self.dialog(self.submitted())
        self.assertIn("counts once", self.refusal(again, code=right))

    def test_five_wrong_codes_and_a_pause(self):
        self.second_factor(self.head)
        dialog = self.dialog(self.submitted())
        for _number in range(5):
            self.assertIn("6 digits", self.refusal(dialog, code=self.code(shift=9)))
        self.assertIn("wrong too often", self.refusal(dialog, code=self.code()))

    def test_without_an_authenticator_it_is_said_how_to_get_one(self):
        self.kind.confirmation = "second_factor"
        dialog = self.dialog(self.submitted())
        self.assertIn("tab Security", self.refusal(dialog, code="123456"))

    def test_the_context_of_a_caller_confirms_nothing(self):
        self.kind.confirmation = "password"
        task = self.waiting(self.submitted(), self.head)
        task = task.with_context(identity_checked=True, password=RIGHT)
        with self.assertRaisesRegex(UserError, "Type your password"):
            task.action_decide("approve")
