"""DRH and cards: what stands in them, for whom."""

from datetime import date
from io import BytesIO

from pypdf import PdfReader

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import PersonnelCase
from .report_common import DATE, PeopleReportMixin, pdf_text

CARDS = ("kartu_pangkat", "kartu_jabatan", "kartu_pendidikan", "kartu_kinerja")
PRIVATE_CARDS = ("kartu_gaji", "kartu_cuti", "kartu_keluarga")


@tagged("post_install", "-at_install")
class TestPersonDocument(PeopleReportMixin, PersonnelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pegawai = cls.env["res.users"].create(
            {
                "name": "Sari",
                "login": "drh_sari",
                "group_ids": [(6, 0, cls.env.ref("base.group_user").ids)],
            }
        )
        cls.sari.user_id = cls.pegawai
        cls.tingkat = cls.env["sikda.pendidikan.tingkat"].search([("code", "=", "40")])
        kind = cls.env["sikda.jenis.hukdis"].search([("code", "=", "25")])
        for person in cls.sari | cls.wati:
            cls.fill(person, kind)

    @classmethod
    def fill(cls, person, hukdis):
        cls.add_row(
            person,
            "pangkat",
            tmt="2024-04-01",
            golongan_id="III/b",
            gaji=3333333,
            mkg_tahun=12,
            mkg_bulan=3,
            sk_nomor="823/77/2024",
        )
        cls.add_row(
            person,
            "kgb",
            tmt="2024-12-01",
            mkg_tahun=12,
            gaji=3444444,
            golongan_id="III/b",
        )
        cls.add_row(person, "keluarga", hubungan="anak", nama="Ananda Rahasia")
        cls.add_row(person, "hukdis", jenis_id=hukdis.id, tmt="2020-01-01")
        cls.add_row(
            person,
            "pendidikan",
            tingkat_id=cls.tingkat.id,
            nama="Akuntansi",
            sekolah="Universitas Uji",
            tahun_lulus=2004,
        )
        cls.add_row(
            person, "pendidikan", False, tingkat_id=cls.tingkat.id, nama="Belum Sah"
        )
        cls.add_row(
            person,
            "jabatan",
            nama_jabatan="Analis Uji",
            tmt="2021-01-01",
            unor_id=person.unit_id.id,
        )

    def of(self, code, person, user=None, day=DATE, unit=None):
        source = self.source(code, user)
        options = source._options_of(person.with_user(user or self.bkd))
        return source, self.options(
            unit or options.unit, day, extra=dict(options.extra)
        )

    def text(self, code, person, user=None, **values):
        source, options = self.of(code, person, user, **values)
        return pdf_text(source._render(options, "pdf"))

    def seen(self, text, person):
        """Which of the restricted data a text tells."""
        kind = self.env["sikda.jenis.hukdis"].search([("code", "=", "25")])
        told = {
            "nik": person.nik,
            "pay": "3.333.333",
            "family": "Ananda Rahasia",
            "discipline": kind.name[:20],
        }
        return {name for name, words in told.items() if words in text}

    def test_drh_tells_a_life(self):
        text = self.text("drh", self.sari)
        for words in (
            "DAFTAR RIWAYAT HIDUP",
            "Sari Uji, S.E.",
            self.sari.nip,
            "823/77/2024",
            "Penata Muda Tingkat I",
            "Universitas Uji",
            "Analis Uji",
            "12 tahun 0 bulan",
            "Yang membuat",
        ):
            self.assertIn(words, text)
        self.assertNotIn("Belum Sah", text, "not verified yet")

    def test_restricted_data_are_for_whoever_may_see_them(self):
        everything = {"nik", "pay", "family", "discipline"}
        for user, expected in (
            (self.bkd, everything),
            (self.operator, everything),
            (self.head, set()),
            (self.pegawai, everything),
        ):
            with self.subTest(user.login):
                text = self.text("drh", self.sari, user)
                self.assertEqual(self.seen(text, self.sari), expected)
                self.assertIn("823/77/2024", text)

    def test_private_in_one_unit_reader_in_another(self):
        """Offices are not mixed up: restricted data only where the right is held."""
        self.appoint(self.operator, "kepala_opd", self.opd_b)
        self.assertEqual(
            self.seen(self.text("drh", self.wati, self.operator), self.wati), set()
        )
        self.assertTrue(
            self.seen(self.text("drh", self.sari, self.operator), self.sari)
        )
        with self.assertRaises(AccessError):
            self.text("kartu_keluarga", self.wati, self.operator)

    def test_nobody_prints_people_of_others(self):
        for code in ("drh", *CARDS, *PRIVATE_CARDS):
            for user in (self.operator, self.head, self.pegawai):
                with self.subTest(code, user=user.login):
                    source, options = self.of(code, self.wati, user)
                    with self.assertRaises(AccessError):
                        source._render(options, "pdf")
                    with self.assertRaises(AccessError):
                        source._preview_tables(options, 10)
        # a unit of one's own does not help
        for unit in (self.opd_a, self.unit_a1):
            source, options = self.of("drh", self.wati, self.operator, unit=unit)
            with self.assertRaises(AccessError):
                source._render(options, "pdf")

    def test_private_cards(self):
        for code in PRIVATE_CARDS:
            for user in (self.bkd, self.operator, self.pegawai):
                self.assertIn(self.sari.nip, self.text(code, self.sari, user))
            with self.assertRaises(AccessError):
                self.text(code, self.sari, self.head)
        self.assertIn("3.444.444", self.text("kartu_gaji", self.sari))
        self.assertIn("Ananda Rahasia", self.text("kartu_keluarga", self.sari))

    def test_cards(self):
        self.assertIn("823/77/2024", self.text("kartu_pangkat", self.sari, self.head))
        self.assertNotIn("3.333.333", self.text("kartu_pangkat", self.sari, self.head))
        self.assertIn("3.333.333", self.text("kartu_pangkat", self.sari))
        self.assertIn("Analis Uji", self.text("kartu_jabatan", self.sari, self.head))
        self.assertIn("Akuntansi", self.text("kartu_pendidikan", self.sari, self.head))
        text = self.text("kartu_kinerja", self.sari, self.head)
        self.assertEqual(self.seen(text, self.sari), set())

    def test_a_past_date_gives_the_past(self):
        text = self.text("drh", self.sari, day=date(2024, 3, 31))
        self.assertNotIn("823/77/2024", text)
        self.assertIn("Penata Muda (III/a)", text)
        self.assertIn("Analis Uji", text)
        text = self.text("drh", self.sari, day=date(2020, 12, 31))
        self.assertNotIn("Analis Uji", text)

    def test_each_row_of_a_history_is_printed_once(self):
        source, options = self.of("kartu_pangkat", self.sari)
        sections = {one.name: one for one in source._describe(options).sections}
        standing = self.sari.riwayat_pangkat_ids.filtered(
            lambda row: row.standing == "standing" and row.tmt <= DATE
        )
        self.assertEqual(len(sections["pangkat"].rows), len(standing))

    # ways to print

    def test_print_menu_of_several(self):
        reports = self.env["ir.actions.report"].with_user(self.bkd)
        people = self.sari | self.wati
        content, kind = reports._render_qweb_pdf("sikda.drh", people.ids)
        self.assertEqual(kind, "pdf")
        text = pdf_text(content)
        for person in people:
            self.assertIn(person.nip, text)
        documents = self.env["pemda.report.document"].search(
            [("report_name", "=", "Daftar riwayat hidup (DRH)")]
        )
        self.assertEqual(documents.unit_id, people.unit_id)
        # whoever holds any office in the unit reads the register: a name, no NIP
        self.assertIn(self.sari.nama_gelar, documents.mapped("details"))
        with self.assertRaises(AccessError):
            reports.with_user(self.operator)._render_qweb_pdf("sikda.drh", people.ids)
        with self.assertRaises(AccessError):
            reports.with_user(self.pegawai)._render_qweb_pdf("sikda.drh", self.sari.ids)

    def test_a_civil_servant_prints_his_own(self):
        reports = self.env["ir.actions.report"].with_user(self.pegawai)
        content, _kind = reports._render_qweb_pdf("sikda.drh_saya", self.sari.ids)
        text = pdf_text(content)
        self.assertIn(self.sari.nik, text)
        self.assertGreaterEqual(len(PdfReader(BytesIO(content)).pages), 1)
        with self.assertRaises(AccessError):
            reports._render_qweb_pdf("sikda.drh_saya", self.wati.ids)
        with self.assertRaises(AccessError):
            reports._render_qweb_pdf("sikda.kartu_gaji", self.sari.ids)

    def test_the_wizard_asks_whose(self):
        wizards = self.env["pemda.report.wizard"]
        values = {
            "source": "report.sikda.drh",
            "unit_id": self.opd_a.id,
            "date": DATE,
            "output": "screen",
        }
        wizard = wizards.with_user(self.operator).create(values)
        self.assertTrue(wizard.asks_nip)
        with self.assertRaises(UserError):
            wizard.action_print()
        wizard.employee_id = self.sari
        wizard.action_print()
        self.assertIn("823/77/2024", wizard.preview)
        self.assertIn("KETERANGAN PERORANGAN", wizard.preview)
        content = wizard._render("xlsx")
        self.assertTrue(content.startswith(b"PK"))
        self.assertIn(self.sari.nip, wizard._file_name())
        choices = dict(wizards.with_user(self.head)._selection_source())
        self.assertIn("report.sikda.drh", choices)
        self.assertNotIn("report.sikda.kartu_gaji", choices)
        self.assertNotIn("report.sikda.drh_saya", choices)

    def test_the_unit_must_be_that_of_the_person(self):
        source, options = self.of("drh", self.sari, unit=self.opd_b)
        with self.assertRaises(UserError):
            source._render(options, "pdf")

    def test_by_nip_on_the_command_line(self):
        source = self.source("drh")
        found = source._extra_from_words(self.root, {"nip": self.sari.nip})
        self.assertEqual(found["person"], self.sari)
        nobody = source._extra_from_words(self.root, {"nip": "123"})
        with self.assertRaises(UserError):
            source._render(self.options(extra=nobody), "pdf")
