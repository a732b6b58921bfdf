#!/usr/bin/env python3
"""Synthetic personnel files in the layouts that Indonesian local governments really have.

Every person here is invented: names come from a small word list, NIP serials are 9xx and NIK
serials 9xxx, so that they do not meet a real person's.  The NIP and NIK are well composed
(birth date, TMT CPNS or PPPK year + 21, sex; region, DDMMYY with +40 for women).

  python make_pegawai_samples.py OUT_DIR [--seed 7] [--n 60]

needs only the standard library, xlwt and openpyxl.  Writes

  siasn_data_utama.xlsx           SIASN "Data Utama" download, 69 columns, one header row
  siasn_data_utama.csv            the same people, ';' separated, cp1252, CRLF, other column order
  nominatif_gabungan.xls          BIFF8, "Nama / NIP" and "GR / TMT" joined in one cell (Mojokerto style)
  data_pegawai_22_kolom.xls       BIFF8, five title rows, header on row 9, NIP as number in part
  duk_dua_baris.xls               BIFF8, two physical rows for each person, merged header, signature footer
  duk_18_kolom_html.xls           HTML table named .xls, 18 columns, colspan/rowspan header (Bogor style)
  bezetting_abk.xlsx              35 columns, five merged header rows, tree of units, subtotals (Wonosobo style)
  bezetting_abk_spreadsheetml.xls the same table as SpreadsheetML 2003 named .xls
  riwayat_cpns.csv                ';' separated, header cells with spaces at the end (Bogor style)
  expected.json                   the truth, and for every file: rows, traps, what an importer should report
"""

import argparse
import csv
import datetime as dt
import html
import json
import os
import random
import re

import openpyxl
import xlwt
from openpyxl.styles import Alignment, Font

SIASN = [
    "PNS ID",
    "NIP BARU",
    "NIP LAMA",
    "NAMA",
    "GELAR DEPAN",
    "GELAR BELAKANG",
    "TEMPAT LAHIR ID",
    "TEMPAT LAHIR NAMA",
    "TANGGAL LAHIR",
    "JENIS KELAMIN",
    "AGAMA ID",
    "AGAMA NAMA",
    "JENIS KAWIN ID",
    "JENIS KAWIN NAMA",
    "NIK",
    "NOMOR HP",
    "EMAIL",
    "EMAIL GOV",
    "ALAMAT",
    "NPWP NOMOR",
    "BPJS",
    "JENIS PEGAWAI ID",
    "JENIS PEGAWAI NAMA",
    "KEDUDUKAN HUKUM ID",
    "KEDUDUKAN HUKUM NAMA",
    "STATUS CPNS PNS",
    "KARTU ASN VIRTUAL",
    "NOMOR SK CPNS",
    "TANGGAL SK CPNS",
    "TMT CPNS",
    "NOMOR SK PNS",
    "TANGGAL SK PNS",
    "TMT PNS",
    "GOL AWAL ID",
    "GOL AWAL NAMA",
    "GOL AKHIR ID",
    "GOL AKHIR NAMA",
    "TMT GOLONGAN",
    "MK TAHUN",
    "MK BULAN",
    "JENIS JABATAN ID",
    "JENIS JABATAN NAMA",
    "JABATAN ID",
    "JABATAN NAMA",
    "TMT JABATAN",
    "TINGKAT PENDIDIKAN ID",
    "TINGKAT PENDIDIKAN NAMA",
    "PENDIDIKAN ID",
    "PENDIDIKAN NAMA",
    "TAHUN LULUS",
    "KPKN ID",
    "KPKN NAMA",
    "LOKASI KERJA ID",
    "LOKASI KERJA NAMA",
    "UNOR ID",
    "UNOR NAMA",
    "INSTANSI INDUK ID",
    "INSTANSI INDUK NAMA",
    "INSTANSI KERJA ID",
    "INSTANSI KERJA NAMA",
    "SATUAN KERJA INDUK ID",
    "SATUAN KERJA INDUK NAMA",
    "SATUAN KERJA KERJA ID",
    "SATUAN KERJA KERJA NAMA",
    "IS VALID NIK",
    "NAMA SEKOLAH",
    "FLAG IKD",
    "ESELON ID",
    "ESELON NAMA",
]
GOL = {
    "I/a": "11",
    "I/b": "12",
    "I/c": "13",
    "I/d": "14",
    "II/a": "21",
    "II/b": "22",
    "II/c": "23",
    "II/d": "24",
    "III/a": "31",
    "III/b": "32",
    "III/c": "33",
    "III/d": "34",
    "IV/a": "41",
    "IV/b": "42",
    "IV/c": "43",
}
PANGKAT = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
}
UNITS = [
    "DINAS PENDIDIKAN",
    "DINAS KESEHATAN DAERAH, PENGENDALIAN PENDUDUK, DAN KELUARGA BERENCANA",
    "DINAS SUMBER DAYA AIR, BINA MARGA, DAN BINA KONSTRUKSI",
    "BADAN PENGELOLAAN KEUANGAN DAN PENDAPATAN DAERAH",
    "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA",
    "SEKRETARIAT DAERAH",
    "INSPEKTORAT DAERAH",
    "KECAMATAN BANGIL",
]
FIRST_M = [
    "Wirajaya",
    "Satrapana",
    "Gunadarma",
    "Kertanata",
    "Lokajaya",
    "Purwanata",
    "Sadewata",
    "Tirtayasa",
    "Birawata",
    "Ma'rufin",
]
FIRST_F = [
    "Sekarwangi",
    "Larasmaya",
    "Cempakawati",
    "Puspadewi",
    "Melatirani",
    "Kenangarini",
    "Tirtasari",
    "Anggrekwati",
    "Nur'arum",
]
LAST = [
    "Contohwan",
    "Fiktifanto",
    "Rekaandra",
    "Misalkusuma",
    "Umpamanegara",
    "Ujiwardana",
    "Cobasaputra",
    "Sampelindra",
]
EDU = [
    ("SLTA", "SMA/SMK", "", ""),
    ("D-III", "D-III KEBIDANAN", "", "A.Md.Keb."),
    ("S-1", "S-1 AKUNTANSI", "", "S.E."),
    ("S-1", "S-1 PENDIDIKAN GURU SEKOLAH DASAR", "", "S.Pd."),
    ("S-2", "S-2 MANAJEMEN", "Drs.", "M.M."),
    ("S-1", "S-1 KEDOKTERAN", "dr.", ""),
    ("S-2", "S-2 HUKUM", "", "S.H., M.H."),
]
BULAN = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
MON = [
    "JAN",
    "FEB",
    "MAR",
    "APR",
    "MAY",
    "JUN",
    "JUL",
    "AUG",
    "SEP",
    "OCT",
    "NOV",
    "DEC",
]
NBSP = "\u00a0"


