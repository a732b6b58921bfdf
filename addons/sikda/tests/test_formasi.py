"""Needs of posts over time: each list compares with what was needed on its day."""

from datetime import date, timedelta

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger

from .report_common import PeopleReportMixin


@tagged("post_install", "-at_install")
class TestFormasi(PeopleReportMixin, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        eselon = cls.env["sikda.eselon"].search([("name", "=", "III.b")])
        cls.post = cls.env["sikda.jabatan"].create(
            {
                "name": "Kepala Bidang Uji Formasi",
                "jenis": "struktural",
                "eselon_id": eselon.id,
            }
        )
        cls.need = cls.env["sikda.formasi"].create(cls.vals(date_from="2020-01-01"))
        cls.add_row(
            cls.budi,
            "jabatan",
            jabatan_id=cls.post.id,
            unor_id=cls.opd_a.id,
            tmt="2021-01-01",
        )
        cls.env.flush_all()

    @classmethod
    def vals(cls, **values):
        return {
            "unit_id": cls.opd_a.id,
            "jabatan_id": cls.post.id,
            "kebutuhan": 1,
            "legal_basis": "Perbup 1 Tahun 2019",
            **values,
        }

    def change(self, day, need=3, user=None, **values):
        wizard = self.env["sikda.formasi.change"].with_user(user or self.bkd)
        need_row = self.need.with_user(user or self.bkd)
        return wizard.create(
            {
                "formasi_id": need_row.id,
                "date_from": day,
                "kebutuhan": need,
                "legal_basis": "Perbup 9 Tahun 2024",
                "legal_date": "2023-12-29",
                **values,
            }
        )

    def test_change_since(self):
        """The need before ends the day before; the new one has its decree."""
        answer = self.change("2024-01-01").action_confirm()
        made = self.env["sikda.formasi"].browse(answer["res_id"])
        self.assertEqual(self.need.date_to, date(2023, 12, 31))
        self.assertEqual(self.need.kebutuhan, 1)
        self.assertEqual(
            (made.kebutuhan, made.date_from, made.date_to, made.legal_basis),
            (3, date(2024, 1, 1), False, "Perbup 9 Tahun 2024"),
        )
        self.assertEqual(made.period_ids, made | self.need)

    def test_change_in_between(self):
        """A change of a need that ends lasts as long as that one."""
        self.need.date_to = "2025-12-31"
        made = self.env["sikda.formasi"].browse(
            self.change("2024-01-01").action_confirm()["res_id"]
        )
        self.assertEqual(made.date_to, date(2025, 12, 31))

    def test_the_post_goes(self):
        self.change("2024-01-01", ends=True).action_confirm()
        self.assertEqual(self.need.date_to, date(2023, 12, 31))
        self.assertEqual(self.need.period_ids, self.need)

    def test_days_that_cannot_be(self):
        self.need.date_to = "2025-12-31"
        for day in ("2020-01-01", "2019-12-31", "2026-01-01"):
            with self.subTest(day), self.assertRaisesRegex(UserError, "in force from"):
                self.change(day).action_confirm()
        self.assertEqual(self.need.date_to, date(2025, 12, 31))

    def test_one_need_at_a_time(self):
        rows = self.env["sikda.formasi"]
        self.need.date_to = "2023-12-31"
        for first, last in (
            ("2023-12-31", False),
            ("2019-01-01", "2020-01-01"),
            ("2021-01-01", "2021-12-31"),
            ("2000-01-01", False),
        ):
            with (
                self.subTest(f"{first} {last}"),
                mute_logger("odoo.sql_db"),
                self.assertRaises(IntegrityError),
                self.cr.savepoint(),
            ):
                rows.create(self.vals(date_from=first, date_to=last))
        rows.create(self.vals(date_from="2024-01-01"))
        rows.create(self.vals(date_from="2019-01-01", date_to="2019-12-31"))
        rows.create(self.vals(unit_id=self.opd_b.id, date_from="2022-01-01"))

    def test_the_refusal_says_what_to_do(self):
        """As somebody reads it who loads a file."""
        with mute_logger("odoo.sql_db"):
            answer = (
                self.env["sikda.formasi"]
                .with_user(self.bkd)
                .load(
                    ["unit_id/.id", "jabatan_id/.id", "kebutuhan", "date_from"],
                    [[str(self.opd_a.id), str(self.post.id), "2", "2022-01-01"]],
                )
            )
        self.assertFalse(answer["ids"])
        self.assertIn("Change since", answer["messages"][0]["message"])

    def test_dates_in_order(self):
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(IntegrityError),
            self.cr.savepoint(),
        ):
            self.need.date_to = "2019-12-31"
            self.env.flush_all()

    def test_who_changes(self):
        for call in (
            lambda: self.change("2024-01-01", user=self.operator),
            lambda: self.need.with_user(self.operator).action_change(),
            lambda: self.need.with_user(self.operator).write({"kebutuhan": 5}),
        ):
            with self.assertRaises(AccessError):
                call()

    def _vacant(self, day):
        rows = self.rows("daftar_pejabat", day=day)
        return sum(
            row["jabatan"] == self.post.name and row["nama"] == "KOSONG" for row in rows
        )

    def _bezetting(self, day):
        return {
            row["jabatan"]: (row["bezetting"], row["kebutuhan"], row["kosong"])
            for row in self.rows("bezetting", day=day)
        }.get(self.post.name)

    def _recap(self, day):
        rows = self.rows("rekap_eselon", day=day)
        return sum(row["kosong_III_b"] or 0 for row in rows)

    def test_a_past_date_gives_the_past(self):
        """One since 2020 (held since 2021), three since 2024, none since 2026."""
        self.change("2024-01-01").action_confirm()
        self.need = self.need.period_ids - self.need
        self.change("2026-01-01", ends=True).action_confirm()
        for day, vacant, bezetting in (
            (date(2019, 12, 31), 0, None),
            (date(2020, 12, 31), 1, (0, 1, 1)),
            (date(2023, 12, 31), 0, (1, 1, 0)),
            (date(2024, 1, 1), 2, (1, 3, 2)),
            (date(2025, 12, 31), 2, (1, 3, 2)),
            (date(2026, 1, 1), 0, (1, 0, 0)),
        ):
            with self.subTest(day):
                self.assertEqual(self._vacant(day), vacant)
                self.assertEqual(self._recap(day), vacant)
                self.assertEqual(self._bezetting(day), bezetting)

    def test_a_recorded_semester_keeps_its_needs(self):
        """Whatever is corrected in the needs afterwards."""
        day = date(2025, 6, 30)
        self.env["sikda.snapshot"]._record(day)
        self.need.kebutuhan = 4
        self.env.flush_all()
        self.assertEqual(self._bezetting(day), (1, 1, 0))
        self.assertEqual(self._bezetting(day + timedelta(days=1)), (1, 4, 3))

    def test_the_map_is_that_of_today(self):
        today = self.env.company._pemda_today()
        self.need.date_to = today
        self.env.flush_all()
        tomorrow = self.vals(kebutuhan=7, date_from=today + timedelta(days=1))
        self.env["sikda.formasi"].create(tomorrow)
        lines = self.env["sikda.peta.jabatan"].with_user(self.operator)
        line = lines.search([("jabatan_id", "=", self.post.id)])
        self.assertEqual((line.kebutuhan, line.bezetting), (1, 1))
        self.need.date_to = today - timedelta(days=1)
        self.env.invalidate_all()
        line = lines.search([("jabatan_id", "=", self.post.id)])
        self.assertEqual((line.kebutuhan, line.tanpa_formasi), (0, True))
