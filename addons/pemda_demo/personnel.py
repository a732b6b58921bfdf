"""Invented civil servants with their histories: the same ones on every machine.

Names come from a small word list, and the serials of their NIP are 9xx, so that they do
not meet those of real people.
"""

import random
from collections import defaultdict
from datetime import date

SEED = 20260101
TODAY = date(2026, 1, 1)  # histories end here, whenever the demo is loaded
FRONT_TITLES = {"Dr.", "dr.", "Drs.", "Dra.", "Ir.", "Hj.", "H."}
FIRST_MALE = (
    "Wirajaya Satrapana Gunadarma Kertanata Lokajaya Purwanata Sadewata Tirtayasa "
    "Birawata Mandalika"
).split()
FIRST_FEMALE = (
    "Sekarwangi Larasmaya Cempakawati Puspadewi Melatirani Kenangarini Tirtasari "
    "Anggrekwati Nurarum Padmarini"
).split()
LAST = (
    "Contohwan Fiktifanto Rekaandra Misalkusuma Umpamanegara Ujiwardana Cobasaputra "
    "Sampelindra Andaikata Ibaratama"
).split()
PLACES = ("Pasuruan", "Bangil", "Malang", "Probolinggo", "Sidoarjo")
FAITHS = ("1", "1", "1", "1", "1", "1", "2", "3", "4")
PNS_LADDER = "II/a II/b II/c II/d III/a III/b III/c III/d IV/a IV/b IV/c".split()

# name, kind, eselon or jenjang, class, level of education, field of study, title
POSTS = {
    "kepala_dinas": (
        "Kepala Dinas",
        "struktural",
        "22",
        14,
        "S-2",
        "Manajemen",
        "M.M.",
    ),
    "sekretaris": (
        "Sekretaris",
        "struktural",
        "31",
        12,
        "S-2",
        "Ilmu Pemerintahan",
        "M.Si.",
    ),
    "kabid": (
        "Kepala Bidang",
        "struktural",
        "32",
        11,
        "S-1",
        "Administrasi Negara",
        "S.Sos.",
    ),
    "kasubag": (
        "Kepala Subbagian Umum dan Kepegawaian",
        "struktural",
        "41",
        9,
        "S-1",
        "Hukum",
        "S.H.",
    ),
    "kepala_upt": (
        "Kepala UPT",
        "struktural",
        "42",
        8,
        "S-1",
        "Administrasi Negara",
        "S.Sos.",
    ),
    "guru_pertama": (
        "Guru Ahli Pertama",
        "fungsional",
        "PT",
        8,
        "S-1",
        "Pendidikan",
        "S.Pd.",
    ),
    "guru_muda": (
        "Guru Ahli Muda",
        "fungsional",
        "MU",
        9,
        "S-1",
        "Pendidikan",
        "S.Pd.",
    ),
    "guru_madya": (
        "Guru Ahli Madya",
        "fungsional",
        "MA",
        11,
        "S-2",
        "Pendidikan",
        "M.Pd.",
    ),
    "bidan": ("Bidan Mahir", "fungsional", "MH", 7, "D-III", "Kebidanan", "A.Md.Keb."),
    "perawat": (
        "Perawat Terampil",
        "fungsional",
        "TR",
        6,
        "D-III",
        "Keperawatan",
        "A.Md.Kep.",
    ),
    "dokter": ("Dokter Ahli Muda", "fungsional", "MU", 10, "Profesi", "Kedokteran", ""),
    "pengelola": (
        "Pengelola Kepegawaian",
        "pelaksana",
        "",
        6,
        "S-1",
        "Administrasi",
        "S.A.P.",
    ),
    "administrasi": (
        "Pengadministrasi Perkantoran",
        "pelaksana",
        "",
        5,
        "SLTA",
        "SMA",
        "",
    ),
}
TEACHER_BUP = 60  # UU 14/2005
START = {
    "SLTA": "II/a",
    "D-III": "II/c",
    "S-1": "III/a",
    "S-2": "III/b",
    "Profesi": "III/b",
}
TOP = {
    "kepala_dinas": "IV/c",
    "sekretaris": "IV/b",
    "kabid": "IV/a",
    "kasubag": "III/d",
    "kepala_upt": "III/d",
    "guru_pertama": "III/b",
    "guru_muda": "III/d",
    "guru_madya": "IV/b",
    "bidan": "III/b",
    "perawat": "II/d",
    "dokter": "III/d",
    "pengelola": "III/c",
    "administrasi": "III/a",
}
OFFICE_STAFF = ["kepala_dinas", "sekretaris", "kabid", "kabid", "kasubag"] + [
    "pengelola",
    "pengelola",
    "administrasi",
    "administrasi",
]
SCHOOL_STAFF = [
    "guru_madya",
    "guru_muda",
    "guru_pertama",
    "guru_pertama",
    "administrasi",
]
HEALTH_STAFF = ["dokter", "bidan", "bidan", "perawat", "administrasi"]
SCHOOLS, CLINICS, OFFICES = 26, 12, 10


