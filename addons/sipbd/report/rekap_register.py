from odoo import models

from odoo.addons.pemda_report.engine.model import Column, Expected, Heading

from ..models.sql_file import sql_file
from .asset_report import count_column, money_column


class RekapRegister(models.AbstractModel):
    """The register numbers in use under each code of goods."""

    _name = "report.sipbd.rekap_register"
    _description = "Rekapitulasi register per kode barang"
    _inherit = ["sipbd.register.report"]

    _report_code = "rekap_register"
    _report_title = "Rekapitulasi Register per Kode Barang"
    _form_title = ("REKAPITULASI REGISTER", "PER KODE BARANG")

    def _columns(self, options):
        return (
            Column("nomor", "No.", 12, "1", kind="int"),
            Column("kode", "Kode Barang", 36, "2"),
            Column("nama", "Nama Barang", 90, "3"),
            Heading(
                "Register",
                (
                    Column("register_awal", "Dari", 24, "4", align="center"),
                    Column("register_akhir", "Sampai", 24, "5", align="center"),
                    count_column("Banyaknya", 22, "6", key="banyaknya"),
                ),
            ),
            Heading(
                "Jumlah",
                (
                    count_column("Barang", 26, "7"),
                    money_column("Harga", 44, "8", options.in_thousands),
                ),
            ),
            Column("keterangan", "Keterangan", 40, "9"),
        )

    def _labels(self, options):
        return ("label",)

    def _recap(self, options):
        return sql_file("report_recap_register", register=self._listing(options))

    def _rows(self, options):
        return self._fetch_form(options, self._recap(options))

    def _totals(self, options):
        query = sql_file("report_count", form=self._recap(options))
        (rows,) = self._read_row(options, query)
        sums = self._register_totals(options, options.date)
        return Expected(rows, (sums["rows"], sums["jumlah"], sums["nilai"]))
