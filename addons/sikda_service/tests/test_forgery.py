"""Ids of other units over the API: nothing of their people is shown or changed."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import KgbCase


@tagged("post_install", "-at_install")
class TestForgery(KgbCase):
    """The operator of opd_a with the proposal of opd_b, in which Wati stands."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.theirs = cls.make_usul(cls.operator_b, cls.opd_b)
        cls.ours = cls.make_usul()

    def model(self, name, user=None):
        return self.env[name].with_user(user or self.operator)

    def told(self, model, values, spec):
        """What an onchange answers; nothing if it is refused."""
        try:
            return str(self.model(model).onchange(values, [], spec))
        except AccessError:
            return ""

    def test_onchange_tells_nothing_of_others(self):
        person = {"fields": {name: {} for name in ("nama", "nip", "gaji")}}
        lines = [[6, 0, self.theirs.line_ids.ids]]
        whole = {"fields": {"line_ids": person, "display_name": {}}}
        for model, values, spec in (
            ("sikda.kgb.batal", {"line_ids": lines}, {"line_ids": person}),
            ("sikda.kgb.batal", {"usul_id": self.theirs.id}, {"usul_id": whole}),
            ("sikda.kgb.usul", {"line_ids": lines}, {"line_ids": person}),
            ("sikda.kgb.usul.add", {"usul_id": self.theirs.id}, {"usul_id": whole}),
            (
                "sikda.kgb.usul.leave",
                {"usul_id": self.theirs.id},
                {"usul_id": whole, "misfits": {}},
            ),
            (
                "sikda.kgb.usul.remove",
                {"line_ids": lines},
                {"line_ids": person, "count": {}},
            ),
        ):
            with self.subTest(model, values=values):
                text = self.told(model, values, spec)
                for secret in ("Wati", self.wati.nip, "2873500", "2785700"):
                    self.assertNotIn(secret, text)

    def test_dialogs_on_documents_of_others(self):
        for model, values in (
            ("sikda.kgb.usul.add", {"usul_id": self.theirs.id, "nips": self.wati.nip}),
            ("sikda.kgb.usul.leave", {"usul_id": self.theirs.id, "reason": "x"}),
            (
                "sikda.kgb.usul.remove",
                {"line_ids": [(6, 0, self.theirs.line_ids.ids)], "reason": "x"},
            ),
        ):
            with self.subTest(model), self.assertRaises(AccessError):
                self.model(model).create(values).action_confirm()
        self.assertEqual(self.theirs.line_ids.employee_id, self.wati)

    def test_a_dialog_of_somebody_else(self):
        dialog = self.model("sikda.kgb.usul.add").create(
            {"usul_id": self.ours.id, "nips": self.budi.nip}
        )
        with self.assertRaises(AccessError):
            dialog.with_user(self.bkd).action_confirm()

    def test_a_cancellation_with_letters_of_others(self):
        """Not even named: the letters of a counter-document are one's own."""
        self.ours.action_submit()
        self.run_through(self.ours)
        batal = self.model("sikda.kgb.batal")
        values = {"usul_id": self.ours.id, "reason": "x"}
        foreign = {"line_ids": [(6, 0, self.theirs.line_ids.ids)]}
        with self.assertRaises(AccessError):
            batal.create({**values, **foreign})
        made = batal.create(values)
        with self.assertRaises(AccessError):
            made.write(foreign)
        self.assertFalse(made.sudo().line_ids)

    def test_people_are_not_written_with_the_document(self):
        for values in (
            {"line_ids": [(0, 0, {"employee_id": self.wati.id, "tmt": "2026-01-01"})]},
            {"lain_ids": [(0, 0, {"employee_id": self.wati.id, "kode": "hukdis"})]},
            {"kecuali_ids": [(0, 0, {"employee_id": self.wati.id})]},
            {"line_ids": [(4, self.theirs.line_ids.id)]},
        ):
            for act in (
                lambda values=values: self.ours.write(values),
                lambda values=values: self.model("sikda.kgb.usul").create(
                    {"unit_id": self.opd_a.id, **values}
                ),
            ):
                with self.subTest(values), self.assertRaises(UserError):
                    act()
                    self.env.flush_all()

    def test_strange_days_and_markup(self):
        """What the paper makes of it is plain text."""
        usul = self.ours
        hostile = "<b>tebal</b> <img src='file:///etc/passwd'/> & \\ \x07 ‮"
        usul.write({name: hostile for name in ("hal", "pembuka", "tembusan")})
        report = self.env["ir.actions.report"].with_user(self.operator)
        content, _kind = report._render_qweb_pdf(
            "sikda_service.action_report_kgb_surat", usul.ids
        )
        self.assertTrue(content.startswith(b"%PDF"))
        usul.per = "0001-01-01"
        usul.action_fill()
        self.assertFalse(usul.line_ids)


@tagged("post_install", "-at_install")
class TestOtherFlow(KgbCase):
    """A pemda lets an office decide that has nothing to do with personnel."""

    def test_it_opens_the_document_and_its_letters(self):
        category = self.env.ref("pemda_base.module_category_pemda")
        privilege = self.env["res.groups.privilege"].create(
            {"name": "Uji", "category_id": category.id}
        )
        group = self.env["res.groups"].create(
            {
                "name": "Uji",
                "privilege_id": privilege.id,
                "implied_ids": [(4, self.env.ref("base.group_user").id)],
            }
        )
        office = self.env["pemda.office"].create(
            {
                "code": "uji_sekda",
                "name": "Sekda uji",
                "title": "Sekretaris Daerah",
                "group_id": group.id,
            }
        )
        kind = self.env.ref("sikda_service.kind_kgb_usul")
        flow = self.env["pemda.approval.flow"].create(
            {
                "kind_id": kind.id,
                "date_from": self.today,
                "step_ids": [
                    (
                        0,
                        0,
                        {
                            "sequence": 10,
                            "name": "Sekda",
                            "office_id": office.id,
                            "place": "pemda",
                        },
                    )
                ],
            }
        )
        flow.action_go_live()
        sekda = self.make_user("kgb_sekda", office.code, self.root)
        usul = self.make_usul()
        with self.assertRaises(AccessError):
            usul.with_user(sekda).read(["line_count"])
        usul.action_submit()
        mine = usul.with_user(sekda)
        self.env.invalidate_all()
        self.assertEqual(mine.line_ids.mapped("gaji"), usul.line_ids.mapped("gaji"))
        self.decide(usul, sekda)
        self.assertEqual(usul.state, "approved")
        report = self.env["ir.actions.report"].with_user(sekda)
        for name in ("action_report_kgb_surat", "action_report_kgb_lampiran"):
            content, _kind = report._render_qweb_pdf(f"sikda_service.{name}", usul.ids)
            self.assertTrue(content.startswith(b"%PDF"))
        with self.assertRaises(AccessError):
            self.env["sikda.kgb.usul.lain"].with_user(sekda).search([])
