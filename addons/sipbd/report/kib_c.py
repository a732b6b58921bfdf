from odoo import models

from odoo.addons.pemda_report.engine.model import Column, Heading

from .asset_report import money_column


class KibC(models.AbstractModel):
    """KIB C Gedung dan Bangunan: 17 columns (Permendagri 17/2007)."""

    _name = "report.sipbd.kib_c"
    _description = "KIB C – Gedung dan Bangunan"
    _inherit = ["sipbd.register.report"]

    _report_code = "kib_c"
    _report_title = "KIB C – Gedung dan Bangunan"
    _form_title = (
        "KARTU INVENTARIS BARANG (KIB) C",
        "GEDUNG DAN BANGUNAN",
    )
    _kib = ("C",)

    def _columns(self, options):
        return (
            Column("nomor", "No.", 9, "1", kind="int"),
            Column("nama", "Jenis Barang/\nNama Barang", 34, "2"),
            Heading(
                "Nomor",
                (
                    Column("kode", "Kode Barang", 26, "3"),
                    Column("register", "Register", 13, "4", align="center"),
                ),
            ),
            Column(
                "kondisi", "Kondisi\nBangunan\n(B, KB, RB)", 16, "5", align="center"
            ),
            Heading(
                "Konstruksi Bangunan",
                (
                    Column("bertingkat", "Bertingkat/\nTidak", 16, "6", align="center"),
                    Column("beton", "Beton/\nTidak", 13, "7", align="center"),
                ),
            ),
            Column("luas_lantai", "Luas Lantai\n(m2)", 16, "8", kind="number"),
            Column("letak", "Letak / Lokasi\nAlamat", 34, "9"),
            Heading(
                "Dokumen Gedung",
                (
                    Column("tanggal_dokumen", "Tanggal", 16, "10", kind="date"),
                    Column("nomor_dokumen", "Nomor", 22, "11"),
                ),
            ),
            Column("luas_tanah", "Luas Tanah\n(m2)", 16, "12", kind="number"),
            Column("status_tanah", "Status\nTanah", 18, "13"),
            Column("kode_tanah", "Nomor Kode\nTanah", 22, "14"),
            Column("asal_usul", "Asal Usul", 17, "15"),
            money_column("Harga", 26, "16", options.in_thousands),
            Column("keterangan", "Ket.", 18, "17"),
        )
