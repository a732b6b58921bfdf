"""Generated files of several seeds, every kind: what is loaded is what is true.

The generator tells the truth about each person; a row is either loaded as it is, or
stands on the list of what was left out, and which ones do is told by the traps that the
generator puts into the files.
"""

from odoo.tests import tagged

from .import_common import ImportCase, sample

SEEDS = (7, 1, 2)
COUNT = 60
EDUCATION = {"SLTA": "15", "D-III": "30", "S-1": "40", "S-2": "45"}
OFFICE = "SUB BAGIAN UMUM DAN KEPEGAWAIAN"


@tagged("post_install", "-at_install")
class TestImportTruth(ImportCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.units = cls.make_generated_units()
        cls.below = {
            (unit.parent_id, unit.name): unit
            for unit in cls.env["hr.department"].search(
                [("id", "child_of", [top.id for top in cls.units.values()])]
            )
        }

    # What the files hold --------------------------------------------------------------

    def take(self, content, filename, unit=None, user=None):
        """Check the file, add the posts that it names, load what can be loaded."""
        load = self.checked(user or self.bkd, unit or self.root, content, filename)
        load.with_user(self.bkd).action_add_all_jabatan()
        load.action_step()
        load.confirm_reason = "baris yang rusak diperbaiki kemudian"
        load.action_load()
        self.assertEqual(load.state, "loaded", load.finding_ids.mapped("message"))
        return load

    def left_out(self, load):
        """Numbers of the rows with an error; an unknown post only loses its code."""
        errors = load.finding_ids.filtered(
            lambda f: f.severity == "error" and f.kind != "jabatan-unknown"
        )
        return {number for finding in errors for number in finding.places}

    def compare(self, load, truth, unit_of, without=()):
        """The people of a load are these, each field of them.

        :param without: fields that the file does not hold for a person: {nip: fields}
        """
        people = load.employee_ids
        known = {person["nip"]: person for person in truth}
        self.assertEqual(set(people.mapped("nip")), set(known))
        self.assertEqual(load.loaded_count, len(known))
        for person in people:
            told = known[person.nip]
            lacking = dict(without).get(person.nip, ())
            expected = {
                "name": told["nama"].casefold(),
                "gelar_depan": told["gd"].casefold(),
                "gelar_belakang": told["gb"].casefold(),
                "birthday": told["lahir"],
                "sex": {"L": "male", "P": "female"}[told["jk"]],
                "ni_kind": "nipppk" if told["pppk"] else "nip",
                "golongan": told["gol"],
                "tmt_golongan": told["tmt_gol"],
                "jabatan": told["jabatan"].casefold(),
                "tmt_jabatan": told["tmt_jab"],
                "unit": unit_of(told).id,
                "tingkat": EDUCATION[told["didik"]],
                "tahun_lulus": told["lulus"],
            }
            got = {
                "name": person.name.casefold(),
                "gelar_depan": (person.gelar_depan or "").casefold(),
                "gelar_belakang": (person.gelar_belakang or "").casefold(),
                "birthday": person.birthday,
                "sex": person.sex,
                "ni_kind": person.ni_kind,
                "golongan": person.golongan_id.name,
                "tmt_golongan": person.tmt_golongan,
                "jabatan": (person.job_title or "").casefold(),
                "tmt_jabatan": person.tmt_jabatan,
                "unit": person.unit_id.id,
                "tingkat": person.pendidikan_tingkat_id.code,
                "tahun_lulus": person.tahun_lulus,
            }
            for field in lacking:
                self.assertFalse(got.pop(field), (person.nip, field))
                del expected[field]
            self.assertEqual(got, expected)

    def siasn_unit(self, told):
        top = self.units[told["unit"]]
        if told["no"] % 3 == 0:
            return self.below[top, "BIDANG ASET"]
        return self.below[self.below[top, "SEKRETARIAT"], OFFICE]

    def top_unit(self, told):
        return self.units[told["unit"]]

    def lower_unit(self, told):
        return self.below[self.units[told["unit"]], "SUB BAGIAN UMUM"]

    # One test per kind of file --------------------------------------------------------

    def test_siasn_data_utama(self):
        for seed in SEEDS:
            with self.subTest(seed=seed):
                files, people, expected = self.generated("make_siasn", seed, COUNT)
                load = self.take(files["siasn_data_utama.xlsx"], f"{seed}.xlsx")
                self.assertEqual(load.table_ids.layout, "siasn_data_utama")
                self.compare(
                    load,
                    [p for n, p in enumerate(people) if n % 10 != 1],
                    self.siasn_unit,
                    {p["nip"]: ("jabatan", "tmt_jabatan")
                     for n, p in enumerate(people) if n % 10 == 6},
                )  # fmt: skip
                numbers = {n + 2 for n in range(COUNT) if n % 10 == 1}
                rows = expected["siasn_data_utama.xlsx"]["data_rows"]
                self.assertEqual(self.left_out(load), numbers | {rows, rows + 1})
                self.assertEqual(
                    self.kinds(load),
                    {"lost-digits", "nip-unusable", "short-nip", "nip-repeated"},
                )
                status = {
                    p.nip: p.status_asn for p in load.employee_ids if p.status_asn
                }
                for told in people:
                    if told["nip"] in status:
                        wanted = "pppk" if told["pppk"] else "pns"
                        self.assertEqual(status[told["nip"]], wanted)
                load._undo("seed berikut")

    def test_siasn_as_csv(self):
        for seed in SEEDS:
            with self.subTest(seed=seed):
                files, people, expected = self.generated("make_siasn", seed, COUNT)
                load = self.take(files["siasn_data_utama.csv"], f"{seed}.csv")
                self.compare(
                    load,
                    [p for n, p in enumerate(people) if n % 8 != 3],
                    self.siasn_unit,
                )
                lost = expected["siasn_data_utama.csv"]["lost_nip"]
                table = load.table_ids
                rows = self.env["pemda.import.row"].search_count(
                    [("table_id", "=", table.id)]
                )
                self.assertEqual(rows - load.loaded_count, len(lost))
                self.assertEqual(len(self.left_out(load)), len(lost))
                load._undo("seed berikut")

    def test_nominatif_with_joined_cells(self):
        for seed in SEEDS:
            with self.subTest(seed=seed):
                files, people, _expected = self.generated("make_nominatif", seed, COUNT)
                load = self.take(
                    files["nominatif_gabungan.xls"], f"{seed}.xls", self.opd_a
                )
                lost = {n for n in range(COUNT) if n % 2 == 0 and n % 13 == 12}
                self.assertEqual(self.left_out(load), {n + 5 for n in lost})
                without = {}
                for n, told in enumerate(people):
                    # no TMT of the post, no year of the diploma in this form
                    fields = ["jabatan", "tmt_jabatan", "tahun_lulus"]
                    if n % 19 == 5:
                        fields += ["golongan", "tmt_golongan"]
                    if n % 2:
                        fields.append("tingkat")
                    without[told["nip"]] = fields
                self.compare(
                    load,
                    [p for n, p in enumerate(people) if n not in lost],
                    lambda told: self.opd_a,
                    without,
                )
                load._undo("seed berikut")

    def test_an_operator_takes_the_nominatif_of_the_own_opd(self):
        files, _people, _expected = self.generated("make_nominatif", SEEDS[0], COUNT)
        load = self.take(
            files["nominatif_gabungan.xls"], "n.xls", self.opd_a, self.operator_a
        )
        self.assertEqual(load.loaded_count, COUNT - 2)
        self.assertEqual(load.employee_ids.unit_id, self.opd_a)
        self.assertFalse(load.employee_ids.golongan_id, "rows wait for BKD")

    def test_list_of_22_columns_of_excel_97_and_95(self):
        for seed in SEEDS:
            for name, write in (("8", bytes), ("7", sample("biff7").to_biff7)):
                with self.subTest(seed=seed, biff=name):
                    files, people, expected = self.generated("make_22", seed, COUNT)
                    content = write(files["data_pegawai_22_kolom.xls"])
                    load = self.take(content, f"{seed}-{name}.xls")
                    self.assertEqual(
                        load.container, "xls" if name == "8" else "xls-biff7"
                    )
                    self.assertEqual(load.table_ids.layout, "data_pegawai_22")
                    people = sorted(people, key=lambda p: p["unit"])
                    self.compare(
                        load,
                        [p for n, p in enumerate(people) if n % 3],
                        self.lower_unit,
                    )
                    numbers = expected["data_pegawai_22_kolom.xls"]["nip_number_rows"]
                    self.assertEqual(self.left_out(load), set(numbers))
                    self.assertEqual(len(numbers) + load.loaded_count, COUNT)
                    load._undo("berikut")

    def test_duk_of_two_rows_and_of_18_columns(self):
        for seed in SEEDS:
            files, people, _expected = self.generated("make_duk", seed, COUNT)
            for name in ("duk_dua_baris.xls", "duk_18_kolom_html.xls"):
                with self.subTest(seed=seed, file=name):
                    load = self.take(files[name], f"{seed}{name}")
                    pns = [p for p in people if not p["pppk"]]
                    self.assertFalse(self.left_out(load))
                    without = {}
                    if name == "duk_dua_baris.xls":
                        without = {p["nip"]: ("tingkat", "tahun_lulus") for p in pns}
                    self.compare(load, pns, self.top_unit, without)
                    trained = self.env["sikda.riwayat.diklat"].search(
                        [("import_load_id", "=", load.id)]
                    )
                    with_course = {p["nip"] for p in pns if p["eselon"]}
                    if name != "duk_dua_baris.xls":
                        with_course = set()
                    self.assertEqual(
                        set(trained.employee_id.mapped("nip")), with_course
                    )
                    self.assertLessEqual(set(trained.mapped("jam")), {285})
                    self.assertLessEqual(set(trained.latihan_id.mapped("code")), {"2"})
                    load._undo("berikut")

    def test_corrections_of_sk_cpns(self):
        for seed in SEEDS:
            with self.subTest(seed=seed):
                files, people, _expected = self.generated("make_siasn", seed, COUNT)
                first = self.take(files["siasn_data_utama.csv"], f"{seed}.csv")
                known = set(first.employee_ids.mapped("nip"))
                files, _people, _expected = self.generated("make_csv", seed, COUNT)
                load = self.take(files["riwayat_cpns.csv"], f"sk{seed}.csv")
                self.assertFalse(load.loaded_count)
                there = [p for p in people[:20] if p["nip"] in known]
                self.assertEqual(len(self.left_out(load)), 20 - len(there))
                numbers = {
                    row.employee_id.nip: row.right_text
                    for row in load.selisih_ids
                    if row.field == "sk_cpns_nomor"
                }
                self.assertEqual(
                    numbers,
                    {
                        p["nip"]: f"813/{10 + p['no'] - 1}-Kep/{p['tmt_cpns'].year}"
                        for p in there
                    },
                )
                self.assertLessEqual(
                    set(load.selisih_ids.mapped("field")),
                    {"sk_cpns_nomor", "riwayat_golongan_awal", "sk_cpns_tanggal"},
                )
                first._undo("seed berikut")

    def test_tables_of_needs_are_refused(self):
        for seed in SEEDS:
            files, _people, _expected = self.generated("make_bezetting", seed, COUNT)
            for name, content in files.items():
                with self.subTest(seed=seed, file=name):
                    load = self.checked_or_refused(self.bkd, self.root, content, name)
                    self.assertEqual(load.state, "refused")
                    self.assertIn("bezetting", load._refusal_message())

    def test_a_nip_without_its_end_is_repaired_by_who_is_there(self):
        """Only the beginning and the name together are certain."""
        for seed in SEEDS:
            with self.subTest(seed=seed):
                files, people, _expected = self.generated("make_siasn", seed, COUNT)
                self.take(files["siasn_data_utama.csv"], f"{seed}.csv")
                known = self.env["hr.employee"].search([("nip", "!=", False)])
                known = set(known.mapped("nip"))
                files, _people, expected = self.generated("make_22", seed, COUNT)
                rows = expected["data_pegawai_22_kolom.xls"]["nip_number_rows"]
                load = self.take(files["data_pegawai_22_kolom.xls"], f"{seed}.xls")
                people = sorted(people, key=lambda p: p["unit"])
                lost = [p for n, p in enumerate(people) if n % 3 == 0]
                certain = {
                    number
                    for number, told in zip(rows, lost, strict=True)
                    if told["nip"] in known
                }
                found = load.finding_ids.filtered(lambda f: f.kind == "nip-by-name")
                self.assertEqual(set(found.places), certain)
                unusable = load.finding_ids.filtered(lambda f: f.kind == "nip-unusable")
                self.assertEqual(set(unusable.places), set(rows) - certain)
                people = self.env["hr.employee"].search([("nip", "!=", False)])
                people.filtered("import_load_id").write({"nip": False, "active": False})
