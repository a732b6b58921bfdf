from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import LifecycleCase


@tagged("post_install", "-at_install")
class TestPastDocuments(LifecycleCase):
    """The register's own form against what documents decide."""

    def book(self, act, **vals):
        wizard = self.env["sipbd.entry.wizard"].with_user(self.clerk_a)
        wizard = wizard.create(
            {
                "asset_id": self.asset_a.id,
                "act": act,
                "document_kind": "ba",
                "document_number": "BA/7",
                "document_date": self.env.company._pemda_today(),
                **vals,
            }
        )
        return wizard, wizard.action_book

    def test_only_by_document_when_the_pemda_wants_it(self):
        admin = self.make_user("lc_admin", "admin_pemda", self.root)
        kind = self.env.ref("sipbd_lifecycle.kind_mutasi").with_user(admin)
        kind.only_by_document = True
        wizard, book = self.book("unit", new_unit_id=self.unit_a1.id)
        self.assertIn(kind.name, wizard.preview)
        with self.assertRaisesRegex(UserError, "menu Documents"):
            book()
        self.assertEqual(self.asset_a.unit_id, self.opd_a)
        _wizard, correct = self.book("kondisi", new_kondisi="RB")
        correct()
        self.assertEqual(self.asset_a.kondisi, "RB")
        kind.only_by_document = False
        _wizard, move = self.book("unit", new_unit_id=self.unit_a1.id)
        move()
        self.assertEqual(self.asset_a.unit_id, self.unit_a1)

    def test_what_was_decided_is_not_reversed(self):
        mutasi = self.make_document(
            "sipbd.mutasi", self.asset_a, to_unit_id=self.unit_a1.id, reason="UPT"
        )
        mutasi.action_submit()
        self.run_through(mutasi, (self.ppb_a, self.pengguna_a))
        self.assertEqual(self.asset_a.unit_id, self.unit_a1)
        wizard, book = self.book("batal")
        self.assertIn(mutasi.number, wizard.preview)
        with self.assertRaisesRegex(UserError, "Cancel that document"):
            book()
        self.assertEqual(self.asset_a.unit_id, self.unit_a1)
