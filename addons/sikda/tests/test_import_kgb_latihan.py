"""Last KGB of the 29-column list, and trainings of DUK lists."""

from odoo.exceptions import UserError
from odoo.tests import tagged

from .import_common import ImportCase, sheet

NIP = "199001012015031902"
HEAD = (
    "NIP", "NAMA", "TANGGAL LAHIR", "JENIS KELAMIN", "TMT CPNS", "TMT PNS", "GOLONGAN",
    "TMT GOLONGAN", "MK TAHUN", "MK BULAN", "UNOR NAMA", "STATUS",
    "TANGGAL KENAIKAN GAJI BERKALA TERAKHIR", "TANGGAL PENSIUN",
)  # fmt: skip
ROW = (
    NIP, "TIRTA CONTOHWAN", "01-01-1990", "M", "01-03-2015", "01-03-2016", "III/b",
    "01-04-2021", 6, 1, "Dinas Uji", "PNS", "01-03-2025", "01-02-2048",
)  # fmt: skip
DUK = """<html><body><table><tr><th rowspan="2">NO.</th><th rowspan="2">NAMA</th>
<th rowspan="2">NIP</th><th colspan="2">PANGKAT</th><th colspan="2">JABATAN</th>
<th colspan="2">MASA KERJA</th><th colspan="3">LATIHAN JABATAN</th>
<th colspan="3">PENDIDIKAN</th><th rowspan="2">USIA</th>
<th rowspan="2">CATATAN<br>MUTASI</th><th rowspan="2">KET</th></tr>
<tr><th>GOL/<br>RUANG</th><th>TMT</th><th>NAMA</th><th>TMT</th><th>THN</th><th>BLN</th>
<th>NAMA</th><th>TAHUN</th><th>JUMLAH<br>JAM</th><th>NAMA</th><th>LULUS<br>TAHUN</th>
<th>TINGKAT</th></tr>%s</table></body></html>"""
LINE = (
    "<tr><td>1</td><td>%(name)s</td><td>&nbsp;%(nip)s</td><td>III/a</td>"
    "<td>01-04-2020</td><td>PENGELOLA UJI<br>%(unit)s</td><td>01-05-2019</td>"
    "<td>10</td><td>2</td><td>%(training)s</td><td>%(year)s</td><td>%(hours)s</td>"
    "<td>S-1 HUKUM</td><td>1993</td><td>S-1</td><td>55</td><td></td><td></td></tr>"
)


def kgb_list(**changes):
    row = dict(zip(HEAD, ROW, strict=True))
    row.update({key.replace("_", " "): value for key, value in changes.items()})
    return sheet(HEAD, [row[name] for name in HEAD])


def duk(*people):
    """A DUK as HTML; people are dicts of name, nip, training, year, hours."""
    plain = {"unit": "Dinas Uji", "training": "", "year": "", "hours": ""}
    return (DUK % "".join(LINE % {**plain, **one} for one in people)).encode()


@tagged("post_install", "-at_install")
class TestLastKgb(ImportCase):
    LAST = "TANGGAL_KENAIKAN_GAJI_BERKALA_TERAKHIR"

    def rows(self, person):
        return self.env["sikda.riwayat.kgb"].search([("employee_id", "=", person.id)])

    def test_a_tmt_that_fits_the_masa_kerja_is_that_step_of_the_pay_table(self):
        load = self.loaded(self.bkd, self.root, kgb_list())
        self.assertEqual(load.table_ids.layout, "siasn_kgb_cuti")
        person = load.employee_ids
        row = self.rows(person)
        # 6 years 1 month on 1-4-2021 are 10 years on 1-3-2025; III/b, PP 5/2024
        self.assertEqual((row.mkg_tahun, row.mkg_bulan), (10, 0))
        self.assertEqual((row.golongan_id.name, row.gaji), ("III/b", 3390500))
        self.assertEqual((row.source, row.verified), ("siasn", False))
        self.assertEqual(str(person.tmt_kgb_terakhir), "2025-03-01")
        self.assertEqual((person.mkg_tahun, person.gaji_pokok), (10, 3390500))
        self.assertNotIn("kgb-tmt-only", self.kinds(load, "note"))

    def test_a_tmt_that_does_not_fit_is_entered_alone(self):
        content = kgb_list(**{self.LAST: "01-05-2025"})
        load = self.loaded(self.bkd, self.root, content)
        person = load.employee_ids
        row = self.rows(person)
        self.env.cr.execute(
            "SELECT mkg_tahun, gaji FROM sikda_riwayat_kgb WHERE id = %s", [row.id]
        )
        self.assertEqual(self.env.cr.fetchone(), (None, None))
        self.assertIn("kgb-tmt-only", self.kinds(load, "note"))
        self.assertEqual(str(person.tmt_kgb_terakhir), "2025-05-01")
        self.assertEqual((person.mkg_tahun, person.mkg_bulan), (6, 1))
        with self.assertRaisesRegex(UserError, "SK"):
            row.with_user(self.bkd).action_verify()

    def test_the_pay_of_an_older_table_is_not_guessed(self):
        content = kgb_list(**{self.LAST: "01-03-2023"})
        row = self.rows(self.loaded(self.bkd, self.root, content).employee_ids)
        self.assertEqual((row.mkg_tahun, row.gaji), (8, 0))

    def test_a_kgb_before_the_golongan_tells_no_step(self):
        content = kgb_list(**{self.LAST: "01-03-2021"})
        load = self.loaded(self.bkd, self.root, content)
        row = self.rows(load.employee_ids)
        self.assertFalse(row.golongan_id or row.mkg_tahun)
        self.assertEqual(load.employee_ids.mkg_tahun, 6)

    def test_the_same_row_again_adds_nothing(self):
        person = self.loaded(self.bkd, self.root, kgb_list()).employee_ids
        again = self.loaded(self.bkd, self.root, kgb_list(STATUS="PNS  "))
        self.assertFalse(again.loaded_count or again.selisih_ids)
        self.assertEqual(len(self.rows(person)), 1)

    def test_a_later_kgb_of_a_known_person_is_decided_on_the_desk(self):
        person = self.loaded(
            self.bkd, self.root, kgb_list(**{self.LAST: "01-03-2023"})
        ).employee_ids
        load = self.loaded(self.bkd, self.root, kgb_list())
        self.assertEqual(load.selisih_ids.mapped("field"), ["riwayat_kgb"])
        row = load.selisih_ids
        self.assertEqual((row.left_text, row.right_text), ("01-03-2023", "01-03-2025"))
        self.assertEqual((row.effect, row.restricted), ("kgb", True))
        self.assertEqual(len(self.rows(person)), 1)
        row.with_user(self.bkd)._decide("right", "SK KGB dilihat")
        self.assertEqual(len(self.rows(person)), 2)
        self.assertEqual(str(person.tmt_kgb_terakhir), "2025-03-01")
        self.assertEqual((person.mkg_tahun, person.gaji_pokok), (10, 3390500))

    def test_undo_withdraws_it(self):
        load = self.loaded(self.bkd, self.root, kgb_list())
        person = load.employee_ids
        load._undo("daftar keliru")
        self.assertEqual(self.rows(person).standing, "withdrawn")
        self.assertFalse(person.tmt_kgb_terakhir)

    def test_what_an_operator_loads_waits(self):
        load = self.loaded(self.operator_a, self.opd_a, kgb_list())
        self.assertEqual(self.rows(load.employee_ids).standing, "waiting")
        self.assertFalse(load.employee_ids.tmt_kgb_terakhir)


