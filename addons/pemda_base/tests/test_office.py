from datetime import date

from freezegun import freeze_time

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import new_test_user, tagged

from .common import PemdaCase


@tagged("post_install", "-at_install")
class TestOffice(PemdaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.head = cls.make_user("office_head", "kepala_opd", cls.opd_a)
        # A rule of the kind that every register has, on a model that exists here.
        cls.env["ir.rule"].create(
            {
                "name": "units of the office",
                "model_id": cls.env.ref("pemda_base.model_pemda_office_holder").id,
                "domain_force": "[('unit_id', 'child_of', "
                "unit_ids('pemda_base.group_unit_head'))]",
            }
        )

    def seen_by(self, user):
        self.env.invalidate_all()
        return self.env["pemda.office.holder"].with_user(user).search([]).unit_id

    def test_rule_covers_the_unit_and_below(self):
        self.make_user("office_clerk_a1", "auditor", self.unit_a1)
        self.make_user("office_clerk_b", "auditor", self.opd_b)
        self.assertEqual(self.seen_by(self.head), self.opd_a | self.unit_a1)

    def test_new_office_takes_effect_at_once(self):
        self.assertEqual(self.seen_by(self.head), self.opd_a)
        holder = self.appoint(self.head, "kepala_opd", self.opd_b)
        self.assertEqual(self.seen_by(self.head), self.opd_a | self.opd_b)
        holder.unlink()
        self.assertEqual(self.seen_by(self.head), self.opd_a)

    def test_office_that_ended_gives_nothing_even_without_the_cron(self):
        # 23:30 of the last day in Jakarta, then half an hour past midnight.
        self.head.office_holder_ids.date_to = "2026-05-31"
        with freeze_time("2026-05-31 16:30:00"):
            self.assertEqual(self.seen_by(self.head), self.opd_a)
        with freeze_time("2026-05-31 17:30:00"):
            self.assertFalse(self.seen_by(self.head))

    def test_future_office_gives_nothing_yet(self):
        user = self.make_user(
            "office_future", "kepala_opd", self.opd_b, date_from="2999-01-01"
        )
        self.assertFalse(user._pemda_unit_ids("pemda_base.group_unit_head"))
        self.assertFalse(user.has_group("pemda_base.group_unit_head"))

    def test_groups_follow_the_office(self):
        self.assertTrue(self.head.has_group("pemda_base.group_unit_head"))
        self.head.office_holder_ids.user_id = new_test_user(self.env, "office_next")
        self.assertFalse(self.head.has_group("pemda_base.group_unit_head"))

    def test_cron_takes_the_groups_of_an_office_that_ended(self):
        self.head.office_holder_ids.date_to = "2026-05-31"
        with freeze_time("2026-05-31 10:00:00"):
            self.env["pemda.office.holder"]._cron_sync_rights()
            self.assertTrue(self.head.has_group("pemda_base.group_unit_head"))
        with freeze_time("2026-06-01 10:00:00"):
            self.env["pemda.office.holder"]._cron_sync_rights()
            self.assertFalse(self.head.has_group("pemda_base.group_unit_head"))

    def test_one_definitive_holder_at_a_time(self):
        self.head.office_holder_ids.date_to = "2026-05-31"
        other = new_test_user(self.env, "office_other")
        with self.assertRaises(ValidationError):
            self.appoint(other, "kepala_opd", self.opd_a, date_from="2026-05-31")
        self.appoint(
            other, "kepala_opd", self.opd_a, date_from="2026-05-31", capacity="plh"
        )
        self.appoint(other, "kepala_opd", self.opd_a, date_from="2026-06-01")

    def test_office_never_gives_rights_beyond_the_registers(self):
        office = self.env.ref("pemda_base.office_kepala_opd")
        for group in (
            "base.group_system",
            "base.group_erp_manager",
            "hr.group_hr_user",
        ):
            with self.subTest(group), self.assertRaises(ValidationError):
                office.group_id = self.env.ref(group)

    def test_offices_of_the_pemda_are_not_held_in_an_opd(self):
        user = new_test_user(self.env, "office_opd_admin")
        for office in ("admin_pemda", "bkd_staff"):
            with self.subTest(office), self.assertRaises(ValidationError):
                self.appoint(user, office, self.opd_a)

    def test_rights_go_with_the_employee_to_another_sign_in(self):
        former, later = (new_test_user(self.env, f"office_{n}") for n in "ab")
        employee = self.env["hr.employee"].create(
            {"name": "Pegawai Uji", "user_id": former.id}
        )
        self.appoint(former, "kepala_opd", self.opd_b, employee_id=employee.id)
        employee.user_id = later
        self.assertFalse(former.has_group("pemda_base.group_unit_head"))
        self.assertFalse(former._pemda_unit_ids("pemda_base.group_unit_head"))
        self.assertTrue(later.has_group("pemda_base.group_unit_head"))

    def test_nip_of_a_holder_is_for_personnel_staff(self):
        holder = self.head.office_holder_ids
        with self.assertRaises(AccessError):
            holder.with_user(self.head).read(["nip"])
        self.assertTrue(holder.with_user(self.head).read(["name"]))

    def test_changed_rights_of_an_office_reach_its_holders(self):
        office = self.env.ref("pemda_base.office_kepala_opd")
        office.group_id = self.env.ref("pemda_base.group_auditor")
        self.assertFalse(self.head.has_group("pemda_base.group_unit_head"))
        self.assertTrue(self.head.has_group("pemda_base.group_auditor"))

    def test_nobody_appoints_himself(self):
        with self.assertRaises(AccessError):
            self.env["pemda.office.holder"].with_user(self.head).create(
                {
                    "user_id": self.head.id,
                    "office_id": self.env.ref("pemda_base.office_kepala_opd").id,
                    "unit_id": self.opd_b.id,
                    "date_from": date(2026, 1, 1),
                }
            )
