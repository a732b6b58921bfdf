from odoo import models

from odoo.addons.pemda_report.engine.model import Column, Heading

from .asset_report import money_column


class KibB(models.AbstractModel):
    """KIB B Peralatan dan Mesin: 16 columns (Permendagri 17/2007)."""

    _name = "report.sipbd.kib_b"
    _description = "KIB B – Peralatan dan Mesin"
    _inherit = ["sipbd.register.report"]

    _report_code = "kib_b"
    _report_title = "KIB B – Peralatan dan Mesin"
    _form_title = (
        "KARTU INVENTARIS BARANG (KIB) B",
        "PERALATAN DAN MESIN",
    )
    _kib = ("B",)

    def _columns(self, options):
        return (
            Column("nomor", "No.", 9, "1", kind="int"),
            Column("kode", "Kode Barang", 26, "2"),
            Column("nama", "Nama Barang/\nJenis Barang", 34, "3"),
            Column("register", "Nomor\nRegister", 13, "4", align="center"),
            Column("merk_type", "Merk / Type", 25, "5"),
            Column("ukuran_cc", "Ukuran/\nCC", 15, "6"),
            Column("bahan", "Bahan", 15, "7"),
            Column("tahun", "Tahun\nPembelian", 14, "8", kind="int"),
            Heading(
                "Nomor",
                (
                    Column("nomor_pabrik", "Pabrik", 18, "9"),
                    Column("nomor_rangka", "Rangka", 25, "10"),
                    Column("nomor_mesin", "Mesin", 20, "11"),
                    Column("nomor_polisi", "Polisi", 16, "12"),
                    Column("nomor_bpkb", "BPKB", 18, "13"),
                ),
            ),
            Column("asal_usul", "Asal Usul/\nCara Perolehan", 20, "14"),
            money_column("Harga", 25, "15", options.in_thousands),
            Column("keterangan", "Keterangan", 22, "16"),
        )
