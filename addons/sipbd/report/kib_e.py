from odoo import models

from odoo.addons.pemda_report.engine.model import Column, Heading

from .asset_report import money_column


class KibE(models.AbstractModel):
    """KIB E Aset Tetap Lainnya: 16 columns (Permendagri 17/2007)."""

    _name = "report.sipbd.kib_e"
    _description = "KIB E – Aset Tetap Lainnya"
    _inherit = ["sipbd.register.report"]

    _report_code = "kib_e"
    _report_title = "KIB E – Aset Tetap Lainnya"
    _form_title = (
        "KARTU INVENTARIS BARANG (KIB) E",
        "ASET TETAP LAINNYA",
    )
    _kib = ("E",)

    def _columns(self, options):
        return (
            Column("nomor", "No.", 9, "1", kind="int"),
            Column("nama", "Jenis Barang/\nNama Barang", 36, "2"),
            Heading(
                "Nomor",
                (
                    Column("kode", "Kode Barang", 26, "3"),
                    Column("register", "Register", 13, "4", align="center"),
                ),
            ),
            Heading(
                "Buku / Perpustakaan",
                (
                    Column("judul_pencipta", "Judul / Pencipta", 34, "5"),
                    Column("spesifikasi", "Spesifikasi", 22, "6"),
                ),
            ),
            Heading(
                "Barang Bercorak\nKesenian / Kebudayaan",
                (
                    Column("asal_daerah", "Asal Daerah", 19, "7"),
                    Column("pencipta", "Pencipta", 19, "8"),
                    Column("bahan", "Bahan", 16, "9"),
                ),
            ),
            Heading(
                "Hewan / Ternak dan\nTumbuhan",
                (
                    Column("jenis_hewan", "Jenis", 18, "10"),
                    Column("ukuran_hewan", "Ukuran", 14, "11"),
                ),
            ),
            Column(
                "jumlah", "Jumlah", 14, "12", kind="number", align="center", total=True
            ),
            Column("tahun", "Tahun Cetak/\nPembelian", 17, "13", kind="int"),
            Column("asal_usul", "Asal Usul/\nCara Perolehan", 20, "14"),
            money_column("Harga", 26, "15", options.in_thousands),
            Column("keterangan", "Ket.", 20, "16"),
        )
