from odoo import models

from odoo.addons.pemda_report.engine.model import Column, Heading

from ..models.sql_file import sql_file
from .asset_report import count_column, money_column


class RekapBukuInventaris(models.AbstractModel):
    """Rekapitulasi Buku Inventaris: 7 columns (Permendagri 17/2007).

    Golongan and bidang are the third and fourth level of the codes of Permendagri
    108/2016. As on the printed form, those without goods are listed too. With the
    option ``per_code`` each code of goods is a row.
    """

    _name = "report.sipbd.rekap_buku_inventaris"
    _description = "Rekapitulasi Buku Inventaris"
    _inherit = ["sipbd.recap.report"]

    _report_code = "rekap_buku_inventaris"
    _report_title = "Rekapitulasi Buku Inventaris"
    _report_asks = frozenset({"komptabel", "per_code"})
    _form_title = ("REKAPITULASI BUKU INVENTARIS",)

    def _columns(self, options):
        return (
            Column("nomor", "No.\nUrut", 12, "1", kind="int"),
            Column("golongan", "Golongan", 22, "2", align="center"),
            Column("kode", "Kode\nBidang\nBarang", 32, "3", align="center"),
            Column("nama", "Nama Bidang Barang", 110, "4"),
            Heading(
                "Jumlah",
                (
                    count_column("Barang", 30, "5"),
                    money_column("Harga", 50, "6", options.in_thousands),
                ),
            ),
            Column("keterangan", "Keterangan", 50, "7"),
        )

    def _labels(self, options):
        return ("label",)

    def _held(self, options):
        return self._held_file("report_held_code", options)

    def _form(self, options):
        if options.extra.get("per_code"):
            return sql_file("report_recap_code")
        return sql_file("report_recap_bidang", kib=list(self._kib))
