"""Forms of posts, and of faults in the data."""

from datetime import date

from odoo.tests import tagged

from .common import PersonnelCase
from .report_common import DATE, PeopleReportMixin


@tagged("post_install", "-at_install")
class TestPostForms(PeopleReportMixin, PersonnelCase):
    def officer(self, name, **values):
        """A post with an eselon in the formasi of ``opd_a``."""
        eselon = self.env["sikda.eselon"].search([("name", "=", "III.b")])
        post = self.env["sikda.jabatan"].create(
            {"name": name, "jenis": "struktural", "eselon_id": eselon.id}
        )
        if values.get("formasi", True):
            self.env["sikda.formasi"].create(
                {
                    "unit_id": self.opd_a.id,
                    "jabatan_id": post.id,
                    "kebutuhan": 1,
                    "date_from": "2020-01-01",
                }
            )
        return post

    def hold(self, person, post, **values):
        values = {"tmt": "2024-01-01", "unor_id": self.opd_a.id, **values}
        return self.add_row(person, "jabatan", jabatan_id=post.id, **values)

    def test_posts(self):
        first, second = map(self.officer, ("Kepala Bidang Satu", "Kepala Bidang Dua"))
        self.hold(self.budi, first)
        self.hold(self.sari, second, penugasan="PLT")
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
            [rows[post.name]["selisih"] for post in (first, second)],
            [0, -1],
            "Plt. fills none",
        )
        self.assertEqual(rows[first.name]["pemangku"], "Budi Uji, S.E.")
        self.assertEqual(rows[second.name]["kosong"], 1)
        before = self.rows("daftar_pejabat", day=date(2023, 12, 31))
        self.assertEqual({row["nama"] for row in before}, {"KOSONG"})

    def test_who_acts_for_a_holder_and_where_no_formasi_is(self):
        held = self.officer("Kepala Bidang Satu")
        unasked = self.officer("Kepala Bidang Tiga", formasi=False)
        self.hold(self.budi, held)
        self.hold(self.sari, held, penugasan="PLH")
        self.hold(self.sari, unasked, penugasan="PLT", tmt_akhir="2026-01-31")
        rows = {row["jabatan"]: row for row in self.rows("daftar_pejabat")}
        self.assertEqual(rows[held.name]["nama"], "Budi Uji, S.E.")
        self.assertEqual(rows[held.name]["keterangan"], "Plh. Sari Uji, S.E.")
        self.assertEqual(rows[unasked.name]["nama"], "KOSONG")
        self.assertEqual(rows[unasked.name]["keterangan"], "Plt. Sari Uji, S.E.")
        later = self.rows("daftar_pejabat", day=date(2026, 2, 1))
        self.assertNotIn(unasked.name, {row["jabatan"] for row in later})

    def test_posts_tie_to_the_nominatif(self):
        """Also who holds a post outside the catalogue, or none."""
        self.hold(self.budi, self.officer("Kepala Bidang Satu"))
        self.add_row(
            self.sari,
            "jabatan",
            nama_jabatan="Pengemudi",
            jenis="pelaksana",
            tmt="2024-01-01",
            unor_id=self.unit_a1.id,
        )
        rows = self.rows("bezetting")
        self.assertEqual(
            sum(row["bezetting"] for row in rows), len(self.rows("nominatif"))
        )
        self.assertEqual(
            {row["jabatan"] for row in rows},
            {"Kepala Bidang Satu", "Pengemudi", "Jabatan belum tercatat"},
        )

    def test_faults_in_the_data(self):
        self.wati.write({"nik": False, "birthday": "1985-02-03"})
        found = {
            (row["nip"], row["masalah"]) for row in self.rows("kualitas_data", day=DATE)
        }
        for fault in (
            "NIK belum ada",
            "tanggal lahir berbeda dengan NIP/NI PPPK",
            "jabatan belum ada",
            "gelar tanpa riwayat pendidikan: S.E.",
        ):
            self.assertIn((self.wati.nip, fault), found)
        self.assertNotIn((self.budi.nip, "NIK belum ada"), found)
        self.assertNotIn(
            (self.budi.nip, "tanggal lahir berbeda dengan NIP/NI PPPK"), found
        )

    def faults(self, person):
        return {
            row["masalah"]
            for row in self.rows("kualitas_data", day=DATE)
            if row["nip"] == person.nip
        }

    def test_titles_come_from_an_education(self):
        self.budi.write({"gelar_depan": "Dr. H.", "gelar_belakang": "S.E., M.Si."})
        self.add_row(self.budi, "pendidikan", gelar_belakang="SE", **self.level("40"))
        self.assertIn(
            "gelar tanpa riwayat pendidikan: Dr., M.Si.", self.faults(self.budi)
        )
        self.add_row(self.budi, "pendidikan", gelar_belakang="M.Si", **self.level("45"))
        self.add_row(self.budi, "pendidikan", gelar_depan="Dr.", **self.level("50"))
        self.assertFalse([one for one in self.faults(self.budi) if "gelar" in one])

    def level(self, code):
        levels = self.env["sikda.pendidikan.tingkat"].search([("code", "=", code)])
        return {"tingkat_id": levels.id, "tahun_lulus": 2000}

    def test_gaps_between_posts(self):
        post = self.officer("Kepala Bidang Satu")
        self.hold(self.budi, post, tmt="2020-01-01", tmt_akhir="2021-12-31")
        self.hold(self.budi, post, tmt="2022-01-01", tmt_akhir="2022-06-30")
        self.assertFalse([one for one in self.faults(self.budi) if "jeda" in one])
        self.hold(self.budi, post, tmt="2023-01-01")
        self.assertIn(
            "ada jeda dalam riwayat jabatan sejak 30-06-2022", self.faults(self.budi)
        )

    def test_files_that_are_missing(self):
        (fault,) = [one for one in self.faults(self.budi) if "berkas" in one]
        missing = self.budi.berkas_kurang
        self.assertTrue(missing)
        self.assertEqual(fault, f"berkas digital belum ada: {missing}")

    def test_a_closed_unit(self):
        self.assertNotIn("unit kerja sudah tidak aktif", self.faults(self.wati))
        self.opd_b.date_end = "2025-06-30"
        self.assertIn("unit kerja sudah tidak aktif", self.faults(self.wati))
