from odoo import models

from odoo.addons.pemda_report.engine.model import Column, Heading

from .asset_report import money_column


class BukuInventaris(models.AbstractModel):
    """Buku Inventaris: 15 columns (Permendagri 17/2007), compiled from all KIB."""

    _name = "report.sipbd.buku_inventaris"
    _description = "Buku Inventaris"
    _inherit = ["sipbd.register.report"]

    _report_code = "buku_inventaris"
    _report_title = "Buku Inventaris"
    _form_title = ("BUKU INVENTARIS",)

    def _columns(self, options):
        return (
            Column("nomor", "No.", 9, "1", kind="int"),
            Heading(
                "Nomor",
                (
                    Column("kode", "Kode Barang", 26, "2"),
                    Column("register", "Register", 13, "3", align="center"),
                ),
            ),
            Heading(
                "Spesifikasi Barang",
                (
                    Column("nama", "Nama / Jenis Barang", 42, "4"),
                    Column("merk_type", "Merk / Type", 28, "5"),
                    Column(
                        "nomor_nomor",
                        "No. Sertifikat/\nNo. Pabrik/\nNo. Chasis / Mesin",
                        36,
                        "6",
                    ),
                    Column("bahan", "Bahan", 18, "7"),
                ),
            ),
            Column("asal_usul", "Asal / Cara\nPerolehan\nBarang", 22, "8"),
            Column("tahun", "Tahun\nPerolehan", 15, "9", kind="int"),
            Column("ukuran", "Ukuran Barang/\nKonstruksi\n(P, SP, D)", 22, "10"),
            Column("satuan", "Satuan", 15, "11"),
            Column("kondisi", "Keadaan\nBarang\n(B, KB, RB)", 15, "12", align="center"),
            Heading(
                "Jumlah",
                (
                    Column(
                        "jumlah",
                        "Barang",
                        14,
                        "13",
                        kind="number",
                        align="center",
                        total=True,
                    ),
                    money_column("Harga", 28, "14", options.in_thousands),
                ),
            ),
            Column("keterangan", "Keterangan", 24, "15"),
        )
