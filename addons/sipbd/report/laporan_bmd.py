from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Column, Expected

from ..models.sql_file import sql_file
from .asset_report import money_column


class LaporanBmd(models.AbstractModel):
    """Laporan BMD in the shape of IV.L.4.2 (SKPD) and IV.L.4.4 (pemda).

    Every golongan is a row; accumulated depreciation and amortisation are rows that
    subtract, without a quantity. The feet of the groups are what the neraca shows.
    """

    _name = "report.sipbd.laporan_bmd"
    _description = "Laporan BMD"
    _inherit = ["sipbd.figure.report"]

    _report_code = "laporan_bmd"
    _report_title = "Laporan BMD (IV.L.4)"
    _orientation = "portrait"
    _form_title = ("LAPORAN BARANG MILIK DAERAH",)

    def _columns(self, options):
        return (
            Column("kode", "Kode\nBarang", 26, "1", align="center"),
            Column("nama", "Uraian", 110, "2"),
            Column(
                "jumlah",
                "Jumlah BMD",
                40,
                "3",
                kind="number",
                align="center",
                total=True,
                blank="–",
            ),
            money_column("Saldo Akhir", 60, "4", options.in_thousands),
            Column("keterangan", "Keterangan", 50, "5"),
        )

    def _labels(self, options):
        return ("label",)

    def _identity_right(self, options):
        form = "IV.L.4.2" if options.unit.opd_id else "IV.L.4.4"
        return (*super()._identity_right(options), ("FORMAT", form))

    def _rows(self, options):
        return self._fetch_form(options, self._report(options))

    def _report(self, options):
        period = self._period(options)
        closed = period.state == "closed"
        worn = "sipbd_period_total" if closed else "sipbd_period_figure"
        return sql_file(
            "report_laporan_bmd",
            parts=self._parts(options.date),
            worn=SQL.identifier(worn),
            period=period.id,
            units=self._units(options),
            goods=self._goods(options, "part"),
        )

    def _totals(self, options):
        self._check_figures(options)
        query = sql_file("report_count", form=self._report(options))
        (rows,) = self._read_row(options, query)
        sums = self._sums_of(options, "sipbd_period_figure")
        held = self._register_totals(options, options.date)
        return Expected(rows, (held["jumlah"], held["nilai"] - sums["akumulasi"]))