def excel15(digits):
    """What Excel leaves of a long number: 15 significant digits, the rest 0."""
    return float(digits[:15] + "0" * (len(digits) - 15))


def people(rnd, n):
    out = []
    for i in range(n):
        sex = rnd.choice("LP")
        pppk = i % 9 == 8
        born = dt.date(rnd.randint(1967, 1998), rnd.randint(1, 12), rnd.randint(1, 28))
        year = (
            min(2024, born.year + rnd.randint(21, 31))
            if not pppk
            else rnd.choice([2021, 2022, 2024, 2025])
        )
        tmt = dt.date(year, rnd.choice([1, 3, 4, 12]), 1)
        serial = 900 + i % 100
        nip = "%s%s%d%03d" % (
            born.strftime("%Y%m%d"),
            ("%d21" % year) if pppk else tmt.strftime("%Y%m"),
            1 if sex == "L" else 2,
            serial,
        )
        region = "3514%02d" % rnd.randint(1, 24)
        nik = "%s%02d%s%04d" % (
            region,
            born.day + (40 if sex == "P" else 0),
            born.strftime("%m%y"),
            9000 + i,
        )
        edu = rnd.choice(EDU)
        gol = "IX" if pppk else rnd.choice(list(GOL)[4:])
        awal = "IX" if pppk else rnd.choice(list(GOL)[2:9])
        unit = rnd.choice(UNITS)
        kind = (
            "Fungsional"
            if pppk
            else rnd.choice(["Struktural", "Fungsional", "Pelaksana", "Pelaksana"])
        )
        jab = {
            "Struktural": rnd.choice(
                [
                    "KEPALA BIDANG ASET",
                    "SEKRETARIS",
                    "KEPALA SUB BAGIAN UMUM DAN KEPEGAWAIAN",
                ]
            ),
            "Fungsional": rnd.choice(
                [
                    "GURU AHLI PERTAMA",
                    "BIDAN MAHIR",
                    "PRANATA KOMPUTER AHLI MUDA",
                    "AUDITOR AHLI MUDA",
                ]
            ),
            "Pelaksana": rnd.choice(
                [
                    "PENGADMINISTRASI UMUM",
                    "PENGELOLA BARANG MILIK DAERAH",
                    "PENGURUS BARANG",
                ]
            ),
        }[kind]
        es = {
            "KEPALA BIDANG ASET": "III/b",
            "SEKRETARIS": "III/a",
            "KEPALA SUB BAGIAN UMUM DAN KEPEGAWAIAN": "IV/a",
        }.get(jab, "")
        first = rnd.choice(FIRST_M if sex == "L" else FIRST_F)
        out.append(
            dict(
                no=i + 1,
                nip=nip,
                nik=nik,
                nama=f"{first} {rnd.choice(LAST)}",
                gd=edu[2],
                gb=edu[3],
                jk=sex,
                lahir=born,
                tempat=rnd.choice(
                    ["PASURUAN", "BANGIL", "MALANG", "SURABAYA", "PROBOLINGGO"]
                ),
                agama=rnd.choice(["Islam", "Islam", "Kristen", "Katholik", "Hindu"]),
                pppk=pppk,
                tmt_cpns=tmt,
                tmt_pns=None if pppk else dt.date(tmt.year + 1, tmt.month, 1),
                gol_awal=awal,
                gol=gol,
                tmt_gol=dt.date(2019 + i % 6, rnd.choice([4, 10]), 1),
                mk=(max(0, 2025 - tmt.year), rnd.randint(0, 11)),
                jenis=kind,
                jabatan=jab,
                eselon=es,
                tmt_jab=dt.date(
                    2021 + i % 4, rnd.randint(1, 12), rnd.choice([1, 2, 15])
                ),
                didik=edu[0],
                prodi=edu[1],
                lulus=born.year + 22,
                unit=unit,
            )
        )
    return out


def full(p):
    return (
        "{} {}{}".format(p["gd"], p["nama"], ", " + p["gb"] if p["gb"] else "")
    ).strip()


def spaced(nip):
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def dmy(d):
    return d.strftime("%d-%m-%Y") if d else ""


def eng(d):
    return "%02d %s %d" % (d.day, MON[d.month - 1], d.year)


def ind(d):
    return "%d %s %d" % (d.day, BULAN[d.month - 1], d.year)


