from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

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
