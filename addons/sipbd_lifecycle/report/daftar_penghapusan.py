from decimal import Decimal

from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Column, Expected, Heading
from odoo.addons.sipbd.report.asset_report import count_column, money_column

from ..models.sql_file import sql_file


class DaftarPenghapusan(models.AbstractModel):
    """What left the books in a span, by the way it left: IV.K.1, IV.K.2, IV.K.6 and
    the others of Permendagri 47/2021.

    The columns are those of a built system; the official sheets were not seen.
    """

    _name = "report.sipbd_lifecycle.daftar_penghapusan"
    _description = "Laporan Penghapusan BMD"
    _inherit = ["sipbd.asset.report"]

    _report_code = "daftar_penghapusan"
    _report_title = "Laporan Penghapusan (IV.K)"
    _report_spans = True
    _form_title = ("LAPORAN PENGHAPUSAN BARANG MILIK DAERAH",)

    def _columns(self, options):
        thousands = options.in_thousands
        return (
            Column("nomor", "No.", 9, "1", kind="int"),
            Column("nibar", "NIBAR", 36, "2"),
            Column("kode", "Kode Barang", 24, "3"),
            Column("nama", "Nama Barang", 36, "4"),
            Column("merk_type", "Merek / Tipe", 22, "5"),
            Column("nomor_polisi", "No. Polisi", 17, "6"),
            count_column("Jumlah", 13, "7"),
            Column(
                "harga_satuan",
                "Harga Satuan\n(Rp)",
                24,
                "8",
                kind="money",
                scale=1000 if thousands else 1,
            ),
            money_column("Nilai Perolehan", 25, "9", thousands),
            money_column("Akumulasi\nPenyusutan", 25, "10", thousands, key="akumulasi"),
            money_column("Nilai Buku", 25, "11", thousands, key="buku"),
            Column("lokasi", "Lokasi", 24, "12"),
            Column("cara", "Cara\nPenghapusan", 21, "13"),
            Heading(
                "SK / Dokumen",
                (
                    Column("sk_nomor", "Nomor", 26, "14"),
                    Column("sk_tanggal", "Tanggal", 17, "15", kind="date"),
                ),
            ),
            Column("catatan", "Ket.", 20, "16"),
        )

    def _labels(self, options):
        return ("label",)

    def _leaving(self, options):
        """Statement: the rows of the form."""
        return sql_file(
            "report_hapus",
            since=options.date_from,
            until=options.date,
            units=self._units(options),
            goods=self._goods(options, "entry"),
            description=self._described(
                SQL("asset.register"), SQL("asset.tahun_perolehan")
            ),
        )

    def _rows(self, options):
        return self._fetch_form(options, self._leaving(options))

    def _totals(self, options):
        report = self._describe(options)
        keys = [report.leaves[i].key for i in report.summed]
        sums = SQL(", ").join(
            SQL("coalesce(sum(%s), 0)::text", SQL.identifier(key)) for key in keys
        )
        rows, *totals = self._read_row(
            options,
            SQL("SELECT count(*), %s FROM (%s) form", sums, self._leaving(options)),
        )
        return Expected(rows, tuple(map(Decimal, totals)))
