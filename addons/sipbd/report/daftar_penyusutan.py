from datetime import datetime
from decimal import Decimal

from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Column, Expected, Heading

from ..models.sql_file import sql_file
from .asset_report import money_column

SUMS = ("nilai", "beban", "akumulasi", "buku", "kapitalisasi")


class PenyusutanReport(models.AbstractModel):
    """Lists what is depreciated at the end of a period, asset by asset."""

    _name = "sipbd.penyusutan.report"
    _description = "List of depreciated goods"
    _inherit = ["sipbd.figure.report"]

    def _rows(self, options):
        period = self._period(options)
        names = ("register", "tahun_perolehan")
        statement = sql_file(
            "report_penyusutan",
            **self._scope(options),
            months=int(period.months),
            known=period.closed_at or datetime.max,
            description=self._described(
                *(SQL.identifier("state", name) for name in names)
            ),
        )
        return self._fetch_form(options, statement)

    def _scope(self, options):
        period = self._period(options)
        return {
            "period": period.id,
            "until": period.date_to,
            "units": self._units(options),
            "goods": self._goods(options, "state"),
        }

    def _totals(self, options):
        self._check_figures(options)
        query = sql_file("report_penyusutan_totals", **self._scope(options))
        rows, *amounts = self._read_row(options, query)
        sums = dict(zip(SUMS, map(Decimal, amounts), strict=True))
        sums["perolehan"] = sums["nilai"] - sums["kapitalisasi"]
        report = self._describe(options)
        return Expected(rows, tuple(sums[report.leaves[i].key] for i in report.summed))


class DaftarPenyusutan(models.AbstractModel):
    """Daftar Penyusutan: 17 columns."""

    _name = "report.sipbd.daftar_penyusutan"
    _description = "Daftar Penyusutan"
    _inherit = ["sipbd.penyusutan.report"]

    _report_code = "daftar_penyusutan"
    _report_title = "Daftar Penyusutan"
    _form_title = ("DAFTAR PENYUSUTAN BARANG MILIK DAERAH",)

    def _columns(self, options):
        money = options.in_thousands
        return (
            Column("nomor", "No.\nUrut", 9, "1", kind="int"),
            Column("kode", "Kode Barang", 26, "2"),
            Column("register", "Register", 13, "3", align="center"),
            Column("nama", "Nama / Jenis\nBarang", 34, "4"),
            Column("merk_type", "Merk / Type", 22, "5"),
            Column(
                "nomor_nomor",
                "No. Sertifikat/\nNo. Pabrik/\nNo. Chasis / Mesin",
                26,
                "6",
            ),
            Column("bahan", "Bahan", 14, "7"),
            Column("asal_usul", "Asal / Cara\nPerolehan", 18, "8"),
            Column("tahun", "Tahun\nPerolehan", 14, "9", kind="int"),
            money_column("Nilai\nPerolehan", 27, "10", money),
            Column("masa", "Masa\nManfaat\n(tahun)", 14, "11", kind="number"),
            money_column("Beban\nPenyusutan", 25, "12", money, key="beban"),
            Column("umur", "Umur\nBarang\n(tahun)", 13, "13", kind="int"),
            money_column("Akumulasi\nPenyusutan", 27, "14", money, key="akumulasi"),
            Column("persen", "%", 13, "15", kind="number"),
            money_column("Nilai Buku", 27, "16", money, key="buku"),
            Column("catatan", "Keterangan", 24, "17"),
        )


class DaftarPenyusutanRingkas(models.AbstractModel):
    """Daftar Penyusutan in its short form: 13 columns.

    The improvements up to the day stand in their own column, beside the value of the
    acquisition.
    """

    _name = "report.sipbd.daftar_penyusutan_ringkas"
    _description = "Daftar Penyusutan (ringkas)"
    _inherit = ["sipbd.penyusutan.report"]

    _report_code = "daftar_penyusutan_ringkas"
    _report_title = "Daftar Penyusutan (ringkas)"
    _form_title = ("DAFTAR PENYUSUTAN BARANG MILIK DAERAH",)

    def _columns(self, options):
        money = options.in_thousands
        return (
            Column("nomor", "No.", 9, "1", kind="int"),
            Heading(
                "Nomor",
                (
                    Column("kode", "Kode Barang", 27, "2"),
                    Column("register", "Register", 13, "3", align="center"),
                ),
            ),
            Column("nama", "Nama Barang", 50, "4"),
            Column("tahun", "Tahun\nPerolehan", 15, "5", kind="int"),
            Column("masa", "Masa\nManfaat\n(tahun)", 15, "6", kind="number"),
            money_column("Nilai\nPerolehan", 30, "7", money, key="perolehan"),
            money_column("Kapitalisasi", 28, "8", money, key="kapitalisasi"),
            money_column("Beban\nPenyusutan", 28, "9", money, key="beban"),
            money_column("Akumulasi\nPenyusutan", 30, "10", money, key="akumulasi"),
            Column("sisa", "Sisa Masa\nManfaat\n(tahun)", 16, "11", kind="number"),
            money_column("Nilai Buku", 30, "12", money, key="buku"),
            Column("catatan", "Keterangan", 28, "13"),
        )
