"""A file of one register at the door of the other."""

import base64
from pathlib import Path

from odoo.tests import tagged

from odoo.addons.sikda.tests.import_common import ImportCase, listing, row

FILES = Path(__file__).parents[1] / "static" / "files"


@tagged("post_install", "-at_install")
class TestWrongRegister(ImportCase):
    def refused(self, office, content, filename):
        user = self.make_user(f"wrong_{office}", office, self.root)
        counts = self.counts()
        load = (
            self.env["pemda.import.load"]
            .with_user(user)
            .create(
                {
                    "file": base64.b64encode(content),
                    "filename": filename,
                    "unit_id": self.root.id,
                }
            )
        )
        load.action_step()
        self.assertEqual(load.state, "refused")
        self.assertEqual(self.counts(), counts)
        return load._refusal_message()

    def counts(self):
        return [
            self.env[model].with_context(active_test=False).search_count([])
            for model in ("hr.employee", "sipbd.asset", "sikda.selisih")
        ]

    def test_a_kib_by_the_staff_of_bkd(self):
        content = (FILES / "kib_b.xlsx").read_bytes()
        text = self.refused("bkd_staff", content, "kib_b.xlsx")
        self.assertIn("register", text)

    def test_people_by_the_keeper_of_assets(self):
        text = self.refused("pengurus_barang_pengelola", listing(row()), "pegawai.xlsx")
        self.assertIn("register", text)