def siasn_row(p, rnd):
    uid = f"{rnd.getrandbits(128):032X}"
    return {
        "PNS ID": uid,
        "NIP BARU": p["nip"],
        "NIP LAMA": ""
        if p["tmt_cpns"].year > 2008
        else "5%08d" % rnd.randint(0, 99999999),
        "NAMA": p["nama"].upper(),
        "GELAR DEPAN": p["gd"],
        "GELAR BELAKANG": p["gb"],
        "TEMPAT LAHIR ID": f"{rnd.getrandbits(128):032X}",
        "TEMPAT LAHIR NAMA": p["tempat"],
        "TANGGAL LAHIR": dmy(p["lahir"]),
        "JENIS KELAMIN": "M" if p["jk"] == "L" else "F",
        "AGAMA ID": {"Islam": "1", "Kristen": "2", "Katholik": "3", "Hindu": "4"}[
            p["agama"]
        ],
        "AGAMA NAMA": p["agama"],
        "JENIS KAWIN ID": "1",
        "JENIS KAWIN NAMA": "Menikah",
        "NIK": p["nik"],
        "NOMOR HP": "0812%08d" % rnd.randint(0, 99999999),
        "EMAIL": "pegawai%03d@example.invalid" % p["no"],
        "EMAIL GOV": "",
        "ALAMAT": "Jl. Contoh No. %d RT 01 RW 02" % p["no"],
        "NPWP NOMOR": "%015d" % rnd.randint(1, 10**14),
        "BPJS": "%013d" % rnd.randint(1, 10**12),
        "JENIS PEGAWAI ID": "12" if not p["pppk"] else "71",
        "JENIS PEGAWAI NAMA": "PNS Daerah Kabupaten/Kota yang bekerja pada Kabupaten/Kota"
        if not p["pppk"]
        else "PPPK",
        "KEDUDUKAN HUKUM ID": "01" if not p["pppk"] else "71",
        "KEDUDUKAN HUKUM NAMA": "Aktif" if not p["pppk"] else "PPPK Aktif",
        "STATUS CPNS PNS": "P" if not p["pppk"] else "",
        "KARTU ASN VIRTUAL": "",
        "NOMOR SK CPNS": "813.3/%d/424.103/%d" % (100 + p["no"], p["tmt_cpns"].year),
        "TANGGAL SK CPNS": dmy(p["tmt_cpns"]),
        "TMT CPNS": dmy(p["tmt_cpns"]),
        "NOMOR SK PNS": ""
        if p["pppk"]
        else "821.13/%d/424.103/%d" % (200 + p["no"], p["tmt_pns"].year),
        "TANGGAL SK PNS": dmy(p["tmt_pns"]),
        "TMT PNS": dmy(p["tmt_pns"]),
        "GOL AWAL ID": GOL.get(p["gol_awal"], "09"),
        "GOL AWAL NAMA": p["gol_awal"],
        "GOL AKHIR ID": GOL.get(p["gol"], "09"),
        "GOL AKHIR NAMA": p["gol"],
        "TMT GOLONGAN": dmy(p["tmt_gol"]),
        "MK TAHUN": p["mk"][0],
        "MK BULAN": p["mk"][1],
        "JENIS JABATAN ID": {"Struktural": "1", "Fungsional": "2", "Pelaksana": "4"}[
            p["jenis"]
        ],
        "JENIS JABATAN NAMA": {
            "Struktural": "Jabatan Struktural",
            "Fungsional": "Jabatan Fungsional",
            "Pelaksana": "Jabatan Pelaksana",
        }[p["jenis"]],
        "JABATAN ID": f"{rnd.getrandbits(128):032X}",
        "JABATAN NAMA": p["jabatan"],
        "TMT JABATAN": dmy(p["tmt_jab"]),
        "TINGKAT PENDIDIKAN ID": {
            "SLTA": "15",
            "D-III": "30",
            "S-1": "40",
            "S-2": "45",
        }[p["didik"]],
        "TINGKAT PENDIDIKAN NAMA": p["didik"],
        "PENDIDIKAN ID": f"{rnd.getrandbits(128):032X}",
        "PENDIDIKAN NAMA": p["prodi"],
        "TAHUN LULUS": p["lulus"],
        "KPKN ID": "033",
        "KPKN NAMA": "KPPN MALANG",
        "LOKASI KERJA ID": f"{rnd.getrandbits(128):032X}",
        "LOKASI KERJA NAMA": "Kab. Contoh",
        "UNOR ID": f"{rnd.getrandbits(128):032X}",
        "UNOR NAMA": "{} - {}".format(
            "SUB BAGIAN UMUM DAN KEPEGAWAIAN - SEKRETARIAT"
            if p["no"] % 3
            else "BIDANG ASET",
            p["unit"],
        ),
        "INSTANSI INDUK ID": "A5EB03E23CCCF6A0E040640A040252AD",
        "INSTANSI INDUK NAMA": "Pemerintah Kab. Contoh",
        "INSTANSI KERJA ID": "A5EB03E23CCCF6A0E040640A040252AD",
        "INSTANSI KERJA NAMA": "Pemerintah Kab. Contoh",
        "SATUAN KERJA INDUK ID": "1",
        "SATUAN KERJA INDUK NAMA": "Pemerintah Kab. Contoh",
        "SATUAN KERJA KERJA ID": "1",
        "SATUAN KERJA KERJA NAMA": "Pemerintah Kab. Contoh",
        "IS VALID NIK": "1" if p["no"] % 11 else "0",
        "NAMA SEKOLAH": "UNIVERSITAS CONTOH",
        "FLAG IKD": "0",
        "ESELON ID": {"III/a": "31", "III/b": "32", "IV/a": "41"}.get(p["eselon"], ""),
        "ESELON NAMA": p["eselon"]
        .upper()
        .replace("/", ".")
        .replace(".A", ".a")
        .replace(".B", ".b")
        if p["eselon"]
        else "",
    }


