from decimal import Decimal

from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.formats import long_date
from odoo.addons.pemda_report.engine.model import Column, Group, Report

from ..models.sql_file import sql_file

ALL_KIB = ("A", "B", "C", "D", "E", "F", "ATB", "LAIN")
# What the statements read and the ORM may still have to write.
FLUSHED = (
    "sipbd.entry",
    "sipbd.asset",
    "sipbd.kode",
    "sipbd.masa.manfaat",
    "sipbd.ruang",
    "hr.department",
    "hr.employee",
)
# What report_totals.sql adds up.
SUMS = ("nilai", "jumlah", "baik", "kurang_baik", "rusak_berat")
# Permendagri 47/2021 Pasal 4: every list of goods exists in these three ways.
GABUNGAN = "gabungan"
KOMPTABEL_WORDS = {
    GABUNGAN: GABUNGAN,
    "intra": "01",
    "ekstra": "02",
    "01": "01",
    "02": "02",
}
KOMPTABEL_TITLES = {
    GABUNGAN: "Gabungan (intra dan ekstrakomptabel)",
    "01": "Intrakomptabel",
    "02": "Ekstrakomptabel",
}
YES_NO = {"ya": True, "yes": True, "1": True, "tidak": False, "no": False, "0": False}
# Who knows of it and who made it, from the unit's own office upwards: Permendagri
# 17/2007 names the kepala SKPD and the pengurus barang; for the pemda as a whole it is
# the pengelola and the pengurus barang pengelola.
SIGNERS = (
    (("kuasa_pengguna_barang", "pengguna_barang", "kepala_opd"), "Mengetahui,"),
    (("pengurus_barang_pembantu", "pengurus_barang_pengguna"), ""),
)
SIGNERS_OF_PEMDA = (
    (("ppb", "pengelola_barang"), "Mengetahui,"),
    (("pengurus_barang_pengelola",), ""),
)


def money_column(title, width, number, in_thousands, key="nilai"):
    """The value in rupiah, in thousands if asked for."""
    unit = "ribuan Rp" if in_thousands else "Rp"
    return Column(
        key,
        f"{title}\n({unit})",
        width,
        number,
        kind="money",
        total=True,
        scale=1000 if in_thousands else 1,
    )


def count_column(title, width, number, key="jumlah"):
    """A quantity of goods, summed."""
    return Column(key, title, width, number, kind="number", align="center", total=True)


