from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.formats import long_date
from odoo.addons.pemda_report.engine.model import Column, Expected, Heading

from ..models.sql_file import sql_file
from .people_report import date_column

ORDER = SQL(
    "coalesce(listed.golongan_rank, 0) DESC, listed.tmt_golongan NULLS LAST, "
    "listed.jabatan_rank DESC, listed.tmt_jabatan NULLS LAST, "
    "coalesce(listed.months, 0) DESC, listed.latihan_rank DESC, "
    "listed.tanggal_latihan NULLS LAST, coalesce(listed.tingkat_rank, 0) DESC, "
    "listed.lulus NULLS LAST, listed.tanggal_lahir NULLS LAST, listed.nip, "
    "listed.employee_id"
)


class Duk(models.AbstractModel):
    """Daftar urut kepangkatan (SE BAKN 03/SE/1980); order as in ``rules/duk.py``."""

    _name = "report.sikda.duk"
    _description = "Daftar urut kepangkatan (DUK)"
    _inherit = ["sikda.people.report"]

    _report_code = "duk"
    _report_title = "Daftar urut kepangkatan (DUK)"

    def _title(self, options):
        return (
            "DAFTAR URUT KEPANGKATAN PEGAWAI NEGERI SIPIL",
            options.unit.name.upper(),
            f"KEADAAN {long_date(options.date).upper()}",
        )

    def _which(self, options):
        status = self.env["sikda.parameter"]._rules().get("duk.status", options.date)
        return SQL("listed.status_asn = ANY(%s) AND listed.in_duk", list(status.words))

    def _ranked(self, options):
        """Statement: the people of the DUK with what the order looks at."""
        return SQL(
            "SELECT * FROM (%s) listed WHERE %s",
            self._people(options),
            self._which(options),
        )

    def _order_by(self, options):
        return ORDER

    def _people(self, options):
        return sql_file(
            "report_duk",
            people=self._asn(options),
            rule=self.env["sikda.parameter"]._in_force(options.date),
            until=options.date,
            rows=self._history(options),
        )

    def _totals(self, options):
        """Counted without the training and the ranks."""
        self.env.cr.execute(
            sql_file(
                "report_people_count",
                people=self._asn(options),
                which=self._which(options),
            )
        )
        return Expected(self.env.cr.fetchone()[0], ())

    def _columns(self, options):
        return (
            Column("nomor", "No.\nUrut", 10, "1", kind="int"),
            Column("nama", "Nama", 40, "2"),
            Column("nip", "NIP", 31, "3"),
            Heading(
                "Pangkat",
                (
                    Column("golongan", "Gol.", 10, "4", align="center"),
                    date_column("tmt_golongan", "TMT", "5"),
                ),
            ),
            Heading(
                "Jabatan",
                (
                    Column("jabatan", "Nama", 40, "6"),
                    date_column("tmt_jabatan", "TMT", "7"),
                    Column("eselon", "Eselon", 11, "8", align="center"),
                ),
            ),
            Heading(
                "Masa Kerja",
                (
                    Column("mk_tahun", "Thn", 8, "9", kind="int"),
                    Column("mk_bulan", "Bln", 8, "10", kind="int"),
                ),
            ),
            Heading(
                "Latihan Jabatan",
                (
                    Column("latihan", "Nama", 28, "11"),
                    Column("bulan_latihan", "Bulan/\nTahun", 13, "12"),
                    Column("jam", "Jam", 9, "13", kind="int"),
                ),
            ),
            Heading(
                "Pendidikan",
                (
                    Column("jurusan", "Nama", 28, "14"),
                    Column("lulus", "Lulus", 10, "15", kind="int"),
                    Column("tingkat", "Tingkat", 13, "16"),
                ),
            ),
            Heading(
                "Usia",
                (
                    date_column("tanggal_lahir", "Tanggal\nLahir", "17"),
                    Column("usia", "Thn", 8, "18", kind="int"),
                ),
            ),
        )
