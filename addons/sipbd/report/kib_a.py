from odoo import models

from odoo.addons.pemda_report.engine.model import Column, Heading

from .asset_report import money_column


class KibA(models.AbstractModel):
    """KIB A Tanah: 14 columns (Permendagri 17/2007)."""

    _name = "report.sipbd.kib_a"
    _description = "KIB A – Tanah"
    _inherit = ["sipbd.register.report"]

    _report_code = "kib_a"
    _report_title = "KIB A – Tanah"
    _form_title = (
        "KARTU INVENTARIS BARANG (KIB) A",
        "TANAH",
    )
    _kib = ("A",)

    def _columns(self, options):
        return (
            Column("nomor", "No.", 9, "1", kind="int"),
            Column("nama", "Jenis Barang/\nNama Barang", 40, "2"),
            Heading(
                "Nomor",
                (
                    Column("kode", "Kode Barang", 27, "3"),
                    Column("register", "Register", 14, "4", align="center"),
                ),
            ),
            Column("luas", "Luas\n(m2)", 18, "5", kind="number"),
            Column("tahun", "Tahun\nPengadaan", 15, "6", kind="int"),
            Column("letak", "Letak / Alamat", 45, "7"),
            Heading(
                "Status Tanah",
                (
                    Column("hak", "Hak", 18, "8"),
                    Heading(
                        "Sertifikat",
                        (
                            Column(
                                "tanggal_sertifikat", "Tanggal", 17, "9", kind="date"
                            ),
                            Column("nomor_sertifikat", "Nomor", 25, "10"),
                        ),
                    ),
                ),
            ),
            Column("penggunaan", "Penggunaan", 26, "11"),
            Column("asal_usul", "Asal Usul", 20, "12"),
            money_column("Harga", 27, "13", options.in_thousands),
            Column("keterangan", "Keterangan", 26, "14"),
        )
