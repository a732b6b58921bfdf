"""People with random states and histories, as far as the rules look at them."""

from datetime import date, timedelta

from psycopg2.extras import execute_values

FIRST, LAST = date(1985, 1, 1), date(2026, 12, 1)
HISTORIES = (
    "cltn",
    "hukdis",
    "kinerja",
    "penghargaan",
    "diklat",
    "angka_kredit",
    "perjanjian",
)


class RandomPeople:
    """Gives people of a test new random lives, by SQL.

    :param people: records of hr.employee
    """

    def __init__(self, env, people, choose):
        self.env, self.people, self.choose = env, people, choose
        self.codes = {
            model: env[model].with_context(active_test=False).search([])
            for model in (
                "sikda.golongan",
                "sikda.eselon",
                "sikda.jenjang",
                "sikda.pendidikan.tingkat",
                "sikda.kedudukan.hukum",
                "sikda.jenis.hukdis",
                "sikda.jabatan",
            )
        }
        referensi = env["sikda.referensi"]
        self.awards = referensi.search([("kind", "=", "jenis_penghargaan")])[:12]
        self.latihan = referensi.search([("kind", "=", "latihan_struktural")])
        self.cells = env["sikda.gaji"].search([])

    def shuffle(self):
        """New lives for everybody."""
        self.env.flush_all()
        for history in HISTORIES:
            self._run(
                f"DELETE FROM sikda_riwayat_{history} WHERE employee_id = ANY(%s)"
            )
        for person in self.people:
            self._person(person)
        self.env.invalidate_all()

    def _run(self, statement):
        self.env.cr.execute(statement, (self.people.ids,))

    def _person(self, person):
        choose = self.choose
        status = choose.choice(["pns", "pns", "pns", "cpns", "pppk", "pppk_pw"])
        family = "pppk" if status.startswith("pppk") else "pns"
        golongan = choose.choice(
            self.codes["sikda.golongan"].filtered(lambda g: g.family == family)
        )
        paid = self.cells.filtered(lambda cell: cell.golongan_id == golongan)
        tmt_cpns = self.day(first_of_month=True)
        version = {
            "status_asn": status,
            "kedudukan_hukum_id": self.code("sikda.kedudukan.hukum"),
            "asn_aktif": choose.random() < 0.95,
            "golongan_id": golongan.id,
            "tmt_golongan": self.maybe(self.day(tmt_cpns)),
            "mkg_tahun": self.maybe(choose.randrange(0, 41)),
            "mkg_bulan": choose.randrange(0, 12),
            "tmt_mkg": self.maybe(self.day(tmt_cpns, choose.random() < 0.8)),
            "gaji_pokok": choose.choice([0, 123, *(cell.amount for cell in paid)]),
            "jenis_jabatan": self.maybe(
                choose.choice(["struktural", "fungsional", "pelaksana"])
            ),
            "eselon_id": self.maybe(self.code("sikda.eselon")),
            "jenjang_id": self.maybe(self.code("sikda.jenjang")),
            "tmt_jabatan": self.maybe(self.day(tmt_cpns)),
            "pendidikan_tingkat_id": self.maybe(self.code("sikda.pendidikan.tingkat")),
            "tmt_pensiun": None,
        }
        columns = ", ".join(f"{name} = %s" for name in version)
        self.env.cr.execute(
            f"UPDATE hr_version SET {columns} WHERE id = %s",
            (*version.values(), person.current_version_id.id),
        )
        self.env.cr.execute(
            "UPDATE hr_employee SET tmt_cpns = %s WHERE id = %s",
            (tmt_cpns, person.id),
        )
        for history in HISTORIES:
            rows = [
                getattr(self, f"_{history}")()
                for _ in range(choose.choice([0, 0, 1, 2, 4]))
            ]
            self._add(person, history, rows)

    def _cltn(self):
        first = self.day(first_of_month=self.choose.random() < 0.7)
        last = first + timedelta(days=self.choose.randrange(1500))
        back = self.choose.choice(
            [None, last + timedelta(days=self.choose.randrange(99))]
        )
        return {"tmt": first, "tmt_akhir": last, "tanggal_aktif": back}

    def _hukdis(self):
        first = self.day(date(2015, 1, 1))
        last = self.maybe(first + timedelta(days=self.choose.randrange(900)))
        return {
            "tmt": first,
            "tmt_akhir": last,
            "jenis_id": self.code("sikda.jenis.hukdis"),
            "batal_nomor": self.choose.choice([None, None, "", "SK 1"]),
        }

    def _kinerja(self):
        return {
            "generation": "skp22",
            "tahun": self.choose.randrange(2020, 2029),
            "bulan_selesai": self.choose.choice([None, 0, 12, 6]),
            "predikat": self.choose.choice("1222345"),
        }

    def _penghargaan(self):
        return {"jenis_id": self.choose.choice(self.awards).id}

    def _diklat(self):
        return {
            "jenis": "struktural",
            "nama": "Diklat",
            "latihan_id": self.choose.choice(self.latihan).id,
        }

    def _angka_kredit(self):
        return {
            "tahun_selesai": self.choose.choice([0, 2000, 2024, 2025]),
            "ak_total": self.choose.randrange(12000) / 100,
        }

    def _perjanjian(self):
        first = self.day(date(2019, 1, 1))
        return {
            "golongan_id": self.codes["sikda.golongan"][-1].id,
            "tmt": first,
            "tmt_akhir": first + timedelta(days=self.choose.randrange(3000)),
        }

    def _add(self, person, history, rows):
        """Rows of which one in five does not stand."""
        for row in rows:
            source, verified = self.choose.choice(
                [("manual", True), ("siasn", False), ("impor", True), ("manual", False)]
            )
            values = {
                **row,
                "employee_id": person.id,
                "source": source,
                "verified": verified,
            }
            names = ", ".join(values)
            execute_values(
                self.env.cr._obj,
                f"INSERT INTO sikda_riwayat_{history} ({names}) VALUES %s",
                [tuple(values.values())],
            )

    def code(self, model):
        return self.choose.choice(self.codes[model] or [self.env[model]]).id or None

    def maybe(self, value):
        return value if self.choose.random() < 0.9 else None

    def day(self, since=FIRST, first_of_month=False):
        day = since + timedelta(days=self.choose.randrange(max(1, (LAST - since).days)))
        return day.replace(day=1) if first_of_month else day
