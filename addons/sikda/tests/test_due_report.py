"""Forms of what is due; who prints which of them."""

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..report.penjagaan import OBSTACLES
from ..rules.dates import Span
from ..rules.masa_kerja import after_move, grown
from .common import PersonnelCase
from .report_common import DATE, OverdueMixin, pdf_text

READABLE = (
    "daftar_pensiun",
    "proyeksi_pensiun",
    "proyeksi_pensiun_bulan",
    "daftar_pejabat",
    "bezetting",
    "rekap_eselon",
)
PRIVATE = ("penjagaan_kgb", "usul_kp", "kualitas_data")


@tagged("post_install", "-at_install")
class TestDueForms(OverdueMixin, PersonnelCase):
    def test_who_prints_for_whom(self):
        """BKD for all, an operator below his office; a head nothing that is private;
        a civil servant nothing at all."""
        for code in READABLE + PRIVATE:
            for user, unit, may in (
                (self.bkd, self.root, True),
                (self.operator, self.opd_a, True),
                (self.operator, self.unit_a1, True),
                (self.operator, self.opd_b, False),
                (self.operator, self.root, False),
                (self.head, self.opd_a, code in READABLE),
                (self.head, self.opd_b, False),
                (self.pegawai, self.unit_a1, False),
            ):
                with self.subTest(code, user=user.login, unit=unit.code):
                    source = self.source(code, user)
                    if may:
                        content = source._render(self.options(unit), "xlsx")
                        self.assertTrue(content.startswith(b"PK"))
                    else:
                        with self.assertRaises(AccessError):
                            source._render(self.options(unit), "pdf")

    def test_an_operator_is_shown_his_subtree_only(self):
        day = self.env.company._pemda_today()
        extra = {"bulan": 120}
        for code in ("penjagaan_kgb", "usul_kp", "kualitas_data", "bezetting"):
            rows = self.rows(
                code, user=self.operator, unit=self.opd_a, day=day, extra=extra
            )
            units = {row["unit_label"] for row in rows}
            with self.subTest(code):
                self.assertTrue(units)
                self.assertLessEqual(units, {"T01 Dinas Uji", "T01.01 UPT Uji"})

    def test_everything_fits_on_paper(self):
        for code in READABLE + PRIVATE:
            with self.subTest(code):
                content = self.source(code)._render(self.options(), "pdf")
                title = self.source(code)._describe(self.options()).title[0]
                self.assertIn(title, pdf_text(content))

    def test_penjagaan_kgb(self):
        today = self.env.company._pemda_today()
        rows = self.rows("penjagaan_kgb", day=today)
        (row,) = [row for row in rows if row["nip"] == self.sari.nip]
        self.assertEqual((row["tmt_baru"], row["mk_baru"]), (self.rise, 2))
        self.assertEqual((row["sk_gaji"], row["gaji_baru"]), (2785700, 2873500))
        self.assertEqual(
            row["keterangan"],
            "terlambat; masa kerja 2 tahun; predikat kinerja belum lengkap",
        )
        self.grade(self.sari, self.rise.year - 1, "4")
        kind = self.env["sikda.jenis.hukdis"].search([("code", "=", "25")])
        self.add_row(
            self.sari,
            "hukdis",
            jenis_id=kind.id,
            tmt=self.rise,
            tmt_akhir=date(today.year + 1, 1, 1),
        )
        (row,) = [
            row
            for row in self.rows("penjagaan_kgb", day=today)
            if row["nip"] == self.sari.nip
        ]
        self.assertEqual(
            row["keterangan"],
            "terlambat; masa kerja 2 tahun; predikat kinerja belum cukup; "
            "sedang menjalani hukuman disiplin",
        )
        options = self.options(self.opd_a, today)
        text = pdf_text(
            self.source("penjagaan_kgb", self.operator)._render(options, "pdf")
        )
        self.assertIn("2.873.500", text)
        with self.assertRaises(AccessError):
            self.source("penjagaan_kgb", self.head)._render(options, "pdf")

    def grade(self, person, year, predikat):
        self.add_row(
            person,
            "kinerja",
            generation="skp22",
            tahun=year,
            tmt=date(year, 12, 31),
            predikat=predikat,
        )

    def test_usul_kp_says_what_is_missing(self):
        rows = {row["nip"]: row for row in self.rows("usul_kp")}
        row = rows[self.budi.nip]
        self.assertEqual((row["golongan"], row["golongan_baru"]), ("III/a", "III/b"))
        self.assertEqual(row["tmt_hak"], date(1999, 4, 1))
        self.assertEqual(row["tmt_baru"], date(2026, 1, 1), "the next period")
        self.assertEqual(row["periode_label"], "Periode 1 Januari 2026")
        self.assertEqual(row["syarat"], "Belum")
        self.assertIn("pendidikan belum ada", row["keterangan"])
        self.assertIn("predikat kinerja belum lengkap", row["keterangan"])
        tingkat = self.env["sikda.pendidikan.tingkat"].search([("code", "=", "40")])
        self.add_row(self.budi, "pendidikan", tingkat_id=tingkat.id, tahun_lulus=1994)
        for year in (2023, 2024):
            self.grade(self.budi, year, "2")
        rows = {row["nip"]: row for row in self.rows("usul_kp")}
        row = rows[self.budi.nip]
        self.assertEqual(
            (row["syarat"], row["keterangan"]),
            ("Memenuhi", "memenuhi syarat menurut data"),
        )

    def test_usul_kp_gives_the_pay_to_come(self):
        """As the rules say it, also at the border of II and III, which takes years."""
        tono = self.make_person("Tono Uji", "198203012006041001", self.opd_a)
        for tmt, golongan, years, months in (
            ("2006-04-01", "II/a", 0, 0),
            ("2021-10-01", "II/d", 16, 0),
        ):
            self.add_row(
                tono,
                "pangkat",
                tmt=tmt,
                golongan_id=golongan,
                mkg_tahun=years,
                mkg_bulan=months,
                gaji=3_000_000,
            )
        self.add_row(
            self.budi,
            "pangkat",
            tmt="2020-04-01",
            golongan_id="III/a",
            mkg_tahun=25,
            mkg_bulan=1,
        )
        table = self.env["sikda.gaji"].sudo()._pay_table()
        parameters = self.env["sikda.parameter"].sudo()._rules()
        rows = {row["nip"]: row for row in self.rows("usul_kp")}
        for person, since, fixed, before in (
            (tono, date(2021, 10, 1), Span.of(16, 0), "II/d"),
            (self.budi, date(2020, 4, 1), Span.of(25, 1), "III/a"),
        ):
            row = rows[person.nip]
            with self.subTest(person.name):
                self.assertEqual(row["golongan"], before)
                served, _reasons = after_move(
                    grown(fixed, since, row["tmt_baru"]),
                    before,
                    row["golongan_baru"],
                    row["tmt_baru"],
                    parameters,
                )
                self.assertEqual(
                    (row["mk_tahun_baru"], row["mk_bulan_baru"]),
                    (served.years, served.months),
                )
                cell = table.cell(row["golongan_baru"], served.years, row["tmt_baru"])
                self.assertEqual(int(row["gaji_baru"]), cell.amount)
        self.assertEqual(int(rows[tono.nip]["gaji_lama"]), 3_000_000)
        self.assertEqual(rows[tono.nip]["mk_tahun_baru"], 15, "20 less 5")

    def test_every_obstacle_has_a_name(self):
        statement = self.env["hr.employee"]._due_part(
            "kp", self.env["hr.employee"]._due_values(DATE)
        )
        for code in OBSTACLES:
            self.assertIn(f"'{code}'", statement.code)

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

    def test_who_retires_in_which_month(self):
        """Each year of the projection by month adds up to its column by year."""
        years = {row["unit"]: row for row in self.rows("proyeksi_pensiun", day=DATE)}
        for year in range(DATE.year + 1, DATE.year + 6):
            rows = self.rows("proyeksi_pensiun_bulan", extra={"tahun": year})
            for row in rows:
                self.assertEqual(row["jumlah"], years[row["unit"]][f"y{year}"])
        rows = self.rows("proyeksi_pensiun_bulan", extra={"tahun": 2028})
        self.assertEqual(
            {row["unit"]: row["b02"] for row in rows if row["b02"]}, {"Dinas Uji": 1}
        )
        rows = self.rows("proyeksi_pensiun_bulan")
        self.assertEqual(sum(row["jumlah"] for row in rows), 0, "the next year")
        source = self.source("proyeksi_pensiun_bulan")
        for year in (2024, 2031, -1):
            with self.assertRaises(UserError):
                source._render(self.options(extra={"tahun": year}), "pdf")
        self.assertEqual(
            source._extra_from_words(self.root, {"tahun": "2028"}), {"tahun": 2028}
        )

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
