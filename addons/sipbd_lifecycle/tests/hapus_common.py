from odoo import Command
from odoo.exceptions import UserError

from odoo.addons.sipbd.tests.common import CAR

from .common import LifecycleCase


class HapusCase(LifecycleCase):
    """Three badly damaged goods of OPD A, one of them in its UPT."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.bupati = cls.make_user("lc_bupati", "kepala_daerah", cls.root)
        cls.way = (cls.ppb_a, cls.pengguna_a, cls.ppb, cls.bupati, cls.pengelola)
        cls.today = cls.env.company._pemda_today()
        cls.damaged = cls.asset_a | cls.asset_a1
        for user, unit in ((cls.clerk_a, cls.opd_a),):
            cls.damaged |= cls.make_asset(user, unit, CAR, nilai_perolehan=90_000_000)
        for asset in cls.damaged:
            cls.book(asset, kondisi="RB")

    @classmethod
    def book(cls, asset, kind="0703", **vals):
        cls.env["sipbd.asset"].sudo()._book(
            [{"asset_id": asset.id, "kind": kind, **cls.document("2025-01-02"), **vals}]
        )

    @classmethod
    def cause(cls, code):
        return cls.env.ref(f"sipbd_lifecycle.sebab_{code}")

    @classmethod
    def papers(cls, *codes, day="2026-01-05"):
        return [
            Command.create(
                {
                    "jenis_id": cls.env.ref(f"sipbd_lifecycle.jenis_{code}").id,
                    "number": f"{code}/1/2026",
                    "date": day,
                }
            )
            for code in codes
        ]

    @classmethod
    def make_hapus(
        cls, assets=None, cause="rusak_berat", papers=None, user=None, **vals
    ):
        """A draft of the clerk of OPD A with the papers that its cause needs."""
        sebab = cls.cause(cause)
        if papers is None:
            papers = sebab.jenis_ids.mapped("code")
        return cls.make_document(
            "sipbd.hapus",
            cls.damaged if assets is None else assets,
            user,
            sebab_id=sebab.id,
            reason="Rusak berat dan tidak bernilai ekonomis",
            dokumen_ids=cls.papers(*papers),
            **vals,
        )

    def approved(self, *args, way=None, **vals):
        hapus = self.make_hapus(*args, **vals)
        hapus.action_submit()
        self.run_through(hapus, way or self.way)
        self.assertEqual(hapus.state, "approved")
        return hapus

    def attach(self, document, requirement):
        self.env["ir.attachment"].with_user(document.env.user).create(
            {
                "name": "surat.pdf",
                "raw": b"%PDF-1.4",
                "res_model": document._name,
                "res_id": document.id,
                "approval_requirement_id": self.env.ref(
                    f"sipbd_lifecycle.attachment_{requirement}"
                ).id,
            }
        )

    def refused(self, text, hapus):
        with self.assertRaisesRegex(UserError, text):
            hapus.action_submit()
        self.assertEqual(hapus.state, "draft")
