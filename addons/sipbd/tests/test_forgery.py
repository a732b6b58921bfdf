"""The same rights over JSON-2, with a context and values that the caller chooses."""

from datetime import timedelta

from odoo import fields
from odoo.tests import tagged

from .common import NEVER_ISSUED, SipbdHttpCase

FORGED_CONTEXTS = (
    {},
    {"sipbd_ledger": True},
    {"sipbd_ledger": {}},
    {"sipbd_ledger": "<object object>"},
    {"install_mode": True, "bypass": True, "default_state": "batal"},
)


@tagged("post_install", "-at_install")
class TestForgery(SipbdHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.keys = {
            user: cls.env["res.users.apikeys"]
            .with_user(user)
            ._generate("rpc", "test", fields.Datetime.now() + timedelta(days=1))
            for user in (cls.clerk_a, cls.clerk_b)
        }

    def call(self, user, model, method, **arguments):
        self.env.flush_all()
        return self.url_open(
            f"/json/2/{model}/{method}",
            json=arguments,
            headers={"Authorization": f"bearer {self.keys[user]}"},
        )

    def assert_refused(self, response):
        self.assertIn(response.status_code, (403, 404, 422), response.text[:200])

    def test_own_description_is_written(self):
        response = self.call(
            self.clerk_a,
            "sipbd.asset",
            "write",
            ids=self.asset_a.ids,
            vals={"merk_type": "Brother"},
        )
        self.assertEqual(response.status_code, 200, response.text[:300])

    def test_protected_columns(self):
        before = self.asset_a.read()
        for context in FORGED_CONTEXTS:
            for vals in (
                {"nilai_perolehan": 1},
                {"state": "batal"},
                {"load_id": 1},
                {"unit_id": self.unit_a1.id},
                {"nibar": NEVER_ISSUED},
                {"merk_type": "x", "kondisi": "RB"},
                {"entry_ids": [[0, 0, {"kind": "0701", "nilai": 5}]]},
                {"entry_ids": [[2, self.asset_a.entry_ids.id, 0]]},
            ):
                for method, arguments in (
                    ("write", {"vals": vals}),
                    ("web_save", {"vals": vals, "specification": {}}),
                ):
                    response = self.call(
                        self.clerk_a,
                        "sipbd.asset",
                        method,
                        ids=self.asset_a.ids,
                        context=context,
                        **arguments,
                    )
                    self.assert_refused(response)
        self.env.invalidate_all()
        self.assertEqual(self.asset_a.read(), before)

    def test_issued_columns_at_creation(self):
        count = self.env["sipbd.asset"].search_count([])
        for context in FORGED_CONTEXTS:
            for vals in (
                {"state": "akhir"},
                {"load_id": 1},
                {"nibar": NEVER_ISSUED},
                {"kib": "A"},
                {"entry_ids": [[0, 0, {"kind": "0701", "nilai": 5}]]},
            ):
                response = self.call(
                    self.clerk_a,
                    "sipbd.asset",
                    "create",
                    vals_list=[{**self.asset_vals(self.opd_a), **vals}],
                    context=context,
                )
                self.assert_refused(response)
        self.assertEqual(self.env["sipbd.asset"].search_count([]), count)

    def test_load_cannot_bring_in_what_the_ledger_owns(self):
        response = self.call(
            self.clerk_a,
            "sipbd.asset",
            "load",
            fields=[".id", "nilai_perolehan"],
            data=[[str(self.asset_a.id), "5"]],
        )
        self.assertTrue(response.status_code != 200 or not response.json()["ids"])
        self.env.invalidate_all()
        self.assertEqual(self.asset_a.nilai_perolehan, 1500000)

    def test_entries_and_private_methods(self):
        for context in FORGED_CONTEXTS:
            for model, method, arguments in (
                (
                    "sipbd.entry",
                    "create",
                    {"vals_list": [{"asset_id": self.asset_a.id}]},
                ),
                ("sipbd.entry", "write", {"ids": [1], "vals": {"nilai": 1}}),
                ("sipbd.entry", "unlink", {"ids": self.asset_a.entry_ids.ids}),
                ("sipbd.asset", "unlink", {"ids": self.asset_a.ids}),
                ("sipbd.asset", "_book", {"vals_list": []}),
                ("sipbd.asset", "_project", {"ids": self.asset_a.ids}),
                ("sipbd.kode", "_load_kodefikasi", {}),
            ):
                response = self.call(
                    self.clerk_a, model, method, context=context, **arguments
                )
                self.assert_refused(response)

    def test_another_opd(self):
        for method, arguments in (
            ("read", {"fields": ["name"]}),
            ("web_read", {"specification": {"name": {}}}),
            ("write", {"vals": {"merk_type": "x"}}),
            ("export_data", {"fields_to_export": ["name"]}),
            ("action_open_entry_wizard", {}),
        ):
            response = self.call(
                self.clerk_b, "sipbd.asset", method, ids=self.asset_a.ids, **arguments
            )
            self.assert_refused(response)
        response = self.call(
            self.clerk_b,
            "sipbd.asset",
            "search_count",
            domain=[("id", "=", self.asset_a.id)],
        )
        self.assertEqual(response.json(), 0)

    def test_form_of_another_opd_books_nothing(self):
        response = self.call(
            self.clerk_b,
            "sipbd.entry.wizard",
            "create",
            vals_list=[
                {
                    "asset_id": self.asset_a.id,
                    "act": "nilai",
                    "new_nilai": 5,
                    "last_entry_id": self.asset_a.entry_ids.id,
                    **self.document("2024-06-01"),
                }
            ],
        )
        if response.status_code == 200:
            response = self.call(
                self.clerk_b, "sipbd.entry.wizard", "action_book", ids=response.json()
            )
        self.assert_refused(response)
        self.assertEqual(len(self.asset_a.entry_ids), 1)
