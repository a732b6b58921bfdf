from datetime import timedelta
from decimal import Decimal

from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL, format_date

from odoo.addons.pemda_report.engine.model import Column, Heading

from ..models.sql_file import sql_file
from .asset_report import money_column

STAGES = (
    ("awal", "Saldo Awal"),
    ("tambah", "Bertambah"),
    ("kurang", "Berkurang"),
    ("akhir", "Saldo Akhir"),
)


class LaporanMutasiBmd(models.AbstractModel):
    """Rekap mutasi in the shape of IV.L.4.1 (SKPD) and IV.L.4.3 (pemda).

    The rows are those of Laporan BMD (IV.L.4.2, IV.L.4.4) from the end of one period
    to the end of another: every golongan, and accumulations that subtract. What moves
    from one golongan to another leaves the one and comes to the other, in the feet as
    well. The official sheet was not seen: the order of the columns is UNCONFIRMED.
    """

    _name = "report.sipbd.laporan_mutasi_bmd"
    _description = "Rekapitulasi Mutasi BMD"
    _inherit = ["sipbd.mutation.report", "sipbd.figure.report"]

    _report_code = "laporan_mutasi_bmd"
    _report_title = "Rekapitulasi Mutasi BMD (IV.L.4)"
    _orientation = "portrait"
    _form_title = ("REKAPITULASI MUTASI BARANG MILIK DAERAH",)

    def _columns(self, options):
        stages = [
            Heading(
                title,
                (
                    Column(
                        f"jumlah_{stage}",
                        "Barang",
                        14,
                        str(number),
                        kind="number",
                        align="center",
                        total=True,
                        blank="–",
                    ),
                    money_column(
                        "Harga",
                        31,
                        str(number + 1),
                        options.in_thousands,
                        key=f"nilai_{stage}",
                    ),
                ),
            )
            for (stage, title), number in zip(STAGES, range(3, 11, 2), strict=True)
        ]
        return (
            Column("kode", "Kode\nBarang", 15, "1", align="center"),
            Column("nama", "Uraian", 42, "2"),
            *stages,
            Column("keterangan", "Ket.", 12, "11"),
        )

    def _labels(self, options):
        return ("label",)

    def _identity_right(self, options):
        form = "IV.L.4.1" if options.unit.opd_id else "IV.L.4.3"
        return (*super()._identity_right(options), ("FORMAT", form))

    def _check_options(self, options):  # pylint: disable=missing-return
        super()._check_options(options)
        self._period_before(options)

    def _period_before(self, options):
        """The period that ends on the day before the span; empty if the span begins
        before all periods.

        :raises UserError: the span begins within a period, or that one is not computed
        """
        periods = self.env["sipbd.period"].sudo()
        day = options.date_from - timedelta(days=1)
        before = periods.search([("date_to", "=", day)])
        if not before:
            first = periods.search([], order="date_from", limit=1)
            if options.date_from > first.date_from:
                raise UserError(
                    self.env._(
                        "“%(report)s” is from the beginning of a period to the end of "
                        "one, and none begins on %(day)s.",
                        report=self._report_title,
                        day=format_date(self.env, options.date_from),
                    )
                )
        elif before in periods._stale_periods():
            raise self._not_computed(before)
        return before

    # statements

    def _changes(self, options):
        first, here = options.date_from, self._here(options)
        return sql_file(
            "report_mutasi_bmd",
            flows=self._flows(options),
            before=self._parts(first - timedelta(days=1)),
            after=self._parts(options.date),
            **here,
        )

    def _here(self, options):
        return {"units": self._units(options), "goods": self._goods(options, "part")}

    def _flows(self, options):
        legs = sql_file(
            "report_mutation_legs",
            since=options.date_from,
            until=options.date,
            units=self._units(options),
            goods=self._goods(options, "entry"),
        )
        return sql_file(
            "report_mutasi_bmd_flows",
            legs=legs,
            worn_before=self._worn_before(options),
            worn_after=self._worn(self._period(options)),
            **self._here(options),
        )

    def _worn(self, period):
        return SQL(
            "SELECT asset_id, unit_id, code_id, komptabel, akumulasi"
            " FROM sipbd_period_figure WHERE period_id = %s",
            period.id,
        )

    def _worn_before(self, options):
        period = self._period_before(options)
        if period:
            return self._worn(period)
        day = options.date_from - timedelta(days=1)
        state = sql_file("ledger_state", scope=SQL("booking_date <= %s", day))
        return sql_file("report_worn_opening", state=state, until=day)

    # what the rows must add up to

    def _totals(self, options):
        self._check_figures(options)
        return super()._totals(options)

    def _whole(self, options):
        """Goods at both ends asset by asset, less what is depreciated of them."""
        sums = super()._whole(options)
        names = ("nilai_tambah", "jumlah_tambah", "nilai_kurang", "jumlah_kurang")
        worn = ("nilai_awal", "nilai_akhir")
        query = SQL(
            "SELECT %s FROM (%s) flow",
            SQL(", ").join(
                SQL("coalesce(sum(%s), 0)::text", SQL.identifier(name))
                for name in (*names, *worn)
            ),
            self._flows(options),
        )
        flows = self._read_row(options, query)
        read = dict(zip((*names, *worn), map(Decimal, flows), strict=True))
        sums.update({name: read[name] for name in names})
        for name in worn:
            sums[name] += read[name]
        return sums
