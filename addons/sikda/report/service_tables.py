"""Service of a person, in tables of a DRH or a card: ranks, posts, pay, conduct."""

from odoo.addons.pemda_report.engine.model import Column

from .history_table import (
    DECREE,
    SERVICE,
    Entry,
    History,
    count,
    day,
    money,
    span,
    text,
)

STATUSES = {
    "cpns": "CPNS",
    "pns": "PNS",
    "pppk": "PPPK",
    "pppk_pw": "PPPK paruh waktu",
}
ASSIGNMENTS = {"PLT": "Plt. ", "PLH": "Plh. ", "PJ": "Pj. ", "TT": "Tugas tambahan: "}
GENERATIONS = {"dp3": "DP3", "skp": "SKP", "skp22": "SKP"}
GRADES = {
    "1": "Sangat Baik",
    "2": "Baik",
    "3": "Butuh Perbaikan",
    "4": "Kurang",
    "5": "Sangat Kurang",
}
LEVELS = {"ringan": "Ringan", "sedang": "Sedang", "berat": "Berat"}
CREDITS = {
    "pertama": "Pertama",
    "integrasi": "Integrasi",
    "konversi": "Konversi",
    "penetapan": "Penetapan",
}


def _post(row):
    return ASSIGNMENTS.get(row.penugasan, "") + (
        row.nama_jabatan or row.jabatan_id.name or ""
    )


def _grade(row):
    parts = (GRADES.get(row.predikat), f"{row.nilai:.2f}" if row.nilai else "")
    return ", ".join(filter(None, parts)).replace(".", ",")


def _credit_span(row):
    parts = (
        f"{month:02d}-{year}" if month else str(year)
        for month, year in (
            (row.bulan_mulai, row.tahun_mulai),
            (row.bulan_selesai, row.tahun_selesai),
        )
        if year
    )
    return " s.d. ".join(parts)


def _number(key, title):
    column = Column(key, title, 16, kind="number")
    return Entry(column, lambda row: round(row[key], 3) or None)