def make_siasn(ps, rnd, d, exp):
    rows = [siasn_row(p, rnd) for p in ps]
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "Data Utama"
    ws.append(SIASN)
    traps = []
    for i, r in enumerate(rows):
        n = i + 2
        vals = dict(r)
        if i % 10 == 1:  # number: 15 digits only
            vals["NIP BARU"] = excel15(r["NIP BARU"])
            vals["NIK"] = excel15(r["NIK"])
            traps.append(
                (
                    n,
                    "NIP BARU",
                    "NIP and NIK are numbers: Excel kept 15 digits, NIP ends in 000, NIK ends in 0",
                )
            )
        elif i % 10 == 2:
            vals["NIP BARU"] = spaced(r["NIP BARU"])
            traps.append((n, "NIP BARU", "NIP with spaces"))
        elif i % 10 == 3:
            vals["NIP BARU"] = "'" + r["NIP BARU"]
            vals["NIK"] = "'" + r["NIK"]
            traps.append((n, "NIP BARU", "apostrophe is part of the text"))
        elif i % 10 == 4:
            vals["NIP BARU"] = r["NIP BARU"] + NBSP
            vals["NAMA"] = r["NAMA"].replace(" ", "  ") + " "
            traps.append(
                (
                    n,
                    "NAMA",
                    "no-break space after the NIP, double and trailing spaces in the name",
                )
            )
        elif i % 10 == 5:
            vals["TANGGAL LAHIR"] = dt.datetime.combine(ps[i]["lahir"], dt.time())
            vals["TMT GOLONGAN"] = ps[i]["tmt_gol"].isoformat()
            traps.append(
                (n, "TANGGAL LAHIR", "real date cell beside ISO text in one row")
            )
        elif i % 10 == 6:
            vals["TMT PNS"] = "01-01-0001"
            vals["TMT JABATAN"] = "-"
            traps.append((n, "TMT PNS", "'01-01-0001' and '-' mean empty"))
        elif i % 10 == 7:
            vals["GOL AKHIR NAMA"] = r["GOL AKHIR NAMA"].replace("/", " ") + " "
            traps.append((n, "GOL AKHIR NAMA", "'III b ' with a space for the slash"))
        ws.append([vals[h] for h in SIASN])
        for c in (2, 15):
            cell = ws.cell(n, c)
            if isinstance(cell.value, str):
                cell.number_format = "@"
                cell.quotePrefix = True
            else:
                cell.number_format = "0"
    dup = dict(rows[0])
    dup["UNOR NAMA"] = "BIDANG MUTASI - " + UNITS[4]
    ws.append([dup[h] for h in SIASN])
    traps.append((len(rows) + 2, "NIP BARU", "same NIP as row 2, another UNOR"))
    bad = dict(rows[1])
    bad["NIP BARU"] = rows[1]["NIP BARU"][:17]
    bad["NAMA"] = "TANPA NIP LENGKAP"
    ws.append([bad[h] for h in SIASN])
    traps.append((len(rows) + 3, "NIP BARU", "17 digits: reject"))
    ws.append([None] * 5)
    wb.save(os.path.join(d, "siasn_data_utama.xlsx"))
    exp["siasn_data_utama.xlsx"] = dict(
        sheet="Data Utama",
        header_row=1,
        columns=len(SIASN),
        data_rows=len(rows) + 2,
        good=len(rows),
        duplicate=1,
        reject=1,
        traps=traps,
    )
    order = SIASN[:]
    order.remove("NIK")
    order.insert(2, "NIK")
    order = [h for h in order if not h.startswith("ESELON")]
    with open(
        os.path.join(d, "siasn_data_utama.csv"), "w", newline="", encoding="cp1252"
    ) as f:
        w = csv.writer(
            f, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL
        )
        w.writerow(order)
        for i, r in enumerate(rows):
            v = dict(r)
            if i % 8 == 3:
                v["NIP BARU"] = (
                    ("{:.2E}".format(excel15(r["NIP BARU"])))
                    .replace(".", ",")
                    .replace("E+", "E+")
                )
                v["NIK"] = ("{:.2E}".format(excel15(r["NIK"]))).replace(".", ",")
            if i % 8 == 5:
                v["ALAMAT"] = 'Jl. Contoh; "Blok A"\nRT 01 – RW 02'
            w.writerow([v[h] for h in order])
    exp["siasn_data_utama.csv"] = dict(
        delimiter=";",
        encoding="cp1252",
        newline="CRLF",
        columns=len(order),
        data_rows=len(rows),
        lost_nip=[i + 2 for i in range(len(rows)) if i % 8 == 3],
        traps=[
            "NIP and NIK as 1,99E+17 (not recoverable from the number)",
            "newline, semicolon and double quotes inside ALAMAT",
            "en dash 0x96",
            "columns in another order, no ESELON columns",
        ],
    )


def xls_styles():
    b = xlwt.easyxf(
        "font: bold on; align: horiz center, vert center, wrap on; borders: left thin, right thin, top thin, bottom thin"
    )
    w = xlwt.easyxf(
        "align: vert top, wrap on; borders: left thin, right thin, top thin, bottom thin"
    )
    return (
        b,
        w,
        xlwt.easyxf("font: bold on; align: horiz center"),
        xlwt.easyxf(num_format_str="DD-MM-YYYY"),
        xlwt.easyxf(num_format_str="0"),
    )


def make_nominatif(ps, d, exp):
    b, w, t, dd, nn = xls_styles()
    wb = xlwt.Workbook()
    ws = wb.add_sheet("Sheet1")
    wb.add_sheet("Sheet2")
    wb.add_sheet("Sheet3")
    ws.write_merge(0, 0, 0, 6, "DAFTAR NOMINATIF PEGAWAI", t)
    ws.write_merge(1, 1, 0, 6, "")
    ws.write_merge(2, 2, 0, 6, "Satuan Kerja : Semua", t)
    for c, h in enumerate(
        [
            "No",
            "Nama / NIP",
            "Tempat, Tanggal Lahir",
            "GR / TMT",
            "Pendidikan / Diklat Terakhir ",
            "Jabatan",
            "Alamat",
        ]
    ):
        ws.write(3, c, h, b)
    lost = []
    for i, p in enumerate(ps):
        nip = p["nip"]
        r = 4 + i
        # the real export cuts one digit of the birth date away: 7 + 6 + 1 + 3 digits
        cut = f"{nip[:7]} {nip[8:14]} {nip[14]} {nip[15:]}"
        if i % 13 == 12:
            cut = nip[:5] + "   "
        if i % 2:
            cut = spaced(nip)
        else:
            lost.append(r + 1)
        ws.write(r, 0, i + 1, w)
        ws.write(r, 1, f"{full(p).upper() if i % 4 == 0 else full(p)}\n{cut}", w)
        ws.write(
            r,
            2,
            "{}{} {}".format(
                p["tempat"], " ," if i % 17 == 3 else ",", eng(p["lahir"])
            ),
            w,
        )
        ws.write(
            r, 3, "{}\n{}".format(p["gol"], eng(p["tmt_gol"]) if i % 19 != 5 else ""), w
        )
        if i % 2 == 0:
            ws.write(
                r,
                4,
                {"SLTA": "SLTA", "D-III": "DIII", "S-1": "S1", "S-2": "S2"}[p["didik"]],
                w,
            )
        ws.write(
            r, 5, p["jabatan"].title() if i % 3 else p["jabatan"] + "  " + p["unit"], w
        )
        if i % 7:
            ws.write(r, 6, "DSN. CONTOH NO. %d" % (i + 1), w)
    wb.save(os.path.join(d, "nominatif_gabungan.xls"))
    exp["nominatif_gabungan.xls"] = dict(
        sheet="Sheet1",
        header_row=4,
        data_rows=len(ps),
        nip_17_digits_rows=lost,
        empty_sheets=["Sheet2", "Sheet3"],
        traps=[
            "name and NIP in one cell, two lines",
            "NIP without its 8th digit on even persons: 7+6+1+3; the digit can be had from the birth date",
            "every 13th NIP cut to 5 digits + spaces",
            "English month names (MAY, AUG, OCT, DEC)",
            'place and birth date in one cell, sometimes " ,"',
            "golongan and TMT in one cell, sometimes no TMT",
            "education as DIII, S1",
            "empty Sheet2 and Sheet3",
        ],
    )


