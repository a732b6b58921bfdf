"""Histories of the invented civil servants: a plausible career up to one fixed day."""

from collections import defaultdict
from datetime import date

from .files import read
from .names import FIRST_FEMALE, FIRST_MALE

TODAY = date(2026, 1, 1)  # histories end here, whenever the demo is loaded
PNS_LADDER = "II/a II/b II/c II/d III/a III/b III/c III/d IV/a IV/b IV/c".split()
# Decrees of the needs for posts.
ABK_2018 = {
    "date_from": "2019-01-01",
    "date_to": "2023-12-31",
    "legal_basis": "Perbup 61 Tahun 2018",
    "legal_date": "2018-12-17",
}
ABK_2023 = {
    "date_from": "2024-01-01",
    "legal_basis": "Perbup 74 Tahun 2023",
    "legal_date": "2023-12-11",
}
START = {
    "SLTA": "II/a",
    "D-III": "II/c",
    "S-1": "III/a",
    "S-2": "III/b",
    "Profesi": "III/b",
}


class Histories:
    """Collects the rows of many people and creates each kind of row at once."""

    def __init__(self, env, random):
        self.env = env
        self.random = random
        self.rows = defaultdict(list)
        self.filled = defaultdict(int)
        self.golongan = {g.name: g.id for g in env["sikda.golongan"].search([])}
        self.levels = {
            level.singkatan: level.id
            for level in env["sikda.pendidikan.tingkat"].search([])
        }
        self.pay = defaultdict(dict)
        for cell in env["sikda.gaji"].search([]):
            self.pay[cell.golongan_id.name][cell.mkg] = cell.amount
        self.posts = {row["key"]: row for row in read("posts.csv")}
        self.jabatan = {key: self._post(row) for key, row in self.posts.items()}

    def _post(self, row):
        eselon = row["level"] if row["jenis"] == "struktural" else ""
        jenjang = row["level"] if row["jenis"] == "fungsional" else ""
        return self.env["sikda.jabatan"].create(
            {
                "name": row["name"],
                "jenis": row["jenis"],
                "kelas": int(row["kelas"]),
                "eselon_id": self.env["sikda.eselon"]._by_code(eselon).id,
                "jenjang_id": self.env["sikda.jenjang"]._by_code(jenjang).id,
                "bup": int(row["bup"] or 0),
            }
        )

    def add(self, employee, unit, post, born, start, *, female, pppk):
        """Everything that happened to a person until :data:`TODAY`."""
        level = self.posts[post]["education"]
        if pppk:
            self._agreements(employee, start, level)
        else:
            self._ranks(employee, post, start, level)
        self._career(employee, unit, post, start)
        self._rest(employee, post, born, start, level, female)

    def service(self, post):
        """Years of service that somebody in a post may have."""
        row = self.posts[post]
        first, top = START[row["education"]], row["top_golongan"]
        steps = PNS_LADDER.index(top) - PNS_LADDER.index(first)
        return max(2, min(34, steps * 4 + self.random.randint(1, 8)))

    def code(self, kind, code):
        """Id of a reference by its kind and code."""
        return self.env["sikda.referensi"]._of(kind, code).id

    def _add(self, history, employee, **vals):
        self.rows[history].append(
            {"employee_id": employee.id, "source": "impor", "verified": True, **vals}
        )

    def _amount(self, golongan, years):
        cells = self.pay[golongan]
        reached = [mkg for mkg in cells if mkg <= years]
        return cells[max(reached) if reached else min(cells)]

    def _ranks(self, employee, post, start, level):
        top = self.posts[post]["top_golongan"]
        ladder = PNS_LADDER[PNS_LADDER.index(START[level]) :]
        deducted, golongan, since = 0, ladder[0], start
        reach = ladder.index(top) + 1 if top in ladder else 1
        for step, name in enumerate(ladder[:reach]):
            tmt = date(start.year + 4 * step, 4 if step else start.month, 1)
            if tmt > TODAY:
                break
            if golongan.startswith("II/") and name.startswith("III/"):
                deducted = 5  # Kep. Ka BKN 12/2002
            golongan, since = name, tmt
            years = max(0, tmt.year - start.year - deducted)
            self._add(
                "pangkat",
                employee,
                tmt=tmt,
                golongan_id=self.golongan[name],
                jenis_kp_id=self.code("jenis_kp", "101" if step else "211"),
                mkg_tahun=years,
                mkg_bulan=0 if tmt.month >= start.month else 6,
                gaji=self._amount(name, years),
                sk_nomor=f"823/{employee.id}/{tmt.year}",
                sk_tanggal=tmt,
                pejabat="Bupati Contoh",
            )
        for year in range(start.year + 2, TODAY.year + 1, 2):
            tmt = date(year, start.month, 1)
            if since < tmt <= TODAY:
                years = max(0, year - start.year - deducted)
                self._add(
                    "kgb",
                    employee,
                    tmt=tmt,
                    golongan_id=self.golongan[golongan],
                    mkg_tahun=years,
                    mkg_bulan=0,
                    gaji=self._amount(golongan, years),
                    sk_nomor=f"822/{employee.id}/{year}",
                    sk_tanggal=tmt,
                )

    def _agreements(self, employee, start, level):
        golongan = "IX" if level == "S-1" else "VII"
        self._add(
            "perjanjian",
            employee,
            tmt=start,
            tmt_akhir=date(start.year + 5, start.month, 1),
            golongan_id=self.golongan[golongan],
            mkg_tahun=0,
            mkg_bulan=0,
            gaji=self._amount(golongan, 0),
            sk_nomor=f"814/{employee.id}/{start.year}",
        )

    def _career(self, employee, unit, post, start):
        current = max(start, date(TODAY.year - self.random.randint(1, 6), 1, 2))
        if current.year - start.year > 6:
            self._add(
                "jabatan",
                employee,
                tmt=start,
                tmt_akhir=current,
                nama_jabatan="Pelaksana",
                jenis="pelaksana",
                unor_id=unit.id,
                sk_nomor=f"821/{employee.id}/{start.year}",
            )
        self._add(
            "jabatan",
            employee,
            tmt=current,
            jabatan_id=self.jabatan[post].id,
            unor_id=unit.id,
            sk_nomor=f"821.2/{employee.id}/{current.year}",
            sk_tanggal=current,
            pejabat="Bupati Contoh",
        )
        self.filled[unit.id, post] += 1

    def _rest(self, employee, post, born, start, level, female):
        pick = self.random
        name = self.posts[post]["field"]
        self._add(
            "pendidikan",
            employee,
            tingkat_id=self.levels[level],
            nama=f"{level} {name}",
            sekolah="Universitas Contoh" if level != "SLTA" else "SMA Negeri Contoh",
            tahun_lulus=min(start.year, born.year + (18 if level == "SLTA" else 22)),
            gelar_belakang=self.posts[post]["title"],
            is_first=True,
        )
        for year in range(max(start.year, TODAY.year - 3), TODAY.year):
            good = "1" if pick.random() < 0.15 else "2"
            self._add(
                "kinerja",
                employee,
                tahun=year,
                generation="skp22",
                hasil=good,
                perilaku=good,
                predikat=good,
            )
        if pick.random() < 0.8:
            self._add(
                "keluarga",
                employee,
                hubungan="pasangan",
                nama=f"{pick.choice(FIRST_MALE if female else FIRST_FEMALE)} Misal",
                tunjangan=True,
                status="menikah",
            )
        for _child in range(pick.randint(0, 2)):
            self._add(
                "keluarga",
                employee,
                hubungan="anak",
                nama=f"{pick.choice(FIRST_FEMALE)} Misal",
                status_anak="AK",
                tanggal_lahir=date(min(2023, born.year + 29), 6, 15),
                tunjangan=True,
            )
        if self.posts[post]["jenis"] == "struktural":
            self._add(
                "diklat",
                employee,
                jenis="struktural",
                latihan_id=self.code("latihan_struktural", "2"),
                nama="Diklatpim Tingkat IV",
                tahun=min(TODAY.year - 1, start.year + 12),
                jam=285,
            )
        for years, code in ((10, "201"), (20, "202"), (30, "203")):
            if TODAY.year - start.year > years:
                self._add(
                    "penghargaan",
                    employee,
                    jenis_id=self.code("jenis_penghargaan", code),
                    tahun=start.year + years,
                    tmt=date(start.year + years, 8, 17),
                )
        if pick.random() < 0.2:
            # Entered by the operator of the unit, for BKD to verify.
            self._add(
                "diklat",
                employee,
                source="manual",
                verified=False,
                jenis="teknis",
                nama="Bimbingan teknis pengelolaan data kepegawaian",
                tahun=TODAY.year - 1,
                jam=24,
            )

    def write(self):
        """Create all that was collected, and the posts that the units have."""
        for history in sorted(self.rows):
            self.env[f"sikda.riwayat.{history}"].create(self.rows[history])
        self.env["sikda.formasi"].create(
            [
                {
                    "unit_id": unit_id,
                    "jabatan_id": self.jabatan[post].id,
                    "kebutuhan": need,
                    **term,
                }
                for (unit_id, post), filled in sorted(self.filled.items())
                for need, term in self._terms(unit_id, post, filled)
            ]
        )

    def _terms(self, unit_id, post, filled):
        """Needs of a post by two decrees: other than struktural, fewer before 2024."""
        fewer = unit_id % 2 if self.posts[post]["jenis"] != "struktural" else 0
        return (
            (max(filled - fewer, 1), ABK_2018),
            (filled + self._vacant(post), ABK_2023),
        )

    def _vacant(self, post):
        if self.posts[post]["jenis"] == "struktural":
            return 0
        return self.random.choice((0, 0, 0, 1))

    def add_special_cases(self, on_leave, punished, retired):
        """One on CLTN, one punished, one retired: lists must show the difference."""
        self.env["sikda.riwayat.cltn"].create(
            {
                "employee_id": on_leave.id,
                "source": "impor",
                "tmt": "2025-07-01",
                "tmt_akhir": "2028-06-30",
                "sk_nomor": "851/1/2025",
            }
        )
        self.env["sikda.riwayat.hukdis"].create(
            {
                "employee_id": punished.id,
                "source": "impor",
                "tmt": "2025-09-01",
                "tmt_akhir": "2026-08-31",
                "jenis_id": self.env["sikda.jenis.hukdis"]._by_code("25").id,
                "sk_nomor": "862/1/2025",
            }
        )
        self.env["sikda.riwayat.pemberhentian"].create(
            {
                "employee_id": retired.id,
                "source": "impor",
                "tmt": "2025-12-01",
                "jenis_id": self.code("jenis_pemberhentian", "3"),
                "kedudukan_hukum_id": self.env["sikda.kedudukan.hukum"]
                ._by_code("99")
                .id,
                "sk_nomor": "882/1/2025",
            }
        )
