from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Column, Heading

from ..models.sql_file import sql_file
from .asset_report import count_column, money_column

BOOKS = (
    ("a", "KIB A\nTanah"),
    ("b", "KIB B\nPeralatan dan Mesin"),
    ("c", "KIB C\nGedung dan Bangunan"),
    ("d", "KIB D\nJalan, Irigasi dan Jaringan"),
    ("e", "KIB E\nAset Tetap Lainnya"),
    ("f", "KIB F\nKonstruksi Dalam Pengerjaan"),
    ("atb", "Aset Tidak\nBerwujud"),
    ("lain", "Aset\nLain-Lain"),
)


class RekapSkpd(models.AbstractModel):
    """Recap of the books, a row for each perangkat daerah.

    Below a perangkat daerah each unit is a row.
    """

    _name = "report.sipbd.rekap_skpd"
    _description = "Rekapitulasi per SKPD"
    _inherit = ["sipbd.recap.report"]

    _report_code = "rekap_skpd"
    _report_title = "Rekapitulasi per SKPD dan KIB"
    _form_title = ("REKAPITULASI BARANG MILIK DAERAH", "PER PERANGKAT DAERAH DAN KIB")

    def _columns(self, options):
        money = options.in_thousands
        books = [
            money_column(title, 29, str(number), money, key=key)
            for number, (key, title) in enumerate(BOOKS, 4)
        ]
        return (
            Column("nomor", "No.", 8, "1", kind="int"),
            Column("kode", "Kode\nLokasi", 22, "2"),
            Column("nama", "Perangkat Daerah / Unit", 44, "3"),
            *books,
            Heading(
                "Jumlah",
                (
                    count_column("Barang", 17, "12"),
                    money_column("Harga", 31, "13", money),
                ),
            ),
        )

    def _labels(self, options):
        return ()

    def _owner(self, options):
        """The unit that is a row, of ``hr_department unit``."""
        if options.unit.opd_id:
            return SQL("unit.id")
        return SQL("coalesce(unit.opd_id, unit.id)")

    def _held(self, options):
        owner = self._owner(options)
        return self._held_file("report_held_unit", options, owner=owner)

    def _form(self, options):
        return sql_file(
            "report_recap_unit",
            owner=self._owner(options),
            units=self._units(options),
            until=options.date,
        )
