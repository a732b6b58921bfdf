from odoo import models

from odoo.addons.pemda_report.engine.model import Column, Heading

from .asset_report import money_column


class KibD(models.AbstractModel):
    """KIB D Jalan, Irigasi dan Jaringan: 17 columns (Permendagri 17/2007)."""

    _name = "report.sipbd.kib_d"
    _description = "KIB D – Jalan, Irigasi dan Jaringan"
    _inherit = ["sipbd.register.report"]

    _report_code = "kib_d"
    _report_title = "KIB D – Jalan, Irigasi dan Jaringan"
    _form_title = (
        "KARTU INVENTARIS BARANG (KIB) D",
        "JALAN, IRIGASI DAN JARINGAN",
    )
    _kib = ("D",)

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
            Column("konstruksi", "Konstruksi", 20, "5"),
            Column("panjang_km", "Panjang\n(km)", 15, "6", kind="number"),
            Column("lebar_m", "Lebar\n(m)", 13, "7", kind="number"),
            Column("luas", "Luas\n(m2)", 17, "8", kind="number"),
            Column("letak", "Letak / Lokasi", 36, "9"),
            Heading(
                "Dokumen",
                (
                    Column("tanggal_dokumen", "Tanggal", 16, "10", kind="date"),
                    Column("nomor_dokumen", "Nomor", 22, "11"),
                ),
            ),
            Column("status_tanah", "Status\nTanah", 18, "12"),
            Column("kode_tanah", "Nomor Kode\nTanah", 22, "13"),
            Column("asal_usul", "Asal Usul", 17, "14"),
            money_column("Harga", 26, "15", options.in_thousands),
            Column("kondisi", "Kondisi\n(B, KB, RB)", 14, "16", align="center"),
            Column("keterangan", "Ket.", 18, "17"),
        )
