"""Forms of closed periods print the words of then, whatever is renamed after."""

import psycopg2

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..models.sipbd_former import WATCHED
from ..models.sql_file import sql_file
from .common import CAR, SAFE
from .report_common import pdf_text
from .test_report_period import HALF_1, HALF_2, FrozenCase

LATER = "2026-02-01"


@tagged("post_install", "-at_install")
class TestFormer(FrozenCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.room = cls.env["sipbd.ruang"].create(
            {"code": "R1", "name": "Ruang Kepala", "unit_id": cls.opd_a.id}
        )
        cls.safe.with_user(cls.clerk_a)._place(
            cls.room, cls.document("2025-05-01", document_number="S/11")
        )
        cls.former = cls.env["sipbd.former"]

    def noted(self, record=None):
        domain = []
        if record:
            domain = [("source", "=", record._table), ("record_id", "=", record.id)]
        self.env.flush_all()
        return {note.field: note.value for note in self.former.search(domain)}

    def test_every_word_that_is_printed_is_watched(self):
        statement = sql_file("report_description", register="", tahun=0).code
        printed = {
            word.split(".")[1].rstrip(",)")
            for word in statement.replace("(", " ").split()
            if word.startswith("asset.")
        }
        self.assertEqual(printed, set(WATCHED["sipbd_asset"]))

    def test_nothing_is_noted_before_the_first_check(self):
        self.safe.with_user(self.clerk_a).name = "Lemari"
        self.run_to(HALF_1)
        self.safe.with_user(self.clerk_a).name = "Lemari besi"
        self.assertEqual(self.noted(), {})

    def test_words_of_then(self):
        person = self.env["hr.employee"].create({"name": "Siti Aminah"})
        self.safe.with_user(self.clerk_a)._hand_over(
            person, self.document("2025-06-01", document_number="S/12")
        )
        self.close_to(HALF_2)
        self.env.flush_all()
        frozen, changes = self.pictures(), self.changes()
        options = self.options(date=HALF_1, room_id=self.room)
        headed = pdf_text(self.source("kir_p47")._render(options, "pdf"))

        safe = self.safe.with_user(self.clerk_a)
        old_register = safe.kode_register
        safe.write({"name": "Lemari besi", "merk_type": "Brankas", "satuan": "Unit"})
        safe.write({"name": "Lemari baja", "keterangan": "Diganti namanya"})
        safe._reclassify(self.kode(CAR), self.document(LATER, document_number="S/9"))
        self.assertNotEqual(safe.kode_register, old_register)
        self.room.write({"code": "R9", "name": "Gudang"})
        person.name = "Siti Aminah, S.E."
        self.cr.execute(
            "UPDATE sipbd_kode SET name = 'Lemari Tahan Api' WHERE code = %s", [SAFE]
        )
        self.opd_a.write({"name": "Dinas Berganti Nama", "code": "T91"})
        self.unit_a1.parent_id = self.opd_b
        self.env.flush_all()
        self.assertEqual(
            self.noted(safe),
            {
                "name": frozen["kir_p47", HALF_2, "T01"][0]["nama"],
                "merk_type": False,
                "satuan": False,
                "keterangan": False,
                "kode_register": old_register,
            },
        )

        after = self.pictures()
        renamed = {"T91": "T01"}
        self.assertEqual(len(after), len(frozen))
        for (name, day, code), rows in after.items():
            with self.subTest(name=name, day=day, unit=code):
                self.assertEqual(rows, frozen[name, day, renamed.get(code, code)])
        self.assertEqual(self.changes(), changes)
        reprinted = pdf_text(self.source("kir_p47")._render(options, "pdf"))
        body = reprinted.index("KARTU INVENTARIS RUANGAN")
        signed = reprinted.index("Mengetahui")
        self.assertEqual(
            reprinted[body:signed],
            headed[headed.index("KARTU INVENTARIS RUANGAN") : headed.index("Menget")],
        )
        (now,) = self.rows("kir", date=LATER)
        self.assertEqual((now["nama"], now["ruang"]), ("Lemari baja", "R9 Gudang"))
        units = {row["unit"] for row in self.rows("kib_b", date=LATER)}
        self.assertEqual(units, {"T91 Dinas Berganti Nama"}, "without its former UPT")

    def test_useful_life_of_then(self):
        self.close_to(HALF_2)
        frozen = self.pictures()
        lives = self.env["sipbd.masa.manfaat"].with_user(self.manager)
        life = lives.search([("prefix", "=", "1.3.2.05.01")])
        with self.assertRaisesRegex(UserError, "periods that are closed"):
            life.unlink()
        life.years *= 2
        later = lives.create(
            {"prefix": SAFE, "name": "Lemari", "years": 50, "legal_basis": "P"}
        )
        self.env.flush_all()
        self.cr.execute(
            "UPDATE sipbd_masa_manfaat SET create_date = now() + interval '1 day'"
            " WHERE id = %s",
            [later.id],
        )
        later.invalidate_recordset()
        self.assertEqual(self.pictures(), frozen)
        later.unlink()

    def test_a_period_that_is_closed_anew_has_the_words_of_that_day(self):
        self.close_to(HALF_2)
        safe = self.safe.with_user(self.clerk_a)
        first = safe.name

        def names():
            return [self.rows("kir", date=day)[0]["nama"] for day in (HALF_1, HALF_2)]

        safe.name = "Lemari kedua"
        self.assertEqual(names(), [first, first])
        period = self.period(HALF_2)
        period.with_user(self.sekda)._reopen("Salah catat")
        self.assertEqual(names(), [first, "Lemari kedua"])
        safe.name = "Lemari ketiga"
        self.close_to(HALF_2)
        safe.name = "Lemari keempat"
        self.assertEqual(names(), [first, "Lemari ketiga"])

    def test_what_was_made_after_the_closing_is_not_noted(self):
        self.close_to(HALF_2)
        asset = self.make_asset(
            self.clerk_a,
            self.opd_a,
            CAR,
            **self.document(LATER, document_number="S/13"),
        )
        self.env.flush_all()
        self.cr.execute(
            "UPDATE sipbd_asset SET create_date = now() + interval '1 day' "
            "WHERE id = %s",
            [asset.id],
        )
        asset.invalidate_recordset()
        asset.with_user(self.clerk_a).name = "Mobil lain"
        self.assertEqual(self.noted(asset), {})

    def test_notes_are_kept_and_shown_to_nobody(self):
        self.close_to(HALF_1)
        self.safe.with_user(self.clerk_a).name = "Lemari lain"
        self.env.flush_all()
        for user in (self.clerk_a, self.auditor, self.manager):
            with self.assertRaises(AccessError):
                self.former.with_user(user).search([]).read(["value"])
        with self.assertRaises(AccessError):
            self.former.create({"source": "sipbd_asset", "record_id": 1})
        with self.assertRaises(UserError):
            self.former.search([]).write({"value": "lain"})
        for change in (
            "UPDATE sipbd_former SET value = NULL",
            "DELETE FROM sipbd_former",
            "TRUNCATE sipbd_former",
        ):
            with (
                self.assertRaises(psycopg2.Error),
                mute_logger("odoo.sql_db"),
                self.cr.savepoint(),
            ):
                self.cr.execute(change)
