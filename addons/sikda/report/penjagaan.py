from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.formats import MONTHS
from odoo.addons.pemda_report.engine.model import Column, Heading

from ..models.sql_file import sql_file
from ..rules.kenaikan_pangkat import first_period
from ..rules.kinerja import PREDIKAT
from .due_report import int_word
from .people_report import date_column

YEARS = 5  # years ahead in the projections of pension

# What the codes of rules/kenaikan_pangkat.py are called in a list.
OBSTACLES = {
    "education_missing": "pendidikan belum ada",
    "ceiling": "sudah pangkat tertinggi",
    "ak_unknown": "angka kredit jenjang tidak dikenal",
    "ak_missing": "angka kredit belum ada",
    "ak_low": "angka kredit belum cukup",
    "next_jenjang": "perlu naik jenjang lebih dahulu",
    "eselon_unknown": "rentang pangkat eselon tidak dikenal",
    "ujian_dinas": "ujian dinas belum ada",
    "kinerja_missing": "predikat kinerja belum lengkap",
    "kinerja_low": "predikat kinerja di bawah Baik",
    "hukdis_running": "sedang menjalani hukuman disiplin",
}


class PenjagaanKgb(models.AbstractModel):
    """Daftar penjagaan kenaikan gaji berkala."""

    _name = "report.sikda.penjagaan_kgb"
    _description = "Penjagaan kenaikan gaji berkala"
    _inherit = ["sikda.due.report"]

    _report_code = "penjagaan_kgb"
    _report_title = "Penjagaan kenaikan gaji berkala"
    _report_group = "sikda.group_asn_private"
    _form_title = ("DAFTAR PENJAGAAN", "KENAIKAN GAJI BERKALA")

    def _people(self, options):
        return self._with_unit(
            "report_due_kgb",
            people=self._asn(options),
            due=self._due(options, "kgb"),
            until=options.date,
            rows=self._history(options),
            rule=self.env["sikda.parameter"]._in_force(options.date),
            grades=SQL("%s::text[]", list(PREDIKAT)),
            hukdis=sql_file("hukdis", rows=self._history(options)),
        )

    def _order_by(self, options):
        return SQL(
            "listed.unit_code, listed.unit_id, listed.tmt_baru, listed.nama, "
            "listed.employee_id"
        )

    def _columns(self, options):
        return (
            Column("nomor", "No.", 9, "1", kind="int"),
            Column("nama", "Nama", 36, "2"),
            Column("nip", "NIP", 31, "3"),
            Column("jabatan", "Jabatan", 34, "4"),
            Heading(
                "SK Lama",
                (
                    Column("sk_nomor", "Nomor", 26, "5"),
                    date_column("sk_tanggal", "Tanggal", "6"),
                    Column("golongan", "Gol.", 10, "7", align="center"),
                    date_column("sk_tmt", "TMT", "8"),
                    Column("sk_tahun", "MK\nThn", 8, "9", kind="int"),
                    Column("sk_bulan", "MK\nBln", 8, "10", kind="int"),
                    Column("sk_gaji", "Gaji (Rp)", 19, "11", kind="money"),
                ),
            ),
            Heading(
                "SK Baru",
                (
                    date_column("tmt_baru", "TMT", "12"),
                    Column("mk_baru", "MK\nThn", 8, "13", kind="int"),
                    Column("bulan_baru", "MK\nBln", 8, "14", kind="int"),
                    Column("golongan_baru", "Gol.", 10, "15", align="center"),
                    Column("gaji_baru", "Gaji (Rp)", 19, "16", kind="money"),
                ),
            ),
            Column("keterangan", "Alasan", 34, "17"),
        )


class UsulKp(models.AbstractModel):
    """Daftar usul kenaikan pangkat, with what is still missing."""

    _name = "report.sikda.usul_kp"
    _description = "Daftar usul kenaikan pangkat"
    _inherit = ["sikda.due.report"]

    _report_code = "usul_kp"
    _report_title = "Daftar usul kenaikan pangkat"
    _report_group = "sikda.group_asn_private"
    _form_title = ("DAFTAR USUL KENAIKAN PANGKAT",)

    def _people(self, options):
        return self._with_unit(
            "report_due_kp",
            people=self._asn(options),
            due=self._due(options, "kp"),
            codes=SQL("%s::text[]", list(OBSTACLES)),
            texts=SQL("%s::text[]", list(OBSTACLES.values())),
            next=first_period(options.date, self.env["sikda.parameter"]._rules())[0],
            months=SQL("%s::text[]", MONTHS),
            rule=self.env["sikda.parameter"]._in_force(options.date),
            until=options.date,
        )

    def _group_keys(self, options):
        return ("periode", *super()._group_keys(options))

    def _order_by(self, options):
        return SQL(
            "listed.tmt_baru, listed.unit_code, listed.unit_id, listed.syarat DESC, "
            "listed.golongan_rank DESC, listed.nama, listed.employee_id"
        )

    def _columns(self, options):
        return (
            Column("nomor", "No.", 9, "1", kind="int"),
            Column("nama", "Nama", 34, "2"),
            Column("nip", "NIP", 31, "3"),
            Column("ttl", "Tempat,\nTanggal Lahir", 24, "4"),
            Heading(
                "Golongan Lama",
                (
                    Column("golongan", "Ruang", 11, "5", align="center"),
                    date_column("tmt_golongan", "TMT", "6"),
                    Column("mk_tahun", "MK\nThn", 8, "7", kind="int"),
                    Column("mk_bulan", "MK\nBln", 8, "8", kind="int"),
                    Column("gaji_lama", "Gaji (Rp)", 19, "9", kind="money"),
                ),
            ),
            Heading(
                "Golongan Baru",
                (
                    Column("golongan_baru", "Ruang", 11, "10", align="center"),
                    date_column("tmt_baru", "TMT", "11"),
                    Column("mk_tahun_baru", "MK\nThn", 8, "12", kind="int"),
                    Column("mk_bulan_baru", "MK\nBln", 8, "13", kind="int"),
                    Column("gaji_baru", "Gaji (Rp)", 19, "14", kind="money"),
                ),
            ),
            date_column("tmt_hak", "Berhak\nSejak", "15"),
            Column("jabatan", "Jabatan", 30, "16"),
            Column("tingkat", "Pendi-\ndikan", 13, "17"),
            Column("jenis_kp", "Jenis KP", 20, "18"),
            Column("syarat", "Syarat", 15, "19"),
            Column("keterangan", "Keterangan", 36, "20"),
        )


