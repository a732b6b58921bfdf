"""Who may do what with assets and entries of his own unit, below it, and elsewhere."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import SipbdCase

# persona: assets that he reads, assets that he writes, units in which he enters
EXPECTED = {
    "clerk_a": ("asset_a asset_a1", "asset_a asset_a1", "opd_a unit_a1"),
    "clerk_a1": ("asset_a1", "asset_a1", "unit_a1"),
    "clerk_b": ("asset_b", "asset_b", "opd_b"),
    "manager": ("asset_a asset_a1 asset_b",) * 2 + ("opd_a unit_a1 opd_b",),
    "head_a": ("asset_a asset_a1", "", ""),
    "auditor": ("asset_a asset_a1 asset_b", "", ""),
    "plain": ("", "", ""),
}
ASSETS = ("asset_a", "asset_a1", "asset_b")
UNITS = ("opd_a", "unit_a1", "opd_b")


@tagged("post_install", "-at_install")
class TestAccess(SipbdCase):
    def personas(self):
        for name, (reads, writes, enters) in EXPECTED.items():
            yield getattr(self, name), reads.split(), writes.split(), enters.split()

    def allowed(self, expected, method, *args):
        if expected:
            method(*args)
            return
        with self.assertRaises(AccessError), self.cr.savepoint():
            method(*args)

    def test_read_write_unlink(self):
        for user, reads, writes, _enters in self.personas():
            for name in ASSETS:
                asset = getattr(self, name).with_user(user)
                asset.invalidate_recordset()
                self.allowed(name in reads, asset.read, ["name", "nibar"])
                entry = getattr(self, name).entry_ids.with_user(user)
                self.allowed(name in reads, entry.read, ["nilai"])
                if reads:
                    self.allowed(name in reads, asset.export_data, ["name", "nibar"])
                    self.allowed(name in reads, entry.export_data, ["nilai"])
                self.allowed(name in writes, asset.write, {"merk_type": "x"})
                self.assertFalse(asset.has_access("unlink"))

    def test_create(self):
        for user, _reads, _writes, enters in self.personas():
            for name in UNITS:
                vals = self.asset_vals(getattr(self, name))
                assets = self.env["sipbd.asset"].with_user(user)
                self.allowed(name in enters, assets.create, vals)

    def test_search_count_group_and_name_search(self):
        scope = [("id", "in", [getattr(self, name).id for name in ASSETS])]
        nibars = [getattr(self, name).nibar for name in ASSETS]
        for user, reads, _writes, _enters in self.personas():
            assets = self.env["sipbd.asset"].with_user(user)
            entries = self.env["sipbd.entry"].with_user(user)
            if not reads:
                with self.assertRaises(AccessError):
                    assets.search(scope)
                with self.assertRaises(AccessError):
                    entries.search([])
                continue
            expected = {getattr(self, name).id for name in reads}
            self.assertEqual(set(assets.search(scope).ids), expected)
            self.assertEqual(assets.search_count(scope), len(expected))
            groups = assets.formatted_read_group(scope, [], ["nilai_perolehan:sum"])
            self.assertEqual(groups[0]["nilai_perolehan:sum"], 1500000 * len(expected))
            found = {id_ for nibar in nibars for id_, _n in assets.name_search(nibar)}
            self.assertEqual(found, expected)
            booked = entries.search([("asset_id", "in", scope[0][2])])
            self.assertEqual(set(booked.asset_id.ids), expected)
            groups = entries.formatted_read_group(
                [("asset_id", "in", scope[0][2])], [], ["nilai:sum"]
            )
            self.assertEqual(groups[0]["nilai:sum"], 1500000 * len(expected))

    def test_entries_follow_the_asset_to_its_new_unit(self):
        entries = self.env["sipbd.entry"].with_user(self.clerk_a1)
        domain = [("asset_id", "=", self.asset_a.id)]
        self.assertFalse(entries.search(domain))
        document = self.document("2024-06-01")
        self.asset_a.with_user(self.clerk_a)._move_internally(self.unit_a1, document)
        self.assertEqual(len(entries.search(domain)), 3)

    def test_rights_end_with_the_office(self):
        asset = self.asset_a.with_user(self.clerk_a)
        asset.read(["name"])
        self.clerk_a.office_holder_ids.date_to = "2021-01-01"
        asset.invalidate_recordset()
        with self.assertRaises(AccessError):
            asset.read(["name"])
        with self.assertRaises(AccessError):
            asset.write({"merk_type": "x"})

    def test_nobody_writes_entries(self):
        for user, _reads, _writes, _enters in self.personas():
            entry = self.asset_a.entry_ids.with_user(user)
            for operation in ("write", "create", "unlink"):
                self.assertFalse(entry.has_access(operation))
