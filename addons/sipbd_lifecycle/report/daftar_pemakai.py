from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Column, Heading
from odoo.addons.sipbd.report.asset_report import count_column, money_column

from ..models.sql_file import sql_file


class DaftarPemakai(models.AbstractModel):
    """Daftar Pemakai Barang: who had which goods on a day, and by which BAST."""

    _name = "report.sipbd_lifecycle.daftar_pemakai"
    _description = "Daftar Pemakai Barang"
    _inherit = ["sipbd.register.report"]

    _report_code = "daftar_pemakai"
    _report_title = "Daftar Pemakai Barang"
    _form_title = ("DAFTAR PEMAKAI BARANG MILIK DAERAH",)

    def _columns(self, options):
        return (
            Column("nomor", "No.\nUrut", 9, "1", kind="int"),
            Column("kode", "Kode Barang", 27, "2"),
            Column("register", "Register", 14, "3", align="center"),
            Column("nama", "Nama Barang", 38, "4"),
            Column("merk_type", "Merk / Type", 28, "5"),
            Heading(
                "Nomor",
                (
                    Column("nomor_polisi", "Polisi", 20, "6"),
                    Column("nomor_rangka", "Rangka", 28, "7"),
                    Column("nomor_mesin", "Mesin", 24, "8"),
                ),
            ),
            Column("tahun", "Tahun", 12, "9", kind="int"),
            Column("kondisi", "Kondisi\n(B, KB, RB)", 14, "10", align="center"),
            count_column("Jumlah", 13, "11"),
            money_column("Nilai", 28, "12", options.in_thousands),
            Column("bast", "BAST\n(nomor, tanggal)", 42, "13"),
        )

    def _labels(self, options):
        return (*super()._labels(options), "pemakai")

    def _goods(self, options, held):
        taken = SQL("%s.holder_id IS NOT NULL", SQL.identifier(held))
        return SQL("%s AND %s", super()._goods(options, held), taken)

    def _listing(self, options):
        return sql_file(
            "daftar_pemakai",
            register=super()._listing(options),
            day=options.date,
        )