def make_22(ps, d, exp):
    b, w, t, dd, nn = xls_styles()
    wb = xlwt.Workbook(encoding="cp1252")
    ws = wb.add_sheet("Sheet1")
    ws.write(1, 3, "PEMERINTAH KABUPATEN CONTOH", t)
    ws.write(2, 3, "Data Pegawai", t)
    H = [
        "No.",
        "NIP",
        "NIP Baru",
        "Nama",
        "Tempat Lahir",
        "Tanggal Lahir",
        "L/P",
        "Status",
        "Gol. Ruang",
        "TMT Pangkat",
        "Eselon",
        "Jabatan",
        "TMT Jabatan",
        "Agama",
        "Telepon",
        "Alamat",
        "TMT Pensiun",
        "Pendidikan",
        "Jurusan",
        "Lulus",
        "Unit Kerja",
        "Satuan Kerja",
    ]
    for c, h in enumerate(H):
        ws.write(8, c, h, b)
    r = 9
    last = None
    num = []
    data = 0
    heads = 0
    for i, p in enumerate(sorted(ps, key=lambda x: x["unit"])):
        if p["unit"] != last:
            if last:
                ws.write(r, 3, f"JUMLAH {last}", t)
                ws.write(r, 0, "Jumlah")
                r += 2
            ws.write_merge(r, r, 0, 21, p["unit"], t)
            r += 1
            last = p["unit"]
            heads += 1
        row = [
            i + 1,
            "5%08d" % (i * 7919 % 10**8),
            None,
            full(p),
            p["tempat"].title(),
            None,
            p["jk"],
            "PNS" if not p["pppk"] else "PPPK",
            p["gol"],
            None,
            p["eselon"] or "-",
            p["jabatan"],
            ind(p["tmt_jab"]),
            p["agama"],
            "'0812000%04d" % i,
            "Jl. Contoh %d" % i,
            None,
            p["didik"],
            p["prodi"],
            p["lulus"],
            "SUB BAGIAN UMUM",
            p["unit"],
        ]
        for c, v in enumerate(row):
            if v is not None:
                ws.write(r, c, v)
        if i % 3 == 0:
            ws.write(r, 2, excel15(p["nip"]), nn)
            num.append(r + 1)
        elif i % 3 == 1:
            ws.write(r, 2, p["nip"])
        else:
            ws.write(r, 2, spaced(p["nip"]))
        if i % 2:
            ws.write(r, 5, p["lahir"], dd)
        else:
            ws.write(
                r, 5, p["lahir"].strftime("%d/%m/%Y") if i % 4 else ind(p["lahir"])
            )
        if i % 5:
            ws.write(r, 9, p["tmt_gol"], dd)
        else:
            ws.write(
                r, 9, (p["tmt_gol"] - dt.date(1899, 12, 30)).days
            )  # serial without a date format
        bup = dt.date(p["lahir"].year + 58, p["lahir"].month, 1)
        ws.write(r, 16, "%02d-%02d-%02d" % (bup.day, bup.month, bup.year % 100))
        data += 1
        r += 1
    ws.write(r, 0, "JUMLAH SELURUHNYA")
    ws.write(r, 3, data)
    r += 3
    ws.write(r, 17, "Contoh,       Januari 2026")
    ws.write(r + 1, 17, "KEPALA BADAN KEPEGAWAIAN")
    ws.write(r + 5, 17, "NAMA PEJABAT CONTOH, S.H.")
    ws.write(r + 6, 17, "NIP. 19700101 199501 1 999")
    wb.save(os.path.join(d, "data_pegawai_22_kolom.xls"))
    exp["data_pegawai_22_kolom.xls"] = dict(
        sheet="Sheet1",
        header_row=9,
        data_rows=data,
        unit_heading_rows=heads,
        nip_number_rows=num,
        traps=[
            "title rows in column D, blank rows 4-8",
            'unit heading rows merged over 22 columns, "Jumlah" rows, blank rows',
            "NIP as number (15 digits), text, text with spaces",
            "birth date: date cell, 31/12/1980, 31 Desember 1980",
            "TMT as a bare serial number",
            "TMT Pensiun with a two-digit year in the future",
            "phone with an apostrophe",
            "signature block with a NIP below the data (not an employee)",
            '"-" for no eselon',
        ],
    )


