from odoo.exceptions import UserError
from odoo.tests import tagged

from .import_common import ImportCase, sheet

STUDIES = ["NIP BARU", "ID PEGAWAI PENDIDIKAN", "TANGGAL LULUS", "TAHUN LULUS",
           "NOMOR IJAZAH", "NAMA SEKOLAH", "GELAR DEPAN", "GELAR BELAKANG",
           "PENDIDIKAN CPNS"]  # fmt: skip
POSTS = ["NIP", "ID_JABATAN", "NO_SK", "TMT_JABATAN", "TGL_SK"]
STEPS = ["NO", "NAMA", "NIP", "GOL. RUANG", "JABATAN", "INSTANSI"]
LEAVES = ["NOMOR", "TANGGAL", "TMT", "MK", "BESAR GAJI"]


@tagged("post_install", "-at_install")
class TestImportRiwayat(ImportCase):
    def test_posts_by_an_id_that_is_asked_about(self):
        content = sheet(POSTS, [self.budi.nip, "0180", "821/1", "2020-03-04", ""])
        load = self.checked(self.bkd, self.root, content)
        self.assertEqual(load.target, "sikda.riwayat")
        self.assertEqual(self.kinds(load), {"jabatan-unknown"})
        self.assertEqual(load.question_ids.source, "0180")
        load.question_ids.to_jabatan_id = self.post
        load.action_step()
        load.action_load()
        self.assertEqual((load.state, load.loaded_count), ("loaded", 1))
        self.assertEqual(self.budi.jabatan_id, self.post)
        self.assertEqual(str(self.budi.tmt_jabatan), "2020-03-04")

    def posts(self, *lines, columns=("KODE UNOR", "UNOR NAMA")):
        """A sheet of posts of Budi in units: (TMT, code of the unit, its name)."""
        head = [*POSTS, "NAMA JABATAN", *columns]
        rows = [
            [self.budi.nip, "", f"821/{tmt}", tmt, "", self.post.name, *unit]
            for tmt, *unit in lines
        ]
        return sheet(head, *rows)

    def rows_of(self, load):
        return self.env["sikda.riwayat.jabatan"].search(
            [("import_load_id", "=", load.id)], order="tmt"
        )

    def test_the_unit_of_a_post_by_its_code_or_its_name(self):
        content = self.posts(
            ("2018-01-01", self.opd_b.code, ""),
            ("2019-01-01", "", "BADAN  UJI"),
            ("2020-01-01", "", ""),
            ("2021-01-01", "", "UPT UJI - DINAS UJI"),
        )
        load = self.loaded(self.bkd, self.root, content)
        self.assertEqual(
            [row.unor_id for row in self.rows_of(load)],
            [self.opd_b, self.opd_b, self.env["hr.department"], self.unit_a1],
        )
        self.assertEqual(self.budi.unit_id, self.unit_a1)

    def test_an_unknown_unit_is_asked_about_and_never_made(self):
        before = self.env["hr.department"].search_count([])
        content = self.posts(("2019-01-01", "A5EB", "Kantor Lama"))
        load = self.checked(self.bkd, self.root, content)
        self.assertEqual(self.kinds(load), {"unor-unknown"})
        question = load.question_ids
        self.assertEqual(
            (question.kind, question.source), ("unit", "A5EB · KANTOR LAMA")
        )
        load.action_load()
        self.assertEqual(load.state, "checked")
        load.question_ids.to_unit_id = self.opd_b
        load.action_step()
        load.action_load()
        self.assertEqual(self.rows_of(load).unor_id, self.opd_b)
        self.assertEqual(self.env["hr.department"].search_count([]), before)

    def test_a_code_and_a_name_of_two_units_are_asked_about(self):
        content = self.posts(("2019-01-01", self.opd_b.code, "Dinas Uji"))
        load = self.checked(self.bkd, self.root, content)
        self.assertEqual(self.kinds(load), {"unor-unknown"})

    def test_with_a_reason_the_post_comes_without_its_unit(self):
        content = self.posts(("2019-01-01", "", "Kantor Lama"))
        load = self.loaded(
            self.bkd, self.root, content, confirm_reason="kantor sudah bubar"
        )
        self.assertEqual(self.rows_of(load).jabatan_id, self.post)
        self.assertFalse(self.rows_of(load).unor_id)
        self.assertEqual(self.budi.unit_id, self.opd_a)

    def test_a_unit_elsewhere_by_an_operator_waits_for_bkd(self):
        content = self.posts(("2019-01-01", self.opd_b.code, ""))
        load = self.loaded(self.operator_a, self.opd_a, content)
        self.assertEqual(self.rows_of(load).standing, "waiting")
        self.assertEqual(self.budi.unit_id, self.opd_a)
        self.rows_of(load).with_user(self.bkd).action_verify()
        self.assertEqual(self.budi.unit_id, self.opd_b)

    def test_a_tmt_that_cannot_be_keeps_its_row_out(self):
        content = self.posts(
            ("2099-01-01", "", ""), ("1980-01-01", "", ""), ("2019-01-01", "", "")
        )
        load = self.checked(self.bkd, self.root, content)
        self.assertEqual(self.kinds(load), {"tmt-far", "tmt-too-early"})
        load.confirm_reason = "dua baris diperbaiki dulu"
        load.action_load()
        self.assertEqual([row.tmt.year for row in self.rows_of(load)], [2019])

    def test_education_by_an_id_that_is_asked_about(self):
        line = [self.budi.nip, "0180", "2003-07-09", 2003, "12/UB", "UB", "", "S.H.", 1]
        load = self.checked(self.bkd, self.root, sheet(STUDIES, line))
        self.assertEqual(self.kinds(load), {"tingkat-unknown"})
        load.question_ids.to_tingkat_id = self.env["sikda.pendidikan.tingkat"].search(
            [("code", "=", "40")]
        )
        load.action_step()
        load.action_load()
        row = self.env["sikda.riwayat.pendidikan"].search(
            [("import_load_id", "=", load.id)]
        )
        self.assertEqual(
            (row.ijazah, row.is_first, row.source), ("12/UB", True, "impor")
        )
        self.assertEqual(self.budi.pendidikan_tingkat_id.code, "40")

    def _steps(self, nip, number="822/2"):
        return sheet(
            STEPS + ["SK LAMA"] + [None] * 4 + ["SK BARU"] + [None] * 4,
            [None] * 6 + LEAVES + LEAVES,
            [1, "Budi Uji", nip, "III/a", "X", "Dinas Uji",
             "822/1", "01-03-2024", "01-03-2024", "16-00", 3570100,
             number, "05-01-2026", "01-03-2026", "18-00", 3682500],
        )  # fmt: skip

    def test_pay_steps_old_and_new(self):
        load = self.loaded(self.bkd, self.root, self._steps(self.budi.nip))
        rows = self.env["sikda.riwayat.kgb"].search([("import_load_id", "=", load.id)])
        self.assertEqual(sorted(rows.mapped("gaji")), [3570100, 3682500])
        self.assertEqual(sorted(rows.mapped("mkg_tahun")), [16, 18])
        self.assertEqual(self.budi.gaji_pokok, 3682500)

    def test_a_step_that_is_only_watched_is_not_entered(self):
        load = self.loaded(self.bkd, self.root, self._steps(self.budi.nip, None))
        self.assertEqual(load.loaded_count, 1)

    def test_what_stands_already_is_passed_over(self):
        self.loaded(self.bkd, self.root, self._steps(self.budi.nip))
        again = self.loaded(
            self.bkd, self.root, self._steps(self.budi.nip, "822/2 "), "lagi.xlsx"
        )
        self.assertEqual(again.loaded_count, 0)
        self.assertIn("row-known", self.kinds(again, "note"))

    def test_people_unknown_or_of_others(self):
        load = self.checked(self.bkd, self.root, self._steps("197001011995031999"))
        self.assertEqual(self.kinds(load), {"person-unknown"})
        load = self.checked(self.operator_a, self.opd_a, self._steps(self.wati.nip))
        self.assertEqual(self.kinds(load), {"person-out-of-scope"})
        load.confirm_reason = "coba"
        self.assertTrue(load.blocked)

    def test_rows_of_an_operator_wait(self):
        self.loaded(self.operator_a, self.opd_a, self._steps(self.budi.nip))
        self.assertFalse(self.budi.gaji_pokok)
        rows = self.env["sikda.riwayat.kgb"].search(
            [("employee_id", "=", self.budi.id)]
        )
        self.assertEqual(set(rows.mapped("standing")), {"waiting"})

    def test_undo(self):
        load = self.loaded(self.bkd, self.root, self._steps(self.budi.nip))
        load._undo("daftar keliru")
        self.assertFalse(self.budi.gaji_pokok)
        rows = self.env["sikda.riwayat.kgb"].search(
            [("employee_id", "=", self.budi.id)]
        )
        self.assertEqual(set(rows.mapped("standing")), {"withdrawn"})
        self.assertTrue(self.budi.active)

    def test_undo_is_refused_when_a_row_was_verified(self):
        load = self.loaded(self.bkd, self.root, self._steps(self.budi.nip))
        rows = self.env["sikda.riwayat.kgb"].search([("import_load_id", "=", load.id)])
        rows.with_user(self.bkd).action_verify()
        with self.assertRaises(UserError):
            load._undo("keliru")

    def test_corrections_of_sk_cpns_go_to_the_difference_desk(self):
        head = "IDP;NAMA ;NIP;NO. SKCPNS ;TMT SK CPNS ;TGL. SK CPNS ;GOL saat CPNS ;Maker Tahun;Maker Bulan\r\n"  # noqa: E501
        line = (
            ";Budi Uji, S.E. ;%s-;813/10-Kep/1995;1995-04-01;1995-03-01;III a ;0;0\r\n"
        )
        content = (head + line % self.budi.nip).encode()
        load = self.loaded(self.bkd, self.root, content, "sk.csv")
        told = {r.field: r.right_text for r in load.selisih_ids}
        self.assertEqual(told["sk_cpns_nomor"], "813/10-Kep/1995")
        self.assertEqual(told["tmt_cpns"], "01-04-1995")
        self.assertEqual(str(self.budi.tmt_cpns), "1995-03-01")
        unknown = (head + line % "199012312015031999").encode()
        load = self.checked(self.bkd, self.root, unknown, "sk2.csv")
        self.assertEqual(self.kinds(load), {"person-unknown"})