def split_titles(full):
    """Name, titles before it and titles after it, of a name as it is printed."""
    front, _, after = full.partition(", ")
    words = front.split()
    before = []
    while words and words[0] in FRONT_TITLES:
        before.append(words.pop(0))
    return " ".join(words), " ".join(before) or False, after or False


def load_personnel(env):
    """Give the sign-ins of the demo and some hundred others their histories."""
    writer = _Writer(env)
    for unit, posts in _places(env):
        for post in posts:
            writer.add_new(unit, post)
    for employee in env["hr.employee"].search([("nip", "!=", False)]):
        if employee not in writer.added:
            writer.add_signed_in(employee)
    writer.write()


def _places(env):
    """Units of the demo and the posts that their people hold."""
    units = env["hr.department"]

    def of_kind(code, limit):
        domain = [("kind_id.code", "=", code)]
        return units.search(domain, order="code", limit=limit)

    for unit in of_kind("dinas", OFFICES):
        yield unit, OFFICE_STAFF
    for unit in of_kind("upt", 8):
        yield unit, ["kepala_upt", "pengelola", "administrasi"]
    for unit in of_kind("sekolah", SCHOOLS):
        yield unit, SCHOOL_STAFF
    for unit in of_kind("puskesmas", CLINICS):
        yield unit, HEALTH_STAFF