def make_duk(ps, d, exp):
    b, w, t, dd, nn = xls_styles()
    wb = xlwt.Workbook()
    ws = wb.add_sheet("duk")
    order = sorted(
        (p for p in ps if not p["pppk"]),
        key=lambda p: (list(GOL).index(p["gol"]), -p["tmt_gol"].toordinal()),
        reverse=True,
    )  # PPPK have no DUK
    for i, s in enumerate(
        [
            "PEMERINTAH KABUPATEN CONTOH",
            "DAFTAR URUT KEPANGKATAN PEGAWAI NEGERI SIPIL",
            "KEADAAN AKHIR TAHUN 2025",
        ]
    ):
        ws.write_merge(1 + i, 1 + i, 0, 10, s, t)
    ws.write_merge(5, 6, 0, 0, "No DUK", b)
    ws.write(5, 1, "Nama Pegawai", b)
    ws.write(6, 1, "NIP", b)
    ws.write(5, 2, "Gol Ruang", b)
    ws.write(6, 2, "TMT", b)
    ws.write_merge(5, 5, 3, 5, "Jabatan", b)
    ws.write(6, 3, "Ess", b)
    ws.write(6, 4, "TMT Eselon", b)
    ws.write(6, 5, "TMT Jabatan", b)
    ws.write_merge(5, 6, 6, 6, "Masa Kerja", b)
    ws.write_merge(5, 6, 7, 7, "Pendidikan dan Pelatihan", b)
    ws.write(5, 8, "Lama", b)
    ws.write(6, 8, "Jam", b)
    ws.write_merge(5, 6, 9, 9, "Pendidikan Terakhir", b)
    ws.write(5, 10, "Tempat &", b)
    ws.write(6, 10, "Tgl Lahir", b)
    for c in range(11):
        ws.write(7, c, c + 1, b)
    r = 8
    for i, p in enumerate(order):
        ws.write_merge(r, r + 1, 0, 0, i + 1, w)
        ws.write(r, 1, full(p), w)
        ws.write(r + 1, 1, spaced(p["nip"]), w)
        ws.write(r, 2, p["gol"], w)
        ws.write(r + 1, 2, dmy(p["tmt_gol"]), w)
        ws.write_merge(r, r, 3, 5, p["jabatan"] + " PADA " + p["unit"], w)
        ws.write(r + 1, 3, p["eselon"], w)
        ws.write(r + 1, 4, dmy(p["tmt_jab"]) if p["eselon"] else "-", w)
        ws.write(r + 1, 5, dmy(p["tmt_jab"]), w)
        ws.write_merge(r, r + 1, 6, 6, "%02d-%02d" % p["mk"], w)
        ws.write(r, 7, "DIKLAT PIM IV" if p["eselon"] else "", w)
        ws.write(r, 8, "285" if p["eselon"] else "", w)
        ws.write_merge(r, r + 1, 9, 9, "%s / %d" % (p["prodi"], p["lulus"]), w)
        ws.write(r, 10, p["tempat"], w)
        ws.write(r + 1, 10, dmy(p["lahir"]), w)
        r += 2
        if i and i % 20 == 0:  # header printed again at the page break
            for c, h in enumerate(
                [
                    "No DUK",
                    "Nama Pegawai",
                    "Gol Ruang",
                    "Jabatan",
                    "",
                    "",
                    "Masa Kerja",
                    "Pendidikan dan Pelatihan",
                    "Lama",
                    "Pendidikan Terakhir",
                    "Tempat &",
                ]
            ):
                ws.write(r, c, h, b)
            for c, h in enumerate(
                [
                    "",
                    "NIP",
                    "TMT",
                    "Ess",
                    "TMT Eselon",
                    "TMT Jabatan",
                    "",
                    "",
                    "Jam",
                    "",
                    "Tgl Lahir",
                ]
            ):
                ws.write(r + 1, c, h, b)
            r += 2
    r += 1
    for i, s in enumerate(
        [
            "CONTOH, 31 Desember 2025",
            "KEPALA BADAN KEPEGAWAIAN",
            "",
            "",
            "",
            "NAMA PEJABAT CONTOH, S.H.",
            "Pembina Utama Muda",
            "NIP. 19700101 199501 1 999",
        ]
    ):
        ws.write_merge(r + i, r + i, 7, 9, s)
    wb.save(os.path.join(d, "duk_dua_baris.xls"))
    exp["duk_dua_baris.xls"] = dict(
        sheet="duk",
        header_rows=[6, 7],
        numbered_row=8,
        data_persons=len(order),
        rows_for_a_person=2,
        traps=[
            "two rows for a person, merged cells across them",
            "header row pair printed again inside the data",
            "numbered row under the header",
            "masa kerja as TT-BB text",
            "signature with a NIP in the footer",
            "sorted by rank: the No DUK is data",
        ],
    )
    H1 = ["NO.", "NAMA", "NIP"]
    out = [
        '<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><style>.t{mso-number-format:"\\@";}</style></head><body>',
        "<center><b>DAFTAR URUT KEPANGKATAN PEGAWAI NEGERI SIPIL<br>PEMERINTAH KOTA CONTOH</b></center>",
        '<table border="1"><thead><tr>',
    ]
    out += [f'<th rowspan="2">{h}</th>' for h in H1] + [
        '<th colspan="2">PANGKAT</th><th colspan="2">JABATAN</th><th colspan="2">MASA KERJA</th><th colspan="3">LATIHAN JABATAN</th><th colspan="3">PENDIDIKAN</th><th rowspan="2">USIA</th><th rowspan="2">CATATAN<br>MUTASI</th><th rowspan="2">KET</th></tr>'
    ]
    out += [
        "<tr><th>GOL/<br>RUANG</th><th>TMT</th><th>NAMA</th><th>TMT</th><th>THN</th><th>BLN</th><th>NAMA</th><th>TAHUN</th><th>JUMLAH<br>JAM</th><th>NAMA</th><th>LULUS<br>TAHUN</th><th>TINGKAT</th></tr>",
        "<tr>" + "".join("<th>%d</th>" % (i + 1) for i in range(18)) + "</tr></thead>",
    ]
    for i, p in enumerate(order):
        cells = [
            i + 1,
            html.escape(full(p)),
            "&nbsp;" + p["nip"],
            p["gol"],
            dmy(p["tmt_gol"]),
            html.escape(p["jabatan"]) + "<br>" + html.escape(p["unit"]),
            dmy(p["tmt_jab"]),
            p["mk"][0],
            p["mk"][1],
            "",
            "",
            "",
            html.escape(p["prodi"]),
            p["lulus"],
            p["didik"],
            2025 - p["lahir"].year,
            "",
            "",
        ]
        out.append(
            "<tr>"
            + "".join(
                f"<td class=t>{c}</td>" if j == 2 else f"<td>{c}</td>"
                for j, c in enumerate(cells)
            )
            + "</tr>"
        )
    out.append("</table><br>Jumlah : %d orang</body></html>" % len(order))
    with open(
        os.path.join(d, "duk_18_kolom_html.xls"),
        "w",
        encoding="cp1252",
        errors="xmlcharrefreplace",
    ) as f:
        f.write("\n".join(out))
    exp["duk_18_kolom_html.xls"] = dict(
        container="HTML",
        header_rows=2,
        numbered_row=3,
        data_rows=len(order),
        traps=[
            "HTML named .xls: xlrd says \"Expected BOF record; found b'<html><'\"",
            "colspan and rowspan header, <br> in the header",
            "&nbsp; before the NIP",
            "two child headers are both called NAMA and TMT",
        ],
    )


JEN = [
    "Es. I",
    "Es. II",
    "Es. III",
    "Es. IV",
    "Es. V",
    "Pemula",
    "Terampil",
    "Mahir",
    "Penyelia",
    "Pertama",
    "Muda",
    "Madya",
    "Utama",
]


