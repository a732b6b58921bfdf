"""Lists and recaps of civil servants: state at a date, scope, ties, order."""

import random
from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..report.rekap_report import UNSET
from ..rules import duk
from ..rules.dates import Span
from .common import PersonnelCase
from .random_people import RandomPeople
from .report_common import DATE, PeopleReportMixin, pdf_text

RECAPS = (
    "rekap_status",
    "rekap_jenis_kelamin",
    "rekap_pendidikan",
    "rekap_usia",
    "rekap_agama",
    "rekap_kawin",
    "rekap_jabatan",
)


@tagged("post_install", "-at_install")
class TestPeopleReport(PeopleReportMixin, PersonnelCase):
    def test_nominatif_prints_people_by_unit(self):
        rows = self.rows("nominatif")
        self.assertEqual(
            [(row["unit_label"], row["nama"]) for row in rows],
            [
                ("T01 Dinas Uji – 1 orang", "Budi Uji, S.E."),
                ("T01.01 UPT Uji – 1 orang", "Sari Uji, S.E."),
                ("T02 Badan Uji – 1 orang", "Wati Uji, S.E."),
            ],
        )
        (budi, *_others) = rows
        self.assertEqual((budi["golongan"], budi["status"]), ("III/a", "PNS"))
        self.assertEqual(budi["tmt_cpns"], date(1995, 3, 1))
        content = self.source("nominatif")._render(self.options(), "pdf")
        text = pdf_text(content)
        self.assertIn("DAFTAR NOMINATIF", text)
        self.assertIn("197001011995031901", text)

    def test_lists_of_units_do_not_name_the_nik(self):
        text = pdf_text(self.source("nominatif")._render(self.options(), "pdf"))
        for person in self.budi | self.sari | self.wati:
            self.assertNotIn(person.nik, text)

    def test_a_past_date_gives_the_past(self):
        self.add_row(self.budi, "pangkat", tmt="2024-04-01", golongan_id="III/b")
        self.add_row(self.budi, "unit", tmt="1995-03-01", unor_id=self.opd_a.id)
        self.add_row(self.budi, "unit", tmt="2025-01-01", unor_id=self.opd_b.id)

        def seen(day, **values):
            return [
                (row["golongan"], row["unit_label"])
                for row in self.rows("nominatif", day=day, **values)
                if row["nama"].startswith("Budi")
            ]

        a, b = "T01 Dinas Uji – 1 orang", "T02 Badan Uji – 2 orang"
        self.assertEqual(seen(date(2024, 3, 31)), [("III/a", a)])
        self.assertEqual(seen(date(2024, 4, 1)), [("III/b", a)])
        self.assertEqual(seen(date(2025, 1, 1)), [("III/b", b)])
        self.assertEqual(seen(date(2024, 12, 31), unit=self.opd_a), [("III/b", a)])
        self.assertEqual(seen(date(2025, 1, 1), unit=self.opd_a), [])
        self.assertEqual(seen(date(1995, 2, 28)), [], "not in service yet")

    def test_who_has_left_is_left_out(self):
        ended = self.env["sikda.kedudukan.hukum"].search([("code", "=", "99")])
        self.add_row(
            self.budi, "pemberhentian", tmt="2025-06-01", kedudukan_hukum_id=ended.id
        )
        self.assertEqual(len(self.rows("nominatif", day=date(2025, 5, 31))), 3)
        self.assertEqual(len(self.rows("nominatif", day=date(2025, 6, 1))), 2)

    def test_recaps_tie_to_the_nominatif(self):
        people = len(self.rows("nominatif"))
        for code in RECAPS:
            with self.subTest(code):
                rows = self.rows(code)
                self.assertEqual(sum(row["jumlah"] for row in rows), people)
                for row in rows:
                    parts = sum(
                        value
                        for key, value in row.items()
                        if key not in ("nomor", "unit", "jumlah")
                    )
                    self.assertEqual(parts, row["jumlah"])

    def test_recap_of_golongan(self):
        self.add_row(self.sari, "pangkat", tmt="2020-04-01", golongan_id="IV/a")
        rows = {row["unit"]: row for row in self.rows("rekap_golongan")}
        dinas, badan = rows["Dinas Uji"], rows["Badan Uji"]
        self.assertEqual((dinas["gIII_a"], dinas["gIV_a"]), (1, 1))
        self.assertEqual((dinas["jml_III"], dinas["jml_IV"]), (1, 1))
        self.assertEqual((dinas["jumlah"], badan["jumlah"]), (2, 1))
        self.assertEqual(dinas[UNSET], 0)
        text = pdf_text(self.source("rekap_golongan")._render(self.options(), "pdf"))
        self.assertIn("REKAPITULASI PEGAWAI NEGERI SIPIL", text)

    def test_a_recap_of_an_opd_has_its_parts(self):
        rows = self.rows("rekap_jenis_kelamin", unit=self.opd_a)
        self.assertEqual(
            [(row["unit"], row["l"], row["p"]) for row in rows],
            [("Dinas Uji", 1, 0), ("UPT Uji", 0, 1)],
        )
        alone = self.rows("rekap_jenis_kelamin", unit=self.opd_a, with_sub_units=False)
        self.assertEqual([row["jumlah"] for row in alone], [1])

    def test_a_unit_that_was_closed_since_keeps_its_people(self):
        before = self.rows("rekap_jenis_kelamin")
        self.opd_b.active = False
        self.assertEqual(self.rows("rekap_jenis_kelamin"), before)
        self.assertEqual(sum(row["jumlah"] for row in before), 3)

    def test_every_way_to_print(self):
        for code in ("duk", "nominatif", "rekap_golongan", "rekap_pppk"):
            with self.subTest(code):
                book = self.source(code)._render(self.options(), "xlsx")
                self.assertTrue(book.startswith(b"PK"))

    def test_who_prints_for_whom(self):
        for user, units in (
            (self.bkd, (self.root, self.opd_a, self.opd_b)),
            (self.operator, (self.opd_a, self.unit_a1)),
            (self.head, (self.opd_a, self.unit_a1)),
        ):
            for unit in (self.root, self.opd_a, self.unit_a1, self.opd_b):
                source = self.source("nominatif", user)
                if unit in units or (user == self.bkd):
                    source._render(self.options(unit), "pdf")
                else:
                    with self.assertRaises(AccessError):
                        source._render(self.options(unit), "pdf")

    def test_a_recorded_semester_stays_what_it_was(self):
        snapshot = self.env["sikda.snapshot"]._record(DATE)
        recorded = snapshot.row_ids.employee_id
        people = self.budi | self.sari | self.wati
        self.assertEqual((snapshot.number, recorded & people), ("2025-2", people))
        self.add_row(self.budi, "pangkat", tmt="2020-04-01", golongan_id="IV/a")
        self.budi.with_user(self.bkd).gelar_belakang = "S.H."
        (budi, *_others) = self.rows("nominatif")
        self.assertEqual((budi["nama"], budi["golongan"]), ("Budi Uji, S.E.", "III/a"))
        (dinas, *_others) = self.rows("rekap_golongan")
        self.assertEqual((dinas["gIII_a"], dinas["gIV_a"]), (2, 0))
        (now, *_others) = self.rows("nominatif", day=date(2026, 1, 1))
        self.assertEqual((now["nama"], now["golongan"]), ("Budi Uji, S.H.", "IV/a"))
        text = pdf_text(self.source("rekap_golongan")._render(self.options(), "pdf"))
        self.assertIn("rekaman semester 2025-2", text)
        self.assertNotIn(
            "rekaman semester",
            pdf_text(
                self.source("nominatif")._render(
                    self.options(day=date(2026, 1, 1)), "pdf"
                )
            ),
        )

    def test_a_recorded_recap_keeps_its_units(self):
        """Units that are renamed, moved, closed or made later change nothing of it."""
        self.env["sikda.snapshot"]._record(DATE)
        recaps = ("rekap_jenis_kelamin", "rekap_golongan", "rekap_eselon")
        before = [self.rows(code) for code in recaps]
        people = [row["unit_label"] for row in self.rows("nominatif")]
        part = self.rows("rekap_jenis_kelamin", unit=self.opd_a)
        later = self.make_unit("T09", "Dinas Baru", "dinas", self.root)
        self.unit_a1.write({"parent_id": self.opd_b.id, "name": "UPT Lain"})
        self.opd_b.write({"name": "Badan Lain", "active": False})
        self.env.flush_all()
        self.assertEqual([self.rows(code) for code in recaps], before)
        self.assertEqual([row["unit_label"] for row in self.rows("nominatif")], people)
        self.assertEqual(self.rows("rekap_jenis_kelamin", unit=self.opd_a), part)
        self.assertEqual(self.rows("nominatif", unit=later), [])
        day = date(2026, 1, 1)
        self.assertNotEqual(self.rows("rekap_jenis_kelamin", day=day), before[0])

    def test_a_semester_is_recorded_once_and_by_bkd(self):
        snapshots = self.env["sikda.snapshot"]
        with self.assertRaises(UserError):
            snapshots.with_user(self.operator).action_record()
        snapshots.with_user(self.bkd).action_record()
        with self.assertRaisesRegex(UserError, "already"):
            snapshots.with_user(self.bkd).action_record()
        with self.assertRaises(UserError):
            snapshots.search([]).number = "x"

    def test_ends_of_semesters(self):
        ends = self.env["sikda.snapshot"]._semester_end
        self.assertEqual(ends(date(2026, 6, 30)), date(2025, 12, 31))
        self.assertEqual(ends(date(2026, 7, 1)), date(2026, 6, 30))
        self.assertEqual(ends(date(2026, 12, 31)), date(2026, 6, 30))
        self.assertEqual(ends(date(2027, 1, 1)), date(2026, 12, 31))


