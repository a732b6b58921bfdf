"""Scans of the rows of a history: who sees and changes them, and what they may be."""

import base64

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import PersonnelCase
from .personas import PersonasMixin


@tagged("post_install", "-at_install")
class TestAccessScan(PersonasMixin, PersonnelCase):
    def test_scans_are_seen_with_their_row(self):
        row = self.env["sikda.riwayat.hukdis"].search(
            [("employee_id", "=", self.budi.id)]
        )
        row.write({"scan": b"JVBERi0=", "scan_name": "sk.pdf"})
        attachment = self.env["ir.attachment"].search(
            [("res_model", "=", row._name), ("res_id", "=", row.id)]
            + [("res_field", "=", "scan")]
        )
        self.assertEqual(len(attachment), 1)
        for user, sees in ((self.operator, True), (self.head, False)):
            with self.subTest(user.login):
                self.env.invalidate_all()
                self.assertEqual(attachment.with_user(user).has_access("read"), sees)

    def test_the_scan_of_a_row_changes_by_the_row_only(self):
        pixel = base64.b64encode(b"%PDF-1.4 bukti")
        row = self.add_row(self.budi, "penghargaan", nama="Uji", scan=pixel)
        files = self.env["ir.attachment"].with_user(self.operator)
        scan = files.search(
            [
                ("res_model", "=", row._name),
                ("res_field", "=", "scan"),
                ("res_id", "=", row.id),
            ]
        )
        self.assertEqual(len(scan), 1)
        forged = {"name": "scan", "raw": b"palsu"}
        loose = files.create({**forged, "res_model": row._name, "res_id": row.id})
        place = {"res_model": row._name, "res_id": row.id, "res_field": "scan"}
        for forge in (
            lambda: scan.write({"raw": b"palsu"}),
            lambda: scan.write({"res_id": 0}),
            scan.unlink,
            lambda: files.create({**forged, **place}),
            lambda: loose.write(place),
        ):
            with self.assertRaises(UserError), self.cr.savepoint():
                forge()
        self.env.invalidate_all()
        self.assertEqual(row.scan, pixel)
        waiting = self.add_row(self.budi, "penghargaan", False, nama="Baru")
        waiting.with_user(self.operator).scan = pixel
        self.assertEqual(waiting.scan, pixel)

    def test_scans_are_documents(self):
        rows = self.env["sikda.riwayat.diklat"].with_user(self.operator)
        vals = {"employee_id": self.sari.id, "jenis": "teknis", "nama": "Diklat"}
        for name in ("virus.exe", "page.html", "picture.svg", "noname"):
            with self.subTest(name), self.assertRaises(UserError):
                rows.create({**vals, "scan": b"JVBERi0=", "scan_name": name})
