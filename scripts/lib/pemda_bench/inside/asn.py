"""Invented civil servants: as a SIASN file and as columns of ``load()``."""

from datetime import date
from itertools import cycle, islice

import xlsxwriter

COLUMNS = (
    "PNS ID", "NIP BARU", "NIP LAMA", "NAMA", "GELAR DEPAN", "GELAR BELAKANG",
    "TEMPAT LAHIR ID", "TEMPAT LAHIR NAMA", "TANGGAL LAHIR", "JENIS KELAMIN",
    "AGAMA ID", "AGAMA NAMA", "JENIS KAWIN ID", "JENIS KAWIN NAMA", "NIK", "NOMOR HP",
    "EMAIL", "EMAIL GOV", "ALAMAT", "NPWP NOMOR", "BPJS", "JENIS PEGAWAI ID",
    "JENIS PEGAWAI NAMA", "KEDUDUKAN HUKUM ID", "KEDUDUKAN HUKUM NAMA",
    "STATUS CPNS PNS", "KARTU ASN VIRTUAL", "NOMOR SK CPNS", "TANGGAL SK CPNS",
    "TMT CPNS", "NOMOR SK PNS", "TANGGAL SK PNS", "TMT PNS", "GOL AWAL ID",
    "GOL AWAL NAMA", "GOL AKHIR ID", "GOL AKHIR NAMA", "TMT GOLONGAN", "MK TAHUN",
    "MK BULAN", "JENIS JABATAN ID", "JENIS JABATAN NAMA", "JABATAN ID", "JABATAN NAMA",
    "TMT JABATAN", "TINGKAT PENDIDIKAN ID", "TINGKAT PENDIDIKAN NAMA", "PENDIDIKAN ID",
    "PENDIDIKAN NAMA", "TAHUN LULUS", "KPKN ID", "KPKN NAMA", "LOKASI KERJA ID",
    "LOKASI KERJA NAMA", "UNOR ID", "UNOR NAMA", "INSTANSI INDUK ID",
    "INSTANSI INDUK NAMA", "INSTANSI KERJA ID", "INSTANSI KERJA NAMA",
    "SATUAN KERJA INDUK ID", "SATUAN KERJA INDUK NAMA", "SATUAN KERJA KERJA ID",
    "SATUAN KERJA KERJA NAMA", "IS VALID NIK", "NAMA SEKOLAH", "FLAG IKD",
)  # fmt: skip
# What load() takes of them: the person alone. The histories that the import writes too
# are left out, in its favour.
FIELDS = {
    "siasn_id": "PNS ID", "nip": "NIP BARU", "name": "NAMA",
    "gelar_belakang": "GELAR BELAKANG", "tempat_lahir": "TEMPAT LAHIR NAMA",
    "birthday": "TANGGAL LAHIR", "sex": "JENIS KELAMIN", "agama_id": "AGAMA NAMA",
    "status_kawin_id": "JENIS KAWIN NAMA", "nik": "NIK", "hp": "NOMOR HP",
    "alamat": "ALAMAT", "npwp": "NPWP NOMOR", "bpjs": "BPJS",
    "sk_cpns_nomor": "NOMOR SK CPNS", "sk_cpns_tanggal": "TANGGAL SK CPNS",
    "tmt_cpns": "TMT CPNS", "sk_pns_nomor": "NOMOR SK PNS",
    "sk_pns_tanggal": "TANGGAL SK PNS", "tmt_pns": "TMT PNS", "kpkn": "KPKN NAMA",
    "lokasi_kerja": "LOKASI KERJA NAMA", "instansi_induk": "INSTANSI INDUK NAMA",
    "instansi_kerja": "INSTANSI KERJA NAMA", "flag_ikd": "FLAG IKD",
    "department_id": "UNOR NAMA",
}  # fmt: skip
DATES = {"TANGGAL LAHIR", "TANGGAL SK CPNS", "TMT CPNS", "TANGGAL SK PNS", "TMT PNS"}
POSTS = tuple(f"Pengelola Urusan {number}" for number in range(1, 61))
GIVEN = ("Wirajaya", "Sekarwangi", "Gunadarma", "Larasmaya", "Kertanata", "Puspadewi")
FAMILY = ("Contohwan", "Fiktifanto", "Rekaandra", "Misalkusuma", "Umpamanegara")


