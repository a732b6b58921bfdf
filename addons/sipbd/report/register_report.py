from decimal import Decimal

from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.formats import long_date
from odoo.addons.pemda_report.engine.model import Column, Expected, Group, Report

from ..models.sql_file import sql_file

# Who knows of it and who made it, from the unit's own office upwards: Permendagri
# 17/2007 names the kepala SKPD and the pengurus barang.
SIGNERS = (
    (("kuasa_pengguna_barang", "pengguna_barang", "kepala_opd"), "Mengetahui,"),
    (("pengurus_barang_pembantu", "pengurus_barang_pengguna"), ""),
)


def money_column(title, width, number, in_thousands):
    """The value in rupiah, in thousands if asked for."""
    unit = "ribuan Rp" if in_thousands else "Rp"
    return Column(
        "nilai",
        f"{title}\n({unit})",
        width,
        number,
        kind="money",
        total=True,
        scale=1000 if in_thousands else 1,
    )


class RegisterReport(models.AbstractModel):
    """A form of Permendagri 17/2007 that lists the register at a date.

    State comes from the ledger as it stood on the day, under the unit that owned the
    asset then. A form gives its title, KIB letters and columns; their keys are columns
    of ``sql/report_register.sql``.
    """

    _name = "sipbd.register.report"
    _description = "Form over the register at a date"
    _inherit = ["pemda.report.source"]

    _report_group = "sipbd.group_asset_reader"
    #: title lines of the form
    _form_title: tuple[str, ...] = ()
    #: KIB letters that the form lists
    _kib: tuple[str, ...] = ()

    def _columns(self, in_thousands) -> tuple:
        """The numbered columns of the form."""
        raise NotImplementedError

    def _describe(self, options):
        unit = options.unit
        return Report(
            name=self._report_code,
            title=self._form_title,
            columns=self._columns(options.in_thousands),
            paper=options.paper,
            letterhead=self._letterhead(unit),
            identity=self._identity(options),
            identity_right=(("NO. KODE LOKASI", unit.code or "-"),),
            groups=(Group("{}", "Jumlah {}"),) if options.with_sub_units else (),
            place_date=self._place_date(options),
            signers=self._signers(options, SIGNERS),
        )

    def _identity(self, options):
        unit, opd = options.unit, options.unit.opd_id
        root = unit
        while root.parent_id:
            root = root.parent_id
        scope = (
            "termasuk unit di bawahnya" if options.with_sub_units else "unit ini saja"
        )
        return (
            ("PEMERINTAH DAERAH", root.name),
            ("PERANGKAT DAERAH", (opd or unit).name),
            ("UNIT", f"{unit.name} ({scope})"),
            ("KEADAAN PER TANGGAL", long_date(options.date)),
        )

    def _rows(self, options):
        report = self._describe(options)
        columns = [SQL("register.unit")] if report.groups else []
        for column in report.leaves:
            exact = SQL("::text") if column.kind in ("number", "money") else SQL()
            columns.append(SQL("register.%s%s", SQL.identifier(column.key), exact))
        register = sql_file("report_register", **self._conditions(options))
        query = sql_file(
            "report_rows", columns=SQL(", ").join(columns), register=register
        )
        return self._fetch(query, report)

    def _totals(self, options):
        self.env.cr.execute(sql_file("report_totals", **self._conditions(options)))
        rows, nilai, jumlah = self.env.cr.fetchone()
        known = {"nilai": Decimal(nilai), "jumlah": Decimal(jumlah)}
        report = self._describe(options)
        sums = tuple(known[report.leaves[i].key] for i in report.summed)
        return Expected(rows, sums)

    def _conditions(self, options):
        """Values for the statements: who, when and which KIB."""
        self.env["sipbd.asset"].check_access("read")
        self.env["sipbd.entry"].flush_model()
        self.env["sipbd.asset"].flush_model()
        self.env["hr.department"].flush_model()
        unit = options.unit
        units = SQL("unit.id = %s", unit.id)
        if options.with_sub_units:
            units = SQL("unit.parent_path LIKE %s", f"{unit.parent_path}%")
        scope = sql_file("report_scope", until=options.date, units=units)
        state = sql_file("ledger_state", until=options.date, scope=scope)
        return {"state": state, "units": units, "kib": list(self._kib)}
