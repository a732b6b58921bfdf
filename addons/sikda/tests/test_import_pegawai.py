from odoo.exceptions import AccessError
from odoo.tests import tagged

from .import_common import ImportCase, listing, row

NIP = "199001012015031902"


@tagged("post_install", "-at_install")
class TestImportPegawai(ImportCase):
    def test_a_new_person_comes_with_the_histories(self):
        load = self.loaded(self.bkd, self.root, listing(row()))
        person = self.person(NIP)
        self.assertEqual(load.loaded_count, 1)
        self.assertEqual(load.employee_ids, person)
        self.assertEqual(person.nama_gelar, "TIRTA CONTOHWAN, S.H.")
        self.assertEqual(person.unit_id, self.opd_a)
        self.assertEqual(person.department_id, self.opd_a)
        self.assertEqual(person.golongan_id.name, "III/b")
        self.assertEqual(str(person.tmt_golongan), "2019-04-01")
        self.assertEqual((person.mkg_tahun, person.mkg_bulan), (4, 1))
        self.assertEqual(person.jabatan_id, self.post)
        self.assertEqual(person.job_title, "Pengelola Uji")
        self.assertEqual(person.status_asn, "pns")
        self.assertEqual(person.pendidikan_tingkat_id.singkatan, "S-1")
        self.assertEqual(person.sex, "male")
        self.assertEqual(person.resource_id.name, person.name)
        self.assertTrue(person.asn_aktif)
        rows = self.env["sikda.riwayat.pangkat"].search(
            [("employee_id", "=", person.id)]
        )
        self.assertEqual(rows.mapped("source"), ["siasn"])
        self.assertEqual(rows.import_load_id.id, load.id)

    def test_the_person_can_be_opened_and_written_like_any_other(self):
        self.loaded(self.bkd, self.root, listing(row()))
        person = self.person(NIP).with_user(self.bkd)
        person.write({"hp": "081234"})
        person.read()
        self.assertEqual(len(person.version_ids), 1)

    def test_who_is_known_is_never_overwritten(self):
        nip = self.budi.nip
        content = listing(
            row(NIP_BARU=nip, NAMA="BUDI LAIN", TANGGAL_LAHIR="01-01-1970")
        )
        load = self.loaded(self.bkd, self.root, content)
        self.assertEqual(load.loaded_count, 0)
        self.assertEqual(self.budi.name, "Budi Uji")
        self.assertEqual(self.kinds(load, "note") & {"person-known"}, {"person-known"})
        self.assertIn("name", load.selisih_ids.mapped("field"))

    def test_an_operator_loads_into_his_units_only(self):
        content = listing(row(UNOR_NAMA="Badan Uji"))
        load = self.checked(self.operator_a, self.opd_a, content)
        self.assertEqual(self.kinds(load), {"unit-out-of-scope"})
        load.action_load()
        self.assertEqual(load.state, "checked")
        self.assertFalse(self.person(NIP))

    def test_an_operator_cannot_load_for_another_opd(self):
        with self.assertRaises(AccessError):
            self.checked(self.operator_b, self.opd_a, listing(row()))

    def test_rows_of_an_operator_wait_for_bkd(self):
        self.loaded(self.operator_a, self.opd_a, listing(row()))
        person = self.person(NIP)
        rows = self.env["sikda.riwayat.pangkat"].search(
            [("employee_id", "=", person.id)]
        )
        self.assertEqual(rows.mapped("standing"), ["waiting"])
        self.assertFalse(person.golongan_id)

    def test_people_of_another_opd_are_not_shown_to_an_operator(self):
        content = listing(row(NIP_BARU=self.wati.nip, NAMA="WATI UJI"))
        load = self.checked(
            self.operator_a, self.opd_a, content, confirm_reason="coba saja"
        )
        self.assertIn("person-out-of-scope", self.kinds(load))
        self.assertTrue(load.blocked)
        self.assertFalse(load.selisih_ids)

    def test_an_unknown_unit_is_asked_about_and_never_made(self):
        before = self.env["hr.department"].search_count([])
        load = self.checked(
            self.bkd, self.root, listing(row(UNOR_NAMA="SUB X - DINAS UJI"))
        )
        self.assertEqual(self.kinds(load), {"unit-unknown"})
        question = load.question_ids
        self.assertEqual(
            (question.kind, question.source), ("unit", "SUB X - DINAS UJI")
        )
        self.assertEqual(question.suggestions[0]["id"], self.opd_a.id)
        question.to_unit_id = self.unit_a1
        load.action_step()
        load.action_load()
        self.assertEqual(self.person(NIP).unit_id, self.unit_a1)
        self.assertEqual(self.env["hr.department"].search_count([]), before)

    def test_a_unit_is_found_by_the_names_above_it(self):
        load = self.loaded(
            self.bkd, self.root, listing(row(UNOR_NAMA="UPT UJI - DINAS UJI"))
        )
        self.assertEqual(load.employee_ids.unit_id, self.unit_a1)

    def test_an_unknown_post_is_added_only_when_a_person_says_so(self):
        content = listing(
            row(JABATAN_NAMA="AUDITOR AHLI MUDA", JENIS_JABATAN_NAMA="Fungsional")
        )
        posts = self.env["sikda.jabatan"]
        load = self.checked(self.bkd, self.root, content)
        self.assertEqual(self.kinds(load), {"jabatan-unknown"})
        self.assertFalse(posts.search([("name", "=ilike", "auditor ahli muda")]))
        load.action_add_all_jabatan()
        post = posts.search([("name", "=ilike", "auditor ahli muda")])
        self.assertEqual(
            (post.jenis, post.jenjang_id.name), ("fungsional", "Ahli Muda")
        )
        load.action_step()
        load.action_load()
        self.assertEqual(self.person(NIP).jabatan_id, post)

    def test_an_operator_does_not_add_posts(self):
        content = listing(row(JABATAN_NAMA="LAIN SEKALI"))
        load = self.checked(self.operator_a, self.opd_a, content)
        with self.assertRaises(AccessError):
            load.question_ids.action_add_jabatan()

    def test_with_a_reason_an_unknown_post_is_entered_by_its_name(self):
        content = listing(row(JABATAN_NAMA="LAIN SEKALI"))
        load = self.loaded(self.bkd, self.root, content, confirm_reason="menyusul")
        person = load.employee_ids
        self.assertFalse(person.jabatan_id)
        self.assertEqual(person.job_title, "LAIN SEKALI")

    def test_a_repeated_nip_is_an_error_and_the_first_row_counts(self):
        content = listing(row(), row(UNOR_NAMA="Badan Uji"))
        load = self.checked(self.bkd, self.root, content)
        self.assertEqual(self.kinds(load), {"nip-repeated"})
        fault = load.finding_ids.filtered(lambda f: f.kind == "nip-repeated")
        self.assertEqual((fault.places, fault.params["other"]), ([3], 2))
        load.confirm_reason = "baris kedua menyusul"
        load.action_load()
        self.assertEqual(load.employee_ids.unit_id, self.opd_a)

    def test_trap_36_a_nip_that_lost_its_end_is_left_out_with_a_reason(self):
        lost = float("199001012015031902")
        content = listing(row(), row(NIP_BARU=lost, NAMA="ORANG LAIN"))
        load = self.checked(self.bkd, self.root, content)
        self.assertEqual(self.kinds(load), {"lost-digits", "nip-unusable"})
        load.action_load()
        self.assertEqual(load.state, "checked")
        load.confirm_reason = "baris itu diperbaiki dulu"
        load.action_load()
        self.assertEqual(load.loaded_count, 1)
        self.assertFalse(self.env["hr.employee"].search([("name", "=", "ORANG LAIN")]))

    def test_trap_36_beginning_and_name_find_who_is_in_the_register(self):
        lost = float(self.budi.nip)
        content = listing(row(NIP_BARU=lost, NAMA="BUDI UJI", ALAMAT="Jl. Baru"))
        load = self.checked(self.bkd, self.root, content, confirm_reason="cocok")
        self.assertIn("nip-by-name", self.kinds(load, "note"))
        load.action_load()
        self.assertEqual(load.state, "loaded")
        self.assertEqual(load.selisih_ids.employee_id, self.budi)

    def test_trap_37_ni_pppk(self):
        content = listing(
            row(
                NIP_BARU="199001012021211902",
                GOL_AKHIR_NAMA="Golongan IX",
                TMT_PNS=None,
                TMT_CPNS="01-02-2021",
                TMT_GOLONGAN_AKHIR="01-02-2021",
            ),
            sheet="PPPK",
        )
        load = self.loaded(self.bkd, self.root, content)
        person = load.employee_ids
        self.assertEqual((person.ni_kind, person.status_asn), ("nipppk", "pppk"))
        self.assertEqual(person.golongan_id.name, "IX")
        self.assertFalse(person.tmt_pns)
        self.assertFalse(self.kinds(load, "note") & {"nip-impossible"})

    def test_trap_37_part_time_by_the_sheet(self):
        content = listing(
            row(NIP_BARU="199001012025241902", GOL_AKHIR_NAMA="V", TMT_PNS=None,
                TMT_CPNS="01-10-2025", TMT_GOLONGAN_AKHIR="01-10-2025"),
            sheet="PPPK_Paruh_Waktu",
        )  # fmt: skip
        load = self.loaded(self.bkd, self.root, content)
        self.assertEqual(load.employee_ids.status_asn, "pppk_pw")

    def test_trap_38_birth_date_and_sex_against_the_numbers(self):
        content = listing(row(TANGGAL_LAHIR="02-01-1990", JENIS_KELAMIN="F"))
        load = self.loaded(self.bkd, self.root, content)
        self.assertLessEqual(
            {"nip-birth-differs", "nip-sex-differs", "nik-birth-differs",
             "nik-sex-differs"},
            self.kinds(load, "note"),
        )  # fmt: skip
        self.assertEqual(str(load.employee_ids.birthday), "1990-01-02")

    def test_trap_38_an_impossible_nip_is_an_error(self):
        content = listing(row(NIP_BARU="199013412015031902"))
        load = self.checked(self.bkd, self.root, content)
        self.assertIn("nip-impossible", self.kinds(load))

    def test_findings_name_no_personal_data(self):
        content = listing(row(NIP_BARU="1990010120150319", NIK="351401010190900"))
        load = self.checked(self.bkd, self.root, content)
        told = " ".join(load.finding_ids.mapped("message"))
        self.assertIn("NIP", told)
        self.assertNotIn("1990010120150319", told)
        self.assertNotIn("351401010190900", told)

    def test_a_past_day_gives_the_past(self):
        load = self.loaded(self.bkd, self.root, listing(row()))
        person = load.employee_ids
        state = self.env["hr.employee"]._asn_state("2018-01-01")
        self.env.cr.execute(state)
        states = {line[0]: line for line in self.env.cr.fetchall()}
        self.assertIn(person.id, states)
