from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import SQL, mute_logger

from .common import PersonnelCase


@tagged("post_install", "-at_install")
class TestRiwayat(PersonnelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.bkd = cls.make_user("riwayat_bkd", "bkd_staff", cls.root)
        cls.operator = cls.make_user("riwayat_opr", "operator_kepegawaian", cls.opd_a)

    def as_user(self, record, user):
        return record.with_user(user)

    def pangkat_vals(self, **vals):
        return {
            "employee_id": self.budi.id,
            "tmt": "2020-04-01",
            "golongan_id": self.golongan("III/b").id,
            "mkg_tahun": 12,
            "mkg_bulan": 3,
            "gaji": 3_000_000,
            "sk_nomor": "823/1/2020",
            **vals,
        }

    def state_at(self, day, person=None):
        person = person or self.budi
        self.env.flush_all()
        self.env.cr.execute(person._asn_state(day, people=SQL("e.id = %s", person.id)))
        (row,) = self.env.cr.dictfetchall()
        return row

    def test_state_follows_a_verified_row_only(self):
        row = (
            self.env["sikda.riwayat.pangkat"]
            .with_user(self.operator)
            .create(self.pangkat_vals())
        )
        self.assertEqual(row.standing, "waiting")
        self.assertEqual(self.budi.golongan_id.name, "III/a")
        with self.assertRaises(AccessError):
            row.action_verify()
        row.with_user(self.bkd).action_verify()
        self.assertEqual(self.budi.golongan_id.name, "III/b")
        self.assertEqual(self.budi.tmt_golongan, date(2020, 4, 1))
        self.assertEqual((self.budi.mkg_tahun, self.budi.mkg_bulan), (12, 3))
        self.assertEqual(self.budi.gaji_pokok, 3_000_000)
        self.assertEqual(row.verified_by_id, self.bkd)

    def test_a_past_date_gives_the_past(self):
        self.add_row(self.budi, "pangkat", tmt="2020-04-01", golongan_id="III/b")
        self.assertEqual(
            self.state_at(date(2020, 3, 31))["golongan_id"], self.golongan("III/a").id
        )
        self.assertEqual(
            self.state_at(date(2020, 4, 1))["golongan_id"], self.golongan("III/b").id
        )
        self.assertEqual(self.state_at(date(1995, 6, 1))["status_asn"], "cpns")
        self.assertIsNone(self.state_at(date(1995, 2, 28))["status_asn"])

    def test_a_future_row_waits_for_its_day(self):
        self.add_row(self.budi, "pangkat", tmt="2999-04-01", golongan_id="III/b")
        self.assertEqual(self.budi.golongan_id.name, "III/a")

    def test_a_verified_row_is_not_changed(self):
        row = (
            self.budi.with_user(self.bkd)
            .env["sikda.riwayat.pangkat"]
            .search([("employee_id", "=", self.budi.id)])
        )
        for change in ({"keterangan": "x"}, {"verified": False}):
            with self.subTest(change), self.assertRaises(UserError):
                row.write(change)
        with self.assertRaises(UserError):
            row.unlink()

    def test_nobody_forges_what_the_engine_writes(self):
        rows = self.env["sikda.riwayat.pangkat"].with_user(self.bkd)
        for forged in (
            {"verified": True},
            {"source": "siasn"},
            {"verified_by_id": self.bkd.id},
        ):
            with self.subTest(forged), self.assertRaises(UserError):
                rows.create(self.pangkat_vals(**forged))
        row = rows.create(self.pangkat_vals())
        for forged in (
            {"verified": True},
            {"employee_id": self.sari.id},
            {"replaced_by_id": row.id},
        ):
            with self.subTest(forged), self.assertRaises(UserError):
                row.write(forged)
        with self.assertRaises(UserError):
            self.budi.with_user(self.bkd).golongan_id = self.golongan("IV/e")

    def test_a_default_in_the_context_forges_nothing(self):
        """The caller chooses the context, of a correction too."""
        forged = {
            "default_verified": True,
            "default_source": "siasn",
            "default_siasn_id": "1",
            "default_verified_by_id": self.bkd.id,
        }
        waiting = self.budi.riwayat_pangkat_ids.create(self.pangkat_vals())
        rows = self.env["sikda.riwayat.pangkat"].with_user(self.operator)
        forged["default_replaces_id"] = waiting.id
        forged["default_replaced_by_id"] = waiting.id
        row = rows.with_context(**forged).create(self.pangkat_vals())
        opened = waiting.with_user(self.operator).with_context(**forged)
        pending = rows.browse(opened.action_correct()["res_id"])
        for made, corrects in ((row, rows), (pending, waiting)):
            with self.subTest(corrects):
                self.assertEqual(made.standing, "waiting")
                self.assertEqual(made.source, "manual")
                self.assertFalse(made.verified_by_id or made.siasn_id)
                self.assertEqual(made.replaces_id, corrects)

    def test_a_new_version_says_what_the_histories_say(self):
        self.budi.current_version_id.date_version = "2020-01-01"
        versions = self.env["hr.version"].with_user(self.bkd)
        vals = {
            "employee_id": self.budi.id,
            "department_id": self.opd_a.id,
            "date_version": "2024-01-01",
        }
        forged = {"gaji_pokok": 9, "golongan_id": self.golongan("IV/e").id}
        defaults = {f"default_{name}": value for name, value in forged.items()}
        hostile = versions.with_context(**defaults)
        for maker, given in ((versions, forged), (hostile, {})):
            version = maker.create({**vals, **given})
            self.assertEqual(self.budi.current_version_id, version.sudo())
            self.assertEqual(self.budi.golongan_id.name, "III/a")
            self.assertNotEqual(self.budi.gaji_pokok, 9)
            vals["date_version"] = "2024-02-01"

    def test_days_that_cannot_be_are_refused(self):
        """One of them would end every list of what is due, for everybody."""
        for history, vals in (
            ("cltn", {"tmt": "2020-01-01", "tmt_akhir": "9999-12-31"}),
            (
                "cltn",
                {
                    "tmt": "2020-01-01",
                    "tmt_akhir": "2021-01-01",
                    "tanggal_aktif": "0001-01-01",
                },
            ),
            ("angka.kredit", {"tahun_selesai": 2**31 - 1}),
            ("angka.kredit", {"bulan_selesai": 13}),
        ):
            with self.subTest(history, **vals), mute_logger("odoo.sql_db"):
                with self.assertRaises(IntegrityError), self.cr.savepoint():
                    self.add_row(self.budi, history, **vals)
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            with self.cr.savepoint():
                self.budi.birthday = "9999-12-31"
                self.budi.flush_recordset()

    def test_correction_replaces_with_evidence(self):
        wrong = self.add_row(
            self.budi, "pangkat", tmt="2020-04-01", golongan_id="III/d"
        )
        action = wrong.with_user(self.operator).action_correct()
        right = self.env["sikda.riwayat.pangkat"].browse(action["res_id"])
        right.with_user(self.operator).golongan_id = self.golongan("III/b")
        self.assertEqual(self.budi.golongan_id.name, "III/d")
        with self.assertRaises(UserError):
            right.with_user(self.bkd).action_verify()
        right.with_user(self.operator).write(
            {"scan": b"JVBERi0=", "scan_name": "sk.pdf"}
        )
        right.with_user(self.bkd).action_verify()
        self.assertEqual(wrong.replaced_by_id, right)
        self.assertEqual(self.budi.golongan_id.name, "III/b")

    def test_only_a_definitive_post_is_the_post(self):
        post = self.env["sikda.jabatan"].create(
            {"name": "Kepala Bidang Uji", "jenis": "struktural"}
        )
        other = self.env["sikda.jabatan"].create(
            {"name": "Sekretaris Uji", "jenis": "struktural"}
        )
        self.add_row(
            self.budi,
            "jabatan",
            tmt="2021-01-01",
            jabatan_id=post.id,
            unor_id=self.unit_a1.id,
        )
        self.add_row(
            self.budi,
            "jabatan",
            tmt="2022-01-01",
            jabatan_id=other.id,
            unor_id=self.opd_b.id,
            penugasan="PLT",
        )
        self.assertEqual(self.budi.jabatan_id, post)
        self.assertEqual(self.budi.unit_id, self.unit_a1)
        self.assertEqual(self.budi.job_title, "Kepala Bidang Uji")

    def test_position_and_moves(self):
        self.assertTrue(self.budi.asn_aktif)
        self.assertEqual(self.budi.kedudukan_hukum_id.code, "01")
        self.add_row(self.budi, "cltn", tmt="2015-01-01", tmt_akhir="2016-12-31")
        codes = self.env["sikda.kedudukan.hukum"]
        self.assertEqual(
            self.state_at(date(2015, 6, 1))["kedudukan_hukum_id"],
            codes._by_code("02").id,
        )
        self.assertEqual(self.budi.kedudukan_hukum_id.code, "01")
        self.add_row(
            self.budi,
            "pemberhentian",
            tmt="2020-01-01",
            kedudukan_hukum_id=codes._by_code("99").id,
        )
        self.assertFalse(self.budi.asn_aktif)
        self.add_row(self.sari, "pindah", tmt="2012-01-01", arah="masuk")
        self.assertTrue(self.sari.asn_aktif)
        self.assertFalse(self.state_at(date(2011, 12, 31), self.sari)["asn_aktif"])

    def test_pension_day_by_the_post(self):
        self.assertEqual(self.budi.tmt_pensiun, date(2028, 2, 1))
        post = self.env["sikda.jabatan"].create(
            {
                "name": "Ahli Madya Uji",
                "jenis": "fungsional",
                "jenjang_id": self.env["sikda.jenjang"]._by_code("MA").id,
            }
        )
        self.add_row(self.budi, "jabatan", tmt="2021-01-01", jabatan_id=post.id)
        self.assertEqual((self.budi.bup, self.budi.tmt_pensiun.year), (60, 2030))

    def test_reference_tables_are_whole(self):
        counts = {
            "sikda.golongan": 34,
            "sikda.eselon": 11,
            "sikda.jenjang": 8,
            "sikda.pendidikan.tingkat": 16,
            "sikda.kedudukan.hukum": 31,
            "sikda.gaji": 544,
            "sikda.jenis.hukdis": 21,
            "sikda.jenis.cuti": 11,
            "sikda.dokumen.jenis": 14,
        }
        for model, count in counts.items():
            with self.subTest(model):
                self.assertGreaterEqual(self.env[model].search_count([]), count)
                self.env[model]._load_published()
        with self.assertRaises(UserError):
            self.golongan("III/a").unlink()