class AssetReport(models.AbstractModel):
    """A form about the goods of some units at a date.

    Figures come from the ledger as it stood on the day, under the unit that owned the
    goods then. A form gives its title, KIB letters and columns; their keys are columns
    of its statement.
    """

    _name = "sipbd.asset.report"
    _description = "Form about regional property"
    _inherit = ["pemda.report.source"]

    _report_group = "sipbd.group_asset_reader"
    _report_asks = frozenset({"komptabel"})
    #: title lines of the form
    _form_title: tuple[str, ...] = ()
    _orientation = "landscape"
    #: KIB letters that the form tells of
    _kib: tuple[str, ...] = ALL_KIB

    # what a form says besides its rows

    def _columns(self, options) -> tuple:
        """The numbered columns of the form."""
        raise NotImplementedError

    def _describe(self, options):
        return Report(
            name=self._report_code,
            title=self._form_title,
            columns=self._columns(options),
            paper=options.paper,
            orientation=self._orientation,
            letterhead=self._letterhead(options.unit),
            identity=self._identity(options),
            identity_right=self._identity_right(options),
            groups=tuple(Group("{}", "Jumlah {}") for _ in self._labels(options)),
            card=self._card(options),
            place_date=self._place_date(options),
            signers=self._form_signers(options),
        )

    def _card(self, options):
        """What gives each of the innermost groups a form by itself, or None."""
        return None

    def _form_signers(self, options):
        in_opd = options.unit.opd_id
        return self._signers(options, SIGNERS if in_opd else SIGNERS_OF_PEMDA)

    def _labels(self, options):
        """Columns of the statement by which the rows are grouped."""
        return ("unit",) if options.with_sub_units else ()

    def _identity(self, options):
        unit, opd = options.unit, options.unit.opd_id
        root = unit
        while root.parent_id:
            root = root.parent_id
        scope = (
            "termasuk unit di bawahnya" if options.with_sub_units else "unit ini saja"
        )
        return (
            ("PEMERINTAH DAERAH", self._was(options, root, "name")),
            ("PERANGKAT DAERAH", self._was(options, opd or unit, "name")),
            ("UNIT", f"{self._was(options, unit, 'name')} ({scope})"),
            self._identity_date(options),
        )

    def _identity_date(self, options):
        if self._report_spans:
            first, last = long_date(options.date_from), long_date(options.date)
            return ("MUTASI TANGGAL", f"{first} s.d. {last}")
        return ("KEADAAN PER TANGGAL", long_date(options.date))

    def _identity_right(self, options):
        code = self._was(options, options.unit, "code")
        lines = (("NO. KODE LOKASI", code or "-"),)
        if "komptabel" in self._report_asks:
            title = KOMPTABEL_TITLES[self._komptabel(options)]
            lines = (*lines, ("KOMPTABEL", title))
        return lines

    def _details(self, options):
        return "; ".join(value for label, value in self._identity_right(options)[1:])

    def _extra_from_words(self, unit, words):
        extra = super()._extra_from_words(unit, words)
        for name, word in words.items():
            extra[name] = self._answer(unit, name, word)
        return extra

    def _answer(self, unit, name, word):
        """What a word of the command line says about option ``name``."""
        known = KOMPTABEL_WORDS if name == "komptabel" else YES_NO
        if word.lower() not in known:
            raise UserError(
                self.env._(
                    "%(name)s is one of: %(known)s.",
                    name=name,
                    known=", ".join(known),
                )
            )
        return known[word.lower()]

    def _komptabel(self, options):
        return options.extra.get("komptabel") or GABUNGAN

    # statements

    def _units(self, options):
        """Condition on ``hr_department unit``."""
        unit = options.unit
        if options.with_sub_units:
            path = self._was(options, unit, "parent_path")
            return SQL("unit.parent_path LIKE %s", f"{path}%")
        return SQL("unit.id = %s", unit.id)

    def _goods(self, options, held):
        """Condition on ``sipbd_kode kode`` and on ``held``, which has a komptabel."""
        return SQL(
            "kode.kib = ANY(%s) AND %s", list(self._kib), self._ways(options, held)
        )

    def _ways(self, options, held):
        """Condition on ``held``: goods of the komptabel that is asked for."""
        if self._komptabel(options) == GABUNGAN:
            return SQL("TRUE")
        return SQL("%s.komptabel = %s", SQL.identifier(held), self._komptabel(options))

    def _closed(self, day):
        """The closed period that ends on the day, empty if none: its figures are
        what the register says of the day, whatever became of it since."""
        return self.env["sipbd.period"].sudo()._closed_at(day)

    def _state(self, options, day):
        """Statement: the state of the assets that the units held on the day.

        More assets may be in it: their unit is still to be looked at.
        """
        period = self._closed(day)
        if period:
            return sql_file("figure_state", period=period.id)
        units = self._units(options)
        scope = SQL("booking_date <= %s", day)
        if options.unit.parent_id or not options.with_sub_units:
            held = sql_file("report_scope", until=day, units=units)
            scope = SQL("%s AND %s", scope, held)
        return sql_file("ledger_state", scope=scope)

    def _described(self, register, tahun):
        """Columns that describe an asset; see ``sql/report_description.sql``."""
        return sql_file("report_description", register=register, tahun=tahun)

    def _last_closed(self, day):
        """The last closed period that ends on or before the day, or empty."""
        return (
            self.env["sipbd.period"]
            .sudo()
            .search(
                [("state", "=", "closed"), ("date_to", "<=", day)],
                order="date_to desc",
                limit=1,
            )
        )

    def _parts(self, day):
        """Statement: value and quantity that add up to the register at a day.

        By unit, code and komptabel, in several rows: what was kept when the last
        period before the day was closed, and what was booked since. So a recap does
        not grow with the years.
        """
        period = self._last_closed(day)
        if not period:
            return self._entries(day)
        since = self._entries(day, after=period.date_to)
        return sql_file("report_kept", period=period.id, since=since)

    def _entries(self, day, after=None):
        """Statement: the differences booked up to a day, or after another one."""
        span = SQL("booking_date <= %s", day)
        if after:
            span = SQL("%s AND booking_date > %s", span, after)
        return sql_file("report_entries", span=span)

    def _register_totals(self, options, day):
        """Rows and sums of the register on the day, asset by asset.

        :return: dict of ``rows``, ``nilai``, ``jumlah`` and the quantity in each
            condition: ``baik``, ``kurang_baik``, ``rusak_berat``
        """
        query = sql_file(
            "report_totals",
            state=self._state(options, day),
            units=self._units(options),
            goods=self._goods(options, "state"),
        )
        rows, *sums = self._read_row(options, query)
        return {"rows": rows, **dict(zip(SUMS, map(Decimal, sums), strict=True))}

    def _read_row(self, options, query):
        (row,) = self._read_all(options, query)
        return row

    def _read_all(self, options, query):
        self._flush()
        self.env.cr.execute(self._as_it_was(options, query))
        return self.env.cr.fetchall()

    def _as_it_was(self, options, query):
        """The statement over records as they were when the period of the date was
        closed; over those of now if it is none that is closed."""
        closing = self.env["sipbd.period"]._closing_at(options.date)
        tables = closing and self.env["sipbd.former"].sudo()._tables_at(closing)
        if not tables:
            return query
        # the rows stay in the order of the statement
        return SQL("WITH %s SELECT * FROM (%s) form", SQL(", ").join(tables), query)

    def _was(self, options, record, name):
        """What a column of a record said then, see ``_as_it_was``."""
        closing = self.env["sipbd.period"]._closing_at(options.date)
        if not closing:
            return record[name]
        return self.env["sipbd.former"].sudo()._value_at(closing, record, name)

    def _flush(self):
        """What is still to be written; the right to read the register is checked."""
        self.env["sipbd.asset"].check_access("read")
        for model in FLUSHED:
            self.env[model].flush_model()

    def _fetch_form(self, options, statement):
        """Rows of the form out of ``statement``, in its order ``position``."""
        report = self._describe(options)
        columns = SQL(", ").join(self._form_columns(options, report))
        self._flush()
        query = sql_file("report_rows", columns=columns, form=statement)
        return self._fetch(self._as_it_was(options, query), report)

    def _form_columns(self, options, report):
        """The labels of the groups and the cells; numbers as exact text."""
        columns = [SQL.identifier(label) for label in self._labels(options)]
        for column in report.leaves:
            exact = SQL("::text") if column.kind in ("number", "money") else SQL()
            columns.append(SQL("%s%s", SQL.identifier(column.key), exact))
        return columns