class _Writer:
    """Collects people and rows and creates each kind of row at once."""

    def __init__(self, env):
        self.env = env
        self.random = random.Random(SEED)
        self.serials = defaultdict(lambda: 900)
        self.rows = defaultdict(list)
        self.filled = defaultdict(int)
        self.added = env["hr.employee"]
        self.golongan = {g.name: g.id for g in env["sikda.golongan"].search([])}
        self.levels = {
            level.singkatan: level.id
            for level in env["sikda.pendidikan.tingkat"].search([])
        }
        self.pay = defaultdict(dict)
        for cell in env["sikda.gaji"].search([]):
            self.pay[cell.golongan_id.name][cell.mkg] = cell.amount
        self.posts = {key: self._post(*values) for key, values in POSTS.items()}

    def _post(self, name, jenis, level, kelas, *_education):
        eselon = level if jenis == "struktural" else ""
        jenjang = level if jenis == "fungsional" else ""
        return self.env["sikda.jabatan"].create(
            {
                "name": name,
                "jenis": jenis,
                "kelas": kelas,
                "eselon_id": self.env["sikda.eselon"]._by_code(eselon).id,
                "jenjang_id": self.env["sikda.jenjang"]._by_code(jenjang).id,
                "bup": TEACHER_BUP if name.startswith("Guru") else 0,
            }
        )

    # People -----------------------------------------------------------------------

    def add_new(self, unit, post):
        """A person whose age and service fit the post."""
        pick = self.random
        level = POSTS[post][4]
        female = pick.random() < 0.55
        pppk = post in ("guru_pertama", "perawat") and pick.random() < 0.4
        steps = PNS_LADDER.index(TOP[post]) - PNS_LADDER.index(START[level])
        service = max(2, min(34, steps * 4 + pick.randint(1, 8)))
        start = date(TODAY.year - service, pick.choice((1, 3, 12)), 1)
        if pppk:
            start = date(pick.choice((2021, 2022, 2024)), pick.choice((1, 3)), 1)
        born = date(start.year - pick.randint(22, 27), pick.randint(1, 12), 1)
        born = born.replace(day=pick.randint(1, 28))
        first = pick.choice(FIRST_FEMALE if female else FIRST_MALE)
        key = f"{born:%Y%m%d}{start.year}21" if pppk else f"{born:%Y%m%d}{start:%Y%m}"
        key += "2" if female else "1"
        self.serials[key] += 1
        employee = self.env["hr.employee"].create(
            {
                "name": f"{first} {pick.choice(LAST)}",
                "gelar_depan": "dr." if post == "dokter" else False,
                "gelar_belakang": POSTS[post][6] or False,
                "nip": f"{key}{self.serials[key]}",
                "department_id": unit.id,
            }
        )
        self._fill(employee, unit, post, born, start, female, pppk)

    def add_signed_in(self, employee):
        """Somebody with a sign-in: birth and service as the NIP tells them."""
        nip = employee.nip
        born = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
        start = date(int(nip[8:12]), int(nip[12:14]), 1)
        teacher = (employee.gelar_belakang or "").endswith("Pd.")
        post = "guru_muda" if teacher else "pengelola"
        unit = employee.department_id
        self._fill(employee, unit, post, born, start, nip[14] == "2", False)

    def _fill(self, employee, unit, post, born, start, female, pppk):
        pick = self.random
        self.added |= employee
        serial = 9000 + len(self.added)
        day = born.day + 40 if female else born.day
        employee.write(
            {
                "birthday": born,
                "sex": "female" if female else "male",
                "ni_kind": "nipppk" if pppk else "nip",
                "nik": f"359801{day:02d}{born:%m%y}{serial}",
                "tempat_lahir": pick.choice(PLACES),
                "agama_id": self._code("agama", pick.choice(FAITHS)),
                "status_kawin_id": self._code("status_kawin", "1"),
                "alamat": f"Jalan Contoh {pick.randint(1, 200)}, Contoh",
                "hp": f"0800{serial:08d}",
                "tmt_cpns": False if pppk else start,
                "tmt_pns": False if pppk else start.replace(year=start.year + 1),
                "sk_cpns_nomor": False if pppk else f"813/{serial}/{start.year}",
                "sk_pns_nomor": False if pppk else f"821/{serial}/{start.year + 1}",
            }
        )
        level = POSTS[post][4]
        if pppk:
            self._agreements(employee, start, level)
        else:
            self._ranks(employee, post, start, level)
        self._career(employee, unit, post, start)
        self._rest(employee, post, born, start, level, female)

    def _code(self, kind, code):
        return self.env["sikda.referensi"]._of(kind, code).id

    # Histories --------------------------------------------------------------------

    def _add(self, history, employee, **vals):
        self.rows[history].append(
            {"employee_id": employee.id, "source": "impor", "verified": True, **vals}
        )

    def _amount(self, golongan, years):
        cells = self.pay[golongan]
        reached = [mkg for mkg in cells if mkg <= years]
        return cells[max(reached) if reached else min(cells)]

    def _ranks(self, employee, post, start, level):
        ladder = PNS_LADDER[PNS_LADDER.index(START[level]) :]
        deducted, golongan, since = 0, ladder[0], start
        reach = ladder.index(TOP[post]) + 1 if TOP[post] in ladder else 1
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
                jenis_kp_id=self._code("jenis_kp", "101" if step else "211"),
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
            jabatan_id=self.posts[post].id,
            unor_id=unit.id,
            sk_nomor=f"821.2/{employee.id}/{current.year}",
            sk_tanggal=current,
            pejabat="Bupati Contoh",
        )
        self.filled[unit.id, post] += 1

    def _rest(self, employee, post, born, start, level, female):
        pick = self.random
        name = POSTS[post][5]
        self._add(
            "pendidikan",
            employee,
            tingkat_id=self.levels[level],
            nama=f"{level} {name}",
            sekolah="Universitas Contoh" if level != "SLTA" else "SMA Negeri Contoh",
            tahun_lulus=min(start.year, born.year + (18 if level == "SLTA" else 22)),
            gelar_belakang=POSTS[post][6],
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
        if POSTS[post][1] == "struktural":
            self._add(
                "diklat",
                employee,
                jenis="struktural",
                latihan_id=self._code("latihan_struktural", "2"),
                nama="Diklatpim Tingkat IV",
                tahun=min(TODAY.year - 1, start.year + 12),
                jam=285,
            )
        for years, code in ((10, "201"), (20, "202"), (30, "203")):
            if TODAY.year - start.year > years:
                self._add(
                    "penghargaan",
                    employee,
                    jenis_id=self._code("jenis_penghargaan", code),
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
        for history in sorted(self.rows):
            self.env[f"sikda.riwayat.{history}"].create(self.rows[history])
        self.env["sikda.formasi"].create(
            [
                {
                    "unit_id": unit_id,
                    "jabatan_id": self.posts[post].id,
                    "kebutuhan": filled + self._vacant(post),
                    "legal_basis": "ABK 2025",
                }
                for (unit_id, post), filled in sorted(self.filled.items())
            ]
        )
        self._some_special_cases()

    def _vacant(self, post):
        return 0 if POSTS[post][1] == "struktural" else self.random.choice((0, 0, 0, 1))

    def _some_special_cases(self):
        """One on CLTN, one punished, one retired: lists must show the difference."""
        on_leave, punished, retired = self.added[20], self.added[21], self.added[22]
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
                "jenis_id": self._code("jenis_pemberhentian", "3"),
                "kedudukan_hukum_id": self.env["sikda.kedudukan.hukum"]
                ._by_code("99")
                .id,
                "sk_nomor": "882/1/2025",
            }
        )
