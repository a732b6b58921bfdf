from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Column, Expected, Heading

from ..models.sql_file import sql_file
from .people_report import count_column, date_column


class DaftarPejabat(models.AbstractModel):
    """Holders of posts with an eselon, and the posts that are vacant."""

    _name = "report.sikda.daftar_pejabat"
    _description = "Daftar pejabat dan jabatan kosong"
    _inherit = ["sikda.people.report"]

    _report_code = "daftar_pejabat"
    _report_title = "Daftar pejabat dan jabatan kosong"
    _form_title = ("DAFTAR PEJABAT STRUKTURAL", "DAN JABATAN YANG KOSONG")

    def _people(self, options):
        return sql_file(
            "report_pejabat",
            people=self._asn(options),
            units=self._units(options),
            until=options.date,
        )

    def _order_by(self, options):
        return SQL(
            "listed.eselon_rank, listed.unit_code, listed.unit_id, listed.kosong, "
            "listed.golongan DESC, listed.tmt_jabatan, listed.jabatan, "
            "listed.employee_id"
        )

    def _columns(self, options):
        return (
            Column("nomor", "No.", 9, "1", kind="int"),
            Column("eselon", "Eselon", 12, "2", align="center"),
            Column("jabatan", "Jabatan", 48, "3"),
            Column("unit_name", "Unit Kerja", 52, "4"),
            Column("nama", "Nama", 42, "5"),
            Column("nip", "NIP", 31, "6"),
            Heading(
                "Pangkat",
                (
                    Column("golongan", "Gol.", 10, "7", align="center"),
                    date_column("tmt_golongan", "TMT", "8"),
                ),
            ),
            date_column("tmt_jabatan", "TMT\nJabatan", "9"),
            Column("tingkat", "Pendi-\ndikan", 13, "10"),
            Column("usia", "Usia", 9, "11", kind="int"),
            date_column("tmt_pensiun", "TMT\nPensiun", "12"),
            Column("keterangan", "Keterangan", 34, "13"),
        )


class Bezetting(models.AbstractModel):
    """Peta jabatan: what is filled against what the formasi asks."""

    _name = "report.sikda.bezetting"
    _description = "Bezetting dan kebutuhan jabatan"
    _inherit = ["sikda.people.report"]

    _report_code = "bezetting"
    _report_title = "Bezetting dan kebutuhan jabatan"
    _form_title = ("PETA JABATAN", "BEZETTING DAN KEBUTUHAN")
    _by_unit = True

    def _people(self, options):
        return sql_file(
            "report_bezetting",
            people=self._asn(options),
            units=self._units(options),
            until=options.date,
        )

    def _order_by(self, options):
        return SQL(
            "listed.unit_code, listed.unit_id, listed.jenis_rank, listed.eselon_rank, "
            "listed.kelas DESC NULLS LAST, listed.jabatan, listed.jabatan_id"
        )

    def _totals(self, options):
        self.env.cr.execute(
            SQL(
                "SELECT count(*), coalesce(sum(bezetting), 0)::text, "
                "coalesce(sum(kebutuhan), 0)::text, coalesce(sum(selisih), 0)::text, "
                "coalesce(sum(pensiun), 0)::text FROM (%s) listed",
                self._people(options),
            )
        )
        rows, *sums = self.env.cr.fetchone()
        return Expected(rows, tuple(map(int, sums)))

    def _columns(self, options):
        return (
            Column("nomor", "No.", 10, "1", kind="int"),
            Column("jabatan", "Nama Jabatan", 110, "2"),
            Column("jenis", "Jenis", 26, "3"),
            Column("eselon", "Eselon", 16, "4", align="center"),
            Column("kelas", "Kelas", 14, "5", kind="int"),
            count_column("bezetting", "B", "6", 20),
            count_column("kebutuhan", "K", "7", 20),
            count_column("selisih", "+/-", "8", 20),
            count_column("pensiun", "Pensiun\n5 tahun", "9", 22),
        )


class RekapEselon(models.AbstractModel):
    """Posts with an eselon per unit: filled and vacant."""

    _name = "report.sikda.rekap_eselon"
    _description = "Rekapitulasi eselon terisi dan kosong"
    _inherit = ["sikda.rekap.report"]

    _report_code = "rekap_eselon"
    _report_title = "Rekapitulasi eselon terisi dan kosong"
    _form_title = ("REKAPITULASI JABATAN STRUKTURAL", "YANG TERISI DAN KOSONG")

    def _people(self, options):
        """Holders and vacancies, each with the part of the unit where it is."""
        unit = options.unit
        return SQL(
            "SELECT listed.*, coalesce(nullif(split_part(substr(unit.parent_path, "
            "length(%s) + 1), '/', 1), '')::int, %s) AS part_id "
            "FROM (%s) listed JOIN hr_department unit ON unit.id = listed.unit_id",
            unit.parent_path,
            unit.id,
            sql_file(
                "report_pejabat",
                people=self._asn(options),
                units=self._units(options),
                until=options.date,
            ),
        )

    def _kinds(self, options):
        names = self.env["sikda.eselon"].sudo().search([]).mapped("name")
        return tuple(
            (
                f"{key}_{name}".replace(".", "_"),
                name,
                SQL("listed.eselon = %s AND listed.kosong = %s", name, vacant),
            )
            for key, vacant in (("isi", False), ("kosong", True))
            for name in dict.fromkeys(names)
        )

    def _sums(self):
        return (("jml_isi", "JML", "isi_"), ("jml_kosong", "JML", "kosong_"))

    def _columns(self, options):
        number, unit, counted, total = super()._columns(options)
        filled = tuple(c for c in counted.columns if "isi" in c.key)
        vacant = tuple(c for c in counted.columns if "kosong" in c.key)
        rest = tuple(c for c in counted.columns if c not in filled + vacant)
        headings = Heading("Terisi", filled), Heading("Kosong", vacant)
        return (number, unit, *headings, *rest, total)


class Kualitas(models.AbstractModel):
    """What is wrong or missing in the data of each person."""

    _name = "report.sikda.kualitas_data"
    _description = "Daftar kekurangan data pegawai"
    _inherit = ["sikda.people.report"]

    _report_code = "kualitas_data"
    _report_title = "Daftar kekurangan data pegawai"
    _report_group = "sikda.group_asn_private"
    _form_title = ("DAFTAR KEKURANGAN DATA PEGAWAI",)
    _by_unit = True

    def _people(self, options):
        return SQL(
            "SELECT fault.*, fault.unit_name AS unit FROM (%s) fault",
            sql_file(
                "report_kualitas",
                people=self._asn(options),
                until=options.date,
                rows=self._history(options),
            ),
        )

    def _order_by(self, options):
        return SQL(
            "listed.unit_code, listed.unit_id, listed.nama, listed.employee_id, "
            "listed.fault_number"
        )

    def _columns(self, options):
        return (
            Column("nomor", "No.", 12, "1", kind="int"),
            Column("nama", "Nama", 60, "2"),
            Column("nip", "NIP", 36, "3"),
            Column("jabatan", "Jabatan", 60, "4"),
            Column("masalah", "Kekurangan", 100, "5"),
        )
