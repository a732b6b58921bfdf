from odoo import models

from odoo.addons.pemda_report.engine.model import Column, Heading

from .asset_report import money_column


class KibF(models.AbstractModel):
    """KIB F Konstruksi Dalam Pengerjaan: 15 columns (Permendagri 17/2007).

    Column 14 shows the value in the ledger at the date, so that the form agrees with
    Buku Inventaris and neraca.
    """

    _name = "report.sipbd.kib_f"
    _description = "KIB F – Konstruksi Dalam Pengerjaan"
    _inherit = ["sipbd.register.report"]

    _report_code = "kib_f"
    _report_title = "KIB F – Konstruksi Dalam Pengerjaan"
    _form_title = (
        "KARTU INVENTARIS BARANG (KIB) F",
        "KONSTRUKSI DALAM PENGERJAAN",
    )
    _kib = ("F",)

    def _columns(self, options):
        return (
            Column("nomor", "No.", 9, "1", kind="int"),
            Column("nama", "Jenis Barang/\nNama Barang", 44, "2"),
            Column("bangunan", "Bangunan\n(P, SP, D)", 17, "3", align="center"),
            Heading(
                "Konstruksi Bangunan",
                (
                    Column("bertingkat", "Bertingkat/\nTidak", 18, "4", align="center"),
                    Column("beton", "Beton/\nTidak", 15, "5", align="center"),
                ),
            ),
            Column("luas", "Luas\n(m2)", 18, "6", kind="number"),
            Column("letak", "Letak / Lokasi\nAlamat", 44, "7"),
            Heading(
                "Dokumen",
                (
                    Column("tanggal_dokumen", "Tanggal", 18, "8", kind="date"),
                    Column("nomor_dokumen", "Nomor", 26, "9"),
                ),
            ),
            Column("tanggal_mulai", "Tgl, Bln, Thn\nMulai", 19, "10", kind="date"),
            Column("status_tanah", "Status\nTanah", 20, "11"),
            Column("kode_tanah", "Nomor Kode\nTanah", 24, "12"),
            Column("asal_usul", "Asal Usul\nPembiayaan", 22, "13"),
            money_column("Nilai Kontrak", 28, "14", options.in_thousands),
            Column("keterangan", "Ket.", 22, "15"),
        )
