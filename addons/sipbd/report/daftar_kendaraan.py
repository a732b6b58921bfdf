from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Column, Heading

from ..models.asset_vehicle import VEHICLES
from .asset_report import count_column, money_column


class DaftarKendaraan(models.AbstractModel):
    """Daftar Kendaraan: 18 columns. Who uses a vehicle is its custodian at the date."""

    _name = "report.sipbd.daftar_kendaraan"
    _description = "Daftar Kendaraan"
    _inherit = ["sipbd.register.report"]

    _report_code = "daftar_kendaraan"
    _report_title = "Daftar Kendaraan"
    _form_title = ("DAFTAR KENDARAAN",)

    def _columns(self, options):
        return (
            Column("nomor", "No.\nUrut", 9, "1", kind="int"),
            Column("kode", "Kode Barang", 26, "2"),
            Column("register", "Register", 13, "3", align="center"),
            Column("jumlah_roda", "Jumlah\nRoda", 12, "4", kind="int"),
            Column("nama", "Nama Barang", 34, "5"),
            Column("merk_type", "Merk / Type", 26, "6"),
            Heading(
                "Nomor",
                (
                    Column("nomor_rangka", "Rangka", 26, "7"),
                    Column("nomor_mesin", "Mesin", 22, "8"),
                    Column("nomor_bpkb", "BPKB", 18, "9"),
                    Column("nomor_polisi", "Polisi", 18, "10"),
                ),
            ),
            Column("asal_usul", "Asal Usul", 20, "11"),
            Column("tahun", "Tahun", 12, "12", kind="int"),
            Column("satuan", "Satuan", 13, "13"),
            Column("kondisi", "Kondisi\n(B, KB, RB)", 14, "14", align="center"),
            Heading(
                "Jumlah",
                (
                    count_column("Barang", 13, "15"),
                    money_column("Harga", 27, "16", options.in_thousands),
                ),
            ),
            Column("pemakai", "Pemakai", 28, "17"),
            Column("keterangan", "Keterangan", 22, "18"),
        )

    def _goods(self, options, held):
        vehicles = SQL("kode.code LIKE %s", f"{VEHICLES}%")
        return SQL("%s AND %s", super()._goods(options, held), vehicles)