def bezetting_rows(rnd):
    """(level, no, name, tipe opd, kelas, 15 riil, 15 abk, bup); level 0 = OPD, 1 = bidang, 2 = jabatan"""
    rows = []
    for u, unit in enumerate(UNITS[:5]):
        kids = []
        for bname in ("SEKRETARIAT", "BIDANG ASET", "BIDANG PERENCANAAN"):
            jobs = []
            for job, kelas, col in (
                (f"Kepala {bname.title()}", 11, 2),
                ("Pengadministrasi Umum", 5, 13),
                ("Pranata Komputer Ahli Muda", 9, 10),
                ("Pengelola Barang Milik Daerah", 6, 13),
            ):
                riil = [0] * 15
                abk = [0] * 15
                riil[col] = rnd.randint(0, 3)
                abk[col] = riil[col] + rnd.randint(0, 3)
                riil[14] = riil[col]
                abk[14] = abk[col]
                jobs.append([2, "", job, "", kelas, riil, abk, rnd.randint(0, 1)])
            kids.append(
                [
                    1,
                    "",
                    bname,
                    "",
                    "",
                    [sum(j[5][k] for j in jobs) for k in range(15)],
                    [sum(j[6][k] for j in jobs) for k in range(15)],
                    sum(j[7] for j in jobs),
                ]
            )
            kids += jobs
        tops = [k for k in kids if k[0] == 1]
        rows.append(
            [
                0,
                u + 1,
                unit,
                "A",
                "",
                [sum(k[5][i] for k in tops) for i in range(15)],
                [sum(k[6][i] for k in tops) for i in range(15)],
                sum(k[7] for k in tops),
            ]
        )
        rows += kids
    return rows


def make_bezetting(d, rnd, exp):
    rows = bezetting_rows(rnd)
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "Rekap"
    ws["A1"] = "PROYEKSI KEBUTUHAN PEGAWAI NEGERI SIPIL"
    ws["A2"] = "PEMERINTAH KABUPATEN CONTOH TAHUN 2026"
    ws.merge_cells("A1:AI1")
    ws.merge_cells("A2:AI2")

    def put(r, c, v, r2=None, c2=None):
        ws.cell(r, c, v).alignment = Alignment(
            wrap_text=True, horizontal="center", vertical="center"
        )
        ws.cell(r, c).font = Font(bold=True)
        if r2 or c2:
            ws.merge_cells(
                start_row=r, start_column=c, end_row=r2 or r, end_column=c2 or c
            )

    put(5, 1, "NO", 9)
    put(5, 2, "UNIT ORGANISASI DAN NAMA JABATAN", 9)
    put(5, 3, "TIPE OPD", 9)
    put(5, 4, "KELAS JABATAN", 9)
    put(5, 5, "JUMLAH PNS KEADAAN SAMPAI DENGAN JANUARI 2026/ RIIL", None, 19)
    put(5, 20, "JUMLAH KEBUTUHAN PNS BERDASARKAN ANALISIS BEBAN KERJA/ ABK", None, 34)
    put(5, 35, "BUP TH. 2027", 9)
    for s in (5, 20):
        put(6, s, " JABATAN PIMPINAN TINGGI", None, s + 1)
        put(6, s + 2, "JABATAN ADMINISTRASI", None, s + 4)
        put(6, s + 5, "JABATAN FUNGSIONAL", None, s + 12)
        put(6, s + 13, "JABATAN PELAKSANA (JFU)", 9)
        put(6, s + 14, "JUMLAH ", 9)
        for k, v in enumerate(
            ["Madya", "Pratama", "Adminis-trator", "Pengawas", "Pelaksana"]
        ):
            put(7, s + k, v, 8)
        put(7, s + 5, "Terampil", 8, s + 8)
        put(7, s + 9, "Ahli", 8, s + 12)
        for k, v in enumerate(JEN):
            put(9, s + k, v)
    for c in range(1, 36):
        put(10, c, c)
    r = 12
    for lv, no, name, tipe, kelas, riil, abk, bup in rows:
        ws.cell(r, 1, no)
        ws.cell(r, 2, ("", "   ", "      - ")[lv] + name).font = Font(bold=lv < 2)
        ws.cell(r, 3, tipe)
        ws.cell(r, 4, kelas)
        for k in range(15):
            for base, arr in ((5, riil), (20, abk)):
                v = arr[k]
                if lv == 2:
                    ws.cell(r, base + k, v if v else ("-" if k % 2 else None))
                else:
                    ws.cell(r, base + k, v)
        ws.cell(r, 35, bup)
        r += 1
    ws.cell(r, 2, "JUMLAH").font = Font(bold=True)
    tot = [
        sum(x[5][14] for x in rows if x[0] == 0),
        sum(x[6][14] for x in rows if x[0] == 0),
    ]
    ws.cell(r, 19, tot[0])
    ws.cell(r, 34, tot[1])
    ws.cell(r + 3, 26, "BUPATI CONTOH")
    ws.cell(r + 7, 26, "NAMA PEJABAT CONTOH")
    ws.freeze_panes = "C11"
    wb.save(os.path.join(d, "bezetting_abk.xlsx"))
    exp["bezetting_abk.xlsx"] = dict(
        sheet="Rekap",
        header_rows=[5, 6, 7, 8, 9],
        numbered_row=10,
        first_data_row=12,
        job_rows=sum(x[0] == 2 for x in rows),
        unit_rows=sum(x[0] == 0 for x in rows),
        bidang_rows=sum(x[0] == 1 for x in rows),
        total_riil=tot[0],
        total_abk=tot[1],
        traps=[
            "five header rows, the same leaf names twice (RIIL and ABK)",
            'level shown by spaces and "- " before the name',
            "subtotal rows of bidang and OPD would be counted twice",
            '"-" and empty mean 0',
            "grand total and signature below",
            'one OPD has the job "Pengadministrasi Umum" three times',
        ],
    )
    x = [
        '<?xml version="1.0"?>',
        '<?mso-application progid="Excel.Sheet"?>',
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Rekap"><Table>',
    ]

    def cell(v, idx=None, across=0, down=0):
        a = (
            (' ss:Index="%d"' % idx if idx else "")
            + (' ss:MergeAcross="%d"' % across if across else "")
            + (' ss:MergeDown="%d"' % down if down else "")
        )
        return '<Cell{}><Data ss:Type="{}">{}</Data></Cell>'.format(
            a,
            "Number" if isinstance(v, int) else "String",
            html.escape(str(v)),
        )

    x.append(
        "<Row>"
        + cell("NO", down=4)
        + cell("UNIT ORGANISASI DAN NAMA JABATAN", across=6, down=4)
        + cell("TIPE OPD", down=4)
        + cell("KELAS JABATAN", down=4)
        + cell("JUMLAH PNS KEADAAN SAMPAI DENGAN JANUARI 2026/ RIIL", across=14)
        + cell("JUMLAH KEBUTUHAN PNS BERDASARKAN ANALISIS BEBAN KERJA/ ABK", across=14)
        + cell("BUP TH. 2027", down=4)
        + "</Row>"
    )
    x.append(
        "<Row>"
        + "".join(
            (
                cell(" JABATAN PIMPINAN TINGGI", 11 + o if o else 11, 1)
                if not o
                else cell(" JABATAN PIMPINAN TINGGI", None, 1)
            )
            + cell("JABATAN ADMINISTRASI", across=2)
            + cell("JABATAN FUNGSIONAL", across=7)
            + cell("JABATAN PELAKSANA (JFU)", down=3)
            + cell("JUMLAH ", down=3)
            for o in (0, 15)
        )
        + "</Row>"
    )
    x.append(
        "<Row>"
        + "".join(
            "".join(
                cell(v, (11 if not o else 26) if k == 0 else None, down=1)
                for k, v in enumerate(
                    ["Madya", "Pratama", "Adminis-trator", "Pengawas", "Pelaksana"]
                )
            )
            + cell("Terampil", across=3, down=1)
            + cell("Ahli", across=3, down=1)
            for o in (0, 15)
        )
        + "</Row><Row/>"
    )
    x.append(
        "<Row>"
        + "".join(
            cell(v, (11 if not o else 26) if k == 0 else None)
            for o in (0, 15)
            for k, v in enumerate(JEN)
        )
        + "</Row>"
    )
    x.append(
        "<Row>"
        + cell(1)
        + cell(2, across=6)
        + "".join(cell(i) for i in range(3, 36))
        + "</Row><Row/>"
    )
    for lv, no, name, tipe, kelas, riil, abk, bup in rows:
        x.append(
            "<Row>"
            + (cell(no) if no != "" else "<Cell/>")
            + ("<Cell/>" * lv)
            + cell(name, across=6 - lv)
            + cell(tipe)
            + cell(kelas)
            + "".join(cell(v) for v in riil + abk)
            + cell(bup)
            + "</Row>"
        )
    x.append("</Table></Worksheet></Workbook>")
    with open(
        os.path.join(d, "bezetting_abk_spreadsheetml.xls"), "w", encoding="utf-8"
    ) as f:
        f.write("\n".join(x))
    exp["bezetting_abk_spreadsheetml.xls"] = dict(
        container="SpreadsheetML 2003",
        job_rows=exp["bezetting_abk.xlsx"]["job_rows"],
        traps=[
            "XML named .xls",
            "ss:Index, MergeAcross and MergeDown instead of merged ranges",
            "level shown by empty cells before the name",
        ],
    )


