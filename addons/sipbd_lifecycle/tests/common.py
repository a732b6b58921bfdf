"""Offices that decide on goods, for tests of documents that change them."""

from odoo.addons.sipbd.tests.common import SipbdCase


class LifecycleMixin:
    """Beside the clerks: the offices of OPD A, of OPD B and of the pemda."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ppb_a = cls.make_user("lc_ppb_a", "ppb_pengguna", cls.opd_a)
        cls.pengguna_a = cls.make_user("lc_pengguna_a", "pengguna_barang", cls.opd_a)
        cls.pengguna_b = cls.make_user("lc_pengguna_b", "pengguna_barang", cls.opd_b)
        cls.ppb = cls.make_user("lc_ppb", "ppb", cls.root)
        cls.pengelola = cls.make_user("lc_pengelola", "pengelola_barang", cls.root)

    @classmethod
    def make_document(cls, model, assets, user=None, **vals):
        """A draft of a clerk with goods in it."""
        documents = cls.env[model].with_user(user or cls.clerk_a)
        document = documents.create({"unit_id": cls.opd_a.id, **vals})
        document._add_goods(assets.with_user(document.env.user))
        return document

    def decide(self, documents, user, act="approve", note="", **further):
        """Decide on what waits for a user, as he finds it in his inbox."""
        tasks = self.env["pemda.approval.task"].with_user(user)
        tasks = tasks.search([("is_mine", "=", True)]).filtered(
            lambda task: (
                task.request_id.res_id in documents.ids
                and task.request_id.res_model == documents._name
            )
        )
        return tasks.action_decide(act, note, **further)

    def run_through(self, documents, users):
        for user in users:
            self.decide(documents, user)


class LifecycleCase(LifecycleMixin, SipbdCase):
    pass
