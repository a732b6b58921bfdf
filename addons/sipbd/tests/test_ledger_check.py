"""Differences between the assets and the ledger are found and shown."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import SipbdCase


@tagged("post_install", "-at_install")
class TestLedgerCheck(SipbdCase):
    def spoil(self):
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE sipbd_asset SET nilai_perolehan = 7 WHERE id = %s",
            [self.asset_b.id],
        )
        self.env.invalidate_all()

    def test_a_clean_register(self):
        check = self.env["sipbd.ledger.check"]._run()
        self.assertEqual((check.count, check.sound), (0, True))

    def test_the_nightly_run_shows_what_it_found(self):
        self.spoil()
        self.env.ref("sipbd.ledger_check_cron").ir_actions_server_id.run()
        check = self.env["sipbd.ledger.check"].with_user(self.manager).search([])[0]
        self.assertEqual((check.count, check.sound), (1, False))
        self.assertIn(self.asset_b.nibar, check.details)
        self.assertIn("is 7, booked 1500000", check.details)

    def test_long_lists_are_cut(self):
        self.env.cr.execute("UPDATE sipbd_asset SET nilai_perolehan = 7")
        many = self.env["sipbd.asset"].create([self.asset_vals(self.opd_a)] * 201)
        self.env.cr.execute(
            "UPDATE sipbd_asset SET nilai_perolehan = 7 WHERE id = ANY(%s)", [many.ids]
        )
        check = self.env["sipbd.ledger.check"]._run()
        self.assertEqual(check.details.count("\n"), 200)
        self.assertIn(f"and {check.count - 200} more", check.details)

    def test_it_is_for_the_whole_pemda(self):
        check = self.env["sipbd.ledger.check"]._run()
        below = self.make_user("below", "pengurus_barang_pengelola", self.opd_a)
        for user in (self.clerk_a, self.auditor, below):
            with self.assertRaises(AccessError):
                check.with_user(user).read(["count"])
