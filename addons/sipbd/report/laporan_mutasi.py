from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Column, Heading

# As frozen in a closed period, if the goods were in the register at its end.
REGISTER = SQL("coalesce(frozen.register, asset.register)")
TAHUN = SQL("coalesce(frozen.tahun_perolehan, asset.tahun_perolehan)")


class LaporanMutasi(models.AbstractModel):
    """Laporan Mutasi Barang: 21 columns (Permendagri 17/2007).

    Lists the goods on which something was booked; the others are one row for each
    unit, or are listed as well (option ``all_items``).
    """

    _name = "report.sipbd.laporan_mutasi"
    _description = "Laporan Mutasi Barang"
    _inherit = ["sipbd.mutation.report"]

    _report_code = "laporan_mutasi"
    _report_title = "Laporan Mutasi Barang"
    _report_asks = frozenset({"komptabel", "all_items"})
    _form_title = ("LAPORAN MUTASI BARANG",)

    def _columns(self, options):
        return (
            Column("nomor", "No.", 9, "1", kind="int"),
            Heading(
                "Nomor",
                (
                    Column("kode", "Kode Barang", 25, "2"),
                    Column("register", "Register", 12, "3", align="center"),
                ),
            ),
            Heading(
                "Spesifikasi Barang",
                (
                    Column("uraian", "Nama / Jenis\nBarang", 34, "4"),
                    Column("merk_type", "Merk / Type", 20, "5"),
                    Column(
                        "nomor_nomor",
                        "No. Sertifikat/\nNo. Pabrik/\nNo. Chasis / Mesin",
                        26,
                        "6",
                    ),
                    Column("bahan", "Bahan", 14, "7"),
                ),
            ),
            Column("asal_usul", "Asal / Cara\nPerolehan\nBarang", 18, "8"),
            Column("tahun", "Tahun\nPerolehan", 14, "9", kind="int"),
            Column("ukuran", "Ukuran Barang/\nKonstruksi\n(P, SP, D)", 17, "10"),
            Column("satuan", "Satuan", 12, "11"),
            Column("kondisi", "Keadaan\nBarang\n(B, KB, RB)", 14, "12", align="center"),
            *self._stage_columns(options, 13),
            Column("keterangan", "Ket.", 17, "21"),
        )

    def _changes(self, options):
        return self._changes_file(
            "report_mutation_assets",
            options,
            since=options.date_from,
            until=options.date,
            held=self._goods(options, "held"),
            everything=bool(options.extra.get("all_items")),
            period=self._closed(options.date).id or 0,
            register=REGISTER,
            description=self._described(REGISTER, TAHUN),
        )
