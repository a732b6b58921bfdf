from datetime import timedelta
from decimal import Decimal

from odoo import models
from odoo.exceptions import UserError

from odoo.addons.pemda_report.engine.formats import number
from odoo.addons.pemda_report.engine.model import Expected, Heading

from ..models.sql_file import sql_file
from .asset_report import count_column, money_column

STAGES = (
    ("awal", "Keadaan Awal"),
    ("kurang", "Berkurang"),
    ("tambah", "Bertambah"),
    ("akhir", "Keadaan Akhir"),
)


class MutationReport(models.AbstractModel):
    """What changed from one day to another: before, less, more, after.

    A row tells what came to it and what left it. An act that moves goods within the
    reported units and codes shows in two rows (less here, more there); to the whole
    it is neither, so a last row takes it out of the total: the total says what came
    to the whole and what left it. An act that was reversed within the span is no
    change at all.

    Printed only if each row ties (before - less + more = after), and the total agrees
    with the register asset by asset, before the span and at its end.
    """

    _name = "sipbd.mutation.report"
    _description = "Changes of the register in a span"
    _inherit = ["sipbd.asset.report"]

    _report_spans = True

    def _changes(self, options):
        """Statement: the rows of the form."""
        raise NotImplementedError

    def _changes_file(self, name, options, **values):
        units, first = self._units(options), options.date_from
        legs = sql_file(
            "report_mutation_legs",
            since=first,
            until=options.date,
            units=units,
            goods=self._goods(options, "entry"),
        )
        return sql_file(
            name,
            legs=legs,
            before=self._parts(first - timedelta(days=1)),
            units=units,
            goods=self._goods(options, "part"),
            **values,
        )

    def _stage_columns(self, options, first_number, jumlah=13, nilai=25):
        """Quantity and value of the four stages, each under its heading."""
        columns = []
        for i, (key, title) in enumerate(STAGES):
            position = first_number + 2 * i
            pair = (
                count_column("Barang", jumlah, str(position), key=f"jumlah_{key}"),
                money_column(
                    "Harga",
                    nilai,
                    str(position + 1),
                    options.in_thousands,
                    key=f"nilai_{key}",
                ),
            )
            columns.append(Heading(title, pair))
        return tuple(columns)

    def _rows(self, options):
        report = self._describe(options)
        keys = [column.key for column in report.leaves]
        depth = len(report.groups)
        pairs = [
            [depth + keys.index(f"{what}_{stage}") for stage, _title in STAGES]
            for what in ("jumlah", "nilai")
        ]
        for row in self._fetch_form(options, self._changes(options)):
            for places in pairs:
                self._check_tie(*(row[i] or 0 for i in places))
            yield row

    def _totals(self, options):
        changes = self._changes(options)
        (rows,) = self._read_row(options, sql_file("report_count", form=changes))
        sums = self._whole(options)
        for what in ("jumlah", "nilai"):
            self._check_tie(*(sums[f"{what}_{stage}"] for stage, _title in STAGES))
        report = self._describe(options)
        return Expected(rows, tuple(sums[report.leaves[i].key] for i in report.summed))

    def _whole(self, options):
        """The sums of the form as they follow from the ledger, not from its rows."""
        first = options.date_from
        sums = {}
        for stage, day in (
            ("awal", first - timedelta(days=1)),
            ("akhir", options.date),
        ):
            held = self._register_totals(options, day)
            sums[f"nilai_{stage}"] = held["nilai"]
            sums[f"jumlah_{stage}"] = held["jumlah"]
        legs = sql_file(
            "report_mutation_legs",
            since=first,
            until=options.date,
            units=self._units(options),
            goods=self._goods(options, "entry"),
        )
        names = ("nilai_tambah", "jumlah_tambah", "nilai_kurang", "jumlah_kurang")
        flows = self._read_row(options, sql_file("report_mutation_whole", legs=legs))
        sums.update(zip(names, map(Decimal, flows), strict=True))
        return sums

    def _check_tie(self, before, less, more, after):
        """Refuse to print what does not add up."""
        if before - less + more != after:
            raise UserError(
                self.env._(
                    "The report was not printed, because it would not be right: "
                    "%(before)s - %(less)s + %(more)s is not %(after)s.",
                    before=number(before),
                    less=number(less),
                    more=number(more),
                    after=number(after),
                )
            )
