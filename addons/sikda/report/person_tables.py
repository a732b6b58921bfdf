"""The histories of a person as a DRH or a card prints them."""

from dataclasses import replace

from odoo.addons.pemda_report.engine.formats import short_date
from odoo.addons.pemda_report.engine.model import Column

from .history_table import Entry, History, count, day, money, text

STATUSES = {
    "cpns": "CPNS",
    "pns": "PNS",
    "pppk": "PPPK",
    "pppk_pw": "PPPK paruh waktu",
}
ASSIGNMENTS = {"PLT": "Plt. ", "PLH": "Plh. ", "PJ": "Pj. ", "TT": "Tugas tambahan: "}
TRAINING = {
    "struktural": "Struktural",
    "fungsional": "Fungsional",
    "teknis": "Teknis",
    "kursus": "Kursus",
}
RELATIONS = {
    "pasangan": "Suami/istri",
    "anak": "Anak",
    "ayah": "Ayah",
    "ibu": "Ibu",
    "mertua": "Mertua",
    "saudara": "Saudara",
}
GENERATIONS = {"dp3": "DP3", "skp": "SKP", "skp22": "SKP"}
GRADES = {
    "1": "Sangat Baik",
    "2": "Baik",
    "3": "Butuh Perbaikan",
    "4": "Kurang",
    "5": "Sangat Kurang",
}
LEVELS = {"ringan": "Ringan", "sedang": "Sedang", "berat": "Berat"}
SEXES = {"male": "L", "female": "P"}
CREDITS = {
    "pertama": "Pertama",
    "integrasi": "Integrasi",
    "konversi": "Konversi",
    "penetapan": "Penetapan",
}


def span(row):
    """``01-02-2020 s.d. 31-01-2022``, as far as it is known."""
    days = [short_date(one) if one else "" for one in (row.tmt, row.tmt_akhir)]
    return " s.d. ".join(filter(None, days))


def place_and_date(row):
    parts = (row.tempat_lahir, row.tanggal_lahir and short_date(row.tanggal_lahir))
    return ", ".join(filter(None, parts))


SK = "Surat Keputusan"
DECREE = (
    text("pejabat", "Pejabat", 30, under=SK),
    text("sk_nomor", "Nomor", 30, under=SK),
    day("sk_tanggal", "Tanggal", under=SK),
)
MKG = "Masa Kerja"
SERVICE = (
    Entry(Column("mkg_tahun", "Thn", 9, kind="int"), lambda row: row.mkg_tahun, MKG),
    Entry(Column("mkg_bulan", "Bln", 9, kind="int"), lambda row: row.mkg_bulan, MKG),
)


def _graduated(row):
    if row.tanggal_lulus:
        return short_date(row.tanggal_lulus)
    return str(row.tahun_lulus or "")


def _finished(row):
    if row.tanggal_selesai:
        return short_date(row.tanggal_selesai)
    return str(row.tahun or "")


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


def _family(name, title, *relations, entries=()):
    """A table of some relatives."""
    return History(
        name=name,
        title=title,
        model="sikda.riwayat.keluarga",
        entries=(
            text("hubungan", "Hubungan", 20, lambda r: RELATIONS[r.hubungan]),
            text("nama", "Nama", 42),
            text("ttl", "Tempat, Tanggal Lahir", 34, place_and_date),
            text("sex", "L/P", 8, lambda row: SEXES.get(row.sex)),
            *entries,
            text("pekerjaan", "Pekerjaan", 28),
            text("status", "Keadaan", 20, lambda r: (r.status or "").capitalize()),
        ),
        domain=(("hubungan", "in", relations),),
        order="hubungan, tanggal_lahir, id",
        private=True,
        since=lambda row: row.tanggal_menikah or row.tanggal_lahir,
    )


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
PENDIDIKAN = History(
    name="pendidikan",
    title="RIWAYAT PENDIDIKAN",
    model="sikda.riwayat.pendidikan",
    order="tahun_lulus, id",
    since=lambda row: row.tmt or row.tanggal_lulus,
    entries=(
        text("tingkat", "Tingkat", 14, lambda row: row.tingkat_id.singkatan),
        text("nama", "Jurusan", 34),
        text("sekolah", "Nama Sekolah/\nPerguruan Tinggi", 44),
        text("tempat", "Tempat", 22),
        text("lulus", "Lulus", 18, _graduated),
        text("ijazah", "Nomor Ijazah", 30),
        text(
            "gelar",
            "Gelar",
            16,
            lambda r: " ".join(filter(None, (r.gelar_depan, r.gelar_belakang))),
        ),
    ),
)
DIKLAT = History(
    name="diklat",
    title="RIWAYAT PENDIDIKAN DAN PELATIHAN",
    model="sikda.riwayat.diklat",
    order="tanggal_selesai, tahun, id",
    since=lambda row: row.tanggal_selesai or row.tmt,
    entries=(
        text("jenis", "Jenis", 18, lambda row: TRAINING.get(row.jenis)),
        text("nama", "Nama", 46),
        text("penyelenggara", "Penyelenggara", 34),
        text("tempat", "Tempat", 20),
        count("jam", "Jam"),
        text("selesai", "Selesai", 18, _finished),
        text("nomor", "Nomor Sertifikat", 30),
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
PENGHARGAAN = History(
    name="penghargaan",
    title="TANDA JASA DAN PENGHARGAAN",
    model="sikda.riwayat.penghargaan",
    order="tahun, tmt, id",
    entries=(
        text(
            "nama",
            "Nama Tanda Jasa/Penghargaan",
            60,
            lambda row: row.nama or row.jenis_id.name,
        ),
        count("tahun", "Tahun", width=14),
        text("pejabat", "Diberikan oleh", 40),
        text("sk_nomor", "Nomor", 34, under=SK),
        day("sk_tanggal", "Tanggal", under=SK),
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
LUAR_NEGERI = History(
    name="luar_negeri",
    title="KUNJUNGAN KE LUAR NEGERI",
    model="sikda.riwayat.luar.negeri",
    entries=(
        text("negara", "Negara", 36),
        text("tujuan", "Tujuan Kunjungan", 60),
        text("masa", "Lamanya", 40, span),
        text("sponsor", "Yang Membiayai", 36),
    ),
)
ORGANISASI = History(
    name="organisasi",
    title="ORGANISASI",
    model="sikda.riwayat.organisasi",
    entries=(
        text("nama", "Nama Organisasi", 50),
        text("kedudukan", "Kedudukan", 32),
        text("masa", "Masa", 40, span),
        text("tempat", "Tempat", 26),
        text("pimpinan", "Nama Pimpinan", 32),
    ),
)
BAHASA = History(
    name="bahasa",
    title="PENGUASAAN BAHASA",
    model="sikda.riwayat.bahasa",
    optional=True,
    entries=(
        text("nama", "Bahasa", 60),
        text("jenis", "Jenis", 40, lambda row: (row.jenis or "").capitalize()),
        text("kemampuan", "Kemampuan", 40, lambda r: (r.kemampuan or "").capitalize()),
    ),
)
WEDDING = (day("tanggal_menikah", "Tanggal\nMenikah"),)
PASANGAN = _family("pasangan", "SUAMI/ISTRI", "pasangan", entries=WEDDING)
ANAK = _family("anak", "ANAK", "anak")
ORANG_TUA = _family("orang_tua", "ORANG TUA DAN MERTUA", "ayah", "ibu", "mertua")
SAUDARA = replace(_family("saudara", "SAUDARA KANDUNG", "saudara"), optional=True)
