"""Life of a person, in tables of a DRH or a card: education, awards, family."""

from dataclasses import replace

from odoo.addons.pemda_report.engine.formats import short_date

from .history_table import SK, History, count, day, span, text

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
SEXES = {"male": "L", "female": "P"}


def place_and_date(row):
    parts = (row.tempat_lahir, row.tanggal_lahir and short_date(row.tanggal_lahir))
    return ", ".join(filter(None, parts))


def _graduated(row):
    if row.tanggal_lulus:
        return short_date(row.tanggal_lulus)
    return str(row.tahun_lulus or "")


def _finished(row):
    if row.tanggal_selesai:
        return short_date(row.tanggal_selesai)
    return str(row.tahun or "")


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