def make_csv(ps, d, exp):
    with open(
        os.path.join(d, "riwayat_cpns.csv"), "w", newline="", encoding="utf-8"
    ) as f:
        f.write(
            "IDP;NAMA ;NIP;NO. SKCPNS ;TMT SK CPNS ;TGL. SK CPNS ;GOL saat CPNS ;Maker Tahun;Maker Bulan\r\n"
        )
        for i, p in enumerate(ps[:20]):
            f.write(
                ";%s;%s%s;813/%d-Kep/%d;%s;%s;%s%s;%d;%d\r\n"
                % (
                    full(p) + (" " if i % 3 else ""),
                    p["nip"],
                    "-" if i == 0 else "",
                    10 + i,
                    p["tmt_cpns"].year,
                    p["tmt_cpns"].isoformat(),
                    p["tmt_cpns"].isoformat(),
                    p["gol_awal"].replace("/", " "),
                    " " if i % 4 == 0 else "",
                    0,
                    i % 12,
                )
            )
    exp["riwayat_cpns.csv"] = dict(
        delimiter=";",
        data_rows=20,
        traps=[
            "header names end in a space",
            "first column empty on every row",
            "NIP with '-' at the end on row 2",
            "golongan 'II c ' without a slash",
            "commas inside names are not separators",
        ],
    )


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("out", nargs="?", default="pegawai_samples")
    ap.add_argument("--seed", type=int, default=7)
    ap.add_argument("--n", type=int, default=60)
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    rnd = random.Random(a.seed)
    ps = people(rnd, a.n)
    exp = {}
    for p in ps:  # the composition rules an importer may check
        assert (
            re.fullmatch(r"\d{18}", p["nip"])
            and p["nip"][:8] == p["lahir"].strftime("%Y%m%d")
            and p["nip"][14] == ("1" if p["jk"] == "L" else "2")
        )
        assert (
            re.fullmatch(r"\d{16}", p["nik"])
            and int(p["nik"][6:8]) % 40 == p["lahir"].day
        )
    assert len({p["nip"] for p in ps}) == len(ps) and len(
        {p["nik"] for p in ps}
    ) == len(ps)
    make_siasn(ps, rnd, a.out, exp)
    make_nominatif(ps, a.out, exp)
    make_22(ps, a.out, exp)
    make_duk(ps, a.out, exp)
    make_bezetting(a.out, rnd, exp)
    make_csv(ps, a.out, exp)
    truth = [
        {k: (v.isoformat() if isinstance(v, dt.date) else v) for k, v in p.items()}
        for p in ps
    ]
    with open(os.path.join(a.out, "expected.json"), "w", encoding="utf-8") as f:
        json.dump(dict(people=truth, files=exp), f, indent=1, ensure_ascii=False)
    print("%d people, %d files in %s" % (len(ps), len(exp) + 1, a.out))


if __name__ == "__main__":
    main()
