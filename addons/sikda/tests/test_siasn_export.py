import io

import openpyxl

from odoo.exceptions import AccessError
from odoo.tests import tagged

from odoo.addons.pemda_report.models.options import ReportOptions

from .import_common import ImportCase, listing, row, sample


@tagged("post_install", "-at_install")
class TestSiasnExport(ImportCase):
    def rows(self, user, unit):
        content = self.env["hr.employee"].with_user(user)._siasn_export(unit)
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        head, *lines = sheet.iter_rows(values_only=True)
        return [dict(zip(head, line, strict=True)) for line in lines]

    def test_the_columns_of_siasn(self):
        rows = self.rows(self.bkd, self.opd_a)
        self.assertEqual(len(rows[0]), 69)
        self.assertEqual(list(rows[0]), sample("make_pegawai_samples").SIASN)
        by_nip = {line["NIP BARU"]: line for line in rows}
        self.assertEqual(set(by_nip), {self.budi.nip, self.sari.nip})
        line = by_nip[self.budi.nip]
        self.assertEqual(line["TANGGAL LAHIR"], "01-01-1970")
        self.assertEqual(line["GOL AKHIR NAMA"], "III/a")
        self.assertEqual(line["UNOR NAMA"], "Dinas Uji")
        self.assertEqual(line["NIK"], self.budi.nik)

    def test_what_is_exported_differs_in_nothing_when_it_comes_back(self):
        content = self.env["hr.employee"].with_user(self.bkd)._siasn_export(self.root)
        load = self.checked(self.bkd, self.root, content, "siasn.xlsx")
        self.assertEqual(load.table_ids.layout, "siasn_data_utama")
        self.assertFalse(self.kinds(load), load.finding_ids.mapped("message"))
        load.action_load()
        self.assertEqual(load.loaded_count, 0)
        self.assertFalse(
            load.selisih_ids,
            [(r.field, r.left_text, r.right_text) for r in load.selisih_ids],
        )

    def test_people_of_a_file_go_out_and_come_back_with_nothing_to_decide(self):
        self.make_generated_units()
        files, people, _expected = self.generated("make_siasn", seed=3)
        first = self.checked(
            self.bkd, self.root, files["siasn_data_utama.xlsx"], "siasn.xlsx"
        )
        first.action_add_all_jabatan()
        first.action_step()
        first.confirm_reason = "NIP yang rusak menyusul"
        first.action_load()
        self.assertGreater(first.loaded_count, 45)
        rows = self.rows(self.bkd, self.root)
        truth = {p["nip"]: p for p in people}
        for line in rows:
            told = truth.get(line["NIP BARU"])
            if told:
                self.assertEqual(line["GOL AKHIR NAMA"], told["gol"])
                self.assertEqual(line["NIK"], told["nik"])
                if line["TMT JABATAN"]:
                    self.assertEqual(
                        line["ESELON NAMA"] or "", told["eselon"].replace("/", ".")
                    )
                    self.assertEqual(line["JABATAN NAMA"].upper(), told["jabatan"])
        content = self.env["hr.employee"].with_user(self.bkd)._siasn_export(self.root)
        back = self.checked(self.bkd, self.root, content, "kembali.xlsx")
        self.assertFalse(self.kinds(back), back.finding_ids.mapped("message"))
        back.action_load()
        self.assertEqual((back.state, back.loaded_count), ("loaded", 0))
        self.assertFalse(
            [(r.field, r.left_text, r.right_text) for r in back.selisih_ids]
        )
        # one cell changed is one difference
        book = openpyxl.load_workbook(io.BytesIO(content))
        sheet = book.active
        place = [cell.value for cell in sheet[1]].index("TAHUN LULUS") + 1
        line = next(n for n in range(2, sheet.max_row) if sheet.cell(n, place).value)
        sheet.cell(line, place).value = "2001"
        changed = io.BytesIO()
        book.save(changed)
        load = self.loaded(self.bkd, self.root, changed.getvalue(), "ubah.xlsx")
        self.assertEqual(load.selisih_ids.mapped("field"), ["riwayat_pendidikan"])

    def test_a_name_like_a_formula_stays_a_name(self):
        self.budi.name = '=HYPERLINK("http://x","y")'
        lines = self.rows(self.bkd, self.opd_a)
        self.assertIn('=HYPERLINK("http://x","y")', [line["NAMA"] for line in lines])
        content = self.env["hr.employee"].with_user(self.bkd)._siasn_export(self.opd_a)
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        self.assertFalse(
            [c for line in sheet.iter_rows() for c in line if c.data_type == "f"]
        )

    def test_an_operator_exports_his_units_only(self):
        nips = {line["NIP BARU"] for line in self.rows(self.operator_a, self.opd_a)}
        self.assertEqual(nips, {self.budi.nip, self.sari.nip})
        for user, unit in (
            (self.operator_a, self.opd_b),
            (self.operator_a, self.root),
            (self.head_a, self.opd_a),
        ):
            with self.assertRaises(AccessError):
                self.rows(user, unit)


@tagged("post_install", "-at_install")
class TestSelisihReport(ImportCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        content = listing(
            row(NIP_BARU=cls.budi.nip, NAMA="BUDI LAIN"),
            row(NIP_BARU=cls.wati.nip, NAMA="WATI LAIN", UNOR_NAMA="Badan Uji"),
        )
        cls.loaded(cls.bkd, cls.root, content)

    def lines(self, user, unit):
        report = self.env["report.sikda.selisih"].with_user(user)
        options = ReportOptions(unit=unit, date=self.env.company._pemda_today())
        report._check_scope(unit)
        return list(report._rows(options))

    def test_the_list_of_an_opd(self):
        lines = self.lines(self.operator_a, self.opd_a)
        self.assertEqual({line[0] for line in lines}, {"Dinas Uji"})
        self.assertEqual({line[3] for line in lines}, {self.budi.nip})
        self.assertIn("BUDI LAIN", [line[6] for line in lines])

    def test_a_unit_is_named_with_those_above_it(self):
        self.loaded(
            self.bkd,
            self.root,
            listing(
                row(NIP_BARU=self.sari.nip, NAMA="SARI LAIN", UNOR_NAMA="", NIK=None)
            ),
            "sari.xlsx",
            confirm_reason="unit kosong",
        )
        lines = self.lines(self.bkd, self.opd_a)
        self.assertIn("UPT Uji - Dinas Uji", {line[0] for line in lines})

    def test_nik_is_not_printed_for_who_may_not_see_it(self):
        every = {line[6] for line in self.lines(self.operator_a, self.opd_a)}
        head = {line[6] for line in self.lines(self.head_a, self.opd_a)}
        self.assertIn("3514010101909002", every)
        self.assertNotIn("3514010101909002", head)

    def test_it_prints(self):
        report = self.env["report.sikda.selisih"].with_user(self.bkd)
        options = ReportOptions(unit=self.root, date=self.env.company._pemda_today())
        self.assertEqual(report._render(options, "pdf")[:4], b"%PDF")
        self.assertEqual(report._render(options, "xlsx")[:2], b"PK")

    def test_not_for_another_opd(self):
        with self.assertRaises(AccessError):
            self.lines(self.operator_a, self.opd_b)