PANGKAT = History(
    name="pangkat",
    title="RIWAYAT KEPANGKATAN",
    model="sikda.riwayat.pangkat",
    entries=(
        text("pangkat", "Pangkat", 30),
        text("golongan", "Gol.\nRuang", 12, lambda row: row.golongan_id.name),
        day("tmt", "TMT"),
        *SERVICE,
        money("gaji", "Gaji Pokok\n(Rp)", private=True),
        text("jenis", "Jenis", 26, lambda row: row.jenis_kp_id.name),
        *DECREE,
    ),
)
PERJANJIAN = History(
    name="perjanjian",
    title="RIWAYAT PERJANJIAN KERJA (PPPK)",
    model="sikda.riwayat.perjanjian",
    optional=True,
    entries=(
        text("golongan", "Golongan", 16, lambda row: row.golongan_id.name),
        day("tmt", "Mulai"),
        day("tmt_akhir", "Sampai"),
        *SERVICE,
        money("gaji", "Gaji Pokok\n(Rp)", private=True),
        *DECREE,
    ),
)
STATUS = History(
    name="status",
    title="RIWAYAT STATUS DAN KEDUDUKAN HUKUM",
    model="sikda.riwayat.status",
    optional=True,
    entries=(
        text("status", "Status", 20, lambda r: STATUSES.get(r.status_asn)),
        text("posisi", "Kedudukan Hukum", 50, lambda r: r.kedudukan_hukum_id.name),
        day("tmt", "TMT"),
        *DECREE,
    ),
)
PMK = History(
    name="pmk",
    title="PENINJAUAN MASA KERJA",
    model="sikda.riwayat.pmk",
    optional=True,
    entries=(
        text("pengalaman", "Pengalaman Kerja", 50),
        count("tambah_tahun", "Thn", under="Diakui"),
        count("tambah_bulan", "Bln", under="Diakui"),
        day("tmt", "TMT"),
        *DECREE,
    ),
)
JABATAN = History(
    name="jabatan",
    title="RIWAYAT JABATAN",
    model="sikda.riwayat.jabatan",
    entries=(
        text("jabatan", "Jabatan", 44, _post),
        text("unit", "Unit Kerja", 44, lambda row: row.unor_id.name),
        text("eselon", "Eselon", 12, lambda row: row.eselon_id.name),
        day("tmt", "TMT"),
        day("tmt_akhir", "Sampai"),
        *DECREE,
    ),
)
UNIT = History(
    name="unit",
    title="RIWAYAT UNIT KERJA",
    model="sikda.riwayat.unit",
    optional=True,
    entries=(
        text("unit", "Unit Kerja", 70, lambda row: row.unor_id.name),
        day("tmt", "TMT"),
        *DECREE,
    ),
)
ANGKA_KREDIT = History(
    name="angka_kredit",
    title="RIWAYAT ANGKA KREDIT",
    model="sikda.riwayat.angka.kredit",
    optional=True,
    order="tahun_mulai, bulan_mulai, id",
    entries=(
        text("jenis", "Jenis", 22, lambda row: CREDITS.get(row.jenis)),
        text("masa", "Masa Penilaian", 34, _credit_span),
        _number("ak_utama", "Utama"),
        _number("ak_penunjang", "Penunjang"),
        _number("ak_total", "Jumlah"),
        text("sk_nomor", "Nomor PAK", 32),
        day("sk_tanggal", "Tanggal"),
    ),
)
KGB = History(
    name="kgb",
    title="RIWAYAT KENAIKAN GAJI BERKALA",
    model="sikda.riwayat.kgb",
    private=True,
    entries=(
        text("golongan", "Gol.\nRuang", 14, lambda row: row.golongan_id.name),
        *SERVICE,
        money("gaji_lama", "Gaji Lama\n(Rp)"),
        money("gaji", "Gaji Baru\n(Rp)"),
        day("tmt", "TMT"),
        *DECREE,
    ),
)
KINERJA = History(
    name="kinerja",
    title="PENILAIAN KINERJA",
    model="sikda.riwayat.kinerja",
    order="tahun, bulan_mulai, id",
    since=lambda row: row.tmt,
    entries=(
        count("tahun", "Tahun", width=14),
        text("jenis", "Jenis", 14, lambda row: GENERATIONS[row.generation]),
        text("predikat", "Predikat/Nilai", 34, _grade),
        text("penilai_nama", "Pejabat Penilai", 44),
        text("penilai_jabatan", "Jabatan Penilai", 44),
    ),
)
HUKDIS = History(
    name="hukdis",
    title="HUKUMAN DISIPLIN",
    model="sikda.riwayat.hukdis",
    private=True,
    entries=(
        text("jenis", "Hukuman Disiplin", 50, lambda row: row.jenis_id.name),
        text("tingkat", "Tingkat", 16, lambda row: LEVELS.get(row.tingkat)),
        text("masa", "Berlaku", 36, span),
        text("batal_nomor", "Dicabut dengan", 26),
        *DECREE,
    ),
)
CUTI = History(
    name="cuti",
    title="RIWAYAT CUTI",
    model="sikda.riwayat.cuti",
    private=True,
    entries=(
        text("jenis", "Jenis Cuti", 40, lambda row: row.jenis_id.name),
        day("tmt", "Mulai"),
        day("tmt_akhir", "Sampai"),
        count("hari", "Hari"),
        count("tahun", "Hak\nTahun", width=14),
        *DECREE,
    ),
)
CLTN = History(
    name="cltn",
    title="CUTI DI LUAR TANGGUNGAN NEGARA",
    model="sikda.riwayat.cltn",
    optional=True,
    entries=(
        day("tmt", "Mulai"),
        day("tmt_akhir", "Sampai"),
        day("tanggal_aktif", "Aktif\nKembali"),
        *DECREE,
    ),
)