@tagged("post_install", "-at_install")
class TestTrainings(ImportCase):
    def rows(self, person):
        return self.env["sikda.riwayat.diklat"].search(
            [("employee_id", "=", person.id)], order="id"
        )

    def line(self, person, **vals):
        return {"name": person.name, "nip": person.nip, **vals}

    def test_of_a_new_person(self):
        one = {"name": "Tirta Contohwan", "nip": NIP, "training": "DIKLAT PIM TK. IV",
               "year": "2018", "hours": "285"}  # fmt: skip
        load = self.loaded(self.bkd, self.root, duk(one), "duk.xls")
        row = self.rows(load.employee_ids)
        self.assertEqual(
            (row.jenis, row.latihan_id.code, row.nama, row.tahun, row.jam),
            ("struktural", "2", "DIKLAT PIM TK. IV", 2018, 285),
        )
        self.assertEqual((row.source, row.verified), ("impor", False))
        self.assertEqual(row.import_load_id.id, load.id)

    def test_of_a_known_person_and_nothing_twice(self):
        one = self.line(self.budi, training="Diklat Fungsional X", year="2020")
        load = self.loaded(self.bkd, self.root, duk(one), "duk.xls")
        self.assertIn("training-new", self.kinds(load, "note"))
        self.assertEqual(self.rows(self.budi).jenis, "fungsional")
        again = duk({**one, "training": "DIKLAT  FUNGSIONAL X"})
        load = self.loaded(self.bkd, self.root, again, "lagi.xls")
        self.assertNotIn("training-new", self.kinds(load, "note"))
        self.assertEqual(len(self.rows(self.budi)), 1)
        # the same course in another year is another one; without a year it is known
        for year, count in (("", 1), ("2022", 2)):
            self.loaded(self.bkd, self.root, duk({**one, "year": year}), f"{year}.xls")
            self.assertEqual(len(self.rows(self.budi)), count, year)

    def test_one_entered_by_hand_is_known(self):
        self.add_row(self.budi, "diklat", jenis="teknis", nama="Diklat Arsip")
        one = self.line(self.budi, training="DIKLAT ARSIP", year="2020")
        self.loaded(self.bkd, self.root, duk(one), "duk.xls")
        self.assertEqual(len(self.rows(self.budi)), 1)

    def test_without_a_year_it_is_told(self):
        one = self.line(self.budi, training="SPAMA")
        load = self.loaded(self.bkd, self.root, duk(one), "duk.xls")
        self.assertIn("training-without-year", self.kinds(load, "note"))
        self.assertEqual(self.rows(self.budi).latihan_id.code, "3")

    def test_undo_withdraws_it_and_it_may_come_again(self):
        one = self.line(self.budi, training="Diklat Arsip", year="2020")
        load = self.loaded(self.bkd, self.root, duk(one), "duk.xls")
        load._undo("daftar keliru")
        self.assertEqual(self.rows(self.budi).standing, "withdrawn")
        self.loaded(self.bkd, self.root, duk(one), "duk.xls")
        self.assertEqual(
            self.rows(self.budi).mapped("standing"), ["withdrawn", "standing"]
        )

    def test_of_people_of_another_opd_nothing_is_taken(self):
        one = self.line(self.wati, training="Diklat Arsip", unit="Badan Uji")
        load = self.checked(
            self.operator_a, self.opd_a, duk(one), "duk.xls", confirm_reason="coba"
        )
        self.assertIn("person-out-of-scope", self.kinds(load))
        self.assertNotIn("training-new", self.kinds(load, "note"))
        load.action_load()
        self.assertEqual(load.state, "checked")
        self.assertFalse(self.rows(self.wati))
