from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .common import SAFE, SipbdCase


@tagged("post_install", "-at_install")
class TestKode(SipbdCase):
    def search_names(self, text, domain=None, limit=8):
        found = self.env["sipbd.kode"].with_user(self.clerk_a)
        return [name for _id, name in found.name_search(text, domain, limit=limit)]

    def make_local(self, code):
        return self.env["sipbd.kode"].create({"code": code, "name": "Lemari adat"})

    def test_the_published_list_is_there_as_a_tree(self):
        kodes = self.env["sipbd.kode"]
        self.assertEqual(kodes.search_count([("is_local", "=", False)]), 14665)
        self.assertEqual(kodes.search_count([("level", "=", 7)]), 13462)
        self.assertEqual(kodes.search([("parent_id", "=", False)]).code, "1")
        safe = self.kode(SAFE)
        self.assertEqual(
            (safe.code_digits, safe.level, safe.kib), ("132050104001", 7, "B")
        )
        self.assertEqual(safe.parent_id.code, "1.3.2.05.01.04")
        below = kodes.search_count([("id", "child_of", self.kode("1.3.2").id)])
        self.assertEqual(below, kodes.search_count([("code", "=like", "1.3.2%")]))

    def test_loading_again_changes_nothing(self):
        def everything():
            self.env.cr.execute(
                "SELECT md5(string_agg(k::text, '' ORDER BY id)) FROM sipbd_kode k"
            )
            return self.env.cr.fetchone()

        before = everything()
        self.env["sipbd.kode"]._load_kodefikasi()
        self.assertEqual(everything(), before)

    def test_loading_mends_a_published_row_and_keeps_local_ones(self):
        self.env.cr.execute(
            "UPDATE sipbd_kode SET name = 'x', parent_path = NULL WHERE code = %s",
            [SAFE],
        )
        local = self.env["sipbd.kode"].create(
            {"code": "1.3.2.05.01.04.900", "name": "L"}
        )
        self.env["sipbd.kode"]._load_kodefikasi()
        safe = self.kode(SAFE)
        self.assertEqual(safe.name, "Lemari Besi/Metal")
        self.assertTrue(safe.parent_path.endswith(f"/{safe.parent_id.id}/{safe.id}/"))
        self.assertTrue(local.is_local)

    def test_search_by_beginning_of_the_code(self):
        for text in ("1.3.2.05.01.04.001", "132050104001"):
            self.assertEqual(self.search_names(text), [f"{SAFE} Lemari Besi/Metal"])
        names = self.search_names("132050104", [("level", "=", 7)], limit=100)
        self.assertTrue(names)
        self.assertTrue(all(name.startswith("1.3.2.05.01.04.") for name in names))

    def test_search_by_words_in_any_order_best_first(self):
        names = self.search_names("lemari besi", [("level", "=", 7)])
        self.assertEqual(
            names, self.search_names("  LEMARI   besi", [("level", "=", 7)])
        )
        self.assertEqual(names[0], f"{SAFE} Lemari Besi/Metal")
        self.assertIn(names[0], self.search_names("besi lemari"))
        self.assertFalse(self.search_names("lemari zzz"))

    def test_name_that_starts_with_the_text_comes_first(self):
        names = [name.split(" ", 1)[1] for name in self.search_names("kursi", limit=40)]
        starts = [name.lower().startswith("kursi") for name in names]
        self.assertTrue(starts[0])
        self.assertEqual(starts, sorted(starts, reverse=True))

    def test_only_an_admin_adds_local_codes(self):
        vals = {"code": "1.3.2.05.01.04.901", "name": "Lemari daerah"}
        with self.assertRaises(AccessError):
            self.env["sipbd.kode"].with_user(self.manager).create(vals)
        admin = self.make_user("admin_pemda", "admin_pemda", self.root)
        local = self.env["sipbd.kode"].with_user(admin).create(vals)
        self.assertEqual((local.kib, local.level, local.is_local), ("B", 7, True))
        self.assertEqual(local.parent_id.code, "1.3.2.05.01.04")
        local.name = "Lemari adat"
        local.unlink()

    def test_a_published_code_is_never_changed(self):
        admin = self.make_user("admin_pemda", "admin_pemda", self.root)
        safe = self.kode(SAFE).with_user(admin)
        with self.assertRaisesRegex(UserError, "cannot be changed"):
            safe.name = "Lemari"
        with self.assertRaisesRegex(UserError, "cannot be changed"):
            safe.unlink()
        local = self.env["sipbd.kode"].create(
            {"code": "1.3.2.05.01.04.902", "name": "L"}
        )
        with self.assertRaisesRegex(UserError, "cannot be changed"):
            local.with_user(admin).write({"is_local": False})

    def test_a_wrong_code_is_refused(self):
        for code in ("1.3.2.5", "1.3.2.05.01.04.1", "x", "1.3.2.99.01"):
            with self.subTest(code), self.assertRaises(ValidationError):
                self.env["sipbd.kode"].create({"code": code, "name": "x"})
