"""Clerks and assets of the small test pemda."""

from odoo.addons.pemda_base.tests.common import PemdaCase, PemdaHttpCase

SAFE = "1.3.2.05.01.04.001"  # lemari besi
CAR = "1.3.2.02.01.01.001"
LAND = "1.3.1.01.01.01.001"
RACK = "1.3.2.05.01.04.002"
SUPPLIES = "1.1.7.01.01.01.001"
DEPRECIATION = "1.3.7.01.01.01.001"
NEVER_ISSUED = "9" * 45


class SipbdMixin:
    """Clerk of OPD A, of its sub-unit and of OPD B; a reader of each kind."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.clerk_a = cls.make_user("clerk_a", "pengurus_barang_pengguna", cls.opd_a)
        cls.clerk_a1 = cls.make_user(
            "clerk_a1", "pengurus_barang_pembantu", cls.unit_a1
        )
        cls.clerk_b = cls.make_user("clerk_b", "pengurus_barang_pengguna", cls.opd_b)
        cls.head_a = cls.make_user("head_a", "kepala_opd", cls.opd_a)
        cls.auditor = cls.make_user("auditor", "auditor", cls.root)
        cls.manager = cls.make_user("manager", "pengurus_barang_pengelola", cls.root)
        cls.plain = cls.make_user("bkd", "bkd_staff", cls.root)
        cls.asset_a = cls.make_asset(cls.clerk_a, cls.opd_a)
        cls.asset_a1 = cls.make_asset(cls.clerk_a1, cls.unit_a1)
        cls.asset_b = cls.make_asset(cls.clerk_b, cls.opd_b)
        cls.env.flush_all()

    @classmethod
    def kode(cls, code):
        return cls.env["sipbd.kode"].search([("code", "=", code)])

    @classmethod
    def asset_vals(cls, unit, code=SAFE, **vals):
        return {
            "code_id": cls.kode(code).id,
            "unit_id": unit.id,
            "nilai_perolehan": 1500000,
            **cls.document(),
            **vals,
        }

    @classmethod
    def document(cls, date="2024-03-05", **vals):
        return {
            "document_kind": "bast",
            "document_number": "028/17/2024",
            "document_date": date,
            **vals,
        }

    @classmethod
    def make_room(cls, unit, code="01"):
        return cls.env["sipbd.ruang"].create(
            {"code": code, "name": "Ruang Arsip", "unit_id": unit.id}
        )

    @classmethod
    def make_asset(cls, user, unit, code=SAFE, **vals):
        assets = cls.env["sipbd.asset"].with_user(user)
        return assets.create(cls.asset_vals(unit, code, **vals)).with_env(cls.env)


class SipbdCase(SipbdMixin, PemdaCase):
    pass


class SipbdHttpCase(SipbdMixin, PemdaHttpCase):
    pass
