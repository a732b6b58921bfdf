from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Column, Heading

from .people_report import date_column


class Nominatif(models.AbstractModel):
    """Daftar nominatif: everybody in service, by unit."""

    _name = "report.sikda.nominatif"
    _description = "Daftar nominatif pegawai"
    _inherit = ["sikda.people.report"]

    _report_code = "nominatif"
    _report_title = "Daftar nominatif pegawai"
    _form_title = ("DAFTAR NOMINATIF PEGAWAI APARATUR SIPIL NEGARA",)
    _by_unit = True

    def _people(self, options):
        """The caption of a unit says how many work in it."""
        return SQL(
            "SELECT asn.*, concat(asn.unit_name, ' – ', count(*) OVER ("
            "PARTITION BY asn.unit_id), ' orang') AS unit FROM (%s) asn",
            self._asn(options),
        )

    def _columns(self, options):
        return (
            Column("nomor", "No.", 9, "1", kind="int"),
            Column("nama", "Nama", 40, "2"),
            Column("nip", "NIP", 31, "3"),
            Column("ttl", "Tempat,\nTanggal Lahir", 28, "4"),
            Column("jk", "L/P", 7, "5", align="center"),
            Column("agama", "Agama", 14, "6"),
            Column("status", "Status", 12, "7"),
            Heading(
                "Golongan",
                (
                    Column("golongan", "Ruang", 11, "8", align="center"),
                    date_column("tmt_golongan", "TMT", "9"),
                ),
            ),
            Heading(
                "Jabatan",
                (
                    Column("jabatan", "Nama", 36, "10"),
                    date_column("tmt_jabatan", "TMT", "11"),
                    Column("eselon", "Eselon", 11, "12", align="center"),
                ),
            ),
            Heading(
                "Masa Kerja",
                (
                    Column("mk_tahun", "Thn", 8, "13", kind="int"),
                    Column("mk_bulan", "Bln", 8, "14", kind="int"),
                ),
            ),
            Heading(
                "Pendidikan",
                (
                    Column("tingkat", "Tingkat", 13, "15"),
                    Column("jurusan", "Jurusan", 26, "16"),
                    Column("lulus", "Lulus", 10, "17", kind="int"),
                ),
            ),
            date_column("tmt_cpns", "TMT CPNS", "18"),
        )
