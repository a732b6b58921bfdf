from unittest.mock import patch

from psycopg2.errors import SerializationFailure

from odoo import SUPERUSER_ID, api
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .import_common import ImportCase, listing, row


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
