"""The recaps that BKD prints per OPD; columns as in the lists of pemda."""

from odoo import models
from odoo.tools import SQL

from ..rules.golongan import PNS, PPPK, group

AGES = (
    ("to_24", "< 25", 0, 24),
    ("to_29", "25-29", 25, 29),
    ("to_34", "30-34", 30, 34),
    ("to_39", "35-39", 35, 39),
    ("to_44", "40-44", 40, 44),
    ("to_49", "45-49", 45, 49),
    ("to_54", "50-54", 50, 54),
    *((f"at_{age}", str(age), age, age) for age in range(55, 60)),
    ("over_59", "≥ 60", 60, 200),
)
EDUCATION = (
    ("p_sd", "SD", ("05",)),
    ("p_smp", "SLTP", ("10", "12")),
    ("p_sma", "SLTA", ("15", "17", "18")),
    ("p_d1", "D-I", ("20",)),
    ("p_d2", "D-II", ("25",)),
    ("p_d3", "D-III", ("30",)),
    ("p_d4", "D-IV", ("35",)),
    ("p_s1", "S-1", ("40",)),
    ("p_profesi", "Profesi", ("42",)),
    ("p_s2", "S-2", ("45", "47")),
    ("p_s3", "S-3", ("49", "50")),
)
RELIGIONS = (
    ("a_1", "Islam"),
    ("a_2", "Kristen"),
    ("a_3", "Katolik"),
    ("a_4", "Hindu"),
    ("a_5", "Buddha"),
    ("a_6", "Kong-\nhucu"),
    ("a_7", "Lainnya"),
)
MARITAL = (
    ("k_1", "Kawin"),
    ("k_2", "Cerai"),
    ("k_3", "Janda/\nDuda"),
    ("k_4", "Belum"),
)
POSTS = (
    ("j_struktural", "Struktural"),
    ("j_fungsional", "Fungsional"),
    ("j_pelaksana", "Pelaksana"),
)
STATUS = (
    ("s_cpns", "CPNS"),
    ("s_pns", "PNS"),
    ("s_pppk", "PPPK"),
    ("s_pppk_pw", "PPPK\nParuh\nWaktu"),
)


def equal(column, value):
    return SQL("listed.%s = %s", SQL.identifier(column), value)


class RekapGolongan(models.AbstractModel):
    _name = "report.sikda.rekap_golongan"
    _description = "Rekapitulasi PNS menurut golongan"
    _inherit = ["sikda.rekap.report"]

    _report_code = "rekap_golongan"
    _report_title = "Rekapitulasi PNS menurut golongan"
    _form_title = (
        "REKAPITULASI PEGAWAI NEGERI SIPIL",
        "MENURUT GOLONGAN RUANG",
    )
    _counted = "Golongan Ruang"

    def _which(self, options):
        return SQL("listed.status_asn IN ('cpns', 'pns')")

    def _kinds(self, options):
        return tuple(
            (
                f"g{group(name)}_{name[-1]}",
                name,
                SQL("listed.family = 'pns' AND listed.golongan = %s", name),
            )
            for name in PNS
        )

    def _sums(self):
        return tuple(
            (f"jml_{name}", f"JML\n{name}", f"g{name}_")
            for name in ("I", "II", "III", "IV")
        )


class RekapPppk(models.AbstractModel):
    _name = "report.sikda.rekap_pppk"
    _description = "Rekapitulasi PPPK menurut golongan"
    _inherit = ["sikda.rekap.report"]

    _report_code = "rekap_pppk"
    _report_title = "Rekapitulasi PPPK menurut golongan"
    _form_title = ("REKAPITULASI PPPK", "MENURUT GOLONGAN")
    _counted = "Golongan"

    def _which(self, options):
        return SQL("listed.status_asn IN ('pppk', 'pppk_pw')")

    def _kinds(self, options):
        return tuple(
            (
                f"g_{name}",
                name,
                SQL("listed.family = 'pppk' AND listed.golongan = %s", name),
            )
            for name in PPPK
        )