class DaftarPensiun(models.AbstractModel):
    """Who reaches the age limit in the months to come."""

    _name = "report.sikda.daftar_pensiun"
    _description = "Daftar pegawai yang akan pensiun"
    _inherit = ["sikda.due.report"]

    _report_code = "daftar_pensiun"
    _report_title = "Daftar pegawai yang akan pensiun"
    _form_title = ("DAFTAR PEGAWAI YANG MENCAPAI", "BATAS USIA PENSIUN")
    _by_unit = False
    _months = 12

    def _which(self, options):
        return SQL("listed.tmt_pensiun <= %s", self._until(options))

    def _order_by(self, options):
        return SQL("listed.tmt_pensiun, listed.nama, listed.employee_id")

    def _columns(self, options):
        return (
            Column("nomor", "No.", 10, "1", kind="int"),
            Column("nama", "Nama", 48, "2"),
            Column("nip", "NIP", 34, "3"),
            Column("ttl", "Tempat, Tanggal Lahir", 38, "4"),
            Column("golongan", "Gol.", 11, "5", align="center"),
            Column("jabatan", "Jabatan", 50, "6"),
            Column("unit_name", "Unit Kerja", 60, "7"),
            Column("bup", "BUP", 10, "8", kind="int"),
            date_column("tmt_pensiun", "TMT\nPensiun", "9", 20),
        )


class ProyeksiPensiun(models.AbstractModel):
    """How many reach the age limit in each of the years to come, by unit."""

    _name = "report.sikda.proyeksi_pensiun"
    _description = "Proyeksi pensiun lima tahun"
    _inherit = ["sikda.rekap.report"]

    _report_code = "proyeksi_pensiun"
    _report_title = "Proyeksi pensiun lima tahun"
    _form_title = ("PROYEKSI PEGAWAI YANG MENCAPAI", "BATAS USIA PENSIUN")
    _counted = "Tahun TMT Pensiun"

    def _which(self, options):
        return SQL(
            "extract(year FROM listed.tmt_pensiun) <= %s OR listed.tmt_pensiun IS NULL",
            options.date.year + YEARS,
        )

    def _kinds(self, options):
        year = options.date.year
        late = ("lewat", "Sudah\nlewat", SQL("listed.tmt_pensiun <= %s", options.date))
        first = (
            f"y{year}",
            str(year),
            SQL(
                "listed.tmt_pensiun > %s "
                "AND extract(year FROM listed.tmt_pensiun) = %s",
                options.date,
                year,
            ),
        )
        years = tuple(
            (f"y{y}", str(y), SQL("extract(year FROM listed.tmt_pensiun) = %s", y))
            for y in range(year + 1, year + YEARS + 1)
        )
        return (late, first, *years)


class ProyeksiPensiunBulan(models.AbstractModel):
    """How many reach the age limit in each month of a year to come, by unit."""

    _name = "report.sikda.proyeksi_pensiun_bulan"
    _description = "Proyeksi pensiun per bulan"
    _inherit = ["sikda.rekap.report"]

    _report_code = "proyeksi_pensiun_bulan"
    _report_title = "Proyeksi pensiun per bulan"
    _report_asks = frozenset({"tahun"})
    _counted = "Bulan TMT Pensiun"

    def _year(self, options):
        return options.extra.get("tahun") or options.date.year + 1

    def _check_options(self, options):  # pylint: disable=missing-return
        super()._check_options(options)
        first, last = options.date.year, options.date.year + YEARS
        if not first <= self._year(options) <= last:
            raise UserError(
                self.env._(
                    "Choose a year from %(first)s to %(last)s.", first=first, last=last
                )
            )

    def _extra_from_words(self, unit, words):
        return {
            **super()._extra_from_words(unit, words),
            **int_word(self.env, words, "tahun"),
        }

    def _details(self, options):
        return f"tahun {self._year(options)}"

    def _title(self, options):
        return (
            "PROYEKSI PEGAWAI YANG MENCAPAI BATAS USIA PENSIUN",
            f"TAHUN {self._year(options)}",
        )

    def _which(self, options):
        return SQL("extract(year FROM listed.tmt_pensiun) = %s", self._year(options))

    def _kinds(self, options):
        return tuple(
            (
                f"b{n:02d}",
                name[:3],
                SQL("extract(month FROM listed.tmt_pensiun) = %s", n),
            )
            for n, name in enumerate(MONTHS, 1)
        )
