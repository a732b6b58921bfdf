"""Bad files of people: a clear sentence each, and nothing half done."""

from datetime import timedelta

from freezegun import freeze_time

from odoo.tests import tagged

from .import_common import ImportCase, generator, listing, row, sheet

NIP = "199001012015031902"
OTHER = "199202022016031901"
OTHERS = {"NIP_BARU": OTHER, "NAMA": "ORANG KEDUA", "TANGGAL_LAHIR": "02-02-1992",
          "TMT_CPNS": "01-03-2016", "TMT_PNS": "01-03-2017", "NIK": None}  # fmt: skip


@tagged("post_install", "-at_install")
class TestImportBad(ImportCase):
    def people(self):
        return self.env["hr.employee"].with_context(active_test=False).search_count([])

    def message(self, load, kind):
        finding = load.finding_ids.filtered(lambda f: f.kind == kind)
        self.assertTrue(finding, load.finding_ids.mapped("message"))
        return finding[0].message

    def refused(self, content, filename="pegawai.xlsx", user=None):
        before = self.people()
        load = self.checked_or_refused(
            user or self.bkd, self.root if not user else self.opd_a, content, filename
        )
        self.assertEqual(load.state, "refused")
        self.assertEqual(self.people(), before)
        return load._refusal_message()

    def blocked(self, content, kinds, **vals):
        """The file stops with these errors; nobody comes in."""
        before = self.people()
        load = self.checked(self.bkd, self.root, content, **vals)
        self.assertEqual(self.kinds(load), kinds)
        load.action_load()
        self.assertEqual(load.state, "checked")
        self.assertEqual(self.people(), before)
        return load

    def left_out(self, load):
        """With a reason the good row comes in, the bad one does not."""
        load.confirm_reason = "baris itu diperbaiki dulu"
        load.action_load()
        self.assertEqual(load.state, "loaded", load.finding_ids.mapped("message"))
        return load.employee_ids

    # Files that are no list of people -------------------------------------------------

    def test_columns_of_something_else(self):
        text = self.refused(sheet(["Bulan", "Hari", "Hasil"], ["Januari", 3, "baik"]))
        self.assertRegex(text, r"[A-Z].*\.")

    def test_a_list_without_the_nip(self):
        head = [name for name in generator().SIASN if name != "NIP BARU"]
        text = self.refused(sheet(head, ["x"] * len(head)))
        self.assertIn("nip baru", text)

    def test_an_empty_list(self):
        self.assertTrue(self.refused(listing()))

    def test_no_spreadsheet_at_all(self):
        self.assertIn("PDF", self.refused(b"%PDF-1.7\n%\xe2\xe3\n", "pegawai.pdf"))

    # Numbers --------------------------------------------------------------------------

    def test_the_same_nip_in_two_sheets_of_one_file(self):
        content = listing(row(), row(**OTHERS), row(NAMA="TIRTA CONTOHWAN"))
        load = self.blocked(content, {"nip-repeated"})
        self.assertIn("2", self.message(load, "nip-repeated"))
        self.assertEqual(set(self.left_out(load).mapped("nip")), {NIP, OTHER})

    def test_a_nip_that_is_somebody_elses(self):
        wrong = row(
            NIP_BARU=self.budi.nip, NAMA="SEKAR LARASATI", TANGGAL_LAHIR="02-02-1992"
        )
        load = self.blocked(listing(wrong, row()), {"nip-of-another"})
        text = self.message(load, "nip-of-another")
        self.assertNotIn("Budi", text)
        self.assertNotIn(self.budi.nip, text)
        self.assertEqual(self.left_out(load).nip, NIP)
        self.assertFalse(load.selisih_ids)
        self.assertEqual(self.budi.name, "Budi Uji")

    def test_somebody_elses_nip_leaves_the_open_differences_alone(self):
        first = self.loaded(
            self.bkd, self.root, listing(row(NIP_BARU=self.budi.nip, NAMA="BUDI LAIN"))
        )
        count = len(first.selisih_ids)
        self.assertTrue(count)
        wrong = row(
            NIP_BARU=self.budi.nip, NAMA="SEKAR LARASATI", TANGGAL_LAHIR="02-02-1992"
        )
        self.loaded(
            self.bkd, self.root, listing(wrong), "b.xlsx", confirm_reason="salah NIP"
        )
        first.invalidate_recordset()
        self.assertEqual(len(first.selisih_ids), count)

    def test_a_person_who_changed_the_whole_name(self):
        content = listing(
            row(NIP_BARU=self.budi.nip, NAMA="SLAMET", TANGGAL_LAHIR="01-01-1970")
        )
        load = self.loaded(self.bkd, self.root, content)
        self.assertIn("name-differs", self.kinds(load, "note"))
        self.assertIn("name", load.selisih_ids.mapped("field"))

    # Dates ----------------------------------------------------------------------------

    def test_a_date_to_come(self):
        for heading in ("TMT_CPNS", "TMT_PNS", "TMT_GOLONGAN_AKHIR", "TMT_JABATAN"):
            with self.subTest(heading):
                content = listing(row(**{heading: "01-01-2099"}), row(**OTHERS))
                load = self.blocked(content, {"date-in-future"})
                text = self.message(load, "date-in-future")
                self.assertIn(heading.replace("_", " "), text)
        self.assertEqual(self.left_out(load).nip, OTHER)

    def test_a_rank_that_is_signed_for_next_month(self):
        today = self.env.company.sudo()._pemda_today()
        tmt = (today.replace(day=28) + timedelta(days=10)).replace(day=1)
        content = listing(row(TMT_GOLONGAN_AKHIR=tmt.strftime("%d-%m-%Y")))
        person = self.loaded(self.bkd, self.root, content).employee_ids
        self.assertFalse(person.golongan_id)
        with freeze_time(f"{tmt:%Y-%m-%d} 08:00:00"):
            self.env["hr.employee"]._cron_project()
        self.assertEqual(person.golongan_id.name, "III/b")

    def test_a_tmt_before_the_birth(self):
        content = listing(row(TMT_GOLONGAN_AKHIR="01-04-1985"), row(**OTHERS))
        load = self.blocked(content, {"date-too-early"})
        self.assertIn("TMT GOLONGAN", self.message(load, "date-too-early"))
        self.assertEqual(self.left_out(load).nip, OTHER)

    def test_a_wrong_date_of_a_known_person_makes_no_difference(self):
        content = listing(
            row(NIP_BARU=self.budi.nip, NAMA="BUDI UJI", TANGGAL_LAHIR="01-01-1970",
                TMT_GOLONGAN_AKHIR="01-04-1971"),
        )  # fmt: skip
        load = self.blocked(content, {"date-too-early"})
        self.left_out(load)
        self.assertFalse(load.selisih_ids)

    def test_a_golongan_before_the_cpns_is_told(self):
        content = listing(row(TMT_GOLONGAN_AKHIR="01-04-2012"))
        load = self.loaded(self.bkd, self.root, content)
        self.assertIn("golongan-before-cpns", self.kinds(load, "note"))

    # Many at once ---------------------------------------------------------------------

    def test_everything_differs_for_one_person(self):
        head = generator().SIASN
        cells = {name: f"{number} X" for number, name in enumerate(head)}
        cells.update(
            {
                "NIP BARU": self.budi.nip, "NAMA": "BUDI LAINNYA",
                "NIP LAMA": "500123456",
                "TANGGAL LAHIR": "03-03-1971", "JENIS KELAMIN": "M",
                "NIK": "3514020303710001", "AGAMA ID": "2", "JENIS KAWIN ID": "1",
                "JENIS PEGAWAI ID": "12", "KEDUDUKAN HUKUM ID": "02",
                "STATUS CPNS PNS": "P", "TANGGAL SK CPNS": "01-02-1996",
                "TMT CPNS": "01-03-1996", "TANGGAL SK PNS": "01-02-1997",
                "TMT PNS": "01-03-1997", "GOL AWAL NAMA": "II/c",
                "GOL AKHIR NAMA": "IV/a", "TMT GOLONGAN": "01-04-2020",
                "MK TAHUN": 20, "MK BULAN": 1,
                "JENIS JABATAN ID": "4", "JENIS JABATAN NAMA": "",
                "JABATAN NAMA": "PENGELOLA UJI", "TMT JABATAN": "01-05-2019",
                "TINGKAT PENDIDIKAN ID": "45", "TAHUN LULUS": 2001,
                "UNOR NAMA": "UPT Uji - Dinas Uji", "ESELON ID": "",
                "ESELON NAMA": "", "NOMOR HP": "0812000001",
                "NPWP NOMOR": "123456789012345", "BPJS": "0001234567890",
            }
        )  # fmt: skip
        content = sheet(head, [cells[name] for name in head])
        load = self.loaded(self.bkd, self.root, content, "utama.xlsx")
        fields = load.selisih_ids.mapped("field")
        self.assertEqual(len(fields), len(set(fields)))
        self.assertGreaterEqual(len(fields), 28)
        load.selisih_ids.with_user(self.bkd)._decide("right", "berkas dilihat semua")
        self.assertEqual(self.budi.name, "BUDI LAINNYA")
        self.assertEqual(self.budi.unit_id, self.unit_a1)
        self.assertEqual(self.budi.golongan_id.name, "IV/a")
        self.assertEqual(self.budi.kedudukan_hukum_id.code, "02")
        cells["EMAIL"] = "lain@example.invalid"
        content = sheet(head, [cells[name] for name in head])
        again = self.loaded(self.bkd, self.root, content, "u2.xlsx")
        self.assertFalse(again.selisih_ids.mapped("field"))

    def test_two_hundred_differences_of_one_person_over_the_years(self):
        """Each new file takes the place of what is open: they never pile up."""
        for number in range(8):
            load = self.loaded(
                self.bkd, self.root,
                listing(row(NIP_BARU=self.budi.nip, NAMA="BUDI UJI",
                            TANGGAL_LAHIR="01-01-1970", ALAMAT=f"Jl. Baru {number}")),
                f"{number}.xlsx",
            )  # fmt: skip
        rows = self.env["sikda.selisih"].search([("employee_id", "=", self.budi.id)])
        self.assertEqual(rows.load_id.id, load.id)
        self.assertEqual(len(rows), len(set(rows.mapped("field"))))

    def test_one_bad_row_of_many_holds_up_all_until_somebody_says_why(self):
        good = [
            row(NIP_BARU=f"19900101201503190{n}", NIK=None, NAMA=f"ORANG {n}")
            for n in range(1, 9)
        ]
        load = self.blocked(
            listing(*good, row(NIP_BARU="199001012015031", NAMA="RUSAK")),
            {"bad-nip", "nip-unusable"},
        )
        self.assertEqual(
            sorted(self.left_out(load).mapped("name")),
            [f"ORANG {n}" for n in range(1, 9)],
        )

    # Whose people ---------------------------------------------------------------------

    def test_a_person_outside_the_subtree_of_the_operator(self):
        mine = row()
        other = row(
            NIP_BARU=self.wati.nip, NAMA="WATI UJI", TANGGAL_LAHIR="02-02-1985",
            JENIS_KELAMIN="F", NIK=None, UNOR_NAMA="Dinas Uji",
        )  # fmt: skip
        before = self.people()
        load = self.checked(
            self.operator_a, self.opd_a, listing(mine, other), confirm_reason="coba"
        )
        self.assertEqual(self.kinds(load), {"person-out-of-scope"})
        text = self.message(load, "person-out-of-scope")
        self.assertNotIn("Wati", text)
        self.assertNotIn("Badan", text)
        load.action_load()
        self.assertEqual((load.state, self.people()), ("checked", before))
        self.assertFalse(load.selisih_ids)
