"""A small pemda for tests: two OPD, one of them with a sub-unit, and real roles.

A whole pemda may stand in the database besides, such as the demo: nothing here depends
on who works there.
"""

from odoo.tests import HttpCase, TransactionCase, new_test_user


class PemdaMixin:
    """Units ``opd_a`` (T01) above ``unit_a1`` (T01.01), and ``opd_b`` (T02).

    Users are made as an admin pemda makes them: a plain sign-in and an office.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context=dict(cls.env.context, tracking_disable=True))
        cls.root = cls.env.ref("pemda_base.unit_pemda")
        cls.vacate(cls.root)
        cls.opd_a = cls.make_unit("T01", "Dinas Uji", "dinas", cls.root)
        cls.unit_a1 = cls.make_unit("T01.01", "UPT Uji", "upt", cls.opd_a)
        cls.opd_b = cls.make_unit("T02", "Badan Uji", "badan", cls.root)

    @classmethod
    def vacate(cls, unit):
        """Nobody else is in an office of ``unit`` that has one holder."""
        cls.env["pemda.office.holder"].search(
            [("unit_id", "=", unit.id), ("office_id.single", "=", True)]
        ).unlink()

    @classmethod
    def make_unit(cls, code, name, kind, parent):
        return cls.env["hr.department"].create(
            {
                "code": code,
                "name": name,
                "kind_id": cls.env.ref(f"pemda_base.unit_kind_{kind}").id,
                "parent_id": parent.id,
            }
        )

    @classmethod
    def make_user(cls, login, office_code, unit, **holder_vals):
        """A user whose only rights are those of one office in one unit."""
        users = cls.env["res.users"].with_context(active_test=False)
        for other in users.search([("login", "=", login)]):
            other.login = f"{login}.{other.id}"
        users.flush_model(["login"])
        user = new_test_user(
            cls.env, login, groups="base.group_user", password=f"{login}-{login}"
        )
        cls.appoint(user, office_code, unit, **holder_vals)
        return user

    @classmethod
    def appoint(cls, user, office_code, unit, **holder_vals):
        office = cls.env["pemda.office"].search([("code", "=", office_code)])
        assert office, f"no office {office_code}"
        return cls.env["pemda.office.holder"].create(
            {
                "user_id": user.id,
                "office_id": office.id,
                "unit_id": unit.id,
                "date_from": "2020-01-01",
                **holder_vals,
            }
        )


class PemdaCase(PemdaMixin, TransactionCase):
    pass


class PemdaHttpCase(PemdaMixin, HttpCase):
    pass
