"""Lists of what is due, as screens and as forms, for those who may see them."""

from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .common import PersonnelCase
from .report_common import DATE, PeopleReportMixin, pdf_text


@tagged("post_install", "-at_install")
class TestDueLists(PeopleReportMixin, PersonnelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        today = cls.env.company._pemda_today()
        cls.rise = date(today.year - 1, today.month, 1)
        # two years of masa kerja were reached a year ago: overdue since
        cls.add_row(
            cls.sari,
            "pangkat",
            tmt=date(today.year - 2, today.month, 1),
            golongan_id="III/a",
            mkg_tahun=1,
            mkg_bulan=0,
            gaji=2785700,
        )
        cls.pegawai = cls.env["res.users"].create(
            {"name": "Sari", "login": "due_sari", "group_ids": []}
        )
        cls.pegawai.group_ids = cls.env.ref("base.group_user")
        cls.sari.user_id = cls.pegawai

    def due(self, user, **domain):
        self.env.flush_all()
        leaves = [(name, "=", value) for name, value in domain.items()]
        return self.env["sikda.due"].with_user(user).search(leaves)

    def test_overdue_comes_first_and_is_explained(self):
        (kgb,) = self.due(self.operator, employee_id=self.sari.id, kind="kgb")
        self.assertEqual((kgb.tmt, kgb.overdue, kgb.mkg), (self.rise, True, 2))
        self.assertEqual(kgb.amount, 2873500)
        self.assertIn("PP 7/1977 art. 11", kgb.explanation)
        self.assertIn("kinerja", kgb.obstacles)
        everything = self.due(self.bkd)
        self.assertEqual(everything.mapped("tmt"), sorted(everything.mapped("tmt")))

    def test_who_sees_whose(self):
        seen = {
            user: self.due(user).employee_id & (self.budi | self.sari | self.wati)
            for user in (self.bkd, self.operator, self.head, self.pegawai)
        }
        self.assertEqual(seen[self.bkd], self.budi | self.sari | self.wati)
        self.assertEqual(seen[self.operator], self.budi | self.sari)
        self.assertEqual(seen[self.head], self.budi | self.sari)
        self.assertEqual(seen[self.pegawai], self.sari)

    def test_pay_and_obstacles_are_private(self):
        (kgb,) = self.due(self.head, employee_id=self.sari.id, kind="kgb")
        self.assertEqual(kgb.tmt, self.rise)
        for name in ("amount", "ready", "obstacles"):
            with self.assertRaises(AccessError):
                kgb[name]

    def test_horizons(self):
        due = self.env["sikda.due"].with_user(self.bkd)
        overdue = due.search([("horizon", "=", "0")])
        year = due.search([("horizon", "=", "12")])
        self.assertTrue(all(overdue.mapped("overdue")))
        self.assertLess(overdue, year)
        self.assertLessEqual(year, due.search([("horizon", "=", "24")]))
        self.assertFalse(due.search([("horizon", "=", False)]))

    def test_a_punishment_is_told_to_those_who_may_know(self):
        today = self.env.company._pemda_today()
        kind = self.env["sikda.jenis.hukdis"].search([("code", "=", "25")])
        self.add_row(
            self.sari,
            "hukdis",
            jenis_id=kind.id,
            tmt=self.rise,
            tmt_akhir=date(today.year + 1, 1, 1),
        )
        (kgb,) = self.due(self.operator, employee_id=self.sari.id, kind="kgb")
        self.assertIn("sedang", kgb.obstacles)
        elsewhere = self.make_user("due_opr_b", "operator_kepegawaian", self.opd_b)
        self.appoint(elsewhere, "kepala_opd", self.unit_a1)
        (kgb,) = self.due(elsewhere, employee_id=self.sari.id, kind="kgb")
        self.assertNotIn("sedang", kgb.obstacles or "")

    def test_parameters_keep_their_shape(self):
        row = self.env["sikda.parameter"].search([("name", "=", "kgb.surat.bulan")])
        row = row.with_user(self.bkd)
        for wrong in ("dua", "2.5", "-1", "2 3"):
            with self.assertRaises(ValidationError):
                row.value = wrong
        row.value = "3"
        with self.assertRaises(ValidationError):
            row.create(
                {
                    "name": "tidak.ada",
                    "value": "1",
                    "date_from": "2026-01-01",
                    "legal_basis": "PP 1/2026",
                }
            )
        with self.assertRaises(UserError):
            row.sudo().unlink()
        with self.assertRaises(AccessError):
            row.with_user(self.operator).value = "4"

    def test_loading_again_keeps_what_was_changed(self):
        parameters = self.env["sikda.parameter"]
        row = parameters.search([("name", "=", "kgb.surat.bulan")])
        row.value = "3"
        count = parameters.search_count([])
        parameters._load_published()
        self.assertEqual((row.value, parameters.search_count([])), ("3", count))

    # forms

    def test_penjagaan_kgb(self):
        today = self.env.company._pemda_today()
        rows = self.rows("penjagaan_kgb", day=today)
        (row,) = [row for row in rows if row["nip"] == self.sari.nip]
        self.assertEqual((row["tmt_baru"], row["mk_baru"]), (self.rise, 2))
        self.assertEqual((row["sk_gaji"], row["gaji_baru"]), (2785700, 2873500))
        options = self.options(self.opd_a, today)
        text = pdf_text(
            self.source("penjagaan_kgb", self.operator)._render(options, "pdf")
        )
        self.assertIn("2.873.500", text)
        with self.assertRaises(AccessError):
            self.source("penjagaan_kgb", self.head)._render(options, "pdf")

    def test_usul_kp_says_what_is_missing(self):
        rows = {row["nip"]: row for row in self.rows("usul_kp")}
        row = rows[self.budi.nip]
        self.assertEqual((row["golongan"], row["golongan_baru"]), ("III/a", "III/b"))
        self.assertEqual(row["tmt_baru"], date(1999, 4, 1))
        self.assertIn("pendidikan belum ada", row["keterangan"])
        self.assertIn("predikat kinerja belum lengkap", row["keterangan"])

    def test_who_retires(self):
        """Budi was born on 1-1-1970: at 58 he leaves on 1-2-2028."""
        self.assertEqual(self.rows("daftar_pensiun"), [])
        (row,) = self.rows("daftar_pensiun", extra={"bulan": 26})
        self.assertEqual(
            (row["nama"], row["tmt_pensiun"]), ("Budi Uji, S.E.", date(2028, 2, 1))
        )
        rows = {row["unit"]: row for row in self.rows("proyeksi_pensiun")}
        self.assertEqual(rows["Dinas Uji"]["y2028"], 1)
        self.assertEqual(sum(row["jumlah"] for row in rows.values()), 1)
        rows = self.rows("proyeksi_pensiun_bulan", day=date(2026, 12, 31))
        self.assertEqual(sum(row["jumlah"] for row in rows), 0)

    def test_how_far_one_may_look(self):
        source = self.source("daftar_pensiun")
        for months in (-1, 121):
            with self.assertRaises(UserError):
                source._render(self.options(extra={"bulan": months}), "pdf")
        with self.assertRaises(UserError):
            source._extra_from_words(self.root, {"bulan": "lama"})
        self.assertEqual(
            source._extra_from_words(self.root, {"bulan": "6"}), {"bulan": 6}
        )

    def test_posts(self):
        eselon = self.env["sikda.eselon"].search([("name", "=", "III.b")])
        posts = self.env["sikda.jabatan"].create(
            [
                {"name": name, "jenis": "struktural", "eselon_id": eselon.id}
                for name in ("Kepala Bidang Satu", "Kepala Bidang Dua")
            ]
        )
        self.env["sikda.formasi"].create(
            [
                {"unit_id": self.opd_a.id, "jabatan_id": post.id, "kebutuhan": 1}
                for post in posts
            ]
        )
        first, second = posts
        values = {"tmt": "2024-01-01", "unor_id": self.opd_a.id}
        self.add_row(self.budi, "jabatan", jabatan_id=first.id, **values)
        self.add_row(
            self.sari, "jabatan", jabatan_id=second.id, penugasan="PLT", **values
        )
        held, vacant = self.rows("daftar_pejabat")
        self.assertEqual(
            (held["nama"], held["jabatan"]), ("Budi Uji, S.E.", first.name)
        )
        self.assertEqual((vacant["nama"], vacant["jabatan"]), ("KOSONG", second.name))
        self.assertEqual(vacant["keterangan"], "Plt. Sari Uji, S.E.")
        (dinas, *_rest) = self.rows("rekap_eselon")
        self.assertEqual((dinas["isi_III_b"], dinas["kosong_III_b"]), (1, 1))
        rows = {row["jabatan"]: row for row in self.rows("bezetting")}
        self.assertEqual(
            [rows[post.name]["selisih"] for post in posts], [0, -1], "Plt. fills none"
        )
        before = self.rows("daftar_pejabat", day=date(2023, 12, 31))
        self.assertEqual({row["nama"] for row in before}, {"KOSONG"})

    def test_faults_in_the_data(self):
        self.wati.write({"nik": False, "birthday": "1985-02-03"})
        found = {
            (row["nip"], row["masalah"]) for row in self.rows("kualitas_data", day=DATE)
        }
        for fault in (
            "NIK belum ada",
            "tanggal lahir berbeda dengan NIP/NI PPPK",
            "jabatan belum ada",
            "gelar tanpa riwayat pendidikan yang bergelar",
        ):
            self.assertIn((self.wati.nip, fault), found)
        self.assertNotIn((self.budi.nip, "NIK belum ada"), found)
        self.assertNotIn(
            (self.budi.nip, "tanggal lahir berbeda dengan NIP/NI PPPK"), found
        )
