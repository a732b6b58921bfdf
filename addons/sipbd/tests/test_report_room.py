"""KIR and Daftar Kendaraan: rooms and custodians at a date."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import CAR, SipbdCase
from .report_common import ReportMixin, pdf_pages, pdf_text


@tagged("post_install", "-at_install")
class TestRoomReport(ReportMixin, SipbdCase):
    """The safe of ``opd_a`` is in room R1 from 2025 on and in R2 from July."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        rooms = cls.env["sipbd.ruang"]
        cls.room_1, cls.room_2 = rooms.create(
            [
                {"code": code, "name": name, "unit_id": cls.opd_a.id}
                for code, name in (("R1", "Ruang Kepala"), ("R2", "Ruang Arsip"))
            ]
        )
        cls.room_a1 = rooms.create(
            {"code": "R1", "name": "Ruang Guru", "unit_id": cls.unit_a1.id}
        )
        cls.room_b = rooms.create(
            {"code": "R1", "name": "Ruang Rapat", "unit_id": cls.opd_b.id}
        )
        asset = cls.asset_a.with_user(cls.clerk_a)
        asset._place(cls.room_1, cls.document("2025-01-10", document_number="1"))
        asset._change_condition("RR", cls.document("2025-02-01", document_number="2"))
        asset._place(cls.room_2, cls.document("2025-07-01", document_number="3"))
        cls.asset_a1.with_user(cls.clerk_a1)._place(
            cls.room_a1, cls.document("2025-03-01", document_number="4")
        )

    def placed(self, **kw):
        return [
            (row.get("unit"), row.get("ruang"), row["jumlah_register"])
            for row in self.rows("kir", **kw)
        ]

    def test_rooms_at_a_date(self):
        a, a1 = "T01 Dinas Uji", "T01.01 UPT Uji"
        first, second = (
            f"1 / {asset.register}" for asset in (self.asset_a, self.asset_a1)
        )
        for date, rows in (
            ("2025-01-09", []),
            ("2025-01-10", [(a, "R1 Ruang Kepala", first)]),
            (
                "2025-06-30",
                [(a, "R1 Ruang Kepala", first), (a1, "R1 Ruang Guru", second)],
            ),
            (
                "2025-07-01",
                [(a, "R2 Ruang Arsip", first), (a1, "R1 Ruang Guru", second)],
            ),
        ):
            self.assertEqual(self.placed(date=date), rows)
        self.assertEqual(
            self.placed(date="2025-07-01", with_sub_units=False),
            [(None, "R2 Ruang Arsip", first)],
        )

    def test_one_room_and_the_condition(self):
        one = {"room_id": self.room_1, "date": "2025-06-30"}
        (row,) = self.rows("kir", **one)
        self.assertEqual(
            (row["baik"], row["kurang_baik"], row["rusak_berat"]), (None, 1, None)
        )
        self.assertNotIn("ruang", row)
        self.assertEqual(self.rows("kir", **{**one, "date": "2025-07-01"}), [])
        text = pdf_text(self.source("kir")._render(self.options(**one), "pdf"))
        for part in ("R1 Ruang Kepala", "Penanggung Jawab Ruangan", "Mengetahui,"):
            self.assertIn(part, text)
        (row,) = self.rows("kir_p47", **one)
        self.assertEqual(row["nibar"], self.asset_a.nibar)

    def test_who_answers_for_the_room_signs(self):
        siti, budi = self.env["hr.employee"].create(
            [
                {"name": "Siti Aminah", "nip": "197001011999032001"},
                {"name": "Budi Santoso"},
            ]
        )
        self.room_1.employee_id, self.room_a1.employee_id = siti, budi
        room = self.room_1.with_user(self.clerk_a)
        options = self.options(room_id=room, date="2025-06-30")
        text = pdf_text(self.source("kir")._render(options, "pdf"))
        self.assertIn("Siti Aminah", text)
        self.assertIn("19700101 199903 2 001", text)
        self.assertNotIn("Budi Santoso", text)

    def test_all_rooms_have_a_card_each(self):
        siti, budi = self.env["hr.employee"].create(
            [{"name": "Siti Aminah"}, {"name": "Budi Santoso"}]
        )
        self.room_1.employee_id, self.room_a1.employee_id = siti, budi
        for name in ("kir", "kir_p47"):
            options = self.options(date="2025-06-30")
            source = self.source(name)
            pages = pdf_pages(source._render(options, "pdf"))
            self.assertEqual(len(pages), 2)
            for page, unit, room, person, other in (
                (pages[0], "Dinas Uji", "R1 Ruang Kepala", siti, budi),
                (pages[1], "UPT Uji", "R1 Ruang Guru", budi, siti),
            ):
                self.assertIn("KARTU INVENTARIS RUANGAN", page)
                self.assertIn(f"{unit} (unit ini saja)", page)
                self.assertIn(room, page)
                self.assertIn(person.name, page)
                self.assertNotIn(other.name, page)
            self.assertTrue(source._render(options, "xlsx"))
        self.assertEqual([row["nomor"] for row in self.rows("kir")], [1, 1])
        options = self.options(date="2025-06-30", with_sub_units=False)
        (page,) = pdf_pages(self.source("kir")._render(options, "pdf"))
        self.assertIn("R1 Ruang Kepala", page)

    def test_an_empty_room_gets_an_empty_form(self):
        for name in ("kir", "kir_p47"):
            options = self.options(room_id=self.room_1)
            self.assertIn(
                "N I H I L", pdf_text(self.source(name)._render(options, "pdf"))
            )

    def test_a_room_of_another_unit_is_refused(self):
        source = self.source("kir")
        for output in ("pdf", "xlsx"):
            with self.assertRaises(AccessError):
                foreign = self.room_b.with_user(self.clerk_a)
                source._render(self.options(room_id=foreign), output)
        below = {"room_id": self.room_a1.with_user(self.clerk_a)}
        self.assertTrue(source._render(self.options(**below), "pdf"))
        with self.assertRaisesRegex(UserError, "is a room of"):
            source._render(self.options(with_sub_units=False, **below), "pdf")
        with self.assertRaisesRegex(UserError, "is a room of"):
            room = self.room_1.with_user(self.clerk_a)
            source._render(self.options(self.unit_a1, room_id=room), "pdf")

    def test_rooms_by_code_on_the_command_line(self):
        source = self.env["report.sipbd.kir"]
        words = {"room_id": "R2"}
        self.assertEqual(
            source._extra_from_words(self.opd_a, words), {"room_id": self.room_2}
        )
        for code, message in (("R1", "2 rooms"), ("R9", "0 rooms")):
            with self.assertRaisesRegex(UserError, message):
                source._extra_from_words(self.opd_a, {"room_id": code})

    def test_the_wizard_prints_one_room(self):
        wizards = self.env["pemda.report.wizard"].with_user(self.clerk_a)
        wizard = wizards.create(
            {
                "source": "report.sipbd.kir",
                "room_id": self.room_2.id,
                "output": "screen",
            }
        )
        self.assertTrue(wizard.asks_room)
        wizard.action_print()
        self.assertIn(self.asset_a.register, wizard.preview)

    def test_vehicles_and_who_uses_them(self):
        car = self.make_asset(
            self.clerk_a,
            self.opd_a,
            CAR,
            name="Mobil Dinas",
            jumlah_roda=4,
            nomor_polisi="N 1 AP",
            **self.document("2025-01-02"),
        )
        driver = self.env["hr.employee"].create({"name": "Siti Aminah"})
        car.with_user(self.clerk_a)._hand_over(
            driver, self.document("2025-02-01", document_number="5")
        )
        (row,) = self.rows("daftar_kendaraan", date="2025-02-01")
        self.assertEqual((row["kode"], row["jumlah_roda"]), (CAR, 4))
        self.assertEqual(row["pemakai"], "Siti Aminah")
        (row,) = self.rows("daftar_kendaraan", date="2025-01-31")
        self.assertIsNone(row["pemakai"])
        self.assertTrue(self.source("daftar_kendaraan")._render(self.options(), "pdf"))
