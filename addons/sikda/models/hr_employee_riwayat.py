from odoo import fields, models

from .access import PRIVATE, READER


class Employee(models.Model):
    """The histories of a person, as the tabs of the person's page show them."""

    _inherit = "hr.employee"

    riwayat_status_ids = fields.One2many(
        "sikda.riwayat.status", "employee_id", groups=READER
    )
    riwayat_pangkat_ids = fields.One2many(
        "sikda.riwayat.pangkat", "employee_id", groups=READER
    )
    riwayat_perjanjian_ids = fields.One2many(
        "sikda.riwayat.perjanjian", "employee_id", groups=READER
    )
    riwayat_kgb_ids = fields.One2many(
        "sikda.riwayat.kgb", "employee_id", groups=PRIVATE
    )
    riwayat_pmk_ids = fields.One2many("sikda.riwayat.pmk", "employee_id", groups=READER)
    riwayat_jabatan_ids = fields.One2many(
        "sikda.riwayat.jabatan", "employee_id", groups=READER
    )
    riwayat_unit_ids = fields.One2many(
        "sikda.riwayat.unit", "employee_id", groups=READER
    )
    riwayat_angka_kredit_ids = fields.One2many(
        "sikda.riwayat.angka.kredit", "employee_id", groups=READER
    )
    riwayat_pendidikan_ids = fields.One2many(
        "sikda.riwayat.pendidikan", "employee_id", groups=READER
    )
    riwayat_diklat_ids = fields.One2many(
        "sikda.riwayat.diklat", "employee_id", groups=READER
    )
    riwayat_kinerja_ids = fields.One2many(
        "sikda.riwayat.kinerja", "employee_id", groups=READER
    )
    riwayat_penghargaan_ids = fields.One2many(
        "sikda.riwayat.penghargaan", "employee_id", groups=READER
    )
    riwayat_keluarga_ids = fields.One2many(
        "sikda.riwayat.keluarga", "employee_id", groups=PRIVATE
    )
    riwayat_cuti_ids = fields.One2many(
        "sikda.riwayat.cuti", "employee_id", groups=PRIVATE
    )
    riwayat_cltn_ids = fields.One2many(
        "sikda.riwayat.cltn", "employee_id", groups=READER
    )
    riwayat_hukdis_ids = fields.One2many(
        "sikda.riwayat.hukdis", "employee_id", groups=PRIVATE
    )
    riwayat_pindah_ids = fields.One2many(
        "sikda.riwayat.pindah", "employee_id", groups=READER
    )
    riwayat_pemberhentian_ids = fields.One2many(
        "sikda.riwayat.pemberhentian", "employee_id", groups=READER
    )
    riwayat_organisasi_ids = fields.One2many(
        "sikda.riwayat.organisasi", "employee_id", groups=READER
    )
    riwayat_bahasa_ids = fields.One2many(
        "sikda.riwayat.bahasa", "employee_id", groups=READER
    )
    riwayat_luar_negeri_ids = fields.One2many(
        "sikda.riwayat.luar.negeri", "employee_id", groups=READER
    )
    riwayat_dokumen_ids = fields.One2many(
        "sikda.riwayat.dokumen", "employee_id", groups=READER
    )