class RekapStatus(models.AbstractModel):
    _name = "report.sikda.rekap_status"
    _description = "Rekapitulasi pegawai menurut status dan jenis kelamin"
    _inherit = ["sikda.rekap.report"]

    _report_code = "rekap_status"
    _report_title = "Rekapitulasi pegawai menurut status dan jenis kelamin"
    _form_title = ("REKAPITULASI PEGAWAI", "MENURUT STATUS DAN JENIS KELAMIN")
    _counted = "Status dan Jenis Kelamin"

    def _kinds(self, options):
        return tuple(
            (
                f"{key}_{sex}",
                f"{title}\n{sex}",
                SQL("%s AND %s", equal("status_asn", key[2:]), equal("jk", sex)),
            )
            for key, title in STATUS
            for sex in "LP"
        )


class RekapJenisKelamin(models.AbstractModel):
    _name = "report.sikda.rekap_jenis_kelamin"
    _description = "Rekapitulasi pegawai menurut jenis kelamin"
    _inherit = ["sikda.rekap.report"]

    _report_code = "rekap_jenis_kelamin"
    _report_title = "Rekapitulasi pegawai menurut jenis kelamin"
    _form_title = ("REKAPITULASI PEGAWAI", "MENURUT JENIS KELAMIN")
    _counted = "Jenis Kelamin"

    def _kinds(self, options):
        return (
            ("l", "Laki-laki", equal("jk", "L")),
            ("p", "Perempuan", equal("jk", "P")),
        )


class RekapPendidikan(models.AbstractModel):
    _name = "report.sikda.rekap_pendidikan"
    _description = "Rekapitulasi pegawai menurut pendidikan"
    _inherit = ["sikda.rekap.report"]

    _report_code = "rekap_pendidikan"
    _report_title = "Rekapitulasi pegawai menurut pendidikan"
    _form_title = ("REKAPITULASI PEGAWAI", "MENURUT TINGKAT PENDIDIKAN")
    _counted = "Pendidikan"

    def _kinds(self, options):
        return tuple(
            (key, title, SQL("listed.tingkat_code = ANY(%s)", list(codes)))
            for key, title, codes in EDUCATION
        )


class RekapUsia(models.AbstractModel):
    _name = "report.sikda.rekap_usia"
    _description = "Rekapitulasi pegawai menurut usia"
    _inherit = ["sikda.rekap.report"]

    _report_code = "rekap_usia"
    _report_title = "Rekapitulasi pegawai menurut usia"
    _form_title = ("REKAPITULASI PEGAWAI", "MENURUT USIA")
    _counted = "Usia (tahun)"

    def _kinds(self, options):
        return tuple(
            (key, title, SQL("listed.usia BETWEEN %s AND %s", first, last))
            for key, title, first, last in AGES
        )


class RekapAgama(models.AbstractModel):
    _name = "report.sikda.rekap_agama"
    _description = "Rekapitulasi pegawai menurut agama"
    _inherit = ["sikda.rekap.report"]

    _report_code = "rekap_agama"
    _report_title = "Rekapitulasi pegawai menurut agama"
    _form_title = ("REKAPITULASI PEGAWAI", "MENURUT AGAMA")
    _counted = "Agama"

    def _kinds(self, options):
        return tuple(
            (key, title, equal("agama_code", key[2:])) for key, title in RELIGIONS
        )


class RekapKawin(models.AbstractModel):
    _name = "report.sikda.rekap_kawin"
    _description = "Rekapitulasi pegawai menurut status perkawinan"
    _inherit = ["sikda.rekap.report"]

    _report_code = "rekap_kawin"
    _report_title = "Rekapitulasi pegawai menurut status perkawinan"
    _form_title = ("REKAPITULASI PEGAWAI", "MENURUT STATUS PERKAWINAN")
    _counted = "Status Perkawinan"

    def _kinds(self, options):
        return tuple(
            (key, title, equal("kawin_code", key[2:])) for key, title in MARITAL
        )


class RekapJabatan(models.AbstractModel):
    _name = "report.sikda.rekap_jabatan"
    _description = "Rekapitulasi pegawai menurut jenis jabatan"
    _inherit = ["sikda.rekap.report"]

    _report_code = "rekap_jabatan"
    _report_title = "Rekapitulasi pegawai menurut jenis jabatan"
    _form_title = ("REKAPITULASI PEGAWAI", "MENURUT JENIS JABATAN")
    _counted = "Jenis Jabatan"

    def _kinds(self, options):
        return tuple(
            (key, title, equal("jenis_jabatan", key[2:])) for key, title in POSTS
        )