def people(count, series, units):
    """Rows of ``count`` people as {column: value}; ``series`` tells files apart."""
    for number, unit in enumerate(islice(cycle(units), count), 1):
        born = date(1970 + number % 25, number % 12 + 1, number % 28 + 1)
        start = date(born.year + 25, 3, 1)
        sex = number % 2 + 1
        serial = number // 600 + series * 60 + 1
        key = f"{series:04d}{number:08d}"
        day = born.day + 40 * (sex - 1)
        nip = f"{born:%Y%m%d}{start:%Y%m}{sex}{serial % 1000:03d}"
        yield dict.fromkeys(COLUMNS, "") | {
            "PNS ID": f"A5EB03E23CCCF6A0E040{key}",
            "NIP BARU": nip,
            "NAMA": f"{GIVEN[number % 6]} {FAMILY[number % 5]} {number}".upper(),
            "GELAR BELAKANG": "S.E.",
            "TEMPAT LAHIR NAMA": "PASURUAN",
            "TANGGAL LAHIR": born,
            "JENIS KELAMIN": "MF"[sex - 1],
            "AGAMA ID": "1",
            "AGAMA NAMA": "Islam",
            "JENIS KAWIN ID": "1",
            "JENIS KAWIN NAMA": "Menikah",
            "NIK": f"351401{day:02d}{born:%m%y}{number % 9999 + 1:04d}",
            "NOMOR HP": f"0812{number:08d}",
            "ALAMAT": f"Jl. Contoh No. {number} RT 01 RW 02",
            "NPWP NOMOR": f"{number:015d}",
            "BPJS": f"{number:013d}",
            "KEDUDUKAN HUKUM ID": "01",
            "KEDUDUKAN HUKUM NAMA": "Aktif",
            "STATUS CPNS PNS": "P",
            "NOMOR SK CPNS": f"813.3/{number}/{start.year}",
            "TANGGAL SK CPNS": start,
            "TMT CPNS": start,
            "NOMOR SK PNS": f"821.13/{number}/{start.year + 1}",
            "TANGGAL SK PNS": start.replace(year=start.year + 1),
            "TMT PNS": start.replace(year=start.year + 1),
            "GOL AWAL ID": "31",
            "GOL AWAL NAMA": "III/a",
            "GOL AKHIR ID": "33",
            "GOL AKHIR NAMA": "III/c",
            "TMT GOLONGAN": date(2020 + number % 6, 4, 1),
            "MK TAHUN": 20 + number % 6,
            "MK BULAN": number % 12,
            "JENIS JABATAN ID": "4",
            "JENIS JABATAN NAMA": "Jabatan Pelaksana",
            "JABATAN NAMA": POSTS[number % len(POSTS)],
            "TMT JABATAN": date(2021, 5, 1),
            "TINGKAT PENDIDIKAN ID": "40",
            "TINGKAT PENDIDIKAN NAMA": "S-1",
            "PENDIDIKAN NAMA": "S-1 AKUNTANSI",
            "TAHUN LULUS": born.year + 23,
            "KPKN NAMA": "KPPN MALANG",
            "LOKASI KERJA NAMA": "Kab. Contoh",
            "UNOR NAMA": unit,
            "INSTANSI INDUK NAMA": "Pemerintah Kab. Contoh",
            "INSTANSI KERJA NAMA": "Pemerintah Kab. Contoh",
            "IS VALID NIK": "1",
            "NAMA SEKOLAH": "UNIVERSITAS CONTOH",
            "FLAG IKD": "0",
        }


def write(path, rows):
    """Save rows as the .xlsx that SIASN gives."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Data Utama")
        sheet.write_row(0, 0, COLUMNS)
        for number, row in enumerate(rows, 1):
            for column, name in enumerate(COLUMNS):
                value = row[name]
                if isinstance(value, date):
                    value = f"{value:%d-%m-%Y}"
                if isinstance(value, str):
                    sheet.write_string(number, column, value)
                else:
                    sheet.write_number(number, column, value)


def for_load(rows):
    """The same rows as text in the order of ``FIELDS``."""
    sexes = {"M": "male", "F": "female"}
    return [
        [
            sexes[row[name]] if field == "sex" else str(row[name])
            for field, name in FIELDS.items()
        ]
        for row in rows
    ]
