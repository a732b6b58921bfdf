"""People, a flow and letters for the tests of the engine."""

from odoo.tests import TransactionCase

from odoo.addons.pemda_base.tests.common import PemdaHttpCase, PemdaMixin

FLOW = (
    # order, name, office, place, further values
    (10, "Kepala OPD", "kepala_opd", "opd", {}),
    (20, "Verifikator", "test_verifier", "pemda", {}),
    (30, "Sekretaris Daerah", "test_sekda", "pemda", {}),
)


class ApprovalMixin(PemdaMixin):
    """A clerk of opd_a makes letters; kepala OPD, two verifiers and Sekda decide."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.clerk = cls.make_user("ap_clerk", "test_clerk", cls.opd_a)
        cls.head = cls.make_user("ap_head", "kepala_opd", cls.opd_a)
        cls.head_b = cls.make_user("ap_head_b", "kepala_opd", cls.opd_b)
        cls.verifier = cls.make_user("ap_verifier", "test_verifier", cls.root)
        cls.verifier2 = cls.make_user("ap_verifier2", "test_verifier", cls.root)
        cls.sekda = cls.make_user("ap_sekda", "test_sekda", cls.root)
        cls.kind = cls.env.ref("test_pemda_approval.kind_letter")
        cls.flow = cls.make_flow(FLOW)

    @classmethod
    def office(cls, code):
        return cls.env["pemda.office"].search([("code", "=", code)])

    @classmethod
    def make_flow(cls, steps, unit=None, **vals):
        """A live flow of these steps."""
        flow = cls.env["pemda.approval.flow"].create(
            {
                "kind_id": cls.kind.id,
                "unit_id": (unit or cls.root).id,
                "date_from": "2020-01-01",
                "step_ids": [
                    (
                        0,
                        0,
                        {
                            "sequence": sequence,
                            "name": name,
                            "office_id": cls.office(office).id,
                            "place": place,
                            **further,
                        },
                    )
                    for sequence, name, office, place, further in steps
                ],
                **vals,
            }
        )
        flow.action_go_live()
        return flow

    def replace_flow(self, steps, **vals):
        """Another live flow instead of the one of ``setUpClass``, for this test."""
        self.flow.action_end()
        self.flow = self.make_flow(steps, **vals)
        return self.flow

    @classmethod
    def make_letters(cls, count=1, user=None, **vals):
        letters = cls.env["test.approval.letter"].with_user(user or cls.clerk)
        return letters.create(
            [
                {
                    "name": f"Surat {number + 1}",
                    "unit_id": cls.opd_a.id,
                    "amount": 1_000_000,
                    "line_ids": [(0, 0, {"name": "Lemari", "quantity": 2})],
                    **vals,
                }
                for number in range(count)
            ]
        )

    @classmethod
    def submitted(cls, count=1, **vals):
        letters = cls.make_letters(count, **vals)
        letters.action_submit()
        return letters

    def waiting(self, letters, user=None, purpose="decide"):
        """Waiting tasks of letters, as the user sees them."""
        tasks = (
            self.env["pemda.approval.task"]
            .sudo()
            .search(
                [
                    ("request_id", "in", letters.sudo().request_id.ids),
                    ("state", "=", "waiting"),
                    ("purpose", "=", purpose),
                ]
            )
        )
        return tasks.with_user(user) if user else tasks

    def decide(self, letters, user, act="approve", note="", **further):
        return self.waiting(letters, user).action_decide(act, note, **further)

    def run_through(self, letters):
        for user in (self.head, self.verifier, self.sekda):
            self.decide(letters, user)

    def inbox(self, user):
        tasks = self.env["pemda.approval.task"].with_user(user)
        return tasks.search([("is_mine", "=", True)])


class ApprovalCase(ApprovalMixin, TransactionCase):
    pass


class ApprovalHttpCase(ApprovalMixin, PemdaHttpCase):
    pass
