"""The picture of a unit: today by the present state, before that by the histories."""

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from .common import PersonnelCase


@tagged("post_install", "-at_install")
class TestUnitPicture(PersonnelCase):
    """Budi was head in opd_b until 2015 and is in opd_a since; Sari is in unit_a1."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.operator = cls.make_user("op_gambar", "operator_kepegawaian", cls.opd_a)
        cls.other = cls.make_user("op_lain", "operator_kepegawaian", cls.opd_b)
        cls.small = cls.make_user("op_kecil", "operator_kepegawaian", cls.unit_a1)
        eselon = cls.env["sikda.eselon"].search([("code", "=", "32")])
        cls.head, cls.clerk = cls.env["sikda.jabatan"].create(
            [
                {
                    "name": "Kepala Bidang Uji",
                    "jenis": "struktural",
                    "eselon_id": eselon.id,
                },
                {"name": "Pengelola Uji", "jenis": "pelaksana"},
            ]
        )
        for person, post, unit, tmt in (
            (cls.budi, cls.head, cls.opd_b, "2005-01-01"),
            (cls.budi, cls.head, cls.opd_a, "2015-01-01"),
            (cls.sari, cls.clerk, cls.unit_a1, "2006-01-01"),
            (cls.wati, cls.clerk, cls.opd_a, "2011-01-01"),
            (cls.wati, cls.clerk, cls.opd_b, "2018-01-01"),
        ):
            values = {"jabatan_id": post.id, "unor_id": unit.id, "tmt": tmt}
            cls.add_row(person, "jabatan", **values)
        cls.env["sikda.formasi"].create(
            {
                "unit_id": cls.opd_a.id,
                "jabatan_id": cls.head.id,
                "kebutuhan": 2,
                "date_from": "2012-01-01",
            }
        )
        cls.env.flush_all()
        cls.env.invalidate_all()

    def picture(self, unit, day=None, user=None):
        return unit.with_user(user or self.operator).sikda_picture(day)

    def names(self, *args, **kwargs):
        return [person["name"] for person in self.picture(*args, **kwargs)["people"]]

    def test_people_and_vacancies_of_then(self):
        budi, wati = self.budi.nama_gelar, self.wati.nama_gelar
        self.assertEqual(self.names(self.opd_a), [budi])
        self.assertEqual(self.names(self.opd_a, "2016-01-01"), [budi, wati])
        self.assertEqual(self.names(self.opd_a, "2014-12-31"), [wati])
        self.assertEqual(self.names(self.opd_a, "2010-12-31"), [])
        for day, missing in (("2016-01-01", 1), ("2014-12-31", 2), ("2011-12-31", 0)):
            with self.subTest(day):
                vacancies = self.picture(self.opd_a, day)["vacancies"]
                wanted = [{"post": self.head.name, "missing": missing}]
                self.assertEqual(vacancies, wanted if missing else [])

    def test_what_is_said_of_a_person(self):
        (budi, wati) = self.picture(self.opd_a, "2016-01-01")["people"]
        self.assertEqual(
            budi,
            {
                "id": self.budi.id,
                "open": True,
                "name": self.budi.nama_gelar,
                "nip": self.budi.nip,
                "golongan": "III/a",
                "post": self.head.name,
                "eselon": self.head.eselon_id.name,
            },
        )
        # who has gone to another unit since is named, but his page is not to be opened
        self.assertEqual((wati["id"], wati["open"]), (self.wati.id, False))

    def test_a_past_day_says_of_the_present_what_today_says(self):
        today = self.env.company._pemda_today()
        yesterday = fields.Date.subtract(today, days=1)
        now = self.picture(self.opd_a)
        self.assertEqual(now["day"], fields.Date.to_string(today))
        before = self.picture(self.opd_a, fields.Date.to_string(yesterday))
        self.assertEqual({**before, "day": now["day"]}, now)
        self.assertEqual(self.picture(self.opd_a, now["day"]), now)

    def test_units_below(self):
        below = [(self.unit_a1.id, 1)]
        for day in (None, "2016-01-01"):
            children = self.picture(self.opd_a, day)["children"]
            found = [(child["id"], child["count"]) for child in children]
            self.assertEqual([pair for pair in found if pair[1]], below)
        self.unit_a1.active = False
        self.env.flush_all()
        old = self.picture(self.opd_a, "2016-01-01")["children"]
        self.assertIn(self.unit_a1.id, [child["id"] for child in old])
        empty = self.picture(self.opd_a, "2001-01-01")["children"]
        self.assertNotIn(self.unit_a1.id, [child["id"] for child in empty])

    def test_only_units_of_ones_office(self):
        day = "2016-01-01"
        foreign = self.picture(self.opd_a, day, self.other)
        self.assertEqual((foreign["people"], foreign["vacancies"]), ([], []))
        self.assertFalse(sum(child["count"] for child in foreign["children"]))
        above = self.picture(self.opd_a, day, self.small)
        self.assertEqual(above["people"], [])
        self.assertEqual(above["vacancies"], [])
        counts = {child["id"]: child["count"] for child in above["children"]}
        self.assertEqual(counts[self.unit_a1.id], 1)
        self.assertEqual(
            self.names(self.unit_a1, day, self.small), [self.sari.nama_gelar]
        )
        nobody = new_test_user(self.env, "tanpa_jabatan", groups="base.group_user")
        for when in (None, day):
            with self.assertRaises(AccessError):
                self.picture(self.opd_a, when, nobody)

    def test_the_record_of_a_semester_is_shown(self):
        day = fields.Date.to_date("2016-06-30")
        self.env["sikda.snapshot"]._record(day)
        moved = self.budi.riwayat_jabatan_ids.filtered(
            lambda row: row.unor_id == self.opd_a
        )
        moved.sudo().tmt = "2017-01-01"
        self.env.flush_all()
        self.assertNotIn(self.budi.nama_gelar, self.names(self.opd_a, "2016-06-29"))
        self.assertIn(self.budi.nama_gelar, self.names(self.opd_a, "2016-06-30"))

    def test_bad_days(self):
        today = self.env.company._pemda_today()
        tomorrow = fields.Date.to_string(fields.Date.add(today, days=1))
        for day in (tomorrow, "30-06-2026", "besok", 5, ["2020-01-01"], "9" * 5000):
            with self.subTest(day), self.assertRaises(UserError):
                self.picture(self.opd_a, day)