@tagged("post_install", "-at_install")
class TestDuk(PeopleReportMixin, PersonnelCase):
    """The order of the statement against ``rules/duk.py``, on random people."""

    def test_order_is_that_of_the_rules(self):
        choose = random.Random(20260601)
        people = self.env["hr.employee"].create(
            [
                {
                    "name": f"Acak {n}",
                    "nip": f"{n:018d}",
                    "birthday": date(1970 + n % 3, 1, 1 + n % 2),
                    "department_id": self.opd_a.id,
                }
                for n in range(60)
            ]
        )
        self.add_lives(people, choose)
        parameters = self.env["sikda.parameter"]._rules()
        source, options = self.source("duk"), self.options()
        self.env.cr.execute(source._ranked(options))
        rows = self.env.cr.dictfetchall()
        places = [self.place(row) for row in rows]
        self.assertGreater(len(places), 20)
        expected = [p.nip for p in duk.order(places, DATE, parameters)]
        found = [row["nip"] for row in self.rows("duk")]
        self.assertEqual(found, expected)
        choose.shuffle(places)
        self.assertEqual([p.nip for p in duk.order(places, DATE, parameters)], found)

    def add_lives(self, people, choose):
        lives = RandomPeople(self.env, people, choose)
        days = [date(2015, 4, 1), date(2015, 10, 1)]
        codes = ("sikda.eselon", "sikda.jenjang", "sikda.pendidikan.tingkat")
        few = {code: lives.codes[code][:3] for code in codes}
        posisi = self.env["sikda.kedudukan.hukum"].search(
            [("code", "in", ["01", "02", "15", "99"])]
        )
        for person in people:
            self.add_row(
                person,
                "status",
                tmt="2000-01-01",
                status_asn=choose.choice(["pns", "pns", "pns", "pns", "cpns", "pppk"]),
                kedudukan_hukum_id=choose.choice([posisi[0], posisi[0], *posisi]).id,
            )
            if choose.random() < 0.9:
                self.add_row(
                    person,
                    "pangkat",
                    tmt=choose.choice(days),
                    golongan_id=choose.choice(["III/a", "III/b"]),
                    mkg_tahun=choose.choice([4, 5]),
                )
            jenis = choose.choice(["struktural", "fungsional", "pelaksana", None])
            self.add_row(
                person,
                "jabatan",
                nama_jabatan="Jabatan",
                jenis=jenis,
                tmt=choose.choice(days),
                unor_id=self.opd_a.id,
                eselon_id=jenis == "struktural" and choose.choice(few[codes[0]]).id,
                jenjang_id=jenis == "fungsional" and choose.choice(few[codes[1]]).id,
            )
            if choose.random() < 0.8:
                self.add_row(
                    person,
                    "pendidikan",
                    tingkat_id=choose.choice(few[codes[2]]).id,
                    tahun_lulus=choose.choice([1995, 1996]),
                )
            for _ in range(choose.choice([0, 1, 2])):
                self.add_row(
                    person,
                    "diklat",
                    jenis="struktural",
                    nama="Diklat",
                    latihan_id=choose.choice(lives.latihan).id,
                    tanggal_selesai=choose.choice([*days, date(2026, 6, 1)]),
                )

    def place(self, row):
        return duk.Place(
            nip=row["nip"],
            golongan=row["golongan"] or "",
            tmt_golongan=row["tmt_golongan"],
            jabatan=row["eselon_code"]
            or row["jenjang_code"]
            or row["jenis_jabatan"]
            or "",
            tmt_jabatan=row["tmt_jabatan"],
            mkg=Span(row["months"] or 0),
            latihan=row["latihan_code"] or "",
            tanggal_latihan=row["tanggal_latihan"],
            pendidikan=row["tingkat_code"] or "",
            lulus=row["lulus"],
            birth=row["tanggal_lahir"],
        )
