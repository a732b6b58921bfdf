from unittest.mock import patch

from psycopg2.errors import SerializationFailure

from odoo import SUPERUSER_ID, api
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .import_common import ImportCase, generator, listing, row, sheet


@tagged("post_install", "-at_install")
class TestSelisih(ImportCase):
    """Budi is in the register with III/a of 1995; the file says otherwise."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.load = cls.loaded(cls.bkd, cls.root, listing(cls.line()))
        cls.rows = cls.load.selisih_ids

    @classmethod
    def line(cls, **changes):
        return row(
            **{
                "NIP_BARU": cls.budi.nip,
                "NAMA": "BUDI  UJI",
                "TANGGAL_LAHIR": "02-01-1970",
                "NIK": "3514020101700001",
                "GELAR_BELAKANG": "S.E., M.M.",
                "TMT_CPNS": "01-03-1995",
                "TMT_PNS": "01-03-1996",
                "GOL_AKHIR_NAMA": "IV/a",
                "TMT_GOLONGAN_AKHIR": "01-04-2020",
                "MK_TAHUN": 25,
                **changes,
            }
        )

    def of(self, field):
        return self.rows.filtered(lambda r: r.field == field)

    def decide(self, rows, side, reason="SK dilihat", user=None):
        wizard = (
            self.env["sikda.selisih.decide"]
            .with_user(user or self.bkd)
            .create({"selisih_ids": rows.ids, "side": side, "reason": reason})
        )
        wizard.action_confirm()

    def test_what_differs_is_told_field_by_field(self):
        self.assertEqual(self.rows.employee_id, self.budi)
        told = {r.field: (r.left_text, r.right_text) for r in self.rows}
        self.assertEqual(told["birthday"], ("01-01-1970", "02-01-1970"))
        self.assertEqual(told["gelar_belakang"], ("S.E.", "S.E., M.M."))
        self.assertEqual(told["riwayat_pangkat"][0][:5], "III/a")
        self.assertEqual(told["riwayat_pangkat"][1], "IV/a · 01-04-2020 · 25-1")
        self.assertEqual(told["riwayat_jabatan"][1], "Pengelola Uji · 01-05-2019")
        # capitals, blanks and equal values are no difference
        self.assertFalse({"name", "tmt_cpns", "tmt_pns", "riwayat_unit"} & set(told))

    def test_urgent_effects_come_first(self):
        self.assertEqual(self.of("riwayat_pangkat").effect, "kp")
        self.assertTrue(self.of("riwayat_pangkat").urgent)
        ordered = self.env["sikda.selisih"].search([("load_id", "=", self.load.id)])
        self.assertEqual(ordered.mapped("rank"), sorted(ordered.mapped("rank")))
        self.assertTrue(ordered[0].urgent)
        self.assertEqual(self.of("alamat").rank, 14)

    def test_the_register_is_right(self):
        birthday = self.of("birthday")
        self.decide(birthday, "left", "akta kelahiran dilihat")
        self.assertEqual(birthday.state, "accepted_left")
        self.assertEqual(birthday.reason, "akta kelahiran dilihat")
        self.assertEqual(birthday.decided_by_id, self.bkd)
        self.assertEqual(str(self.budi.birthday), "1970-01-01")

    def test_the_file_is_right_about_a_person(self):
        rows = self.of("birthday") | self.of("gelar_belakang")
        self.decide(rows, "right")
        self.assertEqual(str(self.budi.birthday), "1970-01-02")
        self.assertEqual(self.budi.nama_gelar, "Budi Uji, S.E., M.M.")

    def test_the_file_is_right_about_a_history(self):
        self.decide(self.of("riwayat_pangkat") | self.of("riwayat_jabatan"), "right")
        self.assertEqual(self.budi.golongan_id.name, "IV/a")
        self.assertEqual((self.budi.mkg_tahun, self.budi.mkg_bulan), (25, 1))
        self.assertEqual(self.budi.jabatan_id, self.post)
        ranks = self.env["sikda.riwayat.pangkat"].search(
            [("employee_id", "=", self.budi.id)]
        )
        self.assertEqual(len(ranks), 2)
        self.assertEqual(ranks[0].source, "siasn")
        self.assertEqual(ranks[0].keterangan, "SK dilihat")
        self.assertFalse(ranks[1].replaced_by_id)

    def test_a_row_of_the_same_day_or_later_is_replaced(self):
        later = self.add_row(self.budi, "pangkat", tmt="2022-04-01", golongan_id="IV/b")
        self.assertEqual(self.budi.golongan_id.name, "IV/b")
        self.decide(self.of("riwayat_pangkat"), "right")
        self.assertEqual(self.budi.golongan_id.name, "IV/a")
        self.assertEqual(later.replaced_by_id.golongan_id.name, "IV/a")

    def test_the_first_golongan_is_compared(self):
        files = self._data_utama(self.budi, "II/c")
        load = self.loaded(self.bkd, self.root, files, "utama.xlsx")
        first = load.selisih_ids.filtered(lambda r: r.field == "riwayat_golongan_awal")
        self.assertEqual(
            (first.left_text, first.right_text),
            ("III/a · 01-03-1995", "II/c · 01-03-1995"),
        )
        self.assertEqual(first.effect, "kp")
        self.add_row(self.budi, "pangkat", tmt="2019-04-01", golongan_id="III/b")
        self.decide(first, "right")
        ranks = self.env["sikda.riwayat.pangkat"].search(
            [("employee_id", "=", self.budi.id), ("replaced_by_id", "=", False)],
            order="tmt",
        )
        self.assertEqual(ranks.golongan_id.mapped("name"), ["II/c", "III/b"])
        self.assertEqual(self.budi.golongan_id.name, "III/b")
        again = self._data_utama(self.budi, "II/c", PLACE="MALANG")
        load = self.loaded(self.bkd, self.root, again, "lagi.xlsx")
        self.assertNotIn("riwayat_golongan_awal", load.selisih_ids.mapped("field"))

    def _data_utama(self, person, first, PLACE=""):
        head = generator().SIASN
        cells = {
            "NIP BARU": person.nip,
            "NAMA": person.name,
            "TANGGAL LAHIR": person.birthday.strftime("%d-%m-%Y"),
            "TEMPAT LAHIR NAMA": PLACE,
            "GOL AWAL NAMA": first,
        }
        return sheet(head, [cells.get(name, "") for name in head])

    def test_all_of_a_person_at_once_and_nothing_is_left(self):
        self.decide(self.rows, "right", "berkas SIASN benar")
        again = self.loaded(
            self.bkd, self.root, listing(self.line(), sheet="PNS 2"), "lagi.xlsx"
        )
        self.assertFalse(again.selisih_ids)

    def test_a_later_file_takes_the_place_of_what_is_open(self):
        self.decide(self.of("birthday"), "left")
        again = self.loaded(
            self.bkd, self.root, listing(self.line(ALAMAT="Jl. Ketiga")), "b.xlsx"
        )
        left = self.env["sikda.selisih"].search([("load_id", "=", self.load.id)])
        self.assertEqual(left.mapped("state"), ["accepted_left"])
        self.assertIn("alamat", again.selisih_ids.mapped("field"))

    def test_a_decision_is_remembered(self):
        """The next file that says the same is told as decided, with the reason."""
        self.decide(self.of("birthday"), "left", "akta kelahiran dilihat")
        again = self._next_file()
        told = again.selisih_ids.filtered(lambda row: row.field == "birthday")
        self.assertEqual(told.state, "accepted_left")
        self.assertTrue(told.decided_before)
        self.assertEqual(told.reason, "akta kelahiran dilihat")
        self.assertEqual(told.decided_by_id, self.bkd)
        pangkat = again.selisih_ids.filtered(lambda row: row.field == "riwayat_pangkat")
        self.assertEqual((pangkat.state, pangkat.decided_before), ("open", False))
        third = self._next_file()
        rows = self.env["sikda.selisih"].search([("field", "=", "birthday")])
        self.assertEqual(rows.load_id, self.load | third, "the one between is gone")

    def _next_file(self, **changes):
        number = self.env["pemda.import.load"].search_count([])
        return self.loaded(
            self.bkd,
            self.root,
            listing(self.line(ALAMAT=f"Jl. Nomor {number}", **changes)),
            f"{number}.xlsx",
        )

    def test_another_value_is_new(self):
        self.decide(self.of("birthday"), "left")
        again = self._next_file(TANGGAL_LAHIR="03-01-1970")
        told = again.selisih_ids.filtered(lambda row: row.field == "birthday")
        self.assertEqual((told.state, told.decided_before), ("open", False))

    def test_what_was_remembered_is_decided_anew(self):
        """And the later decision is the one that is remembered."""
        self.decide(self.of("birthday"), "left")
        again = self._next_file()
        told = again.selisih_ids.filtered(lambda row: row.field == "birthday")
        self.decide(told, "right", "akta yang baru")
        self.assertEqual(str(self.budi.birthday), "1970-01-02")
        self.assertEqual((told.state, told.decided_before), ("accepted_right", False))
        with self.assertRaises(UserError):
            self.decide(told, "left")
        self.budi.birthday = "1970-01-01"
        third = self._next_file()
        told = third.selisih_ids.filtered(lambda row: row.field == "birthday")
        self.assertEqual(told.state, "open")

    def test_a_decision_on_somebody_else_is_not_hers(self):
        self.decide(self.of("alamat"), "left")
        line = row(NIP_BARU=self.sari.nip, NAMA="SARI UJI", ALAMAT=self._alamat())
        again = self.loaded(self.bkd, self.root, listing(line), "sari.xlsx")
        told = again.selisih_ids.filtered(lambda row: row.field == "alamat")
        self.assertEqual(told.mapped("state"), ["open"])

    def _alamat(self):
        return self.of("alamat").right_text

    def test_a_decision_stands(self):
        birthday = self.of("birthday")
        self.decide(birthday, "left")
        with self.assertRaises(UserError):
            self.decide(birthday, "right")
        with self.assertRaises(UserError):
            birthday.with_user(self.bkd).write({"state": "open"})

    def test_a_reason_is_needed(self):
        with self.assertRaises(UserError):
            self.decide(self.of("birthday"), "left", reason="  ")

    def test_who_may_decide(self):
        for user in (self.operator_a, self.head_a):
            with self.assertRaises(AccessError):
                self.decide(self.of("birthday"), "left", user=user)

    def test_who_sees_what(self):
        def seen(user):
            found = self.env["sikda.selisih"].with_user(user).search([])
            return set(found.mapped("field"))

        self.assertIn("nik", seen(self.bkd))
        self.assertIn("nik", seen(self.operator_a))
        self.assertIn("birthday", seen(self.head_a))
        self.assertNotIn("nik", seen(self.head_a))
        self.assertFalse(seen(self.operator_b))

    def test_values_to_take_over_are_not_for_clients(self):
        with self.assertRaises(AccessError):
            self.rows[:1].with_user(self.bkd).read(["vals"])


@tagged("post_install", "-at_install")
class TestSelisihBulk(ImportCase):
    """What a file says of hundreds of people, decided in one go."""

    PEOPLE = 300

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.nips = [f"1990010120150310{n:02d}" for n in range(1, 100)]
        cls.nips += [f"1990010120150320{n:02d}" for n in range(1, 100)]
        cls.nips += [f"1991010120150310{n:02d}" for n in range(1, 100)]
        cls.nips += [f"1991010120150320{n:02d}" for n in range(1, 4)]
        cls.people = cls.loaded(
            cls.bkd, cls.root, listing(*cls.lines())
        ).employee_ids.sorted("nip")
        assert len(cls.people) == cls.PEOPLE
        cls.load = cls.loaded(
            cls.bkd,
            cls.root,
            listing(
                *cls.lines(
                    GELAR_BELAKANG="S.H., M.H.",
                    ALAMAT="Jl. Baru 2",
                    GOL_AKHIR_NAMA="III/c",
                    TMT_GOLONGAN_AKHIR="01-04-2023",
                    TMT_JABATAN="01-05-2023",
                    TAHUN_LULUS=2014,
                )
            ),
            "baru.xlsx",
        )
        cls.rows = cls.load.selisih_ids

    @classmethod
    def lines(cls, **changes):
        for number, nip in enumerate(cls.nips):
            sex = "M" if nip[14] == "1" else "F"
            yield row(
                NIP_BARU=nip,
                NAMA=f"ORANG UJI {number}",
                TANGGAL_LAHIR=f"01-01-{nip[:4]}",
                JENIS_KELAMIN=sex,
                NIK=None,
                **changes,
            )

    def decide(self, rows, side="right"):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        rows.with_user(self.bkd)._decide(side, "SK dilihat bersama")
        self.env.flush_all()
        return self.cr.sql_log_count - before

    def test_all_at_once_in_a_handful_of_statements(self):
        self.assertEqual(
            set(self.rows.mapped("field")),
            {"gelar_belakang", "alamat", "riwayat_pangkat", "riwayat_jabatan",
             "riwayat_pendidikan"},
        )  # fmt: skip
        self.assertEqual(len(self.rows), 5 * self.PEOPLE)
        queries = self.decide(self.rows)
        self.assertLess(queries, 60)
        self.assertEqual(set(self.rows.mapped("state")), {"accepted_right"})
        self.assertEqual(set(self.rows.mapped("reason")), {"SK dilihat bersama"})
        self.assertEqual(self.rows.decided_by_id, self.bkd)
        self.assertEqual(set(self.people.mapped("alamat")), {"Jl. Baru 2"})
        self.assertEqual(self.people.golongan_id.name, "III/c")
        self.assertEqual(self.people[0].nama_gelar[-12:], ", S.H., M.H.")
        self.assertEqual(
            {str(day) for day in self.people.mapped("tmt_jabatan")}, {"2023-05-01"}
        )
        made = self.env["sikda.riwayat.pangkat"].search(
            [("import_load_id", "=", self.load.id)]
        )
        self.assertEqual(len(made), self.PEOPLE)
        self.assertEqual(set(made.mapped("source")), {"siasn"})
        self.assertEqual(set(made.mapped("keterangan")), {"SK dilihat bersama"})
        again = self.loaded(
            self.bkd, self.root,
            listing(*self.lines(
                GELAR_BELAKANG="S.H., M.H.", ALAMAT="Jl. Baru 2",
                GOL_AKHIR_NAMA="III/c", TMT_GOLONGAN_AKHIR="01-04-2023",
                TMT_JABATAN="01-05-2023", TAHUN_LULUS=2014, GELAR_DEPAN="-",
            )),
            "lagi.xlsx",
        )  # fmt: skip
        self.assertFalse(again.selisih_ids)

    def test_queries_do_not_grow_with_the_rows(self):
        first, few = (
            self.rows.filtered(lambda r, part=part: r.employee_id in part)
            for part in (self.people[:3], self.people[3:6])
        )
        self.decide(first)  # fills what is remembered of rights
        queries = self.decide(few)
        self.assertLessEqual(self.decide(self.rows - first - few), queries + 30)

    def test_the_register_is_right_for_all(self):
        queries = self.decide(self.rows, "left")
        self.assertLess(queries, 60)
        self.assertEqual(set(self.rows.mapped("state")), {"accepted_left"})
        self.assertEqual(self.people.golongan_id.name, "III/b")

    def test_a_name_goes_to_the_resource_as_well(self):
        person = self.people[0]
        content = listing(
            row(NIP_BARU=person.nip, NAMA="ORANG LAIN", NIK=None,
                TANGGAL_LAHIR=person.birthday.strftime("%d-%m-%Y"))
        )  # fmt: skip
        load = self.loaded(self.bkd, self.root, content, "nama.xlsx")
        name = load.selisih_ids.filtered(lambda r: r.field == "name")
        self.decide(name)
        self.assertEqual((person.name, person.resource_id.name), ("ORANG LAIN",) * 2)
        self.assertEqual(person.nama_gelar, "ORANG LAIN, S.H.")

    def test_one_that_cannot_be_taken_stops_all(self):
        ranks = self.rows.filtered(lambda r: r.field == "riwayat_pangkat")
        self.env.cr.execute(
            "UPDATE sikda_selisih SET vals = vals - 'tmt' WHERE id = %s", [ranks[7].id]
        )
        self.env.invalidate_all()
        with self.assertRaisesRegex(UserError, "TMT"), self.cr.savepoint():
            self.decide(self.rows)
        self.env.invalidate_all()
        self.assertEqual(set(self.rows.mapped("state")), {"open"})
        self.assertEqual(self.people.golongan_id.name, "III/b")
        self.assertNotIn("Jl. Baru 2", self.people.mapped("alamat"))

    def test_one_decided_before_stops_all_and_says_by_whom(self):
        second = self.make_user("bkd_two", "bkd_staff", self.root)
        self.rows[3].with_user(second)._decide("left", "akta dilihat")
        with self.assertRaisesRegex(UserError, second.login):
            self.decide(self.rows)
        self.assertEqual(self.rows[3].state, "accepted_left")
        self.assertEqual(self.rows[4].state, "open")

    def test_an_operator_does_not_decide_in_bulk(self):
        with self.assertRaises(AccessError):
            self.rows.with_user(self.operator_a)._decide("right", "coba")
        wizard = self.env["sikda.selisih.decide"].with_user(self.operator_a)
        with self.assertRaises(AccessError):
            wizard.create(
                {"selisih_ids": self.rows.ids, "side": "right", "reason": "coba"}
            )

    def test_the_dialog_takes_them_all(self):
        action = self.rows.with_user(self.bkd).action_decide()
        wizard = Form(
            self.env["sikda.selisih.decide"]
            .with_user(self.bkd)
            .with_context(**action["context"])
        )
        self.assertEqual(wizard.count, len(self.rows))
        wizard.side = "right"
        wizard.reason = "SK dilihat"
        wizard.save().action_confirm()
        self.assertEqual(set(self.rows.mapped("state")), {"accepted_right"})


@tagged("post_install", "-at_install")
class TestSelisihTwoAtOnce(ImportCase):
    """Two of BKD decide on the same difference: one wins, the other is told."""

    def _committed(self):
        """A difference that other transactions see; gone after the test."""
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            unit = env["hr.department"].create(
                {
                    "name": "Dinas Dua Sekaligus",
                    "code": "U.99",
                    "kind_id": self.opd_a.kind_id.id,
                    "parent_id": env["hr.department"]
                    .search([("kind_id.role", "=", "pemda")], limit=1)
                    .id,
                }
            )
            person = env["hr.employee"].create(
                {"name": "Orang Uji", "department_id": unit.id}
            )
            load = env["pemda.import.load"].create(
                {"file": b"eA==", "filename": "x.csv", "unit_id": unit.id}
            )
            difference = env["sikda.selisih"].create(
                {
                    "load_id": load.id,
                    "employee_id": person.id,
                    "unit_id": unit.id,
                    "field": "alamat",
                    "right_text": "Jl. Baru",
                    "effect": "lain",
                }
            )
            records = [(one._name, one.id) for one in (difference, load, person, unit)]
        self.addCleanup(self._remove, records)
        return difference.id

    def _remove(self, records):
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            for model, id_ in records:
                env[model].browse(id_).unlink()

    @mute_logger("odoo.sql_db")
    def test_one_wins(self):
        id_ = self._committed()
        office = patch.object(type(self.env["res.users"]), "has_group", lambda *a: True)
        with office, self.registry.cursor() as one, self.registry.cursor() as two:
            first, second = (
                api.Environment(cr, SUPERUSER_ID, {})["sikda.selisih"].browse(id_)
                for cr in (one, two)
            )
            first._decide("left", "akta dilihat")
            with self.assertRaisesRegex(UserError, "at this moment"):
                second._decide("right", "saya juga")
            two.rollback()
            two.execute("SELECT 1")  # a snapshot from before the first commit
            one.commit()
            with self.assertRaises(SerializationFailure):  # the request starts over
                second._decide("right", "saya juga")
            two.rollback()
            second.invalidate_recordset()
            with self.assertRaisesRegex(UserError, "decided already"):
                second._decide("right", "saya juga")
            self.assertEqual(second.state, "accepted_left")
            self.assertEqual(second.reason, "akta dilihat")


@tagged("post_install", "-at_install")
class TestImportUndo(ImportCase):
    def test_undo_withdraws_rows_and_archives_people(self):
        load = self.loaded(self.bkd, self.root, listing(row()))
        person = load.employee_ids
        load.with_user(self.bkd)._undo("berkas keliru")
        self.assertEqual(load.state, "undone")
        self.assertFalse(person.active)
        self.assertFalse(person.golongan_id)
        rows = self.env["sikda.riwayat.pangkat"].search(
            [("employee_id", "=", person.id)]
        )
        self.assertEqual(rows.mapped("standing"), ["withdrawn"])
        self.assertEqual(rows.mapped("keterangan"), ["berkas keliru"])

    def test_the_same_people_can_be_loaded_again(self):
        self.loaded(self.bkd, self.root, listing(row()))._undo("keliru")
        load = self.loaded(self.bkd, self.root, listing(row(NAMA="NAMA BENAR")))
        self.assertEqual(load.employee_ids.name, "NAMA BENAR")

    def test_undo_is_refused_when_in_use(self):
        load = self.loaded(self.bkd, self.root, listing(row()))
        self.add_row(load.employee_ids, "diklat", jenis="teknis", nama="Diklat X")
        with self.assertRaisesRegex(UserError, "1"):
            load._undo("keliru")
        self.assertEqual(load.state, "loaded")
        self.assertTrue(load.employee_ids.active)

    def test_undo_goes_on_past_what_was_decided_with_another_file(self):
        line = {"NIP_BARU": self.budi.nip, "NAMA": "B UJI"}
        first = self.loaded(self.bkd, self.root, listing(row(**line)))
        first.selisih_ids.with_user(self.bkd)._decide("left", "sudah dilihat")
        load = self.loaded(
            self.bkd, self.root, listing(row(**line), sheet="PNS 2"), "lagi.xlsx"
        )
        self.assertEqual(set(load.selisih_ids.mapped("decided_before")), {True})
        load._undo("keliru")
        self.assertEqual(load.state, "undone")

    def test_undo_is_refused_once_a_difference_is_decided(self):
        load = self.loaded(
            self.bkd, self.root, listing(row(NIP_BARU=self.budi.nip, NAMA="B UJI"))
        )
        load.selisih_ids.with_user(self.bkd)._decide("left", "sudah dilihat")
        with self.assertRaises(UserError):
            load._undo("keliru")

    def test_an_operator_undoes_his_own_load_only_within_his_units(self):
        load = self.loaded(self.bkd, self.root, listing(row()))
        with self.assertRaises(AccessError):
            load.with_user(self.operator_a)._undo("bukan hak saya")
