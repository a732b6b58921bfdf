from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Column, Expected, Heading

from ..models.sql_file import sql_file
from .people_report import count_column, date_column


class PostReport(models.AbstractModel):
    """A list of posts: who holds them at the date, against the formasi."""

    _name = "sikda.post.report"
    _description = "Posts at a date"
    _inherit = ["sikda.people.report"]

    def _officers(self, options):
        """Statement: holders of posts with an eselon, and vacancies."""
        return sql_file(
            "report_pejabat",
            people=self._asn(options),
            tree=self._tree(options),
            units=self._units(options),
            until=options.date,
            rule=self.env["sikda.parameter"]._in_force(options.date),
            rows=self._history(options),
            formasi=self._formasi(options),
        )

    def _formasi(self, options):
        """Statement: what was needed that day; of a recorded one, as recorded."""
        snapshot = self._snapshot(options)
        if snapshot:
            return snapshot._formasi()
        return self.env["sikda.formasi"]._in_force(options.date)


class DaftarPejabat(models.AbstractModel):
    """Holders of posts with an eselon, and the posts that are vacant."""

    _name = "report.sikda.daftar_pejabat"
    _description = "Daftar pejabat dan jabatan kosong"
    _inherit = ["sikda.post.report"]

    _report_code = "daftar_pejabat"
    _report_title = "Daftar pejabat dan jabatan kosong"
    _form_title = ("DAFTAR PEJABAT STRUKTURAL", "DAN JABATAN YANG KOSONG")

    def _people(self, options):
        return self._officers(options)

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
            Column("jabatan", "Jabatan", 46, "3"),
            Column("unit_name", "Unit Kerja", 48, "4"),
            Column("nama", "Nama", 40, "5"),
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
            Column("pim", "Diklat\nPIM", 24, "11"),
            Column("usia", "Usia", 9, "12", kind="int"),
            date_column("tmt_pensiun", "TMT\nPensiun", "13"),
            Column("keterangan", "Keterangan", 32, "14"),
        )


class Bezetting(models.AbstractModel):
    """Peta jabatan: what is filled against what the formasi asks."""

    _name = "report.sikda.bezetting"
    _description = "Bezetting dan kebutuhan jabatan"
    _inherit = ["sikda.post.report"]

    _report_code = "bezetting"
    _report_title = "Bezetting dan kebutuhan jabatan"
    _form_title = ("PETA JABATAN", "BEZETTING DAN KEBUTUHAN")
    _by_unit = True

    def _people(self, options):
        return sql_file(
            "report_bezetting",
            people=self._asn(options),
            tree=self._tree(options),
            units=self._units(options),
            until=options.date,
            formasi=self._formasi(options),
        )

    def _order_by(self, options):
        return SQL(
            "listed.unit_code, listed.unit_id, listed.jenis_rank, listed.eselon_rank, "
            "listed.kelas DESC NULLS LAST, listed.jabatan, listed.jabatan_id, "
            "listed.jenis"
        )

    def _totals(self, options):
        self.env.cr.execute(
            SQL(
                "SELECT count(*), %s FROM (%s) listed",
                SQL(", ").join(
                    SQL("coalesce(sum(%s), 0)::text", SQL.identifier(column.key))
                    for column in self._describe(options).leaves
                    if column.total
                ),
                self._people(options),
            )
        )
        rows, *sums = self.env.cr.fetchone()
        return Expected(rows, tuple(map(int, sums)))

    def _columns(self, options):
        return (
            Column("nomor", "No.", 10, "1", kind="int"),
            Column("jabatan", "Nama Jabatan", 84, "2"),
            Column("jenis", "Jenis", 22, "3"),
            Column("eselon", "Eselon", 14, "4", align="center"),
            Column("kelas", "Kelas", 12, "5", kind="int"),
            Column("pemangku", "Pejabat\nStruktural", 64, "6"),
            count_column("bezetting", "Bezetting\n(B)", "7", 19),
            count_column("kebutuhan", "Kebutuhan\n(K)", "8", 20),
            count_column("selisih", "+/-", "9", 14),
            count_column("kosong", "Kosong", "10", 15),
            count_column("pensiun", "Pensiun\n5 tahun", "11", 17),
        )


class RekapEselon(models.AbstractModel):
    """Posts with an eselon per unit: filled and vacant."""

    _name = "report.sikda.rekap_eselon"
    _description = "Rekapitulasi eselon terisi dan kosong"
    _inherit = ["sikda.post.report", "sikda.rekap.report"]

    _report_code = "rekap_eselon"
    _report_title = "Rekapitulasi eselon terisi dan kosong"
    _form_title = ("REKAPITULASI JABATAN STRUKTURAL", "YANG TERISI DAN KOSONG")

    def _people(self, options):
        """Holders and vacancies, each with the part of the unit where it is."""
        return SQL(
            "SELECT listed.*, coalesce(nullif(split_part(substr(unit.parent_path, "
            "length(%s) + 1), '/', 1), '')::int, %s) AS part_id "
            "FROM (%s) listed JOIN %s unit ON unit.id = listed.unit_id",
            self._path(options),
            options.unit.id,
            self._officers(options),
            self._tree(options),
        )

    def _kinds(self, options):
        every = self.env["sikda.eselon"].sudo().search([])  # pylint: disable=no-search-all
        names = every.mapped("name")
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
